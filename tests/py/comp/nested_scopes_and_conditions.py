# Nested comprehensions, conditions, walrus, and variables of outer scopes.
n = 3
print([[i * j for j in range(n)] for i in range(n)], [(i, j) for i in range(n) if i for j in range(i) if (i + j) % 2], {i: {j: i + j for j in range(2)} for i in range(2)}, [{x for x in range(i)} == set(range(i)) for i in range(3)])
def f(n): return [n for n in range(n)], n
print(f(2), [y for x in [1, 2] for y in [x, x * 10] if y != 2], [x if x % 2 else -x for x in range(4)], [a or b for a, b in [(0, 1), (2, 3)]])
print([z := x * 2 for x in range(3)], z, [last for x in range(4) if (last := x) % 2], last, any((hit := x) > 1 for x in range(4)), hit)
fs = [lambda k=k: k * n for k in range(3)]
print([g() for g in fs], [(lambda v: [v + w for w in range(2)])(u) for u in range(2)])
class C:
    n = 10
    a = [n for _ in range(2)]
    b = [i for i in range(n) if i > 8]
    c = {k: v for k, v in zip('ab', (n, n))}
print(C.a, C.b, C.c)
m = [[1, 2], [3, 4]]
print([x for row in m for x in row], [[row[i] for row in m] for i in range(2)], [max(row) for row in m], sum(x for row in m for x in row), [x for row in m if sum(row) > 3 for x in row if x % 2])
print([s for s in 'hello' if s not in [v for v in 'aeiou']], [c.upper() if c in 'aeiou' else c for c in 'hello'], list(filter(None, [i % 3 for i in range(6)])), [i for i in range(20) if not any(i % d == 0 for d in range(2, i))][2:])
print([i for i in range(5)][::-1], [i for i in (j for j in range(3))], [*[k for k in 'ab'], *(k for k in 'cd')], dict([(k, len(k)) for k in ('a', 'bb')]), ''.join([chr(c) for c in range(97, 102)]))
gen = ((x, y) for x in range(2) for y in 'ab')
print(next(gen), list(gen), [None for _ in range(2)], [[] for _ in range(2)], [() for () in [(), ()]], [a for a, in [(1,), (2,)]], [b for [b] in ['x']])
