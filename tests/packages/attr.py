import attr
import attrs
from attrs import define, field, frozen, validators
@define
class P:
    x: int = field(validator=validators.instance_of(int))
    y: int = field(default=2, converter=int)
    tags: list = field(factory=list, repr=False)
    @x.validator
    def positive(self, attribute, value):
        if value < 0:
            raise ValueError(f"{attribute.name} must be positive")
    @property
    def total(self):
        return self.x + self.y
p = P(1, "5")
print(p, p.total, p == P(1, 5), attrs.asdict(p), attrs.astuple(p), attrs.evolve(p, x=9), [a.name for a in attrs.fields(P)])
for bad in (lambda: P("a"), lambda: P(-1), lambda: P(), lambda: setattr(p, "nope", 1), lambda: P(1, y="z")):
    try:
        bad()
    except Exception as e:
        print(type(e).__name__, str(e)[:70])
@frozen(order=True)
class F:
    a: int
    b: str = "b"
print(F(1) < F(2), sorted([F(3), F(1, "c"), F(1)]), hash(F(1)) == hash(F(1)))
try:
    F(1).a = 2
except attrs.exceptions.FrozenInstanceError as e:
    print(type(e).__name__, e)
@attr.s(auto_attribs=True, slots=True, kw_only=True)
class Old:
    n: int = attr.ib(default=attr.Factory(lambda self: 7, takes_self=True))
    m: str = attr.ib(default="q", metadata={"k": 1}, on_setattr=attr.setters.frozen)
print(Old(), Old(n=1), attr.fields(Old).m.metadata, Old.__slots__)
C = attrs.make_class("C", {"a": field(default=1), "b": field(default=2)}, bases=(P,))
print(C.__mro__[1].__name__, [a.name for a in attr.fields(C)])
@define
class D(P):
    z: float = 0.5
    def __attrs_post_init__(self):
        self.z *= 2
print(D(1), attrs.has(D), attr.validate(D(1)), attrs.filters.include(int)(attr.fields(D).z, 5))
