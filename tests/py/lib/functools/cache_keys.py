# Keys of lru_cache, the order of use, statistics, calls that come back, keys with code of their own.
import copy
import weakref
from functools import cache, lru_cache


def show(f, /, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as error:
        print(type(error).__name__, error)


@lru_cache(maxsize=2)
def pair(*args, **kw):
    return args, list(kw.items())


for args, kw in [((1,), {}), ((1.0,), {}), ((True,), {}), (("1",), {}), ((1, 2), {}), (((1, 2),), {}),
                 ((1,), {"a": 2}), ((1, "a", 2), {}), ((), {"a": 1, "b": 2}), ((), {"b": 2, "a": 1}), ((), {})]:
    show(pair, *args, **kw)
print(pair.cache_info())


@lru_cache(maxsize=3, typed=True)
def typed(*args, **kw):
    return [type(v).__name__ for v in (*args, *kw.values())]


for value in (1, 1.0, True, 1):
    print(typed(value), typed(value, value), typed(x=value))
print(typed.cache_info(), typed.cache_parameters())
calls = []


@lru_cache(maxsize=3)
def order(n):
    calls.append(n)
    return n


for n in (1, 2, 3, 1, 4, 1, 2, 3, 3, 4, 1):
    order(n)
print(calls, order.cache_info())
order.cache_clear()
print(order.cache_info(), order(1), order.cache_info())


class Key:
    def __init__(self, v):
        self.v = v

    def __hash__(self):
        calls.append("hash")
        return self.v % 2

    def __eq__(self, other):
        calls.append("eq")
        return self.v == other.v


for size in (None, 2, 0):
    calls.clear()
    f = lru_cache(maxsize=size)(lambda key, calls=calls: calls.append("call") or key.v)
    print([f(Key(n)) for n in (1, 2, 3, 1, 1, 4, 2)], f.cache_info(), calls.count("call"))


@lru_cache(maxsize=4)
def back(n):
    return n if n < 2 else back(n - 1) + back(n - 2)


print(back(30), back.cache_info())


@cache
def same(n, depth=[0]):
    if depth[0] < 2:
        depth[0] += 1
        same(n)
    return n


print(same(5), same.cache_info())
show(pair, [])
show(pair, 1, [])
show(pair, a={})


@cache
def fails(n):
    raise ValueError(n)


show(fails, 1)
show(fails, 1)
print(fails.cache_info(), fails.__name__, fails.__wrapped__.__name__, copy.copy(fails) is fails, copy.deepcopy(fails) is fails)


class Point:
    def __init__(self, x):
        self.x = x

    @lru_cache(maxsize=None)
    def times(self, n):
        return self.x * n

    @staticmethod
    @cache
    def static(n):
        return n

    @classmethod
    @cache
    def made(cls, n):
        return cls.__name__, n


p = Point(3)
print(p.times(2), p.times(2), Point.times(p, 2), Point.times.cache_info(), p.static(1), p.static(1), p.made(1), Point.made(1))
print(Point.static.cache_info(), Point.__dict__["made"].__wrapped__.cache_info(), p.times.__self__ is p)
p.times = lambda n: "own"
print(p.times(2))
ref = weakref.ref(back)
print(ref() is back, back.__reduce__(), list(map(order, [1, 1])))
back.note = 1
print(back.note, sorted(back.__dict__)[:4])
show(lru_cache, "x")
show(lru_cache(maxsize=-5)(len), "abc")
show(lru_cache(1), 5)
print(lru_cache(len)("ab"), lru_cache(True)(len).cache_parameters())
