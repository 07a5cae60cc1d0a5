# __enter__ and __exit__ are looked up and bound before the block begins.
class D:
    def __init__(s, f): s.f = f
    def __get__(s, o, t=None):
        print("bound", s.f.__name__, o is not None, t.__name__ if t else t)
        return lambda *a: s.f(o, *a)
class E: pass
def enter(self): print("enter"); return 1
def exit_(self, *a): print("exit", a[0])
class C:
    __enter__ = D(enter)
    __exit__ = D(exit_)
with C(): print("body")
class S:
    @staticmethod
    def __enter__(): print("s enter"); return 5
    @staticmethod
    def __exit__(*a): print("s exit", a)
with S() as x: print(x)
class K:
    @classmethod
    def __enter__(cls): return cls
    @classmethod
    def __exit__(cls, *a): print(cls.__name__, a)
with K() as x: print(x)
class N:
    __enter__ = lambda self: self
    __exit__ = None
try:
    with N(): print("in")
except TypeError as e: print(e)
class Bad:
    def __get__(s, o, t=None): raise AttributeError("no exit")
class M:
    __enter__ = D(enter)
    __exit__ = Bad()
try:
    with M(): print("in")
except Exception as e: print(type(e).__name__, e)
class M2:
    __enter__ = Bad()
    __exit__ = D(exit_)
try:
    with M2(): print("in")
except Exception as e: print(type(e).__name__, e)
class P:
    __enter__ = enter
    @property
    def __exit__(self):
        print("asked"); return lambda *a: print("prop exit", a)
with P(): print("body")
class Call:
    def __call__(self, *a): print("call", len(a))
class Q:
    __enter__ = Call(); __exit__ = Call()
with Q(): print("b")
async def go():
    class A:
        async def en(self): print("aenter")
        async def ex(self, *a): print("aexit")
        __aenter__ = D(en); __aexit__ = D(ex)
    async with A(): print("abody")
try: go().send(None)
except StopIteration: pass
