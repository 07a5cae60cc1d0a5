# Special methods that are descriptors: they are bound for each implicit call.
import math


class Logged:
    def __init__(self, result):
        self.result = result

    def __get__(self, obj, cls):
        print("bound", type(obj).__name__, cls.__name__)
        return self.result


class Many:
    __len__ = Logged(lambda: 3)
    __getitem__ = property(lambda self: lambda key: ("item", key))
    __contains__ = Logged(lambda item: item == 5)
    __add__ = Logged(lambda other: ("add", other))
    __radd__ = Logged(lambda other: ("radd", other))
    __call__ = Logged(lambda *args, **kwargs: (args, kwargs))
    __enter__ = Logged(lambda: "entered")
    __exit__ = Logged(lambda *args: True)
    __repr__ = Logged(lambda: "<many>")
    __bool__ = Logged(lambda: False)
    __eq__ = Logged(lambda other: True)
    __hash__ = Logged(lambda: 7)
    __lt__ = Logged(lambda other: True)
    __iter__ = Logged(lambda: iter("ab"))
    __round__ = Logged(lambda *digits: ("round", digits))
    __index__ = Logged(lambda: 2)
    __floor__ = Logged(lambda: "floor")
    __format__ = Logged(lambda spec: "as " + spec)
    __dir__ = Logged(lambda: ["x"])
    __reversed__ = Logged(lambda: "backwards")
    __setitem__ = Logged(lambda key, value: print("set", key, value))
    __delitem__ = Logged(lambda key: print("del", key))


m = Many()
print(len(m), m[4], 5 in m, m + 1, 1 + m, m(1, k=2))
with m:
    raise ValueError
print(repr(m), bool(m), m == 4, hash(m), m < 5, list(m), round(m), round(m, 2))
print([10, 20, 30][m], math.floor(m), format(m, "x"), f"{m:y}", dir(m), reversed(m))
m[1] = 2
del m[3]


class Init:
    __init__ = Logged(lambda *args: print("init", args))


Init(1, 2)


class Wrong:
    @property
    def __len__(self):
        raise KeyError("no length")

    @property
    def __getitem__(self):
        return 1 / 0


for ask in (len, list, lambda w: w[0]):
    try:
        ask(Wrong())
    except Exception as e:
        print(type(e).__name__, e)
