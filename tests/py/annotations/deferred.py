# PEP 649: annotations are evaluated when asked for, in their scope.
def f(x: int, y: Undefined = 1, *a: 'str', k: list[int] = None, **kw: dict) -> bool:
    pass
try:
    f.__annotations__
except NameError as e:
    print(e)
Undefined = float
print(f.__annotations__)
print(f.__annotate__(1), type(f.__annotate__).__name__)
class C:
    a: int
    b: 'str' = 'x'
    c: Later
    def m(self, o: C) -> C: pass
class Later: pass
print(C.__annotations__, C.b, hasattr(C, 'a'), C.m.__annotations__)
x: int = 5
y: str
(z): int = 1
print(x, __annotations__ if '__annotations__' in globals() else 'none here')
d = {}
d['k']: int = 3
print(d)
def g():
    v: undefined_and_never_evaluated = 1
    w: print('not evaluated')
    return v
print(g(), g.__annotations__)
def h(): pass
print(h.__annotations__, h.__annotate__)
h.__annotations__ = {'x': 1}
print(h.__annotations__)
try:
    f.__annotate__(2)
except NotImplementedError as e:
    print(type(e).__name__)
