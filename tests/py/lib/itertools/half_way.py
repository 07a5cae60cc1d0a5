# Tools that go from what needs no guest code to what does, and back: nothing is lost on the way.
from itertools import *

class Number:
    def __init__(self, n):
        self.n = n
    def __add__(self, other):
        return Number(self.n + getattr(other, "n", other))
    def __radd__(self, other):
        return Number(self.n + other)
    def __eq__(self, other):
        return self.n == getattr(other, "n", other)
    def __hash__(self):
        return self.n
    def __bool__(self):
        return self.n % 2 == 1
    def __float__(self):
        return 0.0
    def __index__(self):
        return self.n
    def __repr__(self):
        return f"N{self.n}"

class Countdown:
    def __init__(self, n):
        self.n = n
    def __iter__(self):
        return self
    def __next__(self):
        if self.n == 0:
            raise StopIteration
        self.n -= 1
        return self.n

mixed = [0, 1, Number(1), Number(2), 3, Number(3), 2]
one_of = lambda: chain([1, 2], (x * 10 for x in (3, 4)), Countdown(2), "ab", iter([9]))
print(list(one_of()), list(chain.from_iterable(Countdown(0) for _ in range(3))))
print(list(islice(one_of(), 1, 8, 2)), list(islice(one_of(), Number(2), Number(5))))
print(list(batched(one_of(), 4)), list(batched(one_of(), 50)), list(batched(one_of(), 1)))
print(list(pairwise(one_of())), list(pairwise(Countdown(1))))
print(list(zip_longest(one_of(), Countdown(3), "x", fillvalue=0)))
print(list(accumulate(mixed)), list(accumulate(mixed, lambda a, b: b)), list(accumulate("abc", max)))
print(list(accumulate(Countdown(4), initial=Number(5))))
print(list(filterfalse(None, mixed)), list(takewhile(lambda x: Number(x == 0 or 1), mixed)))
print(list(dropwhile(lambda x: Number(int(x == 0)), mixed)), list(filterfalse({1: Number(1), 3: 2}.get, [1, 2, 3])))
print(list(compress(mixed, chain(mixed, mixed))), list(compress(one_of(), cycle((Number(1), 0)))))
print([(k, list(g)) for k, g in groupby(mixed)], [k for k, _ in groupby(one_of(), lambda x: type(x))])
print([(k, list(g)) for k, g in groupby(Countdown(7), key=lambda x: Number(x // 3))])
a, b = tee(one_of())
print([next(a) for _ in range(5)], list(b), list(a))
print(list(starmap(lambda *args: args, chain([(1, 2), [3]], ("ab" for _ in range(1)), [range(12)]))))
print(list(islice(cycle(one_of()), 22)), list(islice(count(Number(3), Number(2)), 3)))
print(list(product(Countdown(2), (x for x in "ab"), [5])), list(permutations(Countdown(3), 2)))
print(list(combinations(Countdown(3), 2)), list(combinations_with_replacement((x for x in "ab"), 2)))
deep = range(3)
for _ in range(200):
    deep = islice(chain(deep), 3)
print(list(deep))
deep = range(3)
for _ in range(12):
    deep = accumulate(chain(zip_longest(deep)), lambda a, b: b)
print(len(str(list(deep))))
