# Defaults are evaluated once, at definition, in the enclosing scope.
x = 1
def f(a=x, b=[]):
    b.append(a)
    return a, b
x = 2
print(f(), f(), f(9), f.__defaults__, f.__kwdefaults__)
def g(*, k=[x], j):
    return k, j
print(g(j=1), g.__kwdefaults__)
f.__defaults__ = ('changed', [])
print(f())
def h(a, b=lambda: 'called'):
    return b()
print(h(1), h(1, lambda: 2))
def order(a=print('a first'), b=print('b second')):
    pass
def i(x, y=1, *, z=2): pass
i.__kwdefaults__ = None
try:
    i(1)
except TypeError as e:
    print(e)
i.__defaults__ = None
try:
    i(1, z=1)
except TypeError as e:
    print(e)
