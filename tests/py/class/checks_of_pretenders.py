# isinstance and issubclass with objects whose __class__ or __bases__ say what they are.
def t(f):
    try: print(f())
    except BaseException as e: print(type(e).__name__, e)
class P:
    @property
    def __class__(self): return int
p = P()
t(lambda: isinstance(p, int)); t(lambda: isinstance(p, P)); t(lambda: isinstance(p, str)); t(lambda: isinstance(p, (str, int)))
t(lambda: type.__instancecheck__(int, p)); t(lambda: isinstance(p, int | str))
class Q:
    def __getattribute__(self, name):
        if name == '__class__': return str
        return object.__getattribute__(self, name)
t(lambda: isinstance(Q(), str)); t(lambda: isinstance(Q(), Q))
class Bad:
    @property
    def __class__(self): raise AttributeError('no')
t(lambda: isinstance(Bad(), int)); t(lambda: isinstance(Bad(), Bad))
class Odd:
    @property
    def __class__(self): return 5
t(lambda: isinstance(Odd(), int))
class K:
    def __init__(self, *bases): self.__bases__ = bases
a = K(); b = K(a); c = K(b, K())
t(lambda: issubclass(c, a)); t(lambda: issubclass(a, c)); t(lambda: issubclass(b, K())); t(lambda: issubclass(a, a))
class I:
    def __init__(self, cls): self.__dict__['c'] = cls
    @property
    def __class__(self): return self.c
t(lambda: isinstance(I(c), a)); t(lambda: isinstance(I(a), c)); t(lambda: isinstance(5, a)); t(lambda: isinstance(5, K(int)))
t(lambda: isinstance(1, 5)); t(lambda: issubclass(int, 5)); t(lambda: issubclass(5, int)); t(lambda: issubclass(5, 5)); t(lambda: issubclass(5, a))
class N:
    __bases__ = 5
t(lambda: issubclass(N(), a)); t(lambda: issubclass(a, N())); t(lambda: isinstance(a, N()))
class M(type):
    def __instancecheck__(cls, x): return [x] if x else []
class X(metaclass=M): pass
t(lambda: isinstance(1, X)); t(lambda: isinstance(0, X)); t(lambda: isinstance(X(), X)); t(lambda: isinstance(0, (X, int)))
class E:
    def __init__(self): self.__mro_entries__ = lambda bases: (dict,)
class D(E()): pass
t(lambda: D.__mro__[1]); t(lambda: D.__orig_bases__[0].__class__)
