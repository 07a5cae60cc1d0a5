# json.dumps: kinds, options, hooks, errors.
import json
import enum
import collections

print(json.dumps([1, 2.5, "x", None, True, False, {"a": [], "b": {}}, (1, 2), float("inf"), float("nan"), -float("inf")]))
print(json.dumps("\x00\x1f\"\\/\b\f\n\r\té€\U0001F600\ud800"), json.dumps("é€\U0001F600", ensure_ascii=False))
print(json.dumps({"b": 1, "a": [1, {"x": []}]}, indent=2, sort_keys=True))
print(json.dumps([1, [2], {}], indent="\t"), json.dumps([1, {"a": 2}], indent=0), json.dumps([1, {"a": 2}], separators=(",", ":")))
print(json.dumps({1: 1, 2.5: 2, True: 3, None: 4, "s": 5}), json.dumps({(1, 2): 3, "a": 1}, skipkeys=True))


class Num(enum.IntEnum):
    ONE = 1


class Text(str, enum.Enum):
    A = "a"


class SubInt(int):
    def __repr__(self):
        return "no"


class SubFloat(float):
    def __repr__(self):
        return "no"


print(json.dumps([Num.ONE, Text.A, SubInt(5), SubFloat(1.5), collections.OrderedDict(z=1, a=2), {Num.ONE: 1, SubFloat(2.5): 1}]))
print(json.dumps({1, 2}, default=sorted), json.dumps([1j], default=str), json.dumps(1e100), json.dumps(10**30), json.dumps(0.1 + 0.2))


class Enc(json.JSONEncoder):
    def default(self, o):
        if isinstance(o, complex):
            return [o.real, o.imag]
        return super().default(o)


print(json.dumps({"z": 1 + 2j}, cls=Enc), list(Enc().iterencode([1, {"a": 2j}])), Enc(indent=1).encode([1j]))
loop = []
loop.append(loop)
d = {}
d["d"] = d
for bad in (lambda: json.dumps(loop), lambda: json.dumps(d), lambda: json.dumps({1}), lambda: json.dumps({(1,): 2}),
            lambda: json.dumps([float("nan")], allow_nan=False), lambda: json.dumps({"a": [1, object]}),
            lambda: json.dumps([1, {"k": b"x"}]), lambda: Enc().encode([1, b""]),
            lambda: json.dumps({"b": 1, 2: 3}, sort_keys=True)):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e, getattr(e, "__notes__", None))
print(json.JSONEncoder(sort_keys=True, separators=("; ", "=")).encode({"b": 1, "a": 2}))
print(json.dumps([], indent=2), json.dumps({}, indent=2), json.dumps([[]], indent=2), json.dumps(""), json.dumps(None))
