# What dict() and update take: mappings by keys(), or pairs.
class M:
    def keys(self):
        return ['p', 'q']
    def __getitem__(self, k):
        return k * 2
print(dict(M()), {**M()}, dict(M(), r=1))
def f(**kw):
    return kw
print(f(**M()))
d = {}
d.update(M())
d.update((k, v) for k, v in (('x', 1), ('y', 2)))
print(d)
class NoKeys:
    def __getitem__(self, k):
        return k
for g in (lambda: dict(NoKeys()), lambda: f(**NoKeys()), lambda: {**NoKeys()}, lambda: f(**{'a': 1}, **{'a': 2}), lambda: f(**{1: 2}), lambda: f(a=1, **{'a': 2})):
    try:
        print(g())
    except Exception as e:
        print(type(e).__name__, e)
class Partial(dict):
    def __getitem__(self, k):
        return 'overridden'
print(dict(Partial(a=1)), {**Partial(a=1)}, Partial(a=1).get('a'), '%(a)s' % Partial(a=1), '{a}'.format_map(Partial(a=1)))
