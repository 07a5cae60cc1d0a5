# Values of every kind live across the stops: big ints, floats, sets, text beyond ASCII, weak references.
import json
import re
import weakref
from collections import Counter, OrderedDict, deque
from dataclasses import dataclass, field


@dataclass(order=True)
class Point:
    x: int
    y: float = 0.25
    tags: list = field(default_factory=list)


class Node:
    def __init__(self, name):
        self.name = name
        self.others = []

    def __del__(self):
        print("gone:", self.name)


big = 3 ** 200
floats = [0.1, -0.0, 1e300 * 1e10, float("nan"), 5e-324]
texts = {"naïve": "😀", "日本": "語", "plain": "x" * 70}
words = Counter(re.findall(r"\w+", "the cat and the dog and the bird"))
ring = Node("a")
ring.others.append(ring)
ref = weakref.ref(ring)
order = OrderedDict((i, str(i)) for i in range(20))
last = deque(range(30), maxlen=8)
for i in range(200):
    big = big * 7 // 3
    floats = [f * 1.0000001 for f in floats]
    order.move_to_end(i % 20)
    last.append(i)
    if i == 100:
        ring = None
print(big)
print(floats, sum(f for f in floats if f == f and abs(f) < 10))
print(json.dumps(texts, ensure_ascii=False), json.loads('{"a": [1, 2.5, null]}'))
print(words.most_common(), list(order)[:5], last)
print(sorted([Point(3), Point(1, 2.0), Point(1, 1.0, ["t"])]), {1, 2.5, "x", (1, 2)} >= {1})
print(re.sub(r"(\w)(\w*)", lambda m: m[2] + m[1], "swap every first letter"))
print(hash("stable") == hash("sta" + "ble"), ref() is None or ref().name)
