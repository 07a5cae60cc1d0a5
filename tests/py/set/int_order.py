# Sets of numbers print in CPython's table order.
print({3, 1, 2}, {10, 20, 30, 5}, {100, 1, 50}, set(range(10)), {8, 0, 16, 1}, {-1, -2, 0, 1}, {1.5, 2.5, 0.5})
print(set(range(0, 100, 7)), {2 ** 61, 1, 2}, {64, 32, 16, 8, 4, 2, 1}, {1000, 2000, 3000, 4000})
s = set()
for i in (33, 1, 65, 97, 0, 129, 5):
    s.add(i)
    print(s)
s.discard(65)
s.add(161)
print(s, s.pop(), s.pop(), s)
print({True, 2, 3.0}, {(1, 2), (3, 4)}, {None, 1} == {1, None}, set(range(20, 0, -3)), frozenset({9, 8, 7}))
print({1, 2, 3} | {9, 10, 17, 25}, {1, 2, 3} & {3, 2}, {5, 40, 12} - {40}, {5, 40} ^ {12, 5})
