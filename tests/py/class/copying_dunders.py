# __class__ assignment, __eq__/__hash__ inheritance, __ne__, ordering by one method.
class P:
    def __init__(self, n): self.n = n
    def __eq__(self, o): return isinstance(o, P) and self.n == o.n
class Q(P):
    def __hash__(self): return hash(self.n)
class R(Q):
    def __eq__(self, o): return super().__eq__(o)
class S(R):
    __hash__ = Q.__hash__
def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
show(lambda: hash(P(1)))
show(lambda: hash(Q(1)) == hash(1))
show(lambda: hash(R(1)))
show(lambda: hash(S(1)) == hash(1))
print(P.__hash__, R.__hash__, P(1) == P(1), P(1) != P(1), P(1) != P(2), Q(1) == P(1), {Q(1): 'a'}[Q(1)], P(1) in [P(2), P(1)], [P(1)] == [P(1)], (P(1),) == (P(2),))
p = P(1)
p.__class__ = Q
print(type(p).__name__, hash(p) == hash(1))
class Lt:
    def __init__(self, n): self.n = n
    def __lt__(self, o): return self.n < o.n
print(Lt(1) < Lt(2), Lt(1) > Lt(2), sorted([Lt(3), Lt(1)])[0].n, min(Lt(2), Lt(1)).n)
show(lambda: Lt(1) <= Lt(2))
class Ne:
    def __ne__(self, o): return 'custom ne'
    def __eq__(self, o): return False
print(Ne() != 1, Ne() == 1, not Ne() == 1)
class Weird:
    def __eq__(self, o): return []
    def __lt__(self, o): return 'yes'
print(Weird() == 1, Weird() != 1, Weird() < 1, 1 > Weird(), 1 in [Weird()], bool(Weird() == 1))
