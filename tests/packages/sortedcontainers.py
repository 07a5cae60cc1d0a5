from sortedcontainers import SortedDict, SortedKeyList, SortedList, SortedSet
import random
r = random.Random(7)
data = [r.randrange(1000) for _ in range(3000)]
s = SortedList(data)
print(s[:10], s[-3:], len(s), s.bisect(500), s.count(data[0]), s.index(s[100]))
for x in data[:1500]:
    s.remove(x)
s.update(range(5))
print(s[0], s[len(s) // 2], list(s.irange(10, 20)), list(s.islice(3, 6)), sum(s))
s._check()
k = SortedKeyList("the quick brown fox jumps over the lazy dog".split(), key=len)
print(k, list(k.irange_key(4, 5)))
d = SortedDict({"b": 2, "a": 1, "c": 3})
d["aa"] = 5
print(d, d.peekitem(0), d.popitem(), list(d.irange("a", "b")), d.keys()[1], d.bisect("b"))
t = SortedSet([3, 1, 2]) | {9, 8}
print(t, t[0], t & [1, 9], t - {1}, t ^ {1, 100}, t.isdisjoint([4]), repr(t[1:3]))
try:
    SortedList([1, "a"])
except TypeError as e:
    print(e)
