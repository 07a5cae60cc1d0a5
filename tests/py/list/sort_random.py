# Random sorts: kinds of keys, partly ordered things, exceptions and changes on the way.
class R:
    def __init__(self, s): self.s = s * 2654435761 % 2**32 + 1
    def n(self, k):
        self.s = (self.s * 1103515245 + 12345) % 2**31
        return (self.s >> 8) % k
    def c(self, seq): return seq[self.n(len(seq))]
class G:
    def __init__(self, v, i): self.v = v; self.i = i
    def __lt__(self, o): return self.v < o.v
    def __repr__(self): return 'G%r.%r' % (self.v, self.i)
class X:
    def __init__(self, v): self.v = v
    def __lt__(self, o):
        if self.v == 3: raise ValueError('three')
        return [] if self.v >= o.v else [1]
    def __repr__(self): return 'X%r' % self.v
def vals(r, kind, n):
    if kind == 0: return [r.n(n + 3) for _ in range(n)]
    if kind == 1: return [r.n(50) / 4 for _ in range(n)]
    if kind == 2: return ['s%d' % r.n(n + 1) for _ in range(n)]
    if kind == 3: return [(r.n(4), 'k%d' % r.n(5), i) for i in range(n)]
    if kind == 4: return [r.c([r.n(20), r.n(20) / 2, True, 10**20]) for _ in range(n)]
    if kind == 5: return [G(r.n(10), i) for i in range(n)]
    if kind == 6: return [X(r.n(12)) for i in range(n)]
    if kind == 7: return [r.c([r.n(9), 'x']) if i == n - 1 else r.n(9) for i in range(n)]
    if kind == 8: return [[r.n(3), [r.n(3)]] for i in range(n)]
    if kind == 9: return [r.c([float('nan'), r.n(9) / 1.0, 1.0]) for i in range(min(n, 60))]
    if kind == 10: return sorted(r.n(100) for _ in range(n)) + list(range(n, 0, -1)) + [5] * 10
    if kind == 11: return [{r.n(3), r.n(3)} for _ in range(min(n, 40))]
    if kind == 12: return [(r.n(3), G(r.n(3), i)) for i in range(n)]
def key(r):
    return r.c([None, None, None, lambda x: repr(x)[:2], lambda x: -len(repr(x)), repr, str, lambda x: (0, x)])
def run(seed):
    r = R(seed)
    for _ in range(10):
        a = vals(r, r.n(13), r.c([0, 1, 2, 3, 5, 10, 20, 40, 63, 64, 65, 100, 200, 500, 1000]))
        k = key(r); rev = r.n(2)
        try: b = sorted(a, key=k, reverse=rev); print(b)
        except Exception as e: print(type(e).__name__, e)
        try: a.sort(key=k, reverse=bool(rev)); print(a == b)
        except Exception as e: print(type(e).__name__, e, len(a))
for seed in range(2): run(seed)
l = [3, 1, 2]
def bad(x): l.append(x); return x
try: l.sort(key=bad)
except ValueError as e: print(e, l)
def look(x): print(l); return -x
l.sort(key=look); print(l)
def boom(x): 1 / 0
try: l.sort(key=boom)
except ZeroDivisionError: print(l)
