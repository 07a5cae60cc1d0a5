# Weak references and the containers made of them.
import gc
import weakref


class Node:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return "Node(" + self.name + ")"

    def hello(self):
        return "hello " + self.name


a, b = Node("a"), Node("b")
r = weakref.ref(a, lambda ref: print("a is gone"))
print(r() is a, weakref.ref(b) is weakref.ref(b), weakref.getweakrefcount(a))
values = weakref.WeakValueDictionary(x=a, y=b)
keys = weakref.WeakKeyDictionary({a: 1, b: 2})
group = weakref.WeakSet([a, b])
method = weakref.WeakMethod(a.hello)
print(len(values), sorted(values), values["x"], len(keys), keys[b], sorted(keys.values()),
      len(group), a in group, method()())
print(sorted(values.items(), key=str), values.get("zz", 5), dict(values) == {"x": a, "y": b})
fin = weakref.finalize(a, print, "finalized", "a", sep="-")
print(fin.alive, fin.peek()[1:], fin.atexit)
del a
gc.collect()
print(r(), dict(values), list(keys.items()), list(group), method(), fin.alive, fin())
p = weakref.proxy(b)
print(p.name, p.hello())
p.name = "B"
print(b.name, len(keys), keys.pop(b), len(keys))
fin = weakref.finalize(b, print, "never")
print(fin.detach()[1:], fin.alive)
del b
gc.collect()
try:
    p.name
except ReferenceError as e:
    print("ReferenceError", e)
for bad in (5, "text", (1,), None):
    try:
        weakref.ref(bad)
    except TypeError as e:
        print("TypeError", e)


class Slots:
    __slots__ = ()


try:
    weakref.ref(Slots())
except TypeError as e:
    print("TypeError", e)
s = weakref.WeakSet()
keep = [Node(str(i)) for i in range(4)]
s.update(keep)
print(sorted(n.name for n in s), len(s | {keep[0]}), s.issuperset(keep[:2]), s == set(keep))
print(sorted(n.name for n in s - weakref.WeakSet(keep[:2])), sorted(n.name for n in s & set(keep[2:])))
s.discard(keep[0])
s.remove(keep[1])
print(len(s))
try:
    s.remove(keep[1])
except KeyError as e:
    print("KeyError")
d = weakref.WeakValueDictionary()
d.setdefault("k", keep[0])
d.update(z=keep[1])
print(sorted(d.keys()), d.pop("k").name, d.pop("none", None), len(d), [x.name for x in d.values()])
