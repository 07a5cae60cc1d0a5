from collections import OrderedDict, defaultdict, ChainMap, UserDict, UserList, UserString

def show(f, *args):
    try:
        print(f(*args))
    except Exception as error:
        print(type(error).__name__, error)

o = OrderedDict(a=1, b=2, c=3)
o.move_to_end("a"); print(o, list(o), list(reversed(o)))
o.move_to_end("c", last=False); print(o.popitem(), o.popitem(last=False), o)
print(OrderedDict(a=1, b=2) == OrderedDict(b=2, a=1), OrderedDict(a=1, b=2) == dict(b=2, a=1))
print(OrderedDict(), OrderedDict(a=1).keys(), OrderedDict(a=1).items(), OrderedDict(a=1).values())
print(o | {"z": 1}, OrderedDict.fromkeys("ab", 0), o.setdefault("q", 5), o.pop("nope", None))
show(OrderedDict().popitem); show(o.move_to_end, "none"); show(o.pop, "none")
d = defaultdict(list)
d["x"].append(1); d["y"]
print(d, d.get("nope"), "nope" in d, d.default_factory, defaultdict(int, {"a": 1}, b=2))
show(lambda: defaultdict(None)["k"]); show(defaultdict, 5)
n = defaultdict(lambda: defaultdict(int)); n["a"]["b"] += 2
print(n["a"]["b"], dict(n["a"]), defaultdict(int) | {"z": 3}, d.copy())
m = ChainMap({"a": 1}, {"a": 2, "b": 3})
print(m, m["a"], m["b"], len(m), sorted(m), m.parents, m.new_child({"c": 9})["c"])
m["b"] = 10; print(m.maps, dict(m)); show(lambda: m["zz"]); show(m.pop, "zz"); show(ChainMap().popitem)
class Upper(UserDict):
    def __setitem__(self, k, v):
        super().__setitem__(k.upper(), v)
print(Upper(a=1, b=2), Upper({"x": 1}) | {"y": 2}, UserList([1, 2]) + [3], UserString("abc").upper() + "d")
show(lambda: Upper()["q"])
class Default(OrderedDict):
    def __missing__(self, k):
        return k * 2
print(Default()["ab"], Default(a=1).copy(), isinstance(Default(), dict))
