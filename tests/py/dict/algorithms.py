# Counting, grouping, inverting, merging and memoising with dicts.
text = 'the cat and the dog and the bird'
counts = {}
for w in text.split():
    counts[w] = counts.get(w, 0) + 1
print(counts, sorted(counts.items(), key=lambda kv: (-kv[1], kv[0])), max(counts, key=counts.get), sum(counts.values()))
groups = {}
for w in text.split():
    groups.setdefault(len(w), []).append(w)
print(groups, {k: sorted(set(v)) for k, v in groups.items()})
inverted = {}
for k, v in counts.items():
    inverted.setdefault(v, set()).add(k)
print({k: sorted(v) for k, v in inverted.items()})
a, b = {'x': 1, 'y': {'p': 1}}, {'y': {'q': 2}, 'z': 3}
def deep(a, b):
    out = dict(a)
    for k, v in b.items():
        out[k] = deep(out[k], v) if isinstance(v, dict) and isinstance(out.get(k), dict) else v
    return out
print(a | b, {**b, **a}, deep(a, b), a)
memo = {}
def fib(n):
    if n not in memo:
        memo[n] = n if n < 2 else fib(n - 1) + fib(n - 2)
    return memo[n]
print(fib(80), len(memo), list(memo)[:3])
print(dict(sorted({'b': 1, 'a': 2}.items())), {k: v for k, v in counts.items() if v > 1}, dict(zip(counts.values(), counts)), list(map(counts.get, ['the', 'nope'])))
nested = {}
for path in ('a/b/c', 'a/b/d', 'e'):
    d = nested
    for part in path.split('/'):
        d = d.setdefault(part, {})
print(nested)
def walk(d, prefix=''):
    for k, v in d.items():
        yield prefix + k
        yield from walk(v, prefix + k + '/')
print(list(walk(nested)))
switch = {'+': lambda a, b: a + b, '-': lambda a, b: a - b}
print([switch.get(op, lambda a, b: None)(5, 3) for op in '+-*'])
matrix = {(i, j): i * j for i in range(3) for j in range(3)}
print(matrix[2, 2], sum(matrix.values()), [k for k, v in matrix.items() if v == 2])
while counts:
    k, v = counts.popitem()
print(k, v, counts)
