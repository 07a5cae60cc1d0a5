# Items, iterables and classes with code of their own, which may change the deque meanwhile.
import copy
import weakref
from collections import deque


class Item:
    def __init__(self, value, act=None):
        self.value, self.act = value, act

    def __repr__(self):
        return f"I{self.value}"

    def __eq__(self, other):
        if self.act:
            self.act()
        return self.value == getattr(other, "value", other)

    def __lt__(self, other):
        if self.act:
            self.act()
        return self.value < getattr(other, "value", other)


def show(f, *args):
    try:
        print(f(*args), end=" ")
    except Exception as error:
        print(type(error).__name__, error, end=" ")


def fail():
    raise ZeroDivisionError("eq")


for change in (None, fail, lambda: d.append(9), lambda: d.clear(), lambda: d.rotate(1), lambda: d.pop()):
    for call in (lambda: d.index(3), lambda: d.index(7, 1), lambda: d.count(3), lambda: 3 in d,
                 lambda: 7 in d, lambda: d.remove(3), lambda: d.remove(7), lambda: d == deque([1, 2, 3, 4]),
                 lambda: d < deque([1, 2, 3, 3]), lambda: d != deque([1, 2, 4, 3]), lambda: d <= deque(d)):
        d = deque([Item(1), Item(2, change), Item(3), 4])
        show(call)
        print(d)


def numbers(stop, then=None):
    for i in range(stop):
        yield i
    if then:
        then()
        yield "more"


for method in "extend", "extendleft", "__init__", "__iadd__":
    for maxlen in None, 0, 2:
        d = deque([7, 8], maxlen)
        for source in numbers(3), numbers(2, fail), numbers(2, lambda: d.append("own")), iter(d), d, map(str, d):
            show(getattr(d, method), source)
            print(d)


class Derived(deque):
    def __init__(self, *args):
        print("init", args)
        super().__init__(*args)


s = Derived([1, 2], 5)
s.x = 1
print(s.copy(), s + s, s * 2, 2 * s, type(s * 2), copy.copy(s), copy.deepcopy(s).x, s.__reduce__()[:3])
s += [3]
s *= 2
print(s, deque([0]) + s, weakref.ref(s)() is s, weakref.ref(d)() is d)


class Odd(deque):
    def __new__(cls, *args):
        return deque.__new__(cls) if not args or args[0] is None else 5


class Slotted(deque):
    __slots__ = ("y",)


show(Odd().copy)
show(lambda: Odd() + deque())
t = Slotted("ab")
t.y = 3
print(t.__reduce__()[:3])
show(setattr, t, "z", 1)
show(setattr, deque(), "z", 1)
d = deque(maxlen=5)
d.append(d)
d.append([d, deque([d])])
print(d)


class Loud:
    def __repr__(self):
        raise KeyError("repr")


d = deque([Loud()])
show(repr, d)
d[0] = 1
print(d, deque([Item(1), (Item(2),)]))
