# References hash and compare as their referents, in sets and dicts too, with and without callbacks.
import weakref


class Plain:
    pass


class Equal:
    def __init__(self, key):
        self.key = key

    def __eq__(self, other):
        return isinstance(other, Equal) and self.key == other.key

    def __hash__(self):
        return hash(self.key)


def seen(reference):
    print("gone", reference() is None)


a, b = Plain(), Plain()
with_callback, without = weakref.ref(a, seen), weakref.ref(a)
print(with_callback is without, with_callback == without, with_callback != without)
print(hash(with_callback) == hash(without) == hash(a), without == weakref.ref(b))
refs = {with_callback}
print(without in refs, weakref.ref(b) in refs, {with_callback: 1}[without])
refs.discard(without)
print(len(refs))

x, y, z = Equal(1), Equal(1), Equal(2)
print(weakref.ref(x) == weakref.ref(y), weakref.ref(x) == weakref.ref(z))
print(weakref.ref(x) == x, weakref.ref(x) != weakref.ref(y))
print(len({weakref.ref(x), weakref.ref(y), weakref.ref(z)}), weakref.ref(x) in [weakref.ref(y)])

items = weakref.WeakSet()
for item in (a, b, x, y, z):
    items.add(item)
print(len(items), a in items, Equal(2) in items)
items.discard(a)
items.remove(Equal(1))
print(len(items), a in items, b in items, x in items)
try:
    weakref.ref(a) < weakref.ref(b)
except TypeError as error:
    print(error)
