# Every method of dict.
d = {'a': 1, 'b': 2}
print(d.get('a'), d.get('z'), d.get('z', 0), d.setdefault('a', 5), d.setdefault('c', 3), d.setdefault('n'), d)
print(d.pop('n'), d.pop('zz', 'dflt'), d.pop('c'), d.popitem(), d)
d.update({'x': 1}, y=2)
d.update([('z', 3)])
d.update(a=0)
d.update()
print(d, d.copy() == d, d.copy() is d, dict.fromkeys('ab'), dict.fromkeys([1, 2], []), {}.fromkeys('x', 1))
print(d.keys(), d.values(), d.items())
print(d | {'a': 9, 'q': 1}, {'q': 0} | d)
d |= {'m': 5}
d |= [('n', 6)]
print(d)
d.clear()
print(d, d.popitem if False else len(d))
class Missing(dict):
    def __missing__(self, k):
        return 'missing ' + k
m = Missing(a=1)
print(m['a'], m['b'], m.get('b'), 'b' in m, m)
