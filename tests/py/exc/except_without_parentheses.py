# PEP 758: several exception classes without parentheses.
def f(x):
    try:
        if x == 1: raise ValueError('v')
        if x == 2: raise KeyError('k')
        if x == 3: raise OSError('o')
        return 'none'
    except ValueError, KeyError:
        return 'value or key'
    except OSError:
        return 'os'
print([f(x) for x in range(4)])
try:
    try:
        raise ExceptionGroup('g', [ValueError(1), TypeError(2), OSError(3)])
    except* ValueError, TypeError:
        print('star pair')
except ExceptionGroup as e:
    print(repr(e))
errors = (IndexError, AttributeError)
for g in (lambda: [][0], lambda: None.x, lambda: 1 / 0):
    try:
        g()
    except errors as e:
        print('in tuple', type(e).__name__)
    except (ArithmeticError, *errors):
        print('starred tuple')
def nested():
    try:
        raise KeyError('x')
    except ((IndexError, KeyError), ValueError):
        return 'nested tuple'
try:
    print(nested())
except TypeError as e:
    print(e)
try:
    try:
        raise KeyError
    except ():
        print('never')
except KeyError:
    print('empty tuple catches nothing')
