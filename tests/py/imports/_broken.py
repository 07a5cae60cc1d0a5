print('before the error')
partial = 1
1 / 0
