from itertools import *

def source(name, n):
    for i in range(n):
        print("make", name, i)
        yield i

it = chain(source("a", 1), source("b", 1))
print("made"); print(next(it)); print(next(it)); print(next(it, "end"))
s = source("s", 10)
print(list(islice(s, 1, 4, 2))); print("next is", next(s))
g = groupby(source("g", 4), key=lambda x: x // 2)
k1, first = next(g); print(k1); k2, second = next(g); print(k2, list(first), list(second))
z = zip_longest(source("x", 2), source("y", 1)); print(next(z)); print(next(z)); print(next(z, "end"))
a, b = tee(source("t", 2)); print(next(a)); print(next(b)); print(next(a)); print(list(b))
class Boom(Exception):
    pass
def bad(x):
    if x == 2:
        raise Boom(x)
    return x
m = starmap(bad, [(1,), (2,), (3,)])
print(next(m))
try:
    next(m)
except Boom as error:
    print("boom", error)
print(next(m))
f = filterfalse(lambda x: bad(x) > 2, iter([1, 2, 4, 1])); print(next(f))
try:
    next(f)
except Boom:
    print("boom again")
print(list(f))
p = pairwise(source("p", 3)); print(next(p)); print(list(p))
c = cycle(source("c", 2)); print([next(c) for _ in range(5)])
