print('third is imported')
