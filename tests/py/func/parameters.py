# All kinds of parameters and how arguments bind to them.
def f(a, b=2, /, c=3, *d, e, f=6, **g):
    return a, b, c, d, e, f, g
print(f(1, e=5), f(1, 2, 3, 4, 5, e=0), f(1, e=5, f=7, z=9, a=10), f(*[1, 2], c=8, e=1), f(1, **{'e': 2, 'x': 3}))
def kw(*, a, b=2):
    return a, b
print(kw(a=1), kw(b=0, a=5))
def pos(a, /, b):
    return a, b
print(pos(1, 2), pos(1, b=3))
def var(*args, **kwargs):
    return args, kwargs
print(var(), var(1, 2), var(a=1), var(1, a=2, *[3], **{'b': 4}))
def defaults(a, b=[], c=None):
    b.append(a)
    return b, c
print(defaults(1)[0] is defaults(2)[0], defaults(3))
lam = lambda a, *b, c=1, **d: (a, b, c, d)
print(lam(1), lam(1, 2, c=3, e=4), (lambda: 5)(), (lambda *a: a)(1, 2))
def name_clash(self, /, **kw):
    return self, kw
print(name_clash(1, self=2))
