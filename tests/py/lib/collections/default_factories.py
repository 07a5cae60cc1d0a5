# defaultdict: factories of every kind, keys with methods of their own, subclasses, copies, messages.
import copy
from collections import Counter, OrderedDict, defaultdict
from functools import partial


def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


class Thing:
    def __init__(self, *args):
        self.args = args

    def __repr__(self):
        return f"Thing{self.args}"


count = iter(range(100))
for factory in (list, dict, set, int, float, str, tuple, bool, bytes, bytearray, frozenset, complex, object, Thing, Counter, OrderedDict,
                lambda: "made", partial(dict, a=1), count.__next__, [1, 2].copy, defaultdict, range, type, None):
    d = defaultdict(factory)
    t(lambda: (type(d["k"]).__name__, d["k"] is d["k"], len(d)))
for args in ((), (None,), (int,), (5,), ("x",), (int, {"a": 1}), (int, [("a", 1)]), (int, 5), (int, {"a": 1}, 3), (None, iter([(1, 2)]))):
    t(lambda: defaultdict(*args))
t(lambda: defaultdict(int, b=1))
t(lambda: defaultdict(int, {"a": 2}, b=1))
t(lambda: defaultdict(default_factory=1))
t(lambda: defaultdict(None)["x"])
t(lambda: defaultdict(int)[[]])
t(lambda: defaultdict(int).__missing__("m"))
t(lambda: defaultdict(int).get("m"))
t(lambda: defaultdict.__missing__({}, 1))
t(lambda: defaultdict(lambda: 1 / 0)["z"])
t(lambda: defaultdict(range)["z"])


class Key:
    def __init__(self, n):
        self.n = n

    def __hash__(self):
        return hash(self.n)

    def __eq__(self, other):
        return isinstance(other, Key) and self.n == other.n

    def __repr__(self):
        return f"Key({self.n})"


d = defaultdict(list)
for i in range(20):
    d[Key(i % 3)].append(i)
print(d)
d = defaultdict(lambda: len(d))
print([d[w] for w in "to be or not to be".split()], dict(d))
d = defaultdict(None)


def setter():
    d["self"] = "set by the factory"
    return "returned"


d.default_factory = setter
print(d["self"], dict(d))


class Sub(defaultdict):
    pass


class Missing(defaultdict):
    def __missing__(self, key):
        return key * 2


class Keyed(defaultdict):
    def __missing__(self, key):
        self[key] = value = self.default_factory(key)
        return value


s = Sub(list, x=[1])
s.attr = 5
s["y"].append(2)
print(s, s.attr, type(s.copy()).__name__, s.copy(), s.default_factory, isinstance(s, dict))
print(Missing(int)[4], Missing(int), Keyed(str)[7], len(Missing(int)))
c = s.copy()
c["z"].append(1)
print("z" in s, c["x"] is s["x"], copy.copy(s), copy.deepcopy(s)["x"] is s["x"], s.__reduce__()[:2])
tree = lambda: defaultdict(tree)
root = tree()
root["a"]["b"]["c"] = 1
print(list(root), list(root["a"]), root["a"]["b"].default_factory is tree)
print(defaultdict(int, a=1) | {"b": 2}, {"b": 2} | defaultdict(int, a=1), defaultdict(int, a=1) == {"a": 1})
m = defaultdict(int, a=1)
m |= {"c": 3}
del m["a"]
print(m, m.pop("c"), m.setdefault("q"))
words = defaultdict(lambda: defaultdict(int))
for w in ("apple", "avocado", "bean", "apple"):
    words[w[0]][w] += 1
print({k: dict(v) for k, v in words.items()})
r = defaultdict(None)
r.default_factory = r.copy
print(repr(r)[:30])
r["self"] = r
