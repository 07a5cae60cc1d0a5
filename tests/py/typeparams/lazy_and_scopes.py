# Bounds, defaults and alias values are evaluated lazily, in their own scope.
def note(x):
    print('evaluated', x)
    return x
type Lazy = note('value')
print('made')
print(Lazy.__value__, Lazy.__value__)
def f[T: note('bound') = note('default')](): return T
print('defined')
T = f()
print(T.__bound__, T.__default__)
type Broken = missing
try:
    Broken.__value__
except NameError as e:
    print(e)
missing = 'now here'
print(Broken.__value__)
class C[T]:
    x = 'class'
    def m[U](self): return T, U, __class__.__name__
    type Inner = tuple[T, x]
print(C().m(), C.Inner.__value__)
T = 'global T'
def g[T](a=T): return a, T
print(g())
def deco(f): return f
@deco
def h[X](): return X
print(h())
type A = B
type B = A
print(A.__value__, B.__value__, A.__module__)
def outer():
    y = 5
    def inner[T](z=y): return y, z, T
    return inner()
print(outer())
x = 10
class D[T](deco(dict)):
    y = x
    x = 20
    z = x
print(D.y, D.z)
async def co[T](): return T
print(co.__type_params__)
