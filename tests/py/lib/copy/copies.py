# Shallow and deep copies: built-ins, cycles, hooks, slots, dataclass-like classes.
import copy
import collections
import enum
import fractions


a = [1, [2, 3], {"k": [4]}, (5, [6])]
b, c = copy.copy(a), copy.deepcopy(a)
print(b == a, b[1] is a[1], c == a, c[1] is a[1], c[3] is a[3], c[3][1] is a[3][1])
t = (1, "x", (2, 3))
print(copy.deepcopy(t) is t, copy.copy(t) is t, copy.copy(len) is len, copy.deepcopy(int) is int)
loop = [1]
loop.append(loop)
d = copy.deepcopy(loop)
print(d[1] is d, d is not loop)
x = [1]
pair = [x, x]
p = copy.deepcopy(pair)
print(p[0] is p[1])


class Plain:
    def __init__(self, v):
        self.v = v


class Slotted:
    __slots__ = ("a", "b")


class Hooked:
    def __init__(self, v):
        self.v = v

    def __copy__(self):
        return Hooked(("copied", self.v))

    def __deepcopy__(self, memo):
        return Hooked(("deep", copy.deepcopy(self.v, memo)))

    def __replace__(self, /, **changes):
        return Hooked(changes)


class State:
    def __getstate__(self):
        return {"state": [1]}

    def __setstate__(self, state):
        self.got = state


class Args:
    def __new__(cls, x, *, y):
        self = super().__new__(cls)
        self.x, self.y = x, y
        return self

    def __getnewargs_ex__(self):
        return (self.x,), {"y": self.y}


class Items(list):
    pass


o = Plain([1])
print(copy.copy(o).v is o.v, copy.deepcopy(o).v is o.v, copy.deepcopy(o).v)
s = Slotted()
s.a = [1]
s2 = copy.deepcopy(s)
print(s2.a, s2.a is s.a, hasattr(s2, "b"))
print(copy.copy(Hooked(1)).v, copy.deepcopy(Hooked([1])).v, copy.replace(Hooked(1), v=2).v)
print(copy.copy(State()).got, copy.deepcopy(State()).got)
n = copy.copy(Args(1, y=[2]))
print(n.x, n.y)
i = Items([1, [2]])
i.name = "n"
j = copy.deepcopy(i)
print(j, j.name, type(j).__name__, j[1] is i[1])
print(copy.deepcopy(collections.OrderedDict(a=[1])), copy.copy(collections.Counter("aab")),
      copy.deepcopy(collections.deque([1, [2]], 3)), copy.deepcopy(collections.defaultdict(list, a=[1])))
E1 = enum.Enum("E1", "A B")
print(copy.deepcopy(E1.A) is E1.A, copy.deepcopy(fractions.Fraction(1, 3)), copy.deepcopy({1, 2}),
      copy.deepcopy(bytearray(b"x")), copy.deepcopy(frozenset([1])))
P = collections.namedtuple("P", "x y")
print(copy.replace(P(1, 2), y=5))
for bad in (lambda: copy.copy((i for i in [])), lambda: copy.replace(5, a=1)):
    try:
        bad()
    except TypeError as e:
        print("TypeError", e)
memo = {}
e = []
print(copy.deepcopy(e, memo) is memo[id(e)])
