# Generators suspended inside with and try blocks.
class CM:
    def __init__(self, n): self.n = n
    def __enter__(self):
        print('enter', self.n)
        return self
    def __exit__(self, *a):
        print('exit', self.n, a[0].__name__ if a[0] else None)
        return self.n == 'swallow'
def g():
    with CM('a'):
        yield 1
        with CM('b') as b:
            yield b.n
    with CM('swallow'):
        yield 3
        raise ValueError
    yield 4
print(list(g()))
i = g()
next(i), next(i)
i.close()
def h():
    for k in range(3):
        try:
            yield k
        except KeyError:
            yield 'caught %d' % k
        else:
            print('else', k)
i = h()
print(next(i), i.throw(KeyError), next(i), next(i), next(i, 'end'))
def loop_break():
    it = g()
    for x in it:
        if x == 'b':
            it.close()
            return x
        yield x
print(list(loop_break()))
