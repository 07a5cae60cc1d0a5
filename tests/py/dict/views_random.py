# Random set operations of dict views with each other and with other things.
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
    v = r.c([r.n(30), r.n(8) / 2, (r.n(3), 1)])
    return G(v) if g and r.n(3) == 0 else v
def mk(r, g): return {val(r, g): r.n(3) for _ in range(r.c([0, 1, 2, 5, 9, 20]))}
def side(r, g):
    d = mk(r, g)
    return r.c([d.keys(), d.items(), set(d), frozenset(d.items()), list(d), tuple(d.items()), d, iter(d), set(d.items())])
import operator
for seed in range(4):
    r = R(seed)
    for _ in range(20):
        g = r.n(2)
        d = mk(r, g); a = r.c([d.keys(), d.items(), d.keys(), d.items(), side(r, g)]); b = r.c([side(r, g), a, d.keys(), d.items()])
        for f in (operator.and_, operator.or_, operator.sub, operator.xor):
            if r.n(2): continue
            x, y = (a, b) if r.n(3) else (b, a)
            if not isinstance(a, type(d.keys())) and not isinstance(a, type(d.items())): continue
            try: print(f(x, y))
            except Exception as e: print(type(e).__name__, e)
        try: print(a == b, a <= b, a < b, a >= b, a > b, a != b)
        except Exception as e: print(type(e).__name__)
        try: print(a.isdisjoint(b))
        except Exception as e: print(type(e).__name__)
