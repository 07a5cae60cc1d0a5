# Metaclasses: __new__, __init__, __call__, __prepare__, attributes, conflicts.
class Meta(type):
    def __prepare__(name, bases, **kw):
        print('prepare', name, kw)
        return {'prepared': True}
    def __new__(m, name, bases, ns, **kw):
        print('new', name)
        ns['added'] = len(ns) > 0
        return super().__new__(m, name, bases, ns)
    def __init__(cls, name, bases, ns, **kw):
        print('init', name)
        super().__init__(name, bases, ns)
    def __call__(cls, *a):
        print('call', cls.__name__, a)
        return super().__call__(*a)
    def __len__(cls): return 42
    def __getitem__(cls, i): return (cls.__name__, i)
    def __iter__(cls): return iter('ab')
    def __contains__(cls, x): return x == 1
    def __repr__(cls): return '<' + cls.__name__ + '>'
    def meth(cls): return 'meta method'
    @property
    def prop(cls): return 'meta prop'
class A(metaclass=Meta, option=5):
    def __init__(self, *a): self.a = a
class B(A): pass
print(A.added, A.prepared, len(A), A['x'], list(A), 1 in A, A, [B], A.meth(), B.prop, A(1).a, type(B) is Meta, isinstance(A, Meta))
try:
    A().meth()
except AttributeError as e:
    print(e)
class M2(type): pass
for f in (lambda: M2('X', (A,), {}), lambda: type('X', (A,), {}) and None, lambda: Meta()):
    try:
        print(f())
    except TypeError as e:
        print(e)
def func_meta(name, bases, ns):
    return (name, bases, sorted(k for k in ns if k != '__module__' and k != '__qualname__' and k != '__firstlineno__' and k != '__static_attributes__'))
class C(metaclass=func_meta):
    x = 1
print(C)
