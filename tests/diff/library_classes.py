# object.__new__ makes instances of classes of the library that are in C in CPython.
import types
import typing

print(type(object.__new__(types.SimpleNamespace)), type(object.__new__(typing.TypeVar)))
