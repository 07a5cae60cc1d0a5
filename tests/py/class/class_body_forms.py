# What may stand in a class body, and what classes look like after it.
class A:
    """Docs."""
    x = y = 1
    a, b = 2, 3
    for i in range(3):
        locals()['v%d' % i] = i
    del i
    if x:
        def f(self): return 'f'
    else:
        def f(self): return 'not'
    try:
        1 / 0
    except ZeroDivisionError:
        z = 'handled'
    with open.__class__ and __import__('contextlib').nullcontext(4) as w:
        pass
    def g(self, n=x): return n
    lam = lambda self: self.a
    class Inner:
        def h(self): return __class__.__qualname__
    @staticmethod
    def s(): return __class__.__name__
    [c for c in 'ab']
    assert x == 1
    import math as m
    pass
    x += 10
print(A.x, A.y, A.a, A.b, A.v0, A.v2, A().f(), A.z, A.w, A().g(), A().lam(), A.Inner().h(), A.s(), A.m.pi > 3, A.__doc__, hasattr(A, 'i'), hasattr(A, 'c'))
print(A.__qualname__, A.Inner.__qualname__, A.f.__qualname__, A.__module__, A.__firstlineno__, A.__static_attributes__, [k for k in vars(A) if not k.startswith('_')])
class E: pass
class F(): pass
class G(object,): pass
print(E.__bases__ == F.__bases__ == G.__bases__, E.__doc__)
def factory(n):
    class Local:
        def __init__(self): self.n = n
        value = n
    return Local
print(factory(1)().n, factory(2).value, factory(1) is factory(1), factory(3).__qualname__)
class Doc:
    __doc__ = 'assigned'
    __qualname__ = 'Other.Name'
    __module__ = 'elsewhere'
print(Doc, Doc.__doc__, Doc().__class__.__name__)
class S:
    def __init__(self): self.p = self.q = 1; self.r: int = 2
    def m(self): self.late = 1
print(sorted(S.__static_attributes__))
