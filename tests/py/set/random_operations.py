# Random operations on sets, some with items that have their own __eq__: results and order.
class R:
    def __init__(self, s): self.s = s * 2654435761 % 2**32 + 1
    def n(self, k):
        self.s = (self.s * 1103515245 + 12345) % 2**31
        return (self.s >> 8) % k
    def c(self, seq): return seq[self.n(len(seq))]
class G:
    def __init__(self, v): self.v = v
    def __hash__(self): return hash(self.v)
    def __eq__(self, o): return self.v == (o.v if isinstance(o, G) else o)
    def __repr__(self): return 'G%r' % (self.v,)
def val(r, g):
    k = r.n(10)
    v = r.n(60) - 10 if k < 5 else r.n(1000) * 37 if k < 7 else (r.n(40)) / 2 if k < 8 else (r.n(5), r.n(5)) if k < 9 else r.c([None, True, False, 2**61, 10**20, frozenset([r.n(3)])])
    if g and r.n(3) == 0: return G(v)
    return v
def mk(r, g):
    k = r.n(6); n = r.c([0, 1, 2, 3, 5, 8, 20, 60])
    vals = [val(r, g) for _ in range(n)]
    if k == 0: return frozenset(vals)
    if k == 1: return {v for v in vals}
    s = set()
    for v in vals: s.add(v)
    return s
def run(seed, g):
    r = R(seed)
    a = mk(r, g); out = []
    for step in range(30):
        op = r.n(26)
        b = r.c([mk(r, g), a, mk(r, g), [val(r, g) for _ in range(r.n(30))], {val(r, g): 1 for _ in range(r.n(9))}])
        try:
            if op == 0: a = a | b
            elif op == 1: a = a & b
            elif op == 2: a = a - b
            elif op == 3: a = a ^ b
            elif op == 4: a = a.union(b, [val(r, g)])
            elif op == 5: a = a.intersection(b)
            elif op == 6: a = a.difference(b)
            elif op == 7: a = a.symmetric_difference(b)
            elif op == 8: a |= b
            elif op == 9: a &= b
            elif op == 10: a -= b
            elif op == 11: a ^= b
            elif op == 12: a.update(b)
            elif op == 13: a.intersection_update(b)
            elif op == 14: a.difference_update(b)
            elif op == 15: a.symmetric_difference_update(b)
            elif op == 16: out.append((a == b, a < b, a <= b, a > b, a >= b, a != b))
            elif op == 17: out.append((a.isdisjoint(b), a.issubset(b), a.issuperset(b)))
            elif op == 18: out.append(a.pop())
            elif op == 19: v = val(r, g); a.add(v); out.append(v in a)
            elif op == 20: a.discard(val(r, g))
            elif op == 21: a.remove(val(r, g))
            elif op == 22: a = set(b)
            elif op == 23: a = a.copy()
            elif op == 24: out.append(hash(frozenset(a)) if not g else 0)
            elif op == 25:
                for _ in range(r.n(40)): a.add(val(r, g))
                for _ in range(r.n(40)): a.discard(val(r, g))
        except Exception as e: out.append((type(e).__name__, str(e)))
        out.append(list(a)); out.append(len(a))
    print(seed, out)
for seed in range(5): run(seed, seed % 2)
