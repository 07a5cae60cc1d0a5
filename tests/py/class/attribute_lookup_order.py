# Data descriptor, instance, non-data descriptor, class, metaclass, __getattr__.
class Meta(type):
    meta_attr = 'meta'
    both = 'meta both'
    @property
    def meta_prop(cls): return 'meta prop of ' + cls.__name__
    def __getattr__(cls, n): return 'meta getattr ' + n
class Base(metaclass=Meta):
    both = 'class both'
    base = 'base'
    def __getattr__(self, n): return 'getattr ' + n
class A(Base):
    base = 'A'
a = A()
print(A.both, a.both, A.meta_attr, a.meta_attr, A.meta_prop, a.meta_prop, A.unknown, a.unknown, a.base, Base.base)
a.base = 'instance'
print(a.base, A.base)
del a.base
print(a.base)
class Desc:
    def __init__(self, label): self.label = label
    def __get__(self, o, c): return f'{self.label} get'
class DataDesc(Desc):
    def __set__(self, o, v): o.__dict__['d'] = v
class MetaData(type):
    x = DataDesc('meta data')
    y = Desc('meta non-data')
class K(metaclass=MetaData):
    x = 'class x'
    y = 'class y'
print(K.x, K.y, K().x, K().y)
class O:
    d = DataDesc('data')
    n = Desc('non-data')
    f = lambda self: 'method'
o = O()
o.__dict__.update(d=1, n=2, f=3)
print(o.d, o.n, o.f, O.d, O.n)
class P(O):
    d = 'plain in subclass'
print(P().d, P.d)
for name in ('__name__', '__mro__', '__bases__', '__qualname__'):
    print(name, hasattr(O, name), hasattr(o, name))
