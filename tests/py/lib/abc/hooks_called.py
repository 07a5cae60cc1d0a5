# ABCMeta's hooks called by hand, through super() and from protocols: what is remembered, and what is no class.
from abc import ABC, ABCMeta
from collections.abc import Mapping, Sequence
from typing import Protocol, runtime_checkable


def show(f, *args):
    try:
        print(f(*args), end=" ")
    except Exception as error:
        print(type(error).__name__, error)


class Liar:
    @property
    def __class__(self):
        return dict


for _ in range(2):
    for check in (Mapping.__instancecheck__, lambda x: ABCMeta.__instancecheck__(Sequence, x)):
        for value in ({}, [], 1, None, Liar(), dict):
            show(check, value)
    for check in (Mapping.__subclasscheck__, lambda x: ABCMeta.__subclasscheck__(Sequence, x)):
        for value in (dict, list, bool, Mapping, 5, None, list[int]):
            show(check, value)
    show(ABCMeta.__instancecheck__, 5, 5)
    show(ABCMeta.__instancecheck__, int, 5)
    show(ABCMeta.__subclasscheck__, None, int)
    print()


@runtime_checkable
class Closes(Protocol):
    def close(self): ...


@runtime_checkable
class Named(Protocol):
    name: str


class File:
    def close(self): ...


class Tag:
    def __init__(self, name):
        self.name = name


class Later: ...


for _ in range(2):
    print([isinstance(x, Closes) for x in (File(), Tag("x"), Later(), 5)], [isinstance(x, Named) for x in (File(), Tag("x"), Later(), 5)])
    print([issubclass(x, Closes) for x in (File, Tag, Later, int)])
    show(issubclass, Tag, Named)
    show(issubclass, 5, Closes)
Closes.register(Later)
print(isinstance(Later(), Closes), issubclass(Later, Closes), isinstance(Tag("x"), Closes))


class Counting(ABCMeta):
    def __subclasscheck__(cls, subclass):
        print("asked", end=" ")
        return super().__subclasscheck__(subclass)


class Counted(metaclass=Counting): ...
Counted.register(Later)
for _ in range(3):
    print(isinstance(Later(), Counted), Counted.__instancecheck__(Later()), issubclass(Later, Counted))
