# Descriptors of builtin classes, called with what fits and what does not.
def show(f, *args, **kw):
    try:
        r = f(*args, **kw)
        print(type(r).__name__, r)
    except BaseException as e:
        print(type(e).__name__, e)

import types
class MyDict(dict): pass
class A:
    def f(self): return self
    @property
    def p(self): return 1
    @p.setter
    def p(self, v): return 'nobody sees this'
    __slots__ = ('s',)
fromkeys = dict.__dict__['fromkeys']
for args in ((), (5,), (int, 'ab'), (dict, 'ab'), (MyDict, 'ab')): show(fromkeys, *args)
for args in ((None, dict), (None, MyDict), (None, int), (None, 5), ({}, None), ({}, int), (5,), (None,), (None, None), (MyDict(),)):
    show(lambda: fromkeys.__get__(*args)('a'))
show(A.p.__set__, A(), 2)
show(A.p.__delete__, A())
show(super(A).__get__, None)
show(A.s.__reduce__)
for kind, name in ((type, '__annotate__'), (type, '__annotations__'), (type(A.f), '__annotations__'), (staticmethod, '__annotations__'), (staticmethod, '__annotate__'), (type(types), '__annotations__')):
    member = kind.__dict__[name]
    for v in (5, [], int, types):
        try: member.__get__(v); print('fine')
        except (TypeError, AttributeError) as e: print(type(e).__name__)
        try: member.__set__(v, {})
        except (TypeError, AttributeError) as e: print(type(e).__name__)
for op in ('__lt__', '__le__', '__eq__', '__ne__', '__gt__', '__ge__'):
    one, two, empty = types.CellType(1), types.CellType(2), types.CellType()
    print([getattr(a, op)(b) for a in (one, two, empty) for b in (one, two, empty)], getattr(one, op)(1))
    show(getattr(types.MappingProxyType({1: 2}), op), {1: 2})
    show(getattr(types.MappingProxyType({1: 2}), op), types.MappingProxyType({}))
print(types.CellType(1) < types.CellType(2), types.CellType() < types.CellType('a'), types.CellType([]) == types.CellType([]))
show(lambda: types.CellType(1) < types.CellType('a'))
show(lambda: types.MappingProxyType({}) < {})
def g(a: int): pass
del g.__annotations__
print(g.__annotations__, g.__annotate__)
class B: x: int
print(B.__annotations__)
del B.__annotations__
show(lambda: B.__annotations__)
def delete(o, n): delattr(o, n)
for o in (B, int, types.ModuleType('m'), g, staticmethod(g)):
    for n in ('__annotations__', '__annotate__'):
        show(delete, o, n)
        for v in (5, None, {}, len):
            show(setattr, o, n, v)
