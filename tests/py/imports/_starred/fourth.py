print('fourth is imported')
