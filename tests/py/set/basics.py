# Sets of ints: displays, operators, comparisons.
a, b = {1, 2, 3}, {2, 3, 4}
print(a & b, a | b, a - b, a ^ b, b - a, a == {3, 2, 1}, a < b, {2} < a, a <= a, a > {1}, a >= {1, 2, 3}, a != b)
print(len(a), 1 in a, 9 in a, set(), set([1, 1, 2]), {*range(3)}, {x % 3 for x in range(10)}, set('a'), set({'k': 1}), bool(set()), bool({0}))
a &= {1, 2}
print(a)
a |= {7}
a ^= {1, 100}
a -= {7}
print(sorted(a), {1, 1.0, True}, {(1, 2), (1, 2)}, frozenset([1]) == {1}, {frozenset([1])} == {frozenset([1])})
print(sorted({3, 1, 2}), sum({1, 2}), max({1, 5}), sorted(set('hello')), list({5}), {1} & {2}, repr({1} & {2}))
for x in {42}:
    print(x)
