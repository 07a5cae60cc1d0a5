from dataclasses import dataclass, field, fields, asdict, astuple, replace, is_dataclass, make_dataclass, KW_ONLY, InitVar, FrozenInstanceError, MISSING
from typing import ClassVar

def show(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as error:
        print(type(error).__name__, error)

@dataclass
class Item:
    name: str
    qty: int = 1
    tags: list[str] = field(default_factory=list)
    total: ClassVar[int] = 0
    hidden: float = field(default=0.5, repr=False, compare=False)

i = Item("a", tags=["x"])
print(i, i == Item("a", 1, ["x"], 9.0), i != Item("b"), Item.__doc__, Item.__match_args__)
print([f.name for f in fields(i)], asdict(i), astuple(i), replace(i, qty=5), is_dataclass(Item), is_dataclass(i), is_dataclass(5))
print(Item("p").tags is Item("p").tags, Item.qty, hasattr(Item, "tags"), Item.__hash__)
show(Item); show(Item, 1, 2, 3, 4, 5); show(Item, "a", nope=1); show(fields, 5); show(asdict, Item); show(replace, i, zip=1); show(hash, i); show(lambda: i < i)
@dataclass(frozen=True, order=True)
class Key:
    a: int
    b: str = "z"
k = Key(1)
print(k, hash(k) == hash(Key(1, "z")), {k: 1}[Key(1)], sorted([Key(2), Key(1, "y"), Key(1)]), Key(1) <= Key(1), Key(3) > k)
show(setattr, k, "a", 5); show(delattr, k, "a"); show(setattr, k, "new", 5); show(lambda: k < 5)
@dataclass
class Base:
    x: int
    y: int = 0
@dataclass
class Derived(Base):
    z: int = 1
    x: str = "over"
print(Derived(), [f.name for f in fields(Derived)], Derived("q", 2, 3))
@dataclass
class Post:
    a: int
    b: InitVar[int]
    c: int = field(init=False)
    _: KW_ONLY
    d: int = 4
    def __post_init__(self, b):
        self.c = self.a + b
print(Post(1, 2), Post(1, b=5, d=9)); show(Post, 1, 2, 3); show(replace, Post(1, 2), a=3); print(replace(Post(1, 2), a=3, b=4)); show(replace, Post(1, 2), b=1, c=3)
P = make_dataclass("P", ["x", ("y", int), ("z", int, field(default=3))], namespace={"sum": lambda s: s.y + s.z})
print(P(1, 2), P(1, 2).sum(), P.__name__)
match Item("n", 2):
    case Item(name, 2): print("matched", name)
