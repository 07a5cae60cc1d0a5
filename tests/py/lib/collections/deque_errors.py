# What deques say about arguments they cannot use.
from collections import deque


class Two:
    def __index__(self):
        return 2


def show(text):
    d, e = deque([1, 2, 3]), deque([1, 2, 3], 3)
    names = dict(d=d, e=e, deque=deque, Two=Two)
    try:
        exec(f"_ = {text}" if " = " not in text and "del" not in text else text, names)
        print(text, "->", names.get("_"), d, e)
    except Exception as error:
        print(text, "->", type(error).__name__, error)


for text in """
deque([], "a"); deque([], 1.0); deque([], Two()); deque([], 2**70); deque([], -1); deque([], True)
deque(1); deque(None); deque([], None, 3); deque(x=3); deque(iterable=[1, 2, 3], maxlen=2)
d["a"]; d[1:2]; d[3]; d[-4]; d[2**70]; d[Two()]; d["a"] = 1; d[9] = 1; d[Two()] = 9; del d["a"]; del d[9]
del d[0:1]; del d[Two()]; d.index(9); d.index([]); d.index(3, "a"); d.index(3, 0, "a"); d.index(3, -1)
d.index(3, None); d.index(3, 2**70); d.index(3, -2**70, 2**70); d.index(); d.index(1, 2, 3, 4)
d.index(3, Two()); d.remove(9); d.insert("a", 1); d.insert(2**70, 1); e.insert(0, 1); d.insert(1)
d.rotate("a"); d.rotate(2**70); d.rotate(Two()); d.rotate(1, 2); d.rotate(n=1); d + [1]; [1] + d; d * "a"
d * 1.5; d * Two(); 2 * d; Two() * d; d.__mul__("a"); d.__imul__("a"); d * 2**70; d * -1; d.__iadd__(1)
e * 2; e * 0; d.__add__(1); d.pop(1); deque().pop(); deque().popleft(); d < [1]; d == [1, 2, 3]; d.maxlen = 3
hash(d); d.__radd__(d); d.extend(3); d.x = 1; d.__reduce__()[:3]; e.__reduce__()[:3]; deque[int]
""".replace("\n", ";").split(";"):
    if text.strip():
        show(text.strip())
