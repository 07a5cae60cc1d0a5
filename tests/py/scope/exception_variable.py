# The name in `except ... as e` is deleted after the handler.
try:
    1 / 0
except ZeroDivisionError as e:
    kept = e
    print('in handler', e)
try:
    e
except NameError as n:
    print(n)
print(kept)
e = 'before'
try:
    raise ValueError('v')
except ValueError as e:
    pass
print('e' in globals())
def f():
    try:
        raise KeyError('k')
    except KeyError as err:
        del err
    try:
        return err
    except UnboundLocalError as x:
        return str(x)
print(f())
def g():
    try:
        raise KeyError('k')
    except KeyError as err:
        err = 'rebound'
        print(err)
    try:
        return err
    except UnboundLocalError as x:
        return str(x)
print(g())
