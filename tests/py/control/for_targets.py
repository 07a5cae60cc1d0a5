# The loop variable may be any target; the iterable is evaluated once.
d = {}
for d['k'] in range(3):
    pass
print(d)
class O: pass
o = O()
for o.attr in 'ab':
    pass
print(o.attr)
a = [0] * 3
for i, a[i] in enumerate('xyz'):
    pass
print(a)
def it():
    print('evaluated')
    return [1, 2]
for x in it():
    print(x)
for x, in [(1,), [2], '3']:
    print(x)
for [p, q] in [(1, 2)]:
    print(p, q)
seq = [1, 2, 3]
for x in seq:
    seq = []
    print('x', x)
print(x)
def f():
    for z in []:
        pass
    try:
        print(z)
    except UnboundLocalError as e:
        print(e)
f()
