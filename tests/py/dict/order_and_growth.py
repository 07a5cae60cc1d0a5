# Order through many insertions and deletions.
d = {}
for i in range(1000):
    d[i * 37 % 1009] = i
print(len(d), list(d)[:5], list(d.values())[-3:])
for k in list(d)[::2]:
    del d[k]
print(len(d), list(d)[:5])
for i in range(5):
    d['new%d' % i] = i
d[list(d)[0]] = 'changed'
print(list(d.items())[0], list(d)[-5:])
k = next(iter(d))
v = d.pop(k)
d[k] = v
print(list(d)[-1] == k, d.popitem() == (k, v), next(reversed(d)))
e = dict.fromkeys(range(100))
for i in range(99):
    del e[i]
print(e, len(e))
for i in range(50):
    e[i] = i
    if i % 3 == 0:
        e.pop(i)
print(list(e)[:6], sum(e[x] or 0 for x in e))
f = {}
for _ in range(3000):
    f['k'] = 1
    del f['k']
print(f, len(f))
g = {i: i for i in range(10)}
g.clear()
g['a'] = 1
print(g, list(g), dict(list({3: 1, 1: 2, 2: 3}.items())))
mixed = {1: 'i', '1': 's', 1.5: 'f', (1,): 't', None: 'n', True: 'b', frozenset(): 'fs', b'1': 'by', ...: 'e', int: 'type'}
print(mixed, len(mixed))
