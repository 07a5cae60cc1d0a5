# functools.partial and bound arguments.
from functools import partial
def f(a, b=2, *c, d=4, **e): return a, b, c, d, e
p = partial(f, 1, d=5)
print(p(), p(9), p(9, 8, 7, d=0, z=1), p.func is f, p.args, p.keywords)
q = partial(p, 3, x=1)
print(q(), q.args, q.keywords, q.func is f)
print(list(map(partial(pow, 2), range(5))), partial(int, base=2)('101'), sorted(['b', 'A'], key=partial(str.lower)), partial(print, 'a', sep='-')('b'))
class A:
    def m(self, x, y): return y
    half = partial(m, None)
    @partial
    def deco(x): return x
print(partial(A().m, 1)(2), A().half(1), A.deco(5))
print(repr(partial(print, 1, sep='')).replace('functools.', ''), partial(f, 1) == partial(f, 1))
def show(g):
    try:
        print(g())
    except TypeError as e:
        print(e)
show(lambda: partial())
show(lambda: partial(5))
show(lambda: p(d=1, a=2))
show(lambda: partial(f)())
p.extra = 'attribute'
print(p.extra, p.__dict__)
