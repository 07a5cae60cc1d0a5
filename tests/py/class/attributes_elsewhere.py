# Attributes that are read from another object: of bound methods, aliases, super objects; class methods of any callable.
class A:
    p = classmethod(property(lambda c: 5))
    q = classmethod(len)
    r = classmethod(classmethod(len))
    s = classmethod(staticmethod(lambda c: 1))
    t = classmethod(int)
    u = classmethod(str.upper)
print(A.p, A.q, A.r, A.s, A.t, A.u)
a = A()
print(type(a.p), type(a.q), a.q.__func__, a.u.__self__)
import types
class I:
    def __call__(self, *a): return a
    def __repr__(self): return 'I'
class N(I):
    __name__ = 'named'
class Q(I):
    __qualname__ = 'q.ual'
    __name__ = 5
class Q2(I):
    def __init__(self): self.__qualname__ = 'q.inst'
class Q3(I):
    def __init__(self): self.__qualname__ = 5; self.__name__ = 'nn'
class Bad(I):
    def __getattr__(self, n): 1/0
for f in (len, int, str.upper, 'a'.upper, [].append, I(), N(), Q2(), Q3(), types.MethodType(len, [1]), property(len), (1).__add__, int.__add__, dict.fromkeys, print, types.SimpleNamespace, Bad()):
    if callable(f):
        try: m = types.MethodType(f, 7); print(repr(m), type(m))
        except Exception as e: print(type(e).__name__, e)
        try: print(m.__name__, m.__qualname__, m.__reduce__())
        except Exception as e: print(type(e).__name__, e)
m = types.MethodType(len, [1])
print(m == types.MethodType(len, m.__self__), m.__func__, m.__self__, m(), m.__doc__ == len.__doc__)
print([1].append == [1].append, (x := [1]).append == x.append, hash(x.append) == hash(x.append))
print(isinstance(m, types.BuiltinMethodType), isinstance(m, types.MethodType))
class Base:
    @property
    def prop(self): return 'base'
    def __getattr__(self, n): return 'dyn ' + n
class Dyn:
    def __get__(self, o, c): return 'got', o, c.__name__
class Derived(Base):
    dyn = Dyn()
    @property
    def prop(self): return 'derived ' + super().prop
class Last(Derived):
    def __repr__(self): return 'last'
    def both(self): return super().dyn, super().prop
    @classmethod
    def c(cls): return super().dyn
o = Last()
s = super(Last, o)
print(o.prop, s.prop, s.dyn, o.both(), Last.c(), super(Derived, o).prop, super(Last, Last).dyn)
try: s.nothing
except AttributeError as e: print(e)
class Called(Base):
    def __call__(self): pass
class Meta(type):
    def __getattr__(cls, n): return 'meta ' + n
class C(metaclass=Meta): pass
alias = types.GenericAlias(C, int)
print(alias.foo, hasattr(alias, 'bar'), types.MethodType(Called(), 1).zzz, hasattr(types.MethodType(I(), 1), 'x'))
for f in (lambda: list[int].nope, lambda: types.MethodType(I(), 1).nope, lambda: Last().both.nope, lambda: setattr(list[int], 'x', 1), lambda: delattr(list[int], 'x'), lambda: setattr(o.both, 'x', 1), lambda: delattr(o.both, 'x'), lambda: 'a'.upper.nope,
          lambda: property(list[int]).__isabstractmethod__, lambda: staticmethod(list[int]).__isabstractmethod__, lambda: property(list[int]).__name__):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
