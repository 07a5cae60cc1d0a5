# TypeErrors of wrong calls of methods, classes and callables count self.
def show(f):
    try:
        print(f())
    except TypeError as e:
        print(e)
class A:
    def m(self, x): pass
    @classmethod
    def c(cls, x): pass
    @staticmethod
    def s(x): pass
class B:
    def __init__(self, a, b=1): pass
    def __call__(self, x): return x
class N:
    def noself(): pass
def outer():
    def inner(a): pass
    return inner
for call in (lambda: A().m(), lambda: A().m(1, 2), lambda: A.m(), lambda: A.m(1), lambda: A.c(), lambda: A().s(), lambda: A.s(1, 2), lambda: B(), lambda: B(1, 2, 3), lambda: B(c=1), lambda: B(1)(), lambda: N().noself(),
             lambda: A(1), lambda: A(x=1), lambda: object(1), lambda: object(a=1), lambda: outer()(), lambda: int('5')(), lambda: str()(), lambda: A()(), lambda: list()(0), lambda: tuple('ab')(3), lambda: object()(), lambda: type.__call__()):
    show(call)
