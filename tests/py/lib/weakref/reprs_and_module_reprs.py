"""What weak references show and say, the reprs of modules, and small functions of sys and time."""
import re, sys, time, types, weakref
class C: pass
class Named:
    def __init__(self, n): self.__name__ = n
def show(r): return re.sub('0x[0-9a-f]+', '0x-', repr(r))
def told(f, *a, **k):
    try: print(show(f(*a, **k)))
    except BaseException as e: print(type(e).__name__, e)
c = C()
for o in (c, C, Named('n'), Named(5), len, told, re):
    kept = o
    try: r = weakref.ref(o)
    except TypeError as e: print(e); continue
    told(lambda: r)
r = weakref.ref(c)
for a in ((), (1,), (1, 2)): told(r, *a)
told(weakref.ref); told(weakref.ref, 1); told(weakref.ref, c, None, 3)
class Absent: pass
def module(**k):
    m = types.ModuleType('m')
    for n, v in k.items():
        if v is Absent: delattr(m, n)
        else: setattr(m, n, v)
    print(sorted(k), end=' '); told(lambda: m)
S = types.SimpleNamespace
module(); module(__name__=5); module(__name__=Absent); module(__file__=5); module(__loader__=5); module(__loader__=5, __file__='q'); module(__spec__=0); module(__spec__=5)
module(__spec__=S(name='sp', origin=5, loader=None)); module(__spec__=S(name=None, origin=None, loader=None)); module(__spec__=S(name='sp', origin=None, loader=4))
module(__spec__=S(name='sp', origin='o', has_location=False)); module(__spec__=S(name='sp', origin='o', has_location=1)); module(__spec__=S(name='s')); module(__spec__=S())
module(__getattr__=lambda n: n); module(__getattr__=lambda n: None); module(__spec__=Absent, __getattr__=lambda n: None); module(__spec__=Absent, __loader__=Absent); module(__file__='f', __name__=Absent)
class M(types.ModuleType):
    __file__ = 'of the class'
told(lambda: M('x'))
for a in ((), ('a',), (5,), (b'x', 1), ('a', 'b')): told(sys.audit, *a)
told(sys.audit, event='a')
for a in ((), (len,), (len, 5), (len, ('a',)), (5, ()), (len, None), (divmod, (7, 2))): told(sys.call_tracing, *a)
told(sys.set_asyncgen_hooks, 1, 2, 3); told(sys.set_asyncgen_hooks, x=1); told(sys.set_asyncgen_hooks, 5)
class Idx:
    def __index__(self): return -3
for s in ('a', 1j, None, -1, -1.5, float('nan'), 1e300, 10**30, float('inf'), -10**30, Idx(), 0, False, -0.0): told(time.sleep, s)
for t in (None, 5, 'a', (1,), (2024, 2, 29, 1, 2, 3, 3, 60, 0), [1] * 9): told(time.asctime, t); told(time.strftime, '%Y', t)
