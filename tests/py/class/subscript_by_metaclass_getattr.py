# Subscripting a class whose metaclass makes up attributes.
def show(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
class M(type):
    def __getattr__(c, n): return 'meta '+n
class M2(type):
    def __getattr__(c, n): raise AttributeError(n)
class M3(type):
    def __getattr__(c, n): return lambda *a: (n, a)
class A(str, metaclass=M):
    def __class_getitem__(cls,i): return cls.__name__, i
class B(metaclass=M): pass
class C(metaclass=M2): pass
class D(metaclass=M3): pass
class E(list, metaclass=M2): pass
import operator
for c in A,B,C,D,E:
    show(lambda: c[1])
    show(lambda: operator.getitem(c, 2))
