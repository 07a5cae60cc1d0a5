# Classes derived from builtins that keep or replace single methods: what the machine does directly
# for the ones must not be done for the others.
from collections import Counter, OrderedDict, defaultdict, namedtuple


class Missing(dict):
    def __missing__(self, key):
        return f"no {key}"


class Own(dict):
    def __getitem__(self, key):
        return f"own {key}"

    def __setitem__(self, key, value):
        super().__setitem__(key, [value])


class Odd(dict):
    __getitem__ = dict.get
    __delitem__ = dict.pop


class Static(dict):
    __missing__ = staticmethod(lambda key: f"static {key}")


m, o, odd, s = Missing(a=1), Own(a=1), Odd(a=1), Static(a=1)
print(m["a"], m["b"], o["a"], o["b"], odd["a"], odd["b"], s["a"], s["b"], dict.__getitem__(s, "c"))
o["k"] = 1
m["k"] = 1
del odd["a"]
print(dict(o), dict(m), odd)
for d in Missing(), Own(), Odd(), dict(), Counter(), OrderedDict():
    for f in lambda: d[[]], lambda: d.__getitem__("q"), lambda: d.__delitem__("q"):
        try:
            print(f(), end=" ")
        except Exception as error:
            print(type(error).__name__, error, end=" ")
    print()
d = defaultdict(list)
d["x"].append(1)
d["x"].append(2)
print(d, defaultdict(None, a=1)["a"], Counter("aab")["z"])
Missing.__missing__ = lambda self, key: "new"
print(m["b"])
del Missing.__missing__
try:
    m["b"]
except KeyError as error:
    print("KeyError", error)

Point = namedtuple("Point", "x y")


class Reversed(Point):
    def __iter__(self):
        return iter((self[1], self[0]))

    def __len__(self):
        return 7


class Sized(Point):
    def __len__(self):
        print("len")
        return 2


class Hidden(Point):
    @property
    def x(self):
        return "property"

    def __getattribute__(self, name):
        return super().__getattribute__(name) if name != "y" else "attribute"


class Grown(list):
    def __iter__(self):
        return iter("ab")


for cls in Point, Reversed, Sized, Hidden:
    p = cls(1, 2)
    x, y = p
    print(cls.__name__, x, y, p.x, p.y, list(p), tuple(p), [*p], list(zip(p, p)), sorted(p), dict(zip("ab", p)))
x, y = Grown([1, 2])
print(x, y, list(Grown([1])), list(zip(Grown([1]), [1, 2])))
try:
    x, y, z = Point(1, 2)
except ValueError as error:
    print(error)
print(type(tuple(Point(1, 2))), type(list(Grown())), list(enumerate(Point(3, 4))), set(OrderedDict(a=1)))
