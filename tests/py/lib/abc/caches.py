# What an ABC remembers of a class, and what makes it ask again.
import gc
from abc import ABC, ABCMeta
from collections.abc import Hashable, Iterable, Mapping, MutableMapping, MutableSequence, Sequence, Sized

asked = []


class Asks(ABC):
    @classmethod
    def __subclasshook__(cls, other):
        asked.append((cls.__name__, other.__name__))
        return True if hasattr(other, "yes") else NotImplemented


class Yes:
    yes = 1


class No: ...
class Later: ...


def show(f, *args):
    try:
        print(f(*args))
    except Exception as error:
        print(type(error).__name__, error)


# The hook runs once for each class, and again for those it refused once any class is registered.
for _ in range(3):
    print(isinstance(Yes(), Asks), isinstance(No(), Asks), issubclass(Yes, Asks), issubclass(No, Asks))
print(asked)
asked.clear()
Sized.register(Later)
print(isinstance(Later(), Sized), isinstance(Yes(), Asks), isinstance(No(), Asks), isinstance(No(), Asks), asked)
asked.clear()
print(isinstance(No(), (int, str, Asks)), isinstance(Yes(), (int, Sequence, Asks)), asked)
Asks.register(No)
print(isinstance(No(), Asks), issubclass(No, Asks), isinstance(No(), Asks))
No.yes = Yes.yes
del Yes.yes
print(isinstance(Yes(), Asks), issubclass(Yes, Asks))  # it stays


class Own(Asks): ...
Own.register(Later)
asked.clear()
print([isinstance(Later(), Own) for _ in range(3)], issubclass(Later, Own), asked)
Own.__subclasshook__ = classmethod(lambda cls, c: False)
Sized.register(Yes)
print(isinstance(Later(), Own), isinstance([], MutableSequence), issubclass(list, MutableSequence), isinstance([], MutableSequence))


# Register in one branch is seen by the classes above.
class Top(ABC): ...
class Middle(Top): ...
class Outside: ...
print([isinstance(Outside(), c) for c in (Top, Middle)], end=" ")
Middle.register(Outside)
print([isinstance(Outside(), c) for c in (Top, Middle)], issubclass(Outside, Top))


# An instance that says it is of another class.
class Proxy:
    def __init__(self, cls):
        self.cls = cls
    @property
    def __class__(self):
        return self.cls


class Odd:
    def __getattribute__(self, name):
        if name == "__class__":
            return list
        raise AttributeError(name)


class Rude:
    @property
    def __class__(self):
        raise KeyError("no class")


for _ in range(2):
    print([isinstance(Proxy(dict), c) for c in (Mapping, Sequence, Hashable)], [isinstance(Odd(), c) for c in (Mapping, Sequence, Hashable)])
    show(isinstance, Proxy(5), Mapping)
    show(isinstance, Proxy([]), Mapping)
    show(isinstance, Proxy(None), Mapping)
    show(isinstance, Rude(), Mapping)
    show(issubclass, 5, Mapping)
    show(issubclass, [], Sequence)


# Metaclasses with hooks of their own, with ABCMeta's under them, and with a part of them.
class Loud(ABCMeta):
    def __instancecheck__(cls, instance):
        print("instance", end=" ")
        return super().__instancecheck__(instance)
    def __subclasscheck__(cls, subclass):
        print("subclass", end=" ")
        return super().__subclasscheck__(subclass)


class L(metaclass=Loud): ...
L.register(float)
for _ in range(2):
    print([isinstance(x, L) for x in (1, 1.5, L())], issubclass(int, L), issubclass(float, L))


class Half(ABCMeta):
    def __subclasscheck__(cls, subclass):
        print("half", subclass.__name__, end=" ")
        return super().__subclasscheck__(subclass)


class H(metaclass=Half): ...
for _ in range(2):
    print(isinstance(1, H), isinstance(H(), H), issubclass(H, H))


class Borrowed(type):
    __instancecheck__ = ABCMeta.__instancecheck__
    __subclasscheck__ = ABCMeta.__subclasscheck__


class B(metaclass=Borrowed): ...
show(isinstance, 1, B)
show(issubclass, int, B)
print(isinstance(B(), B))


# A metaclass with its own hash; one without any.
class Same(type):
    def __hash__(cls):
        hashed.append(cls.__name__)
        return 7


class Unhashable(type):
    __hash__ = None


hashed = []
class S(metaclass=Same): ...
class T(metaclass=Same):
    __len__ = list.__len__
for _ in range(2):
    print(isinstance(S(), Sized), isinstance(T(), Sized), issubclass(S, Sized), issubclass(T, Sized))
print(set(hashed) == {"S", "T"})

# Classes that die and others that come take nothing from each other.
for i in range(200):
    cls = type("C", (), {"__len__": lambda self: 0} if i % 2 else {})
    if isinstance(cls(), Sized) != bool(i % 2) or issubclass(cls, Sized) != bool(i % 2):
        print("wrong", i)
    del cls
    if i % 50 == 0:
        gc.collect()


class Counted: ...
for i in range(3):
    Asks.register(type("D", (), {}))
    print(isinstance(Counted(), Asks), isinstance([], Sequence), isinstance({}, MutableMapping), isinstance(3, Iterable))
