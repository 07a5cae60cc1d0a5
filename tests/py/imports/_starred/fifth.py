print('fifth is imported')
