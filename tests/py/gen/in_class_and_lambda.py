# yield in lambdas, methods, nested expressions and arguments.
f = lambda: (yield 5)
print(list(f()))
def g():
    x = [(yield 1), (yield 2)]
    print(x)
    y = {'k': (yield 3)}
    print(y)
    print((yield 4) + (yield 5))
    z = f'{(yield 6)}'
    print(z)
    return (yield)
it = g()
print(next(it), it.send('a'), it.send('b'), it.send('c'), it.send(10), it.send(20), it.send('f'))
try:
    it.send('last')
except StopIteration as e:
    print(e.value)
class Tree:
    def __init__(self, *kids): self.kids = kids
    def __iter__(self):
        for k in self.kids:
            yield k
            if isinstance(k, Tree):
                yield from k
    def __repr__(self): return 'T%d' % len(self.kids)
print(list(Tree(1, Tree(2, 3), 4)), 3 in Tree(Tree(3)))
def w():
    while (x := (yield)) is not None:
        print('x', x)
i = w()
next(i)
i.send(1)
i.send(2)
print(next(i, 'done'))
