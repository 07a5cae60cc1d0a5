# __slots__: no __dict__, descriptors, inheritance, errors.
class P:
    __slots__ = ('x', 'y')
    def __init__(self, x):
        self.x = x
p = P(1)
p.y = 2
print(p.x, p.y, hasattr(p, '__dict__'), type(P.x).__name__, P.__slots__, P.x.__get__(p))
del p.y
def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
show(lambda: p.y)
show(lambda: setattr(p, 'z', 1))
show(lambda: p.z)
show(lambda: delattr(p, 'y'))
show(lambda: p.__dict__)
class Q(P):
    __slots__ = ('z',)
class R(P): pass
q, r = Q(1), R(1)
q.z, r.anything = 3, 4
print(q.x, q.z, hasattr(q, '__dict__'), r.__dict__, r.x)
show(lambda: type('A', (), {'__slots__': 'a', 'a': 1}))
show(lambda: type('B', (), {'__slots__': ['1x']}))
show(lambda: type('C', (), {'__slots__': [5]}))
show(lambda: type('D', (int,), {'__slots__': ['x']}))
show(lambda: type('E', (P, type('P2', (), {'__slots__': ['w']})), {}))
show(lambda: type('F', (), {'__slots__': ['__dict__', 'a']})().__dict__)
show(lambda: type('G', (), {'__slots__': 'single'})().single)
show(lambda: type('H', (), {'__slots__': {'d': 'doc'}}).d.__doc__)
class Priv:
    __slots__ = ('__v',)
    def __init__(self): self.__v = 'mangled'
print(Priv()._Priv__v)
