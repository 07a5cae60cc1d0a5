# One place that meets classes, their instances, modules and numbers in turn.
import math
import types


class Meta(type):
    def kind(cls):
        return "of " + cls.__name__


class A(metaclass=Meta):
    size = 1

    def kind(self):
        return "an A"

    @classmethod
    def make(cls):
        return cls.__name__

    @staticmethod
    def still():
        return "still"


class B(A):
    size = 2


def upper(x, *args):
    return x.upper(*args)


def join(x, *args):
    return x.join(*args)


def bits(x, *args):
    return x.bit_length(*args)


def is_integer(x, *args):
    return x.is_integer(*args)


def size(x):
    return x.size


def kind(x):
    return x.kind


for _ in range(3):
    print(upper(str, "a"), upper("b"), upper(bytes, b"c"), upper(b"d"), upper(str, "e"))
    print(join(str, "-", ["a", "b"]), join("+", "xy"), join(bytes, b"-", [b"a"]), join(b"+", [b"a", b"b"]))
    print(bits(5), bits(int, 9), bits(True), bits(bool, False), bits(2 ** 70), bits(int, 3))
    print(is_integer(2.0), is_integer(float, 2.5), is_integer(3), is_integer(int, 3), is_integer(2.5))
    print(size(A), size(B), size(A()), size(B()), kind(A())(), kind(A)(A()), kind(B)(B()))
    print([getattr(c, "make")() for c in (A, B, A())], [c.still() for c in (A, B, B())])
    for m in (math, types.SimpleNamespace(pi=3), math):
        print(m.pi)

A.size = 10
print(size(A), size(B), size(A()), size(B()))
del B.size
print(size(A), size(B), size(A()), size(B()))
A.size = property(lambda self: "computed")
print(type(size(A)), size(A()), size(B()))
A.size = 7
print(size(A), size(B), size(A()), size(B()))


class Data:
    def __get__(self, obj, cls):
        return "got", obj is None, cls.__name__

    def __set__(self, obj, value):
        pass


Meta.size = Data()
print(size(A), size(A()), size(B))
del Meta.size
print(size(A), size(A()), size(B))

mod = types.ModuleType("mod")
mod.value = 1


def value(m):
    return m.value


print(value(mod))
mod.value = 2
print(value(mod))
del mod.value
mod.__getattr__ = lambda name: "asked for " + name
print(value(mod))
mod.value = 3
print(value(mod))


class Late:
    x = 1


def late(o):
    return o.x


print(late(Late), late(Late()))
Late.x = lambda self: "function"
print(late(Late)(None), late(Late())())
Late.x = 2
print(late(Late), late(Late()))
