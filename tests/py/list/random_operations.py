# Random operations on lists and tuples: indices, slices, searching, comparing.
class R:
    def __init__(self, s): self.s = s * 2654435761 % 2**32 + 1
    def n(self, k):
        self.s = (self.s * 1103515245 + 12345) % 2**31
        return (self.s >> 8) % k
    def c(self, seq): return seq[self.n(len(seq))]
class G:
    def __init__(self, v): self.v = v
    def __eq__(self, o): return self.v == (o.v if isinstance(o, G) else o)
    def __lt__(self, o): return self.v < (o.v if isinstance(o, G) else o)
    def __gt__(self, o): return self.v > (o.v if isinstance(o, G) else o)
    def __le__(self, o): return self.v <= (o.v if isinstance(o, G) else o)
    def __repr__(self): return 'G%r' % (self.v,)
class I:
    def __init__(self, v): self.v = v
    def __index__(self): return self.v
class L(list): pass
class T(tuple): pass
def val(r, g):
    k = r.n(9)
    if g and r.n(3) == 0: return G(r.n(6))
    return r.n(6) if k < 5 else r.n(12) / 2 if k < 6 else r.c(['a', 'b', None, 10**20, (1, 2), [1], [2, [3]]])
def mk(r, g): return [val(r, g) for _ in range(r.c([0, 1, 2, 3, 5, 8, 13, 30]))]
def idx(r, n):
    k = r.n(8)
    i = r.n(2 * n + 6) - n - 3
    return I(i) if k == 0 else r.c([True, 10**30, -10**30, 'x', 1.5, None]) if k == 1 and r.n(2) else i
def sl(r, n):
    f = lambda: None if r.n(3) == 0 else idx(r, n)
    return slice(f(), f(), r.c([None, None, 1, 2, -1, -2, 3, 0, I(2), 10**20, -10**20]))
def seq(r, g): return r.c([lambda x: x, tuple, iter, L, T])(mk(r, g)) if r.n(6) else r.c([5, None, 'xyz', {1: 2}])
def run(seed, g):
    r = R(seed); a = mk(r, g); out = []
    for step in range(40):
        op = r.n(36); v = val(r, g); n = len(a)
        try:
            if op == 0: a.append(v)
            elif op == 1: a.extend(seq(r, g))
            elif op == 2: a.insert(idx(r, n), v)
            elif op == 3: out.append(a.pop())
            elif op == 4: out.append(a.pop(idx(r, n)))
            elif op == 5: a.remove(v)
            elif op == 6: out.append(a.index(v))
            elif op == 7: out.append(a.index(v, idx(r, n), idx(r, n)))
            elif op == 8: out.append(a.count(v))
            elif op == 9: a.reverse()
            elif op == 10: out.append(a[idx(r, n)])
            elif op == 11: a[idx(r, n)] = v
            elif op == 12: del a[idx(r, n)]
            elif op == 13: out.append(a[sl(r, n)])
            elif op == 14: a[sl(r, n)] = seq(r, g)
            elif op == 15: del a[sl(r, n)]
            elif op == 16: a = a + mk(r, g)
            elif op == 17: a += seq(r, g)
            elif op == 18: a = a * r.c([0, 1, 2, I(2), -1, 'x', 1.5])
            elif op == 19: a *= r.c([0, 1, 2, I(1), True, 'x'])
            elif op == 20: out.append(v in a)
            elif op == 21: b = mk(r, g); out.append((a == b, a != b))
            elif op == 22: b = r.c([mk(r, g), a[:], a + [1], a[:-1]]); out.append((a == b, a < b, a <= b, a > b))
            elif op == 23: out.append((tuple(a) == tuple(b), tuple(a)[sl(r, n)]))
            elif op == 24: out.append(tuple(a)[idx(r, n)])
            elif op == 25: out.append((tuple(a).index(v), tuple(a).count(v)))
            elif op == 26: a = a[:20]
            elif op == 27: out.append(list(reversed(a)))
            elif op == 28: out.append(repr(tuple(a)))
            elif op == 29: a = list(seq(r, g))
            elif op == 30: a.clear()
            elif op == 31: a = a.copy()
            elif op == 32: out.append(hash(tuple(x for x in a[:3] if not isinstance(x, str))) if not g else 0)
            elif op == 33: out.append(a + seq(r, g))
            elif op == 34: out.append(2 * a[:3] + L([1]) + [])
            elif op == 35: a[sl(r, n)] = a
        except Exception as e: out.append((type(e).__name__, str(e)))
        a = a[:60]
        out.append(a[:])
    print(seed, out)
b = []
for seed in range(6): run(seed, seed % 2)
