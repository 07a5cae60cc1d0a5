# What is left of a tool after an iterator or a function it asked has raised.
from itertools import *

class Source:
    def __init__(self, *items):
        self.items = list(items)
    def __iter__(self):
        return self
    def __next__(self):
        if not self.items:
            raise StopIteration("end")
        item = self.items.pop(0)
        if item is None:
            raise KeyError("source")
        return item

def picky(x, *more):
    if x == 2:
        raise ValueError("picky")
    return x

class Unsure:
    def __bool__(self):
        raise TypeError("no truth")
    def __eq__(self, other):
        raise TypeError("no order")
    def __repr__(self):
        return "Unsure"

def drain(it, n=7):
    out = []
    for _ in range(n):
        try:
            item = next(it)
            out.append((item[0], list(item[1])) if isinstance(it, groupby) else item)
        except Exception as error:
            out.append(f"{type(error).__name__}{error.args}")
    print(type(it).__name__, *out)

s = lambda: Source(1, 3, None, 4, 5)
for it in (chain(s(), "a"), islice(s(), 9), islice(s(), 3, None), batched(s(), 2), batched(s(), 3), pairwise(s()),
           zip_longest(s(), "abcdef"), accumulate(s()), cycle(s()), tee(s())[0], groupby(s()), starmap(picky, s()),
           compress(s(), count(1)), compress("abcdefg", s()), takewhile(bool, s()), dropwhile(bool, s()),
           filterfalse(lambda x: 0, s()), chain.from_iterable(Source("ab", None, "c", 5, "d"))):
    drain(it)
for tool in (takewhile, dropwhile, filterfalse):
    drain(tool(picky, [1, 2, 3, 0, 2, 4]))
    drain(tool(lambda x: x, [1, Unsure(), 3, 0, Unsure(), 4]))
drain(accumulate([1, 2, 3], lambda a, b: picky(b)))
drain(accumulate([1, "a", 3, [], 4]))
drain(groupby([1, 1, 2, 3, 3], picky))
drain(groupby([1, Unsure(), 3, 3]))
drain(filterfalse(None, [0, Unsure(), ""]))
drain(batched("abc", 2, strict=True), 3)
drain(starmap(picky, [(1,), (2,), 5, (), (3, 3)]))
drain(chain([1], 5, [2]))
for f, *args in ((cycle, 5), (zip_longest, "a", 5), (product, "a", 5), (permutations, 5), (compress, 5, 5), (tee, 5),
                 (chain.from_iterable, 5), (islice, 5, 1), (batched, 5, 1), (groupby, None), (product, s())):
    try:
        print(f(*args))
    except Exception as error:
        print(type(error).__name__, error)
