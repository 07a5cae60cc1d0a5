# Methods of classes of the library that are in C in CPython are functions, and show themselves as such.
import typing

print(type(typing.TypeVar("T").__or__), type(typing.TypeVar.has_default))
