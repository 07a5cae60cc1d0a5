"""The state of a type variable is what was set on it."""
from typing import TypeVar


def f[T]():
    pass


T, = f.__type_params__
print(T.__getstate__(), object.__getstate__(T))
T.__module__ = "m"
T.x = 1
print(T.__getstate__(), TypeVar("U").__getstate__())
