# A deep traceback folds its repeated frames.
def down(n):
    if n == 0:
        raise RuntimeError('bottom')
    down(n - 1)


down(20)
