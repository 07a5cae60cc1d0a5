print('second is imported')
