# property: getter, setter, deleter, read-only errors.
class T:
    def __init__(self):
        self._c = 0
    @property
    def c(self):
        "celsius"
        print('get')
        return self._c
    @c.setter
    def c(self, v):
        print('set', v)
        if v < -273:
            raise ValueError('too cold')
        self._c = v
    @c.deleter
    def c(self):
        print('del')
        self._c = None
    @property
    def ro(self):
        return 'ro'
    f = property(lambda self: self._c * 2, doc='double')
t = T()
t.c = 5
print(t.c, t.ro, t.f, T.c.__doc__, T.f.__doc__, type(T.c), T.c.fget(t), T.c.fset is not None, T.ro.fset)
t.c += 1
del t.c
def show(f):
    try:
        print(f())
    except (AttributeError, ValueError) as e:
        print(type(e).__name__, e)
show(lambda: setattr(t, 'c', -300))
show(lambda: setattr(t, 'ro', 1))
show(lambda: delattr(t, 'ro'))
show(lambda: setattr(t, 'f', 1))
class W:
    w = property(None, lambda self, v: print('w', v))
w = W()
w.w = 3
show(lambda: w.w)
class Sub(T):
    @T.c.getter
    def c(self):
        return 'sub'
print(Sub().c, Sub.c.fset is T.c.fset)
class P(property): pass
print(T.ro.__name__, t.__dict__)
