# Heaps of plain items, of items with their own order, and of both; errors leave what CPython leaves.
import heapq
import random


class Own:
    calls = 0

    def __init__(self, key):
        self.key = key

    def __lt__(self, other):
        Own.calls += 1
        return self.key < (other.key if isinstance(other, Own) else other)

    def __repr__(self):
        return f"<{self.key}>"


class Fails(Own):
    def __lt__(self, other):
        raise KeyError(self.key)


def tell(f, *args):
    try:
        print(f(*args))
    except Exception as error:
        print(type(error).__name__, error)


rng = random.Random(5)
makers = [lambda n: n, lambda n: float(n), lambda n: (n % 7, str(n)), lambda n: str(n), Own, lambda n: (n % 3, Own(n)),
          lambda n: [n % 5, None][:1], lambda n: n * 10 ** 20]
for make in makers:
    for push, pop, replace, pushpop, build in (
            (heapq.heappush, heapq.heappop, heapq.heapreplace, heapq.heappushpop, heapq.heapify),
            (heapq.heappush_max, heapq.heappop_max, heapq.heapreplace_max, heapq.heappushpop_max, heapq.heapify_max)):
        heap = []
        for _ in range(25):
            push(heap, make(rng.randrange(50)))
        print(heap)
        print([pop(heap) for _ in range(5)], [replace(heap, make(rng.randrange(50))) for _ in range(3)],
              [pushpop(heap, make(rng.randrange(50))) for _ in range(3)])
        rng.shuffle(heap)
        build(heap)
        print(heap, [pop(heap) for _ in range(len(heap))], heap)
print(Own.calls)

for f in (heapq.heappush, heapq.heappop, heapq.heapreplace, heapq.heappushpop, heapq.heapify, heapq.heapify_max):
    more = () if f in (heapq.heappop, heapq.heapify, heapq.heapify_max) else (1,)
    tell(f, (), *more)
    tell(f, [], *more)
    tell(f, [3, "a", 5], *more)
    heap = [Fails(1), Fails(2), Fails(3), Fails(4)]
    tell(f, heap, *([Fails(0)] if more else []))
    print(heap)
print(heapq.nsmallest(3, [5, 2, 9, 1]), heapq.nlargest(3, map(Own, [5, 2, 9, 1])), list(heapq.merge([1, 4], [2, 3])))
big = [rng.randrange(10 ** 6) for _ in range(30000)]
heapq.heapify(big)
print(all(big[(i - 1) // 2] <= big[i] for i in range(1, len(big))), type(heapq.heappush).__name__)
