from collections import abc
import collections.abc

def show(f, *args):
    try:
        print(f(*args))
    except Exception as error:
        print(type(error).__name__, error)

class Ring(abc.Sequence):
    def __init__(self, *items):
        self.items = items
    def __len__(self):
        return len(self.items)
    def __getitem__(self, i):
        return self.items[i]

r = Ring(1, 2, 3)
print(list(r), 2 in r, r.index(3), r.count(1), list(reversed(r)), isinstance(r, abc.Collection))
show(r.index, 9)
show(abc.Sequence)

class Low(abc.MutableMapping):
    def __init__(self):
        self.d = {}
    def __getitem__(self, k):
        return self.d[k.lower()]
    def __setitem__(self, k, v):
        self.d[k.lower()] = v
    def __delitem__(self, k):
        del self.d[k.lower()]
    def __iter__(self):
        return iter(self.d)
    def __len__(self):
        return len(self.d)

m = Low()
m.update(A=1, b=2); m.setdefault("C", 3)
print(dict(m), m.get("a"), m.pop("B"), "c" in m, list(m.items()), m == {"a": 1, "c": 3}, m.keys() & {"a", "z"})
show(m.pop, "nope"); m.clear(); show(m.popitem); print(len(m.keys()))

class Bits(abc.MutableSet):
    def __init__(self, it=()):
        self.s = list(dict.fromkeys(it))
    def __contains__(self, x):
        return x in self.s
    def __iter__(self):
        return iter(self.s)
    def __len__(self):
        return len(self.s)
    def add(self, x):
        if x not in self.s: self.s.append(x)
    def discard(self, x):
        if x in self.s: self.s.remove(x)

b = Bits("abc")
print(list(b & "bcd"), list(b | "cd"), list(b - {"a"}), list(b ^ Bits("cx")), b <= Bits("abcd"), b.isdisjoint("xy"))
b |= {"q"}; b -= {"a"}; print(list(b), b == {"b", "c", "q"}); show(b.remove, "zzz")
for obj in ([], (), "", {}, set(), range(3), iter([]), (i for i in ()), len, 5, b"", None):
    print(type(obj).__name__, [n for n in abc.__all__ if n != "ByteString" and isinstance(obj, getattr(abc, n))])
class Quack:
    def __iter__(self): ...
    def __next__(self): ...
class Not(Quack):
    __iter__ = None
print(issubclass(Quack, abc.Iterator), issubclass(Not, abc.Iterable), abc.Callable[[int], str], abc.Iterable[int], abc.Callable[..., int])
show(lambda: abc.Callable[int]); show(lambda: abc.Callable[int, str])
