# Random operations on dicts, some with keys that have their own __eq__: results and order.
class R:
    def __init__(self, s): self.s = s * 2654435761 % 2**32 + 1
    def n(self, k):
        self.s = (self.s * 1103515245 + 12345) % 2**31
        return (self.s >> 8) % k
    def c(self, seq): return seq[self.n(len(seq))]
class G:
    n = 0
    def __init__(self, v): self.v = v
    def __hash__(self): return hash(self.v) % 7
    def __eq__(self, o): return self.v == (o.v if isinstance(o, G) else o)
    def __repr__(self): return 'G%r' % (self.v,)
class D(dict):
    def __missing__(self, k): return ('missing', k)
class M:
    def __init__(self, d): self.d = d
    def keys(self): return self.d.keys()
    def __getitem__(self, k): return self.d[k]
def val(r, g):
    k = r.n(12)
    if g and r.n(3) == 0: return G(r.n(12))
    return r.n(12) if k < 4 else 'k%d' % r.n(10) if k < 8 else r.n(12) / 2 if k < 9 else (r.n(3), 'x') if k < 10 else r.c([None, True, '', 10**20, (), frozenset([1]), b'x'])
def mk(r, g):
    n = r.c([0, 1, 2, 3, 5, 8, 9, 10, 20, 60])
    return {val(r, g): r.n(100) for _ in range(n)}
def other(r, g):
    k = r.n(5)
    if k == 0: return [(val(r, g), r.n(9)) for _ in range(r.n(12))]
    if k == 1: return M(mk(r, g))
    if k == 2: return iter([[val(r, g), r.n(9)] for _ in range(r.n(12))])
    if k == 3: return D(mk(r, g))
    return mk(r, g)
def run(seed, g):
    r = R(seed); a = mk(r, g); out = []
    for step in range(40):
        op = r.n(34); k = val(r, g); v = r.n(1000)
        try:
            if op == 0: a[k] = v
            elif op == 1: del a[k]
            elif op == 2: out.append(a[k])
            elif op == 3: out.append(a.get(k, 'none'))
            elif op == 4: out.append(a.pop(k))
            elif op == 5: out.append(a.pop(k, None))
            elif op == 6: out.append(a.popitem())
            elif op == 7: out.append(a.setdefault(k, v))
            elif op == 8: a.update(other(r, g))
            elif op == 9: a |= other(r, g)
            elif op == 10: a = a | mk(r, g)
            elif op == 11: out.append(k in a)
            elif op == 12: out.append((a == mk(r, g), a == dict(a), a != a.copy()))
            elif op == 13: a = dict(other(r, g))
            elif op == 14: a = D(a)
            elif op == 15: a = dict.fromkeys([val(r, g) for _ in range(r.n(15))], v)
            elif op == 16: out.append(list(reversed(a)))
            elif op == 17: out.append(sorted(map(repr, a.keys() & mk(r, g).keys())))
            elif op == 18: out.append(sorted(map(repr, a.items() | [(k, v)])))
            elif op == 19: out.append(sorted(map(repr, a.keys() - [k])))
            elif op == 20: out.append(sorted(map(repr, a.keys() ^ mk(r, g))))
            elif op == 21: out.append((a.keys() == mk(r, g).keys(), a.items() >= mk(r, g).items(), a.keys() <= set(a)))
            elif op == 22: out.append(((k, v) in a.items(), k in a.keys(), v in a.values()))
            elif op == 23:
                for x in list(a)[::2]: del a[x]
            elif op == 24:
                while len(a) > 3: a.popitem()
            elif op == 25: a.clear()
            elif op == 26:
                for _ in range(r.n(40)): a[val(r, g)] = r.n(5)
            elif op == 27: out.append(list(zip(a, a.values(), a.items()))[:5])
            elif op == 28: out.append(repr(a))
            elif op == 29:
                for x in a: a[val(r, g)] = 1
            elif op == 30:
                it = iter(a)
                while a: del a[next(iter(a))]
                out.append(list(a))
            elif op == 31: out.append((a.keys().isdisjoint([k]), list(reversed(a.items()))[:3], list(reversed(a.values()))[:3]))
            elif op == 32: a = {**a, **mk(r, g), k: v}
            elif op == 33: a.update({'q': 1}, z=v, k1=2)
        except Exception as e: out.append((type(e).__name__, str(e)))
        out.append(list(a.items()))
    print(seed, out)
for seed in range(6): run(seed, seed % 2)
