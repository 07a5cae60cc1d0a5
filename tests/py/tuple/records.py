# Tuples as records, keys and in comparisons.
people = [('bob', 25, 1.8), ('alice', 30, 1.7), ('carol', 25, 1.6)]
print(sorted(people), sorted(people, key=lambda p: (p[1], -p[2])), max(people, key=lambda p: p[2]), [n for n, *_ in people], dict((n, a) for n, a, _ in people))
for i, (name, age, height) in enumerate(people, 1):
    print(i, name, age, height)
names, ages, heights = zip(*people)
print(names, ages, heights, sum(ages) / len(ages))
print((1, 2, 3) < (1, 2, 4), (1, 2) < (1, 2, 0), ('a', 1) < ('b', 0), (1, (2, 3)) < (1, (2, 4)), () < (0,), (1, 'a') == (1, 'a'), (2,) > (1, 9, 9))
grid = {}
for x in range(3):
    for y in range(3):
        grid[x, y] = x * y
print(grid[2, 1], (0, 0) in grid, len(grid), sorted(k for k, v in grid.items() if v))
t = (1, [2], {'k': 3})
t[1].append('mutable inside')
t[2]['k'] = 4
print(t, t.count(1), t.index([2, 'mutable inside']))
def stats(*xs): return min(xs), max(xs), sum(xs) / len(xs)
lo, hi, mean = stats(3, 1, 2)
print(lo, hi, mean, *stats(5))
a = b, c = 1, 2
print(a, b, c)
x, (y, z), *w = 1, (2, 3), 4, 5
print(x, y, z, w, ((),), ((1,),), (1, (2, (3, (4,)))))
print(tuple(sorted('tuple')), tuple(x * x for x in range(4)), (0,) * 3 + (1,), tuple([[]]) is not None, *(i for i in (1, 2)), sep='|')
