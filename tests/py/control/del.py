# del of names, items, slices, attributes and tuples of them.
a, b, c = 1, 2, 3
del a
del b, c
for name in 'abc':
    print(name in globals())
l = [1, 2, 3, 4, 5]
del l[0], l[-1]
del l[1:]
print(l)
d = {'x': 1, 'y': {'z': 2}}
del d['y']['z'], d['x']
print(d)
class O: pass
o = O()
o.p = o.q = 1
del o.p
print(hasattr(o, 'p'), hasattr(o, 'q'))
x = y = z = 0
del (x, [y, z])
del ()
def f():
    v = 1
    del v
    try:
        v
    except UnboundLocalError as e:
        print(e)
    try:
        del v
    except UnboundLocalError as e:
        print(e)
f()
for s in ('del nope', 'del o.p', 'del d["q"]', 'del l[5]'):
    try:
        exec(s)
    except Exception as e:
        print(type(e).__name__, e)
