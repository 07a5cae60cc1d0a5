# Making, reading, changing dicts; insertion order.
d = {'b': 1, 'a': 2}
d['c'] = 3
d['b'] = 10
print(d, len(d), list(d), d['a'], 'a' in d, 'z' in d, 1 in d)
del d['b']
d['b'] = 0
print(d, list(d.items()), list(reversed(d)))
print(dict(), dict(a=1, b=2), dict([('x', 1), ['y', 2]]), dict({'k': 1}, k=2, l=3), dict(zip('ab', [1, 2])), dict(['ab', 'cd']), {**{'a': 1}, 'b': 2, **{'a': 3}})
print({1: 'int', 1.0: 'float', True: 'bool'}, {(1, 2): 't', None: 'n', 'x': {}}, {i: i * i for i in range(4)})
print(d == {'b': 0, 'c': 3, 'a': 2}, {} == [], {'a': 1} != {'a': 2}, bool({}), bool(d))
try:
    d['missing']
except KeyError as e:
    print(repr(e), e, e.args)
try:
    del d[(1, 2)]
except KeyError as e:
    print(e)
e = {}
for i in range(20):
    e[i] = str(i)
for i in range(0, 20, 2):
    del e[i]
e[0] = 'again'
print(e)
