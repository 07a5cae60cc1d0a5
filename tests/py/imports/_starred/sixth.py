print('sixth is imported')
