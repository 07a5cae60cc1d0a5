# What stays of an alias when its type variables are replaced; the iterator over an alias.
from typing import TypeVar, TypeVarTuple
import types

T, S, Ts = TypeVar('T'), TypeVar('S'), TypeVarTuple('Ts')


def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


show(lambda: next(iter(tuple[T, ...]))[int])
show(lambda: tuple[int, *tuple[T, ...]][list[int]])
show(lambda: tuple[*Ts].__parameters__)
show(lambda: tuple[*Ts][str])
show(lambda: tuple[int, *Ts][str, int])
for make in (lambda: list[list[T]][int, str], lambda: dict[T, S][int], lambda: (list[T] | int)[int, str],
             lambda: tuple[int, *tuple[T, ...]][int, str], lambda: (T | None)[int, str]):
    show(make)
it = iter(list[int])
print(type(it).__name__, it.__reduce__(), iter(it) is it)
print(next(it), next(it, 'end'), it.__reduce__(), list(it))
print(list(iter(tuple[int, str])), hasattr(it, '__length_hint__'))
