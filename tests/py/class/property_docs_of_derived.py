class PS(property):
    """A derived one."""
class PW(property): pass
class PSlots(property):
    __slots__ = ()
class PDoc(property):
    __slots__ = ('foo', '__doc__')
class NoDoc:
    @property
    def __doc__(self): raise AttributeError('x')
class Bad:
    @property
    def __doc__(self): raise ValueError('bad')
def g1(self): return 1
def g2(self):
    """doc 2"""
def g3(self):
    """doc 3"""
for cls in (property, PS, PW, PSlots, PDoc):
    print(cls.__name__)
    for args in ((), (g1,), (g2,), (g2, None, None, 'given'), (g1, None, None, 'given'), (None, g1), (NoDoc(),), (Bad(),), (g2, None, None, None), (None, None, None, 5)):
        try:
            p = cls(*args)
            print(repr(p.__doc__), end=' ')
            for q in (p.getter(g3), p.setter(g3), p.getter(None), p.deleter(g1), p.getter(g1)): print(repr(q.__doc__), end=' ')
            print()
        except Exception as e: print(type(e).__name__, e)
class C:
    @property
    def x(self):
        """of x"""
        return 1
    @x.setter
    def x(self, v):
        """ignored"""
    @PS
    def y(self):
        """of y"""
    @y.getter
    def y(self):
        """of y anew"""
print(C.x.__doc__, C.y.__doc__, C().x)
p = property(g2); p.__doc__ = 'set'; print(p.__doc__, p.getter(g3).__doc__, p.setter(g1).__doc__)
p = PS(g2); p.__doc__ = 'set'; print(p.__doc__, vars(p))
