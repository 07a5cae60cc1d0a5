# The right side first, then targets from left to right.
def v(x):
    print('v', x)
    return x
d = {}
d[v('key')] = v('value')
a = [0, 0]
a[v(0)], a[v(1)] = v('p'), v('q')
print(a)
i = 0
i, a[i] = 1, 'i was set first'
print(i, a)
x = d[v('k1')] = d[v('k2')] = v('chain')
print(d)
class Obj:
    def __setattr__(self, n, val):
        print('set', n, val)
Obj().p, Obj().q = 1, 2
print({v(1): v(2), v(3): v(4)}, [v(5), *v([6]), v(7)])
print((lambda *a, **k: (a, k))(v(1), *v([2]), k=v(3), **v({'m': 4})))
a[v(0)] += v('tail')
print(a)
assert v(True), v('not evaluated')
