# The current exception through nested handlers, functions and generators.
import sys
def cur():
    return repr(sys.exception())
def gen():
    print('gen', cur())
    try:
        raise KeyError('g')
    except KeyError:
        print('gen handler', cur())
        yield 1
        print('resumed', cur())
    print('after', cur())
    yield 2
try:
    raise ValueError('outer')
except ValueError:
    print(cur())
    try:
        raise TypeError('inner')
    except TypeError:
        print(cur())
    print(cur())
    g = gen()
    next(g)
    print('between', cur())
    next(g)
print(cur())
g = gen()
next(g)
print('outside', cur())
try:
    raise OSError('resume inside')
except OSError:
    next(g)
def f():
    return cur()
try:
    raise IndexError
except IndexError:
    print(f())
    try:
        raise
    except LookupError:
        print('same', cur())
