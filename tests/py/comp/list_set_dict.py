# Comprehensions with conditions, nesting and several loops.
print([x * x for x in range(5)], [x for x in range(10) if x % 2 if x > 3], [(x, y) for x in range(3) for y in 'ab' if x], [[j for j in range(i)] for i in range(4)])
print({x % 3 for x in range(9)}, {x: x * x for x in range(4)}, {k: v for k, v in [('a', 1), ('b', 2)]}, {v: k for k, v in {'x': 1}.items()}, {**{i: 0 for i in range(2)}})
print([a + b for a, b in zip('ab', 'cd')], [x for [x] in ([1], [2])], [y for x in [[1, 2], [3]] for y in x], [x if x else 'zero' for x in range(2)], [*(x for x in range(3))])
print([i for i in range(5) if i != 2 and (i < 4 or i > 10)], [(i, j) for i in range(3) for j in range(i, 3) if (i + j) % 2 == 0], [f'{i}' for i in range(3)], [lambda: 0 for _ in range(2)].__len__())
first = [1, 2, 3]
print([first for first in first], first, [x for x, *_ in ['abc', 'de']], sum([1 for _ in 'abcd']), [() for _ in range(2)])
m = [[1, 2, 3], [4, 5, 6]]
print([[r[i] for r in m] for i in range(3)], [x for r in m for x in r if x % 2], {(i, j): m[i][j] for i in range(2) for j in range(3) if j != 1})
