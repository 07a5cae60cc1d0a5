# Sets of ints and tuples at work.
primes = set(range(2, 50))
for n in sorted(primes):
    primes -= {m for m in primes if m != n and m % n == 0}
print(sorted(primes), len(primes))
edges = {(1, 2), (2, 3), (3, 4), (5, 6)}
def reach(start):
    seen, todo = set(), {start}
    while todo:
        n = todo.pop()
        seen.add(n)
        todo |= {b for a, b in edges if a == n} - seen
    return seen
print(sorted(reach(1)), sorted(reach(5)), sorted(reach(4)))
a, b = set('hello'), set('world')
print(sorted(a & b), sorted(a | b), sorted(a - b), sorted(a ^ b), len(a), a.isdisjoint('xyz'))
print(sorted(map(sorted, {frozenset(p) for p in [(1, 2), (2, 1), (3, 1)]})), {1, 2} < {1, 2, 3}, {1, 2} <= {1, 2}, not {1} > {1}, {1} | {2} == {1, 2}, {1} < {2}, {2} < {1})
dupes = [x for x in [1, 2, 1, 3, 2] if x in (seen := set()) or seen.add(x)]
print(dupes)
s = set()
print([x for x in [1, 2, 1, 3, 2] if not (x in s or s.add(x))], s)
board = {(x, y) for x, y in [(1, 0), (1, 1), (1, 2)]}
def life(cells):
    counts = {}
    for x, y in cells:
        for dx in (-1, 0, 1):
            for dy in (-1, 0, 1):
                if dx or dy:
                    counts[x + dx, y + dy] = counts.get((x + dx, y + dy), 0) + 1
    return {c for c, n in counts.items() if n == 3 or n == 2 and c in cells}
for _ in range(3):
    board = life(board)
    print(sorted(board))
print(set.intersection({1, 2, 3}, {2, 3}, {3}), set().union([1], [2], {3}), {1, 2, 3}.difference([1], [2]), {1, 2}.symmetric_difference({2, 3}))
