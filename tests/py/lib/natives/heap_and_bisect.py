# heapq and bisect: plain items, items with code of their own, mixed ones, errors.
import bisect
import heapq
import random


class Item:
    calls = 0

    def __init__(self, v):
        self.v = v

    def __lt__(self, other):
        Item.calls += 1
        return self.v < getattr(other, "v", other)

    def __gt__(self, other):
        return self.v > other

    def __repr__(self):
        return f"I{self.v}"


random.seed(3)
for make in (int, float, str, lambda v: (v % 5, str(v)), lambda v: [v % 3, v], Item, lambda v: Item(v) if v % 2 else v):
    values = [make(random.randrange(40)) for _ in range(25)]
    heap = []
    for v in values:
        heapq.heappush(heap, v)
    print(heap)
    print(heapq.heappushpop(heap, make(7)), heapq.heapreplace(heap, make(0)), heapq.heappushpop(heap, make(-1)))
    print([heapq.heappop(heap) for _ in range(len(heap))])
    copy = values[:]
    heapq.heapify(copy)
    print(copy, heapq.nsmallest(3, values), heapq.nlargest(3, values))
    try:
        ordered = sorted(values)
        x = make(20)
        print(bisect.bisect(ordered, x), bisect.bisect_left(ordered, x), bisect.bisect_right(ordered, x, 3, 9))
        bisect.insort(ordered, x)
        bisect.insort_left(ordered, x, 2)
        print(ordered)
    except TypeError as e:
        print(e)
print(Item.calls)
words = ["a", "bb", "ccc", "dddd"]
print(bisect.bisect_left(words, 3, key=len), bisect.bisect_right(words, 3, key=len), bisect.bisect((1, 2, 3), 2.5), bisect.bisect("abd", "c"))
bisect.insort(words, "zz", key=len)
print(words)
for f in (lambda: heapq.heappop([]), lambda: heapq.heappush((), 1), lambda: heapq.heapify("a"), lambda: heapq.heappush([1], "a"), lambda: heapq.heapify([1, "a"]), lambda: heapq.heapreplace([], 1),
          lambda: bisect.bisect([1, 2], "a"), lambda: bisect.bisect([1], 1, -1), lambda: bisect.bisect([1], 5, 0, 3), lambda: bisect.insort([1], None)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
broken = [3, 1, "x", 2]
try:
    heapq.heappop(broken)
except TypeError as e:
    print(e, broken)
