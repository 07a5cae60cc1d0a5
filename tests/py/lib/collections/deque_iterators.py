# Iterators over deques: from both ends, copied, and over a deque that changes.
import copy
from collections import deque

forward, backward = type(iter(deque())), type(reversed(deque()))
print(forward, backward, forward.__name__, forward.__module__)
d = deque("abcd")
it, back = iter(d), reversed(d)
print(next(it), next(back), it.__length_hint__(), back.__length_hint__())
print(it.__reduce__(), back.__reduce__())
print(list(copy.copy(it)), list(copy.copy(back)), list(it), list(back), list(it))
print(list(forward(d, 1)), list(backward(d, 3)), list(forward(d, 99)), list(forward(d, -5)))
try:
    forward(1)
except TypeError as error:
    print(error)

for change in ("d.append(1)", "d.appendleft(1)", "d.pop()", "d.popleft()", "d.rotate(0)", "d.rotate(2)",
               "d.reverse()", "d.clear()", "d.extend([])", "d.extend([1])", "d.extendleft([1])", "d[0] = 4",
               "del d[0]", "d.insert(1, 1)", "d.remove(1)", "d.__init__()", "d *= 1", "d *= 2", "d *= 0",
               "d += [5]", "d.copy()"):
    for start, maxlen in ([1, 2, 3], None), ([1], None), ([1, 2], 2), ([1], 1), ([], 0):
        d = deque(start, maxlen)
        it, back = iter(d), reversed(d)
        shown = []
        for step in range(2):
            for i in it, back:
                try:
                    shown.append(next(i))
                except (StopIteration, RuntimeError) as error:
                    shown.append(type(error).__name__)
            if step == 0:
                try:
                    exec(change)
                except (ValueError, IndexError) as error:
                    shown.append(str(error))
        print(change, start, maxlen, shown, it.__length_hint__(), back.__length_hint__(), d)
