print('first is imported')
