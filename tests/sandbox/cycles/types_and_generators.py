# limits: --max-steps 100000000
# expect: status=0 last=ok
# Classes, generators, closures and modules that refer to themselves.
import sys
def attempt(what, f):
    try:
        print(what, str(f())[:60])
    except (RecursionError, TypeError, ValueError, AttributeError, RuntimeError) as e:
        print(what, type(e).__name__, str(e)[:60])
class A: pass
class B(A): pass
def rebase(): A.__bases__ = (B,)
attempt('bases', rebase)
def rebase2(): B.__bases__ = (B,)
attempt('own base', rebase2)
def gen():
    yield from me
me = gen()
attempt('generator of itself', lambda: next(me))
def gen2():
    yield next(me2)
me2 = gen2()
attempt('generator next of itself', lambda: next(me2))
async def co(): return await coro
coro = co()
attempt('coroutine awaits itself', lambda: coro.send(None))
A.__class_getitem__ = classmethod(lambda cls, k: k)
class M(type): pass
def meta(): M.__class__ = M
attempt('metaclass of itself', meta)
f = lambda: f
f.f = f
f.__wrapped__ = f
attempt('function attribute', lambda: f().f.f is f)
sys.modules['selfish'] = m = type(sys)('selfish')
m.selfish = m
import selfish
attempt('module', lambda: selfish.selfish.selfish is m)
A.a = A
attempt('class attribute', lambda: A.a.a is A)
it = iter([])
for _ in range(3): it = iter(it)
attempt('iterator', lambda: list(it))
del A.a, m.selfish, f.f
print('ok')
