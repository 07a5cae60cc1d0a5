from collections import Counter

c = Counter("abracadabra")
print(c, c["a"], c["z"], c.most_common(2), c.total(), sorted(c.elements()))
c.update("aaa")
c.subtract({"b": 5})
print(c, +c, -c)
d = Counter(a=1, b=2)
print(c + d, c - d, c & d, c | d)
print(d == Counter(a=1, b=2, c=0), d <= Counter(a=1, b=3), d < d, Counter() == {})
del d["nothing"]
d += Counter(a=10)
print(d, dict(d), Counter({"x": 0, "y": -1}), Counter())
print(Counter(["a", 1, None]), Counter(a=1.5, b="x"))
try:
    Counter.fromkeys("ab")
except NotImplementedError as error:
    print(error)
try:
    Counter(5)
except TypeError as error:
    print(error)
words = "the cat the dog the end".split()
print(Counter(words).most_common(), Counter(words).most_common(1)[0][0])
print(Counter(x=3).copy(), type(Counter("a") | Counter("b")).__name__)
