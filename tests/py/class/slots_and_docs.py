# Slots without a value, attributes without room, and __doc__ that is a descriptor.
def f():
    class X:
        __slots__ = ("a",)
    return X
X = f()
class Y:
    __slots__ = ("b", "c")
for C, n in (X, "a"), (Y, "b"):
    x = C()
    for op in (lambda: getattr(x, n), lambda: delattr(x, n), lambda: getattr(x, "zz"), lambda: setattr(x, "zz", 1), lambda: delattr(x, "zz"), lambda: getattr(C, "q"), lambda: x.zz()):
        try: op()
        except (AttributeError, TypeError) as e: print(type(e).__name__, e, getattr(e, "name", 0), getattr(e, "obj", 0) is x)
import types
m = types.ModuleType("mod")
exec("class Z:\n  __slots__ = 'k'\nclass W: pass", m.__dict__)
for z in m.Z(), m.W():
    for n in "kq":
        for op in (lambda: getattr(z, n), lambda: delattr(z, n)):
            try: op()
            except AttributeError as e: print(e)
class Doc:
    def __get__(self, o, t): return f"object={o and 'instance'}; type={t.__name__}"
class Old: __doc__ = Doc()
class New(object): __doc__ = Doc()
print(Old.__doc__, New.__doc__, New().__doc__)
class P:
    @property
    def __doc__(self): return "prop"
print(P.__doc__.__class__, P().__doc__)
class Q:
    """text"""
print(Q.__doc__, Q().__doc__, type(type.__doc__))
class Meta(type):
    @property
    def __doc__(cls): return "of meta"
class R(metaclass=Meta): "own"
print(R.__doc__, R().__doc__)
class Sub(Q): pass
print(Sub.__doc__)
class Sub2(New): pass
print(Sub2.__doc__)
Q.__doc__ = Doc(); print(Q.__doc__)
