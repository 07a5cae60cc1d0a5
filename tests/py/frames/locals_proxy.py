# f_locals is a mapping that writes through to the variables (PEP 667).
import sys
def show(f):
    try: print(f())
    except BaseException as e: print(type(e).__name__, e)
def h():
    a=1; b='x'; c=[3]
    def inner(): return c
    p=sys._getframe().f_locals
    print(sorted(map(str, p)), len(p), 'a' in p, 5 in p, [] in [p] )
    show(lambda: p['nope']); show(lambda: p[5]); show(lambda: p[[]])
    p['a']=10; p['c']=[4]; p['new']=5; p[7]=8
    print(a, c, inner(), p['new'], p[7], sys._getframe().f_locals['new'])
    show(lambda: p.__delitem__('a')); show(lambda: p.__delitem__('new')); show(lambda: p.__delitem__('none')); show(lambda: p.__delitem__(7))
    show(lambda: p.pop('a')); show(lambda: p.pop('new')); show(lambda: p.pop('none', 3)); show(lambda: p.pop()); show(lambda: p.clear()); show(lambda: p.popitem())
    show(lambda: p.get('a')); show(lambda: p.get('zz', 4)); show(lambda: p.get('zz')); show(lambda: p.setdefault('a', 3)); show(lambda: p.setdefault('zz', 3)); show(lambda: p.setdefault('yy'))
    show(lambda: (type(p.keys()), type(p.items()), type(p.values()), type(iter(p)), type(reversed(p))))
    print(list(p.keys()), [k for k in p], [k for k in reversed(p)], [k for k,v in p.items()], len(p.values()))
    p.update({'a': 11, 'b':'y'})
    show(lambda: p.update([('c', 5)]))
    print(a,b,c)
    show(lambda: p.update(4)); show(lambda: p.update([1])); show(lambda: p.update({}, {}))
    show(lambda: type(p | {'q': 1})); show(lambda: list(p | {'q': 1})); show(lambda: type({'q': 1} | p)); show(lambda: list({'q': 1} | p)); 
    p |= {'a': 12}
    print(a)
    show(lambda: p | 3)
    def ior():
        nonlocal p
        p |= 3
    show(ior)
    print(p == dict(p), p == sys._getframe().f_locals, p != p, p == 3, {} == p)
    show(lambda: type(p.copy())); show(lambda: p.copy() == p); show(lambda: p.nope)
    show(lambda: bool(p)); show(lambda: dict(**p)==dict(p) )
    def e(): return sys._getframe().f_locals
    print(e(), repr(e()), bool(e()), len(e()))
    def e(z): return sys._getframe().f_locals
    print(e(2), repr(e(3)), str(e([])))
    show(lambda: sorted(dir(p)))
    from collections.abc import MutableMapping, Mapping
    print(isinstance(p, Mapping), isinstance(p, MutableMapping))
    match p:
        case {'a': x}: print('mapping', x)
        case _: print('no')
    locals()['a']=99
    print(a)
    exec('a=5'); print(a)
    exec('a=5', globals(), sys._getframe().f_locals); print(a)
h()
def gen():
    x=1
    yield
    print(x)
    yield
i=gen(); next(i); i.gi_frame.f_locals['x']=7; next(i); print(i.gi_frame.f_locals)
try:
    def k(q): 1/0
    k(3)
except ZeroDivisionError as e:
    fr=e.__traceback__.tb_next.tb_frame
    fr.f_locals['q']=8; print(fr.f_locals)
    fr.clear(); print(fr.f_locals)
