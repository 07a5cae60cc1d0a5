from typing import Generic, TypeVar, ParamSpec, TypeVarTuple, Unpack, Callable, List, get_type_hints, overload, get_overloads, final, override, Protocol, runtime_checkable, get_protocol_members, is_protocol, SupportsInt, SupportsIndex, NewType, Any

def show(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as error:
        print(type(error).__name__, error)

T = TypeVar("T"); U = TypeVar("U"); P = ParamSpec("P"); Ts = TypeVarTuple("Ts")
class Box(Generic[T]):
    def __init__(self, item: T): self.item = item
class Pair(Box[T], Generic[T, U]): ...
class IntBox(Box[int]): ...
print(Box[int], Box[int](5).item, Box[int](5).__orig_class__, Pair[int, str], Pair.__parameters__, IntBox.__orig_bases__, IntBox(1).item, Box[T][str], Box[List[T]][int], Pair[T, int][str])
print(Box.__mro__[1:], issubclass(IntBox, Box), Box[int].__origin__, Box[int].__args__, Box[int] == Box[int], Box.__name__)
class Fn(Generic[P, T]): ...
class Arr(Generic[Unpack[Ts]]): ...
print(Fn[[int, str], bool], Fn[..., int], Arr[int, str], Arr[()], Arr.__parameters__)
for bad in (lambda: Box[int, str], lambda: Box[int][str], lambda: IntBox[int], lambda: isinstance(Box(1), Box[int]), lambda: type("X", (Generic,), {}), lambda: Pair[int], lambda: Fn[int]):
    show(bad)
@runtime_checkable
class Closer(Protocol):
    def close(self) -> None: ...
class Named(Protocol):
    name: str
class File:
    name = "f"
    def close(self): ...
print(isinstance(File(), Closer), issubclass(File, Closer), isinstance(5, Closer), is_protocol(Closer), is_protocol(File), sorted(get_protocol_members(Named)), isinstance(5, SupportsInt), isinstance("x", SupportsIndex))
show(Closer); show(isinstance, 5, Named); show(get_protocol_members, int); show(issubclass, File, runtime_checkable(type("N2", (Named, Protocol), {}))); show(runtime_checkable, int)
def mix():
    class M(File, Protocol): ...
show(mix)
class Impl(Closer):
    def __init__(self): self.ok = True
print(Impl().ok)
UserId = NewType("UserId", int)
print(UserId(5) + 1, UserId, UserId.__name__, UserId.__supertype__); show(lambda: type("S", (UserId,), {})); print(UserId | None)
@overload
def f(x: int) -> int: ...
@overload
def f(x: str) -> str: ...
def f(x): return x
print(len(get_overloads(f)), f(3)); show(get_overloads(f)[0].__class__.__name__.upper)
@overload
def only(x: int) -> int: ...
show(only, 1)
@final
class Fin: ...
class O:
    @override
    def m(self): ...
print(Fin.__final__, O.m.__override__)
