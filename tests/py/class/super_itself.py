class A:
    def __init__(self, *a): print("A init", a)
    def f(self): return "A.f"
    x = 1
class B(A):
    def __init__(self):
        s = super()
        print(s.f(), s.x, s.__class__, s.__thisclass__, s.__self_class__, type(s))
        print(super().f(), super().x, super().__class__, super().__thisclass__, super().__self__ is self)
        super().__init__(1)
        try: super().nothing
        except AttributeError as e: print(e, e.name)
        try: super().nothing()
        except AttributeError as e: print(e)
        g = lambda: super().f
        print(super().__init__.__name__)
    @classmethod
    def c(cls): return super(), super().x, super().__class__
    def deleted(self):
        del self
        try: super()
        except RuntimeError as e: print(e)
        try: super().f
        except NameError as e: print(type(e), e)
    def inner(self):
        def g():
            try: return super()
            except RuntimeError as e: return e
        return g()
    def comp(self):
        return [super().f() for _ in "ab"], [super() for _ in "a"]
    def cell(self):
        def g(): return self
        return super().f(), super().f is not None, isinstance(super(), super)
B(); print(B.c()[1:]); B().deleted(); print(B().inner())
try: print(B().comp())
except Exception as e: print(type(e), e)
print(B().cell())
class MySuper:
    msg = "mine"
    def __init__(self, *a): print("MySuper", a)
def shadow():
    class C:
        def m(self): return super().msg
        def n(self):
            s = super()
            return s.msg
        def two(self): return super(1, 2).msg
        def call(self):
            try: return super().msg()
            except TypeError as e: return str(e)
    return C()
c = shadow()
import builtins
old = builtins.super
builtins.super = MySuper
try: print(c.m(), c.n(), c.two(), c.call())
finally: builtins.super = old
class D(old):
    pass
class E(A):
    def __init__(self): pass
    def m(self): return D(E, self).f(), D(E, self).__class__
print(E().m())
class O:
    pass
try: object.__getattribute__(O(), "bluch")
except AttributeError as e: print(e, e.name, type(e.obj))
try: object.__getattribute__(O, "bluch")
except AttributeError as e: print(e, e.name, e.obj)
