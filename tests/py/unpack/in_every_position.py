# Unpacking in for, comprehension, with, return, yield, call, display, subscript and nested functions.
data = [(1, (2, [3, 4])), (5, (6, [7, 8]))]
for a, (b, [c, d]) in data: print(a, b, c, d)
print([(a, d) for a, (b, [c, d]) in data], {a: c for a, (_, [c, *_]) in data}, [x for a, (b, cs) in data for x in (a, b, *cs)])
for i, (a, (b, *rest)) in enumerate(data): print(i, a, b, rest)
for (k, v), n in zip({'x': 1, 'y': 2}.items(), 'ab'): print(k, v, n)
def ret(): return 1, *range(2), *'ab'
def gen():
    yield 1, *[2]
    x, *y = yield
    yield y, x
g = gen()
print(ret(), next(g), next(g), g.send('xyz'))
first, *middle, last = 'unpack'
print(first, middle, last, [*middle, first], {*'aa'} == {'a'}, (*(), *[]), [*{}, *{'k': 1}], {**{}, **{'a': 1}})
(a, b), c, *[d, e] = (1, 2), 3, 4, 5
print(a, b, c, d, e)
[(a, b), *c] = [[1, 2]]
print(a, b, c)
a, b = b, a = 3, 4
print(a, b)
x = [0, 1, 2]
i = 0
i, x[i] = 2, 'changed'
print(i, x)
def f(a, /, b, *c, d, **e): return a, b, c, d, e
print(f(*'ab', *[1, 2], **{'d': 3}, **{'z': 4}), f(1, *(), b=2, d=3), max(*[1, 5], *(3,)), print(*[1, 2], sep='-'))
(lambda *a, **k: print(a, k))(*range(2), **{'x': 1})
*a, = b'ab'
*b, = {'k': 'v'}
*c, = (i for i in 'xy')
print(a, b, c)
with __import__('contextlib').nullcontext((1, [2, 3])) as (p, (q, *r)): print(p, q, r)
