# classmethod, staticmethod, and calling them in every way.
class A:
    count = 0
    @classmethod
    def inc(cls, n=1):
        cls.count += n
        return cls.__name__, cls.count
    @staticmethod
    def add(a, b):
        return a + b
    @classmethod
    def create(cls, *a):
        return cls()
class B(A): pass
print(A.inc(), A().inc(), B.inc(5), A.count, B.count, A.add(1, 2), A().add(3, 4), type(B.create()).__name__)
print(A.inc.__self__ is A, A.inc.__func__.__name__, type(A.__dict__['inc']), type(A.__dict__['add']), A.__dict__['inc'].__wrapped__.__name__, A.__dict__['add'](1, 1))
class C:
    @classmethod
    @property
    def old(cls): return 'chained'
    f = staticmethod(len)
    g = classmethod(lambda c: c.__name__)
print(C.f([1, 2]), C.g(), C().g(), type(C.old).__name__)
try:
    classmethod()
except TypeError as e:
    print(e)
print(staticmethod(5).__func__, callable(staticmethod(len)), A.__dict__['add'].__name__, isinstance(A.__dict__['inc'], classmethod))
