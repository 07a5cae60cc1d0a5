# Iterator classes with state, separate iterators, and broken ones.
class Countdown:
    def __init__(self, n): self.n = n
    def __iter__(self):
        n = self.n
        while n:
            yield n
            n -= 1
class Once:
    def __init__(self, items): self.items = items
    def __iter__(self): return self
    def __next__(self):
        if not self.items: raise StopIteration
        return self.items.pop(0)
c, o = Countdown(3), Once([1, 2, 3])
print(list(c), list(c), list(o), list(o), [(a, b) for a in c for b in c if a < b])
print(max(c), sum(c), 2 in c, sorted(c), tuple(c), set(c) == {1, 2, 3}, dict(zip(c, 'abc')), [*c, *c], *c)
x, *y = c
print(x, y, list(map(str, c)), list(filter(lambda v: v > 1, c)), ' '.join(str(v) for v in c), list(enumerate(c)))
class Raises:
    def __init__(self): self.n = 0
    def __iter__(self): return self
    def __next__(self):
        self.n += 1
        if self.n == 3: raise KeyError('in next')
        return self.n
def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
show(lambda: list(Raises()))
show(lambda: [v for v in Raises()])
show(lambda: sum(Raises()))
show(lambda: 9 in Raises())
show(lambda: ''.join(Raises()))
show(lambda: dict(Raises()))
def loop():
    got = []
    try:
        for v in Raises(): got.append(v)
    except KeyError: pass
    return got
show(loop)
class Restart:
    def __init__(self): self.n = 0
    def __iter__(self): return self
    def __next__(self):
        self.n += 1
        if self.n % 3 == 0: raise StopIteration
        return self.n
r = Restart()
print(list(r), list(r), next(r, 'end'))
class NoStop:
    def __iter__(self): return self
    def __next__(self): return 1
for i, v in enumerate(NoStop()):
    if i > 2: break
print(i, v)
