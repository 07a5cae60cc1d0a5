# A sort of many equal keys is stable, in both directions.
data = [(i * 7919 % 10, i) for i in range(300)]
s = sorted(data, key=lambda p: p[0])
print(all(a[1] < b[1] for a, b in zip(s, s[1:]) if a[0] == b[0]), s[:3], s[-1])
r = sorted(data, key=lambda p: p[0], reverse=True)
print(all(a[1] < b[1] for a, b in zip(r, r[1:]) if a[0] == b[0]), r[:3], r[-1])
print(sorted(range(200), key=lambda x: x % 7)[:32])
up = list(range(100)) + list(range(50)) + list(range(99, 0, -1))
print(sorted(up) == sorted(up, reverse=True)[::-1], sorted(up)[:10])
import functools
print(sorted([5, 3, 8], key=functools.cmp_to_key(lambda a, b: b - a)))
