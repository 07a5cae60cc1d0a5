# Private names are mangled inside classes.
class A:
    __x = 1
    def __m(self): return 'A.__m'
    def call(self): return self.__m(), self.__x
    def __init__(self): self.__y = 2
    def __dunder__(self): return self.__y
    def loc(self):
        __local = 5
        def inner(): return __local
        return inner(), [n for n in locals() if 'local' in n]
    def kw(self, __k=1): return __k
class B(A):
    __x = 'B'
    def get(self): return self.__x
b = B()
print(b.call(), b.get(), b._A__x, b._B__x, b._A__y, b.__dunder__(), b.loc(), sorted(n for n in dir(b) if n.startswith('_A')), b.kw(_A__k=3))
try:
    b.__x
except AttributeError as e:
    print(e)
class _Under:
    __z = 1
class __Dbl:
    __w = 2
print(_Under._Under__z, __Dbl._Dbl__w)
class ____:
    __q = 3
print(____.__q)
class S:
    def f(self): return __name__ == '__main__', __builtins__ is not None
print(S().f())
