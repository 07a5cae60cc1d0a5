# repr of sets, empty, nested, in subclasses.
print(set(), {1}, {'a'}, frozenset(), frozenset({1}), [set()], {(): set()}, {frozenset()})
class S(set):
    pass
class F(frozenset):
    pass
print(S(), S([1]), F(), F([1]))
class R:
    def __repr__(self):
        return 'R'
print({R()}, frozenset([R()]))
s = S()
class H:
    def __hash__(self):
        return 0
    def __repr__(self):
        return repr(s)
s.add(H())
print(s)
