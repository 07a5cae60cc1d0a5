# __setitem__ and friends get slices, tuples, Ellipsis.
class Log:
    def __getitem__(self, k): return ('get', k)
    def __setitem__(self, k, v): print('set', k, v)
    def __delitem__(self, k): print('del', k)
g = Log()
print(g[1], g[1:2], g[::], g[:, 1:], g[...], g[(1, 2)], g[1, ], g[None], g[-1:0:-1], g[1:2, ..., 3], g['a':], g[:len('abc')], g[lambda: 0].__class__)
g[1:2] = 'x'
g[..., 0] = 1, 2
del g[::2], g[1]
g[0] += ('more',)
a = [0, 1, 2, 3, 4]
a[1:3], a[0] = ['p', 'q', 'r'], 'first'
print(a)
i = slice(1, 3)
print(a[i], 'hello'[i], (1, 2, 3)[i], range(10)[i], b'abc'[i])
a[slice(None)] = []
print(a)
print([1, 2, 3][True:], [1, 2, 3][-10:10], 'abc'[False], [[1, 2], [3, 4]][1][0], {(1, 2): 'x'}[1, 2], {'a': [{'b': 5}]}['a'][0]['b'])
