# An uncaught exception ends the program with a traceback and status 1.
def first(x):
    return second(x) + 1


def second(x):
    return x / (x - x)


print('start')
first(5)
print('never')
