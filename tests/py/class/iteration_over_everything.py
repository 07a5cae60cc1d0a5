# for over instances of every kind: __iter__, __getitem__, generators, dict views, files of lines.
class Bag:
    def __init__(self, *items): self.items = list(items)
    def __iter__(self): return iter(self.items)
    def __len__(self): return len(self.items)
class Squares:
    def __getitem__(self, i):
        if i >= 4: raise IndexError
        return i * i
class Pairs:
    def __iter__(self): yield from ((1, 'a'), (2, 'b'))
class Count:
    def __init__(self): self.n = 0
    def __iter__(self): return self
    def __next__(self):
        if self.n == 3: raise StopIteration
        self.n += 1
        return self.n
class Chain:
    def __init__(self, *parts): self.parts = parts
    def __iter__(self):
        for p in self.parts: yield from p
for obj in (Bag(3, 1, 2), Squares(), Pairs(), Count(), Chain('ab', Bag(1), Chain([2], ())), {'k': 'v'}.items(), 'é😀', range(3), b'ab', (x for x in 'xy'), zip('ab', 'cd'), map(str, [1]), enumerate('p'), reversed([1, 2]), iter([5]), frozenset([7])):
    out = []
    for x in obj: out.append(x)
    print(type(obj).__name__, out)
print(list(Bag(3, 1, 2)), sorted(Bag(3, 1, 2)), sum(Bag(1, 2)), max(Squares()), dict(Pairs()), [*Count()], (*Chain('a', 'b'),), {*Bag(1, 1)}, list(zip(Bag('x', 'y'), Squares())), 9 in Squares(), 10 in Squares(), 'a' in Chain('abc'), ''.join(Chain('ab', 'c')))
a, b, *c = Squares()
x, (y, z) = Chain([1], [Bag(2, 3)])
print(a, b, c, x, y, z, len(Bag(1, 2)), bool(Bag()), list(map(lambda p: p[1], Pairs())), all(Bag(1, 0)), any(Bag(0, 1)), tuple(filter(None, Bag(0, 2))), list(enumerate(Bag('q'), 5)))
class Bad:
    def __iter__(self): return [1]
class BadNext:
    def __iter__(self): return self
for obj in (Bad(), BadNext(), 5, None, object()):
    try:
        for x in obj: print('never')
    except TypeError as e:
        print(e)
