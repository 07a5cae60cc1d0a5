from dataclasses import dataclass, field, asdict, fields, replace
import copy

def show(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as error:
        print(type(error).__name__, error)

@dataclass(slots=True)
class S:
    a: int
    b: str = "x"
    def sup(self):
        return __class__.__name__, super().__repr__().startswith("<")
s = S(1)
print(s, S.__slots__, hasattr(s, "__dict__"), s.sup(), S.__doc__); show(setattr, s, "zzz", 1)
@dataclass(slots=True, frozen=True)
class F:
    a: list
    b: int = 2
f = F([1]); print(copy.copy(f) == f, copy.deepcopy(f), replace(f, b=9), f.__getstate__())
@dataclass(kw_only=True)
class K:
    a: int
    b: int = 2
print(K(a=1), K.__match_args__, K.__doc__); show(K, 1)
@dataclass(init=False, repr=False, eq=False)
class N:
    a: int = 7
print(N().a, N() == N(), N.__doc__); show(N, 1)
@dataclass(unsafe_hash=True)
class H:
    a: int
    b: int = field(default=0, hash=False)
print(hash(H(1, 2)) == hash(H(1, 3)), H(1, 2) == H(1, 3))
@dataclass
class Tree:
    v: int
    kids: list["Tree"] = field(default_factory=list)
    by: dict = field(default_factory=dict)
t = Tree(1, [Tree(2), Tree(3, [Tree(4)])], {"k": Tree(5), ("t",): (Tree(6),)})
print(asdict(t)); d = asdict(t); d["kids"][0]["v"] = 99; print(t.kids[0].v, asdict(Tree(1), dict_factory=lambda p: sorted(p)))
@dataclass
class D:
    x: int = field(default=1, metadata={"unit": "cm"}, doc="width")
    self: int = 5
print(fields(D)[0].metadata["unit"], fields(D)[0].doc, D(), D(2, self=3), D.__init__.__annotations__, D.__dataclass_params__)
class Desc:
    def __get__(self, o, t=None): return 42 if o is None else o._v
    def __set__(self, o, v): o._v = v * 2
@dataclass
class W:
    x: int = Desc()
print(W().x, W(5).x, W.__init__.__qualname__, W.__eq__.__name__, W.__repr__.__qualname__)
