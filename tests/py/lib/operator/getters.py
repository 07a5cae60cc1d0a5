# attrgetter, methodcaller and itemgetter: what they reach, errors, copies.
import copy
import operator
from operator import attrgetter, itemgetter, methodcaller


def show(f, /, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as error:
        print(type(error).__name__, error)


class Thing:
    kind = "thing"

    def __init__(self, name):
        self.name = name
        self.me = self

    @property
    def shout(self):
        return self.name.upper()

    def __getattr__(self, name):
        if name.startswith("any"):
            return name
        raise AttributeError(f"no {name}")

    def join(self, *args, **kw):
        return self.name, args, kw

    @staticmethod
    def static(*args):
        return args

    @classmethod
    def made(cls, *args):
        return cls.__name__, args


t = Thing("tim")
t.own = lambda *args: ("own", args)
for names in (["name"], ["shout"], ["any1"], ["kind", "name"], ["me.me.name"], ["me.shout", "any.upper", "me.kind"],
              ["none"], ["me.none.x"], ["name", "none"], [""], ["me."]):
    show(lambda: str(attrgetter(*names)(t)).split(" at ")[0])
for call in (methodcaller("join"), methodcaller("join", 1, 2, k=3), methodcaller("join", *range(9), a=1, b=2),
             methodcaller("static", 1), methodcaller("made", 1), methodcaller("own", 1), methodcaller("none"), methodcaller("any")):
    show(call, t)
print(methodcaller("upper")("abc"), methodcaller("split", sep=",")("a,b"), sorted(["b", "A"], key=methodcaller("lower")))
print(list(map(attrgetter("real"), [1, 2])), sorted([t, Thing("al")], key=attrgetter("name"))[0].name)
for f in (attrgetter("a"), attrgetter("a.b", "c"), methodcaller("m"), methodcaller("m", 1, k="x"), itemgetter(1), itemgetter("a", 2)):
    print(f, f.__reduce__()[1:], copy.copy(f))
    show(f)
    show(f, 1, 2)
    show(f, obj=1)
for bad in (lambda: attrgetter(), lambda: attrgetter(1), lambda: attrgetter("a", 2), lambda: methodcaller(), lambda: methodcaller(1), lambda: itemgetter()):
    show(bad)


class Num:
    def __add__(self, other):
        return "add", other

    def __lt__(self, other):
        return "less"

    def __neg__(self):
        return "neg"

    def __iadd__(self, other):
        return "iadd", other

    def __contains__(self, v):
        return v == 1

    def __bool__(self):
        raise ValueError("no truth")

    def __getitem__(self, key):
        return "item", key

    def __setitem__(self, key, value):
        print("set", key, value)

    def __delitem__(self, key):
        print("del", key)


n = Num()
print(operator.add(n, 1), operator.lt(n, 2), operator.gt(2, n), operator.neg(n), operator.iadd(n, 3))
print(operator.contains(n, 1), operator.contains(n, 2), operator.getitem(n, 5), operator.setitem(n, 1, 2), operator.delitem(n, 3))
show(operator.not_, n)
show(operator.truth, n)
show(operator.sub, n, 1)
show(operator.invert, n)
show(operator.matmul, 1, 2)
items = [1, 2]
print(operator.iadd(items, [3]), items, operator.call(max, 1, 2, key=operator.neg), operator.is_(n, n), operator.is_not(n, 1))
print(operator.add, operator.__add__ is operator.add, list(map(operator.mul, [1, 2], [3, 4])), operator.not_(0), operator.truth([]))
print(operator.pow(2, 5), operator.floordiv(7, 2), operator.truediv(7, 2), operator.mod(7, 4), operator.and_(6, 3), operator.xor(6, 3), operator.lshift(1, 3))
