# frozenset: hashable, mixes with set, keeps the left operand's type.
f = frozenset([1, 2, 3])
print(f, len(f), 2 in f, f == {1, 2, 3}, {1, 2, 3} == f, hash(f) == hash(frozenset([3, 2, 1])), frozenset(), frozenset(f) is f)
print(type(f | {1}), type({1} | f), f & {1, 9}, {1, 9} & f, f - {1}, f ^ {1}, f.union([4]), f.intersection([1]), f.copy() is f)
print({f: 'v'}[frozenset([1, 2, 3])], {f, frozenset([1, 2, 3])}, frozenset([1]) < f, f.issuperset({1}))
print(hash(frozenset()), hash(frozenset([1])), hash(frozenset([1, 2])), hash(frozenset([0, -1])), f in {f}, {1, 2, 3} in {f})
f2 = f
f2 |= {4}
print(f, f2)
class F(frozenset):
    pass
print(F([1]), F([1]) == {1}, type(F([1]) | {2}), type(F([1]).union([2])))
