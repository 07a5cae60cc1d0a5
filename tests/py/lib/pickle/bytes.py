# Pickles are the same bytes in every protocol, and give equal objects.
import collections
import copyreg
import enum
import pickle


class Plain:
    def __init__(self, x):
        self.x = x

    def __eq__(self, other):
        return type(self) is type(other) and vars(self) == vars(other)


class Slots:
    __slots__ = "a", "b"

    def __eq__(self, other):
        return self.a == other.a


class State(Plain):
    def __getstate__(self):
        return [self.x]

    def __setstate__(self, state):
        self.x, = state


class Arguments(tuple):
    def __new__(cls, a, b):
        return super().__new__(cls, (a, b))

    def __getnewargs__(self):
        return tuple(self)


class Keywords(Plain):
    def __new__(cls, *, x):
        self = super().__new__(cls)
        self.x = x
        return self

    def __init__(self, **kwargs):
        pass

    def __getnewargs_ex__(self):
        return (), {"x": self.x}


class Reduced(Plain):
    def __reduce__(self):
        return Reduced, (self.x,), {"x": 9}


class Items(list):
    pass


class Keyed(dict):
    pass


class Outer:
    class Inner:
        def method(self):
            return 1


Point = collections.namedtuple("Point", "x y")


class Color(enum.Enum):
    RED = 1


def function():
    return 3


slots = Slots()
slots.a = 3
cycle = [1]
cycle.append(cycle)
shared = ["s"]
items = Items([1, 2])
items.name = "n"
keyed = Keyed(a=1)
keyed.name = "n"
OBJECTS = [None, True, False, 0, 1, -1, 255, 256, 65535, 65536, -2 ** 31, 2 ** 31, 2 ** 63, -2 ** 200,
           10 ** 700, 0.0, -1.5, 1e300, float("inf"), 3 + 4j, "", "abc", "é\n\\\0\x1a\r", "😀", "\udc80",
           "x" * 300, b"", b"abc", bytes(range(256)), bytearray(b"abc"), bytearray(), (), (1,), (1, 2),
           (1, 2, 3), (1, 2, 3, 4), [], [1], [1, 2, [3]], list(range(1003)), {}, {"a": 1},
           {"a": 1, "b": [2]}, {i: i for i in range(2001)}, set(), {1}, frozenset(), frozenset({1}),
           [shared, shared, (shared,)], int, list, Plain, function, len, Outer.Inner, type(None), ...,
           NotImplemented, range(3), slice(1, 2), Plain(1), Plain([Plain(2)]), slots, State(4),
           Arguments(1, 2), Keywords(x=5), Reduced(6), items, keyed, Point(1, 2), Color.RED,
           collections.OrderedDict(a=1), collections.defaultdict(list, {1: [2]}),
           collections.deque([1, 2], 5), collections.Counter("aab"), ValueError("x", 1),
           OSError(2, "no"), object(),
           "ab" * 40000, [b"x" * 70000, "y"], iter([1, 2]), iter((1,)), iter("ab"), [].append,
           "abc".upper]


def shown(obj):
    text = repr(obj)
    if "0x" in text or type(obj).__name__.endswith("iterator"):
        text = type(obj).__name__
    return text[:60]


for obj in OBJECTS:
    for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
        try:
            data = pickle.dumps(obj, protocol)
        except Exception as error:
            print(shown(obj), protocol, type(error).__name__, error, getattr(error, "__notes__", ""))
            continue
        if len(data) < 120:
            print(shown(obj), protocol, data)
        else:
            print(shown(obj), protocol, len(data), hash(data) == hash(bytes(data)), data[-20:])
        again = pickle.loads(data)
        if again != obj and shown(again) != shown(obj):
            print("differs:", again)

for protocol in range(6):
    for make in (lambda: iter(range(3)), lambda: reversed([1, 2]), lambda: enumerate("ab", 3),
                 lambda: iter({1: 2}), lambda: zip([1], "a"), lambda: map(str, [1, 2]),
                 lambda: filter(None, [0, 1]), lambda: iter(bytearray(b"ab"))):
        iterator = make()
        first = next(iterator)
        print(type(iterator).__name__, first, list(pickle.loads(pickle.dumps(iterator, protocol))))
    print(pickle.loads(pickle.dumps(dict.fromkeys, protocol))("ab"))
for protocol in range(6):
    again = pickle.loads(pickle.dumps(cycle, protocol))
    print(again[1] is again, pickle.dumps(cycle, protocol))
    a, b, (c,) = pickle.loads(pickle.dumps([shared, shared, (shared,)], protocol))
    print(a is b is c)
circular = Plain(None)
circular.x = (circular, {circular.__class__: circular})
again = pickle.loads(pickle.dumps(circular))
print(again.x[0] is again, again.x[1][Plain] is again)

# Names of modules as Python 2 had them, and codes for classes.
print(pickle.dumps(range, 2), pickle.dumps(range, 2, fix_imports=False), pickle.dumps(range, 3))
print(pickle.loads(b"c__builtin__\nxrange\n."), pickle.loads(b"ccopy_reg\n_reconstructor\n.").__name__)
copyreg.add_extension("__main__", "Plain", 240)
print(pickle.dumps(Plain), pickle.loads(pickle.dumps(Plain)))
copyreg.remove_extension("__main__", "Plain", 240)
