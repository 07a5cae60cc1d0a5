# Copies of iterators, reduction of natives, proxies of mappings merged, hashed and shown.
import copy
def t(f):
    try: print(f())
    except BaseException as e: print(type(e).__name__, e)
def f(x=None): return x
its=dict(l=lambda: iter([1,2,3]), lr=lambda: reversed([1,2,3]), t=lambda: iter((1,2,3)), s=lambda: iter('abé'), sa=lambda: iter('abc'), b=lambda: iter(b'abc'), ba=lambda: iter(bytearray(b'abc')), r=lambda: iter(range(3)), dk=lambda: iter({1:2,3:4,5:6}), dv=lambda: iter({1:2,3:4,5:6}.values()), di=lambda: iter({1:2,3:4,5:6}.items()), drk=lambda: reversed({1:2,3:4,5:6}), st=lambda: iter({1,2,3}), e=lambda: enumerate([1,2,3]), z=lambda: zip([1,2,3],'abc'), zs=lambda: zip([1,2,3],'abc',strict=True), m=lambda: map(str,[1,2,3]), fi=lambda: filter(None,[1,2,3]), rs=lambda: reversed('abc'), c=lambda: iter(lambda: 1, 1))
for n,make in its.items():
    it=make()
    next(it, None)
    t(lambda: (n, it.__reduce__()[1:] if n not in ('e','z','zs','m','fi','c') else len(it.__reduce__())))
    if n!='c':
        t(lambda: (n, list(copy.copy(it)), list(it)))
        t(lambda: (n, it.__reduce__()[1:] if n not in ('e','z','zs','m','fi') else len(it.__reduce__())))
    for at in (0,2,-5,100):
        it=make()
        if hasattr(it,'__setstate__'): t(lambda: (n, at, it.__setstate__(at), list(it)))
t(lambda: len.__reduce__()); t(lambda: [].append.__reduce__()); t(lambda: list.append.__reduce__()); t(lambda: (1).__add__.__reduce__()[1])
import types
p=types.MappingProxyType({'a':1})
t(lambda: p|{'b':2}); t(lambda: {'b':2}|p); t(lambda: p|p); t(lambda: str(p)); t(lambda: repr(p)); t(lambda: hash(p)); t(lambda: list(reversed(p)))
def ior():
    global p
    p|={}
t(ior); t(lambda: p|1)
t(lambda: types.CellType(5).cell_contents); t(lambda: types.CellType().cell_contents)
