# Every slice of a short array, got, set and deleted, as a list does it.
from array import array as A

ends = (None, -7, -4, -2, 0, 1, 3, 4, 9)
bad = 0
for n in (0, 1, 4):
    for start in ends:
        for stop in ends:
            for step in (None, 1, 2, 3, -1, -2):
                s = slice(start, stop, step)
                for code in 'bhid':
                    items = list(range(n))
                    a = A(code, items)
                    bad += a[s].tolist() != items[s]
                    del a[s]
                    del items[s]
                    bad += a.tolist() != items
                for m in (0, 1, 2, 3):
                    items = list(range(n))
                    a = A('q', items)
                    try:
                        items[s] = range(10, 10 + m)
                    except ValueError as e:
                        want = str(e).replace('sequence', 'array')
                    else:
                        want = items
                    try:
                        a[s] = A('q', range(10, 10 + m))
                    except ValueError as e:
                        got = str(e)
                    else:
                        got = a.tolist()
                    if want != got and not (m == 0 and type(want) is str):
                        print(n, s, m, want, got)
                        bad += 1
print(bad)
a = A('i', range(6))
a[2:4] = a
print(a)
a[::2] = a[:5]
print(a)
