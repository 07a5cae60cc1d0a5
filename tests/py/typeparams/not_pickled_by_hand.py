"""object.__reduce__ cannot take a type variable apart."""
from typing import ParamSpec, TypeVar, TypeVarTuple

for v in TypeVar("T"), ParamSpec("P"), TypeVarTuple("Ts"):
    for how in (lambda: object.__reduce__(v), lambda: object.__reduce_ex__(v, 0), lambda: v.__reduce__()):
        try:
            print(how())
        except TypeError as e:
            print(e)
