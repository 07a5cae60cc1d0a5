from typing import NamedTuple, TypedDict, Required, NotRequired, ReadOnly, get_type_hints, Annotated, Optional, List, ClassVar, is_typeddict, Any, Generic, TypeVar, assert_never, reveal_type, Union
import typing

def show(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as error:
        print(type(error).__name__, error)

class Emp(NamedTuple):
    """An employee."""
    name: str
    id: int = 3
    def hello(self): return f"hi {self.name}"
e = Emp("Al")
print(e, e.hello(), Emp._fields, Emp._field_defaults, Emp.__annotations__, Emp.__doc__, e._replace(id=5), Emp("x", 1) < Emp("x", 2), len(Emp.__orig_bases__))
N = NamedTuple("N", [("a", int), ("b", str)]); print(N(1, "x"), N.__annotations__)
show(Emp); show(lambda: NamedTuple("X", [("a", 5)])); 
def bad1():
    class B(NamedTuple):
        a: int = 1
        b: int
def bad2():
    class B(NamedTuple):
        def _make(self): ...
def bad3():
    class B(NamedTuple, int):
        a: int
def bad4():
    class B(TypedDict, dict):
        a: int
for f in (bad1, bad2, bad3, bad4): show(f)
class Movie(TypedDict):
    title: str
    year: NotRequired[int]
class Full(Movie, total=False):
    stars: Required[int]
    note: ReadOnly[str]
m: Movie = {"title": "x"}
print(m, Movie(title="y", year=1), sorted(Movie.__required_keys__), sorted(Movie.__optional_keys__), Movie.__total__, sorted(Full.__required_keys__), sorted(Full.__optional_keys__), Full.__readonly_keys__, Full.__mro__, is_typeddict(Full), is_typeddict(dict))
print(Movie.__annotations__, get_type_hints(Full), get_type_hints(Movie, include_extras=True), TypedDict("TD", {"in": int})(**{"in": 1})); show(isinstance, {}, Movie)
T = TypeVar("T")
class GT(TypedDict, Generic[T]):
    v: T
class GN(NamedTuple, Generic[T]):
    v: T
print(GT[int], GN[int](5), GN(1), GT.__parameters__)
class H:
    a: int
    b: "Optional[H]"
    c: ClassVar[str] = ""
    d: Annotated[List["int"], "m"] = None
    def meth(self, x: "int", y: Annotated[str, 1] = "s") -> "H": ...
print(get_type_hints(H), get_type_hints(H.meth), get_type_hints(H, include_extras=True)["d"], get_type_hints(H.meth, include_extras=True)["y"])
show(get_type_hints, 5); show(get_type_hints, type("Q", (), {"__annotations__": {"x": "Nowhere"}})); show(assert_never, "x" * 3)
print(get_type_hints(lambda: 0), get_type_hints(typing.cast))
