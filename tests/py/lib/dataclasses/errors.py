from dataclasses import dataclass, field, make_dataclass, fields, InitVar, KW_ONLY
from typing import ClassVar

def show(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as error:
        print(type(error).__name__, error)

def order():
    @dataclass
    class C:
        a: int = 0
        b: int
def mutable():
    @dataclass
    class C:
        a: list = []
def unannotated():
    @dataclass
    class C:
        a = field(default=1)
def both():
    field(default=1, default_factory=int)
def thaw():
    @dataclass(frozen=True)
    class A:
        x: int
    @dataclass
    class B(A):
        y: int
def freeze():
    @dataclass
    class A:
        x: int
    @dataclass(frozen=True)
    class B(A):
        y: int
def no_eq():
    @dataclass(eq=False, order=True)
    class C: ...
def own_lt():
    @dataclass(order=True)
    class C:
        def __lt__(self, o): ...
def own_setattr():
    @dataclass(frozen=True)
    class C:
        def __setattr__(self, n, v): ...
def own_hash():
    @dataclass(unsafe_hash=True)
    class C:
        def __hash__(self): ...
def two_kw_only():
    @dataclass
    class C:
        a: KW_ONLY
        b: KW_ONLY
def weak():
    @dataclass(weakref_slot=True)
    class C: ...
def slotted_twice():
    @dataclass(slots=True)
    class C:
        __slots__ = ("x",)
        x: int
def factory_classvar():
    @dataclass
    class C:
        x: ClassVar[int] = field(default_factory=int)
def kw_classvar():
    @dataclass
    class C:
        x: ClassVar[int] = field(kw_only=True)
for f in (order, mutable, unannotated, both, thaw, freeze, no_eq, own_lt, own_setattr, own_hash, two_kw_only, weak, slotted_twice, factory_classvar, kw_classvar):
    show(f)
for names in (["a b"], ["class"], ["a", "a"], [("a",)], [5]):
    show(make_dataclass, "M", names)
@dataclass
class R:
    x: object = None
r = R(); r.x = r; print(r); r.x = [r, {1: r}]; print(r)
print(InitVar[int], InitVar[list[int]], repr(fields(R)[0]).split("default_factory")[0])
