# What bytearrays, sets and exceptions reduce to.
def show(f, *args, **kw):
    try:
        r = f(*args, **kw)
        print(type(r).__name__, r)
    except BaseException as e:
        print(type(e).__name__, e)

import copy
class Array(bytearray): pass
class Stated(bytearray):
    def __getstate__(self): return 'state'
class Set(set): pass
class Frozen(frozenset):
    def __getstate__(self): return {'y': 2}
class Error(ValueError): pass
for make in (bytearray, Array, Stated):
    for data in (b'', b'ab\xff'):
        o = make(data)
        if make is Array: o.x = 1
        show(o.__reduce__)
        for n in (-1, 0, 2, 3, 5, 10**30, 'a'): show(o.__reduce_ex__, n)
        if make is not Stated: print(copy.copy(o), getattr(copy.copy(o), '__dict__', None))
for o in (Set([1]), Frozen([2]), set(), frozenset([3])):
    if type(o) is Set: o.x = [1]
    print(o.__reduce__(), o.__reduce_ex__(4))
e = Error(1)
print(e.__reduce__())
e.__dict__
print(e.__reduce__())
e.x = 5
print(e.__reduce__(), ImportError('m', name='n').__reduce__())
show(object().__reduce_ex__, 10**30)
