# __bases__ assigned, sequence patterns by registration, metaclasses that take over, __code__ replaced.
def t(f):
    try: print(f())
    except BaseException as e: print(type(e).__name__, e)
class A:
    def who(self): return 'A'
class B:
    def who(self): return 'B'
    def only_b(self): return 1
class C(A): pass
class D(C): pass
d = D()
t(lambda: (d.who(), D.__mro__[1:3]))
C.__bases__ = (B,)
t(lambda: (d.who(), d.only_b(), [k.__name__ for k in D.__mro__], C.__base__, B.__subclasses__()))
C.__bases__ = (A, B)
t(lambda: (d.who(), d.only_b(), [k.__name__ for k in D.__mro__]))
def assign(cls, v): cls.__bases__ = v
t(lambda: assign(C, ())); t(lambda: assign(C, [A])); t(lambda: assign(C, (1,))); t(lambda: assign(C, (D,))); t(lambda: assign(C, (C,)))
t(lambda: assign(C, (A, A))); t(lambda: assign(int, (A,))); t(lambda: assign(A, (int,)))
class P: __slots__ = ('x',)
t(lambda: assign(C, (P,))); t(lambda: delattr(C, '__bases__')); t(lambda: (d.who(), [k.__name__ for k in D.__mro__]))
t(lambda: delattr(C, '__name__')); t(lambda: delattr(C, '__module__')); t(lambda: setattr(C, '__name__', 'a\0b')); t(lambda: setattr(int, '__doc__', 1)); t(lambda: delattr(C, '__qualname__'))
from collections.abc import Sequence, Mapping
class S:
    def __init__(self, *v): self.v = v
    def __len__(self): return len(self.v)
    def __getitem__(self, i): return self.v[i]
class T(S): pass
def m(x):
    match x:
        case [a, b]: return 'seq', a, b
        case {}: return 'map'
        case _: return None
t(lambda: (m(S(1, 2)), m(T(3, 4))))
Sequence.register(S)
t(lambda: (m(S(1, 2)), m(T(3, 4)), Sequence.__flags__ >> 5 & 3, S.__flags__ >> 5 & 3, hasattr(S, '__abc_tpflags__')))
class Mp:
    def keys(self): return []
Mapping.register(Mp)
t(lambda: m(Mp()))
class Meta(type):
    def __new__(m, name, bases, ns, **kw):
        print('new', name, kw)
        return super().__new__(m, name, bases, ns)
    def __init__(cls, name, bases, ns, **kw): print('init', name, kw)
class X(metaclass=Meta): pass
t(lambda: type('Y', (X,), {}).__class__); t(lambda: type('Z', (X,), {}, k=1).__class__)
t(lambda: type.__new__(type, 'W', (X,), {}).__class__)
t(lambda: type('n', (), {}, a=1)); t(lambda: type('n')); t(lambda: type()); t(lambda: type.__new__(type, 'n')); t(lambda: type.__new__(type, 'n', ())); t(lambda: type('n', (5,), {}))
def f(a, b=2): 'doc f'; return a, b
def g(x): 'doc g'; return x
f.__code__ = g.__code__
t(lambda: (f(1), f.__name__, f.__doc__, f.__qualname__)); t(lambda: f(1, 2))
def outer():
    v = 1
    def inner(): return v
    return inner
t(lambda: setattr(f, '__code__', outer().__code__)); t(lambda: setattr(f, '__code__', 1)); t(lambda: delattr(f, '__code__'))
