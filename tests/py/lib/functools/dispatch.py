from functools import singledispatch, singledispatchmethod, total_ordering, cmp_to_key
from collections.abc import Sized, Iterable

@singledispatch
def show(x, extra=""):
    return f"object {x!r}{extra}"

@show.register(int)
def _(x, extra=""):
    return f"int {x}{extra}"

@show.register
def _(x: list | tuple, extra=""):
    return f"sequence of {len(x)}"

@show.register(Sized)
def _(x, extra=""):
    return "sized"

print(show(1), show(True), show([1]), show((1, 2)), show("s"), show(1.5, "!"))
print(show.dispatch(bool) is show.dispatch(int), sorted(t.__name__ for t in show.registry))
for bad in (lambda: show(), lambda: show.register(5), lambda: show.register(int | 3)):
    try:
        bad()
    except TypeError as error:
        print(error)

class Neg:
    @singledispatchmethod
    def of(self, x):
        raise NotImplementedError(type(x).__name__)

    @of.register
    def _(self, x: int):
        return -x

    @of.register(str)
    def _(self, x):
        return x[::-1]

print(Neg().of(4), Neg().of("abc"))
try:
    Neg().of(1.5)
except NotImplementedError as error:
    print("not implemented:", error)

@total_ordering
class V:
    def __init__(self, n):
        self.n = n
    def __eq__(self, o):
        return self.n == o.n
    def __lt__(self, o):
        return self.n < o.n

print(V(1) <= V(1), V(2) > V(1), V(2) >= V(3), V(1) != V(2))
try:
    total_ordering(type("Empty", (), {}))
except ValueError as error:
    print(error)
print(sorted(["bb", "a", "ccc"], key=cmp_to_key(lambda a, b: len(b) - len(a))))
