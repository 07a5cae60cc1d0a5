# Indexing and slicing by code points.
s = 'héllo😀x'
print(s[0], s[1], s[-1], s[-2], len(s), s[5], s[6])
print(s[1:3], s[:2], s[5:], s[:], s[::2], s[::-1], s[-3:-1], s[4:1:-1], s[10:], s[-100:2], s[3:3] == '', s[1::3])
for f in (lambda: s[7], lambda: s[-8], lambda: s['a'], lambda: s[1.0], lambda: s[::0], lambda: s['a':], lambda: s[None]):
    try:
        print(f())
    except (IndexError, TypeError, ValueError) as e:
        print(type(e).__name__, e)
try:
    s[0] = 'x'
except TypeError as e:
    print(e)
try:
    del s[0]
except TypeError as e:
    print(e)
long = 'aé😀' * 50
print(long[100], long[101], long[149], long[60:66], [long[i] for i in range(97, 103)], len(long[10:120:7]))
