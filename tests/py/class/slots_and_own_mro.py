"""A metaclass's mro() is asked when the slots of the class are made; the class itself always fits."""


class M(type):
    def mro(cls):
        print("mro", cls.__name__, cls.__dict__.get("__slots__"))
        return super().mro()


class A(metaclass=M):
    __slots__ = "a"


class B(A):
    __slots__ = "b",


b = B()
b.a, b.b = 1, 2
print(b.a, b.b, B.__mro__)
try:
    class C(metaclass=M):
        __slots__ = "1"
except TypeError as e:
    print(e)
