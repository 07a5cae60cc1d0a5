# A mappingproxy of an object that is no dict asks that object for everything.
import types
class M:
    def __iter__(self):
        print('iter')
        return iter('ab')
    def __getitem__(self, k): return k * 2
    def __len__(self): return 7
    def __contains__(self, k): return k == 'c'
    def keys(self): return ['k']
    def __repr__(self): return 'M()'
p = types.MappingProxyType(M())
print(list(p), [*p], dict(p), len(p), 'c' in p, 'a' in p, p['x'], p, list(iter(p)), p.__iter__().__class__.__name__)
a, b = p
print(a, b, tuple(types.MappingProxyType({1: 2})), {**types.MappingProxyType({'a': 2})})
