# Builtins that loop over tools which call functions: the items come one by one, in order, and only those.
from itertools import *

log = []

def noted(x):
    log.append(x)
    return x

def gen(n):
    for i in range(n):
        log.append(f"g{i}")
        yield i

def small(x):
    return noted(x) < 6

def show(*what):
    print(*what, "|", *log)
    log.clear()

show(list(takewhile(small, count())), tuple(filterfalse(small, range(9))))
show(sum(takewhile(small, count(1))), max(accumulate([3, 1, 2], lambda a, b: a - b)), min(dropwhile(small, [7, 3, 9])))
show(any(filterfalse(small, count(4))), all(takewhile(noted, [1, 2, 0, 3])))
show([(k, sum(g)) for k, g in groupby(range(9), lambda x: x // 4)], [max(g) for _, g in groupby(gen(5), small)])
show(sorted(chain(gen(2), map(noted, [5, 4]))), 7 in chain(gen(3), [7, noted]), {*islice(gen(9), 2, 5)})
groups = groupby(range(6), lambda x: x // 3)
_, first = next(groups)
show(next(first), sum(first), list(first), [list(g) for _, g in groups])
show(list(starmap(sum, [([1, 2],), (takewhile(small, [1, 9]), 10)])), list(map(max, [[1, 2], filterfalse(small, [7, 8])])))
show(sum(map(sum, (g for _, g in groupby([1, 1, 2], noted)))), list(accumulate(accumulate(range(4), lambda a, b: a + b), max)))
show(dict(zip(takewhile(small, "ab" and [1, 2, 8]), filterfalse(small, count(5)))), ",".join(takewhile(lambda s: s, ["a", "b", ""])))
show(list(batched(filterfalse(small, range(11)), 2)), list(pairwise(accumulate([1, 2, 3], lambda a, b: b))))
show(list(islice(filterfalse(lambda x: x % 2, count()), 3, 9, 2)), *zip_longest(takewhile(small, [1, 9]), gen(2)))
a, *b, c = takewhile(small, count())
show(a, b, c)

class Loop:
    def __init__(self):
        self.n = 0
    def __iter__(self):
        return self
    def __next__(self):
        self.n += 1
        if self.n > 3:
            raise StopIteration
        return self.n
    __lt__ = __add__ = None

class Tool(takewhile):
    def __next__(self):
        return -super().__next__()

show(list(Tool(small, Loop())), sum(Tool(small, [1, 2, 9])), list(chain(Tool(small, [4]), Loop())))
inner = takewhile(small, [1, 2])
show(max(map(inner.__next__.__call__.__self__.__class__.__next__, [inner, inner]), default=inner))
show(min(starmap(inner.__class__.__next__, [(takewhile(small, [5, 1]),)]), default=inner))
for consume in (list, sum, max, any, set, sorted, tuple):
    def bad(x):
        if noted(x) == 2:
            raise KeyError(x)
        return 0
    it = filterfalse(bad, [0, 1, 2, 3])
    try:
        print(consume(it))
    except KeyError as error:
        show(consume.__name__, error, list(it))
try:
    sum(accumulate([1, 2, "x", 3], lambda a, b: b))
except TypeError as error:
    print(error)
