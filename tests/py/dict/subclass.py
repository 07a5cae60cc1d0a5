# Subclasses of dict that override parts of it.
class Upper(dict):
    def __setitem__(self, k, v):
        super().__setitem__(k.upper(), v)
    def __getitem__(self, k):
        return super().__getitem__(k.upper())
    def __contains__(self, k):
        return super().__contains__(k.upper())
u = Upper()
u['a'] = 1
u.update(b=2)
u.setdefault('c', 3)
print(u, u['a'], 'a' in u, u.get('a'), u.get('A'), len(u), isinstance(u, dict), u == {'A': 1, 'b': 2, 'c': 3})
print(type(u.copy()), type(u | {}), type({} | u), Upper.fromkeys('xy', 0), repr(u))
u.attr = 5
print(u.attr, vars(u), u.__dict__)
class Counter2(dict):
    def __missing__(self, k):
        self[k] = 0
        return 0
c = Counter2()
for ch in 'hello':
    c[ch] += 1
print(c)
class Iter(dict):
    def __iter__(self):
        return iter(['fake'])
i = Iter(a=1)
print(list(i), list(i.keys()), dict(i) if False else len(i), sorted(i))
