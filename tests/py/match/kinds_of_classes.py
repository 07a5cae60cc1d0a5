# Patterns take an instance for a sequence or for a mapping: what comes first in the order decides.
import collections
from collections.abc import Mapping, MutableMapping, Sequence


def kinds(x):
    match x:
        case [*_]:
            first = "sequence"
        case {}:
            first = "mapping"
        case _:
            first = "neither"
    match x:
        case {}:
            return first, "mapping"
        case [*_]:
            return first, "sequence"
    return first, "neither"


class Plain:
    pass


class A(collections.UserDict, Sequence):
    pass


class B(Plain, collections.UserDict, Sequence):
    pass


class C(collections.UserDict, Plain, list):
    pass


class D(dict, Sequence, Plain):
    pass


class E(collections.UserList, Mapping):
    pass


class F(list, Plain, Mapping):
    pass


class G(collections.UserList, dict, Plain):
    pass


class H(A):
    pass


for each in A, B, C, D, E, F, G, H:
    print(each.__name__, kinds(each()))


class Registered:
    pass


class Derived(Registered):
    pass


print(kinds(Registered()), kinds(Derived()))
Sequence.register(Registered)
print(kinds(Registered()), kinds(Derived()))
MutableMapping.register(Registered)
print(kinds(Registered()), kinds(Derived()))


class Named:
    __attr = "mangled"
    _Outer__attr = "of another class"


class Outer:
    def f(self, x):
        match x:
            case Named(__attr=y):
                return y
        return "none"


n = Named()
print(Outer().f(n))
setattr(n, "__attr", "as written")
print(Outer().f(n))
