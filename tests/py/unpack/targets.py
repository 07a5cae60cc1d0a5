# Tuple, list, nested and starred targets.
a, b = 1, 2
[c, d] = 'xy'
(e, f), g = [3, (4)][:1] * 2, 5
print(a, b, c, d, e, f, g)
h, *i = range(4)
*j, k = 'abc'
l, *m, n = (1, 2)
print(h, i, j, k, l, m, n)
(o, [p, *q]), r = (1, [2, 3, 4]), 5
print(o, p, q, r)
x = y = [1]
print(x is y)
a, b, c = c, b, a
print(a, b, c)
d = {}
d['k'], d['l'] = 1, 2
s = [0, 0]
s[0], s[1] = 'p', 'q'
class O: pass
t = O()
t.a, t.b = 7, 8
i, s[i if isinstance(i, int) else 1] = 0, 'late'
print(d, s, t.a, t.b)
*u, = 'ab'
[*v] = ()
() = []
[] = ''
print(u, v)
for (w, *z), zz in [((1, 2, 3), 4), ('ab', 5)]:
    print(w, z, zz)
