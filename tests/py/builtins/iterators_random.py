# Random towers of enumerate, zip, map and filter over iterators of every kind.
class R:
    def __init__(self, s): self.s = s * 2654435761 % 2**32 + 1
    def n(self, k):
        self.s = (self.s * 1103515245 + 12345) % 2**31
        return (self.s >> 8) % k
    def c(self, seq): return seq[self.n(len(seq))]
class It:
    def __init__(self, n, log, name): self.n = n; self.i = 0; self.log = log; self.name = name
    def __iter__(self): return self
    def __next__(self):
        self.log.append(self.name + str(self.i))
        if self.i >= self.n:
            if self.n == 3: raise ValueError('three')
            raise StopIteration
        self.i += 1
        return self.i * 10
class S:
    def __init__(self, n): self.k = n
    def __getitem__(self, i):
        if i >= self.k: raise IndexError
        return i * i
    def __len__(self): return self.k
class B:
    def __init__(self, v): self.v = v
    def __bool__(self): return bool(self.v)
    def __repr__(self): return 'B%r' % self.v
def gen(n, log):
    for i in range(n):
        log.append('g%d' % i)
        yield i
def src(r, log):
    k = r.n(14); n = r.n(6)
    return [lambda: list(range(n)), lambda: tuple('abc'[:n]), lambda: 'xyz\u00e9'[:n], lambda: range(n), lambda: {i: i for i in range(n)}, lambda: {1, 2, 3}, lambda: It(n, log, r.c('pq')), lambda: gen(n, log), lambda: S(n), lambda: zip(range(n), 'abcd'), lambda: map(str, range(n)), lambda: enumerate([B(0), B(1)][:n]), lambda: reversed(range(n)), lambda: iter([0, 1, '', 'a', None, B(0), B(2)])][k]()
def comp(r, log, d):
    if d == 0: return src(r, log)
    k = r.n(9); a = comp(r, log, d - 1)
    if k == 0: return enumerate(a, r.c([0, 5, -3, 2**49 - 2, 10**20]))
    if k == 1: return zip(a, comp(r, log, d - 1))
    if k == 2: return zip(a, src(r, log), src(r, log), strict=True)
    if k == 3: return map(lambda x: (log.append('f'), x)[1], a)
    if k == 4: return map(lambda *x: x, a, src(r, log))
    if k == 5: return filter(None, a)
    if k == 6: return filter(lambda x: x != 2, a)
    if k == 7: return map(r.c([str, repr, bool, lambda x: 1 / (x if isinstance(x, int) else 1)]), a)
    return map(int, map(str, range(4))) if r.n(2) else map(lambda a, b: (a, b), a, src(r, log), strict=bool(r.n(2)))
def run(seed):
    r = R(seed)
    for _ in range(12):
        log = []; out = []
        try:
            it = comp(r, log, r.n(4)); 
            k = r.n(5)
            if k == 0: out.append(list(it))
            elif k == 1:
                for x in it: out.append(x)
            elif k == 2:
                it = iter(it)
                for _ in range(9):
                    try: out.append(next(it))
                    except StopIteration: out.append('stop')
                    except ValueError as e: out.append(str(e))
            elif k == 3: out.append(tuple(it))
            else: a, *b = it; out.append((a, b))
        except Exception as e: out.append((type(e).__name__, str(e)))
        print(out, log)
for seed in range(15): run(seed)
n = 0
def f():
    global n
    n += 1
    return n
print(list(iter(f, 5)))
it = iter(f, 8)
print(next(it), next(it), next(it, 'end'), next(it, 'end'), n)
def g():
    raise StopIteration
print(list(iter(g, 1)))
print([*reversed(S(4))], list(S(3)), list(reversed((1, 2, 3))), list(reversed('abc')), list(reversed({1: 2, 3: 4})))
x = [1, 2, 3]
it = iter(x)
print(next(it), it.__length_hint__()); x.append(4); print(list(it), list(it)); x.append(5); print(list(it))
e = enumerate('ab'); print(next(e), list(e), list(e))
z = zip([1, 2], [3]); print(list(z), list(z))
deep = iter(range(3))
for _ in range(300): deep = enumerate(deep)
print(str(next(deep))[:40])
