# / and * in every combination, with defaults and collectors.
def a(x, /): return x
def b(x, /, y): return x, y
def c(x, *, y): return x, y
def d(x, /, y, *, z): return x, y, z
def e(x=1, /, y=2, *, z=3): return x, y, z
def f(*, y=1, z): return y, z
def g(x, /, **k): return x, k
def h(*a, z=0, **k): return a, z, k
def show(fn):
    try:
        print(fn())
    except TypeError as err:
        print(err)
for call in (lambda: a(1), lambda: a(x=1), lambda: b(1, 2), lambda: b(1, y=2), lambda: b(x=1, y=2), lambda: c(1, y=2), lambda: c(1, 2), lambda: c(x=1, y=2), lambda: d(1, 2, z=3), lambda: d(1, y=2, z=3), lambda: d(1, 2, 3), lambda: d(1, 2), lambda: d(x=1, y=2, z=3),
             lambda: e(), lambda: e(5), lambda: e(5, 6), lambda: e(5, y=6, z=7), lambda: e(z=0), lambda: e(x=0), lambda: e(1, 2, 3), lambda: f(z=1), lambda: f(), lambda: f(1), lambda: f(y=0, z=0), lambda: g(1, x=2), lambda: g(x=1), lambda: g(1, y=2, z=3), lambda: g(),
             lambda: h(), lambda: h(1, 2, z=3, w=4), lambda: h(*'ab', **{'z': 1, 'q': 2}), lambda: h(z=1), lambda: h(**{'a': 1}), lambda: e(*(1, 2), **{'z': 9}), lambda: d(*[1], **{'y': 2, 'z': 3})):
    show(call)
print(a.__code__.co_posonlyargcount, d.__code__.co_kwonlyargcount, h.__code__.co_varnames, e.__defaults__, e.__kwdefaults__)
