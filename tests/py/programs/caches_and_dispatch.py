# Caches, dispatch by type, orderings and partial calls.
from collections import OrderedDict
from functools import lru_cache, wraps, partial, singledispatch, singledispatchmethod, total_ordering, cached_property, reduce, cmp_to_key
import typing as t
class LRU[K, V]:
    """least recently used"""
    def __init__(self, cap: int) -> None:
        self.cap, self.d = cap, OrderedDict()
    def get(self, k: K, default: V | None = None) -> V | None:
        try:
            self.d.move_to_end(k)
            return self.d[k]
        except KeyError:
            return default
    def put(self, k: K, v: V):
        self.d[k] = v
        self.d.move_to_end(k)
        if len(self.d) > self.cap:
            old = self.d.popitem(last=False)
            print("evict", old)
    def __repr__(self): return f"{type(self).__name__}({dict(self.d)!r})"
c = LRU[str, int](2)
c.put("a", 1); c.put("b", 2); c.get("a"); c.put("c", 3)
print(c, LRU[str, int], LRU.__type_params__, LRU.__orig_bases__)
print(t.get_type_hints(LRU.get))
print(LRU.get.__annotations__)
@lru_cache(maxsize=3, typed=True)
def f(x, *, y=1):
    print("computing", x, y)
    return x * y
f(1); f(1.0); f(1, y=2); f(1); f(2); f(1.0)
print(f.cache_info(), f.cache_parameters())
f.cache_clear(); print(f.cache_info())
@singledispatch
def show(x): return f"obj {x!r}"
@show.register
def _(x: int | float): return f"num {x:g}"
@show.register(list)
def _(x): return "[" + ", ".join(map(show, x)) + "]"
@show.register
def _(x: None): return "nil"
print(show([1, 2.5, "a", None, [3]]), sorted(c.__name__ for c in show.registry))
class Fmt:
    @singledispatchmethod
    @classmethod
    def of(cls, x): raise NotImplementedError(f"no {type(x)}")
    @of.register
    @classmethod
    def _(cls, x: str): return cls, x
print(Fmt.of("a"))
try: Fmt.of(2)
except NotImplementedError as e: print(e)
@total_ordering
class V:
    def __init__(self, *p): self.p = p
    def __eq__(self, o): return self.p == o.p if isinstance(o, V) else NotImplemented
    def __lt__(self, o): return self.p < o.p if isinstance(o, V) else NotImplemented
    @cached_property
    def total(self): print("calc"); return sum(self.p)
a, b = V(1, 2), V(1, 3)
print(a <= b, a > b, a >= b, a.total, a.total, vars(a))
try: a < 3
except TypeError as e: print(e)
print(sorted("banana", key=cmp_to_key(lambda x, y: (x < y) - (x > y))))
p = partial(int, base=2); print(p("101"), p, p.func, p.keywords)
print(partial(partial(print, 1, sep="-"), 2))
from functools import Placeholder
print(partial(pow, Placeholder, 2)(5))
print(reduce(lambda a, b: a * 10 + b, [1, 2, 3], 0))
try: reduce(lambda a, b: a, [])
except TypeError as e: print(e)
print(c.get.__qualname__, LRU.__doc__, c.put.__doc__)
