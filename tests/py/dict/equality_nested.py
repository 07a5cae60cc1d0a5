# Equality of dicts and cycles in repr.
a = {'x': [1, {'y': (2, 3)}]}
b = {'x': [1, {'y': (2, 3)}]}
print(a == b, a != b, a is b)
b['x'][1]['y'] = 0
print(a == b, {1: 2, 3: 4} == {3: 4, 1: 2}, {1: 2} == {1: 2, 3: 4})
d = {}
d[1] = d
print(d, d[1][1] is d, str({'k': d}))
l = [d]
d[2] = l
print(d)
print({'quote\'s': "x", 1.5: None, b'b': True, (1,): frozenset()})
