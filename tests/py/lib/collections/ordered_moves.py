# OrderedDict: moving to both ends and taking from them, against a list; views and iterators.
import random
from collections import OrderedDict

rng = random.Random(5)
for size in (1, 5, 8, 9, 30, 200):
    d = OrderedDict((i, -i) for i in range(size))
    order = list(range(size))
    fresh = size
    for step in range(600):
        what = rng.randrange(7)
        if what <= 2 and order:
            key = rng.choice(order)
            last = what == 0
            d.move_to_end(key, last=last)
            order.remove(key)
            order.insert(len(order) if last else 0, key)
        elif what == 3 and order:
            assert d.popitem(last=False) == (order[0], -order[0])
            del order[0]
        elif what == 4 and order:
            assert d.popitem() == (order[-1], -order[-1])
            del order[-1]
        elif what == 5:
            d[fresh] = -fresh
            order.append(fresh)
            fresh += 1
            if step % 3 == 0:
                d.move_to_end(fresh - 1, False)
                order.insert(0, order.pop())
        elif order:
            key = rng.choice(order)
            del d[key]
            order.remove(key)
        assert list(d) == order and list(reversed(d)) == order[::-1], (size, step)
        assert all(k in d for k in order) and len(d) == len(order)
    print(size, len(d), list(d)[:5], d.copy() == d, list(d.copy()) == order)

# A queue that turns, at both ends, costs the same at any length.
d = OrderedDict.fromkeys(range(3000))
for i in range(20000):
    d.move_to_end(next(reversed(d)), last=False)
print(list(d)[:3], len(d))
for i in range(20000):
    d.move_to_end(next(iter(d)))
print(list(d)[:3], len(d))
for i in range(2000):
    k, v = d.popitem(last=False)
    d.move_to_end(next(reversed(d)), last=False)
print(list(d)[:3], len(d))


class Key:
    def __init__(self, n):
        self.n = n

    def __hash__(self):
        return 7

    def __eq__(self, other):
        return self.n == other.n

    def __repr__(self):
        return f"K{self.n}"


d = OrderedDict((Key(i), i) for i in range(12))
d.move_to_end(Key(3))
d.move_to_end(Key(5), last=False)
print(d, d.pop(Key(4)), d.setdefault(Key(4), "new"), d == OrderedDict(d), d == OrderedDict(reversed(d.items())))


def t(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


o = OrderedDict([(1, 2), (3, 4), (5, 6)])
print(o.keys(), o.values(), o.items(), type(iter(o)).__name__, type(o.keys()).__mro__, 3 in o.keys(), (1, 2) in o.items(), o.keys() & {1, 9})
print(list(reversed(o.items())), list(reversed(o.values())), o.keys() == {1, 3, 5}, len(o.items()), o.keys().isdisjoint([7]), o.items() <= {(1, 2), (3, 4), (5, 6)})


def change(view, how):
    for x in view:
        how()


for view in (o, o.keys(), o.values(), o.items(), reversed(o)):
    for how in (lambda: o.move_to_end(1), lambda: o.move_to_end(1, False), lambda: o.__setitem__(9, 9), lambda: o.pop(9, None), lambda: o.__setitem__(1, 0)):
        t(lambda: change(view, how))
for bad in (lambda: o.move_to_end("no"), lambda: o.move_to_end(), lambda: o.popitem(1, 2), lambda: OrderedDict().popitem(), lambda: OrderedDict().popitem(last=False),
            lambda: o.pop("no"), lambda: o.pop(key="no", default=1), lambda: o.move_to_end([]), lambda: o.pop([]), lambda: o.setdefault([]), lambda: o.setdefault(key=1),
            lambda: OrderedDict(5), lambda: hash(o), lambda: o == {1: 0}, lambda: o == OrderedDict(), lambda: o != dict(o), lambda: o.__eq__(5)):
    t(bad)


class Loud(OrderedDict):
    def __setitem__(self, key, value):
        print("set", key)
        super().__setitem__(key, value)

    def __getitem__(self, key):
        print("get", key)
        return super().__getitem__(key)


loud = Loud([("a", 1), ("b", 2)], c=3)
loud.update({"d": 4}, e=5)
print(loud.setdefault("a", 9), loud.setdefault("f", 6), loud.pop("b"), type(loud.copy()).__name__)
loud.extra = 1
print(loud.extra, loud.popitem(), loud == OrderedDict([("a", 1)]))


class Cache(OrderedDict):
    def __init__(self, size):
        super().__init__()
        self.size = size

    def look(self, key):
        if key in self:
            self.move_to_end(key)
        else:
            self[key] = key * 2
            if len(self) > self.size:
                self.popitem(last=False)
        return self[key]


cache = Cache(20)
print(sum(cache.look(rng.randrange(60)) for i in range(3000)), list(cache))
