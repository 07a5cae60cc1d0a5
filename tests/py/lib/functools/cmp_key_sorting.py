# Keys of cmp_to_key in sorting, in min and max and in heaps; what the function may give; errors in it.
import bisect
import functools
import heapq


def show(f, /, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as error:
        print(type(error).__name__, error)


class Truth:
    def __init__(self, n):
        self.n = n

    def __lt__(self, zero):
        return "yes" if self.n < zero else ""

    def __gt__(self, zero):
        return self.n > zero


calls = []


def by_last(a, b):
    calls.append((a, b))
    return a % 10 - b % 10


key = functools.cmp_to_key(by_last)
items = [(n * 37) % 101 for n in range(40)]
print(sorted(items, key=key), len(calls) > 40)
print(sorted(items, key=key, reverse=True) == sorted(items, key=lambda n: n % 10, reverse=True))
print(min(items, key=key), max(items, key=key), heapq.nsmallest(3, items, key=key))
print(bisect.bisect([key(1), key(5)], key(3)), key(11) == key(21), key(3) != key(4), key(9) >= key(19), key(2).obj)
for make in (float, str, Truth, lambda n: n * 10**20, lambda n: n < 0, lambda n: None):
    show(sorted, [3, 1, 2], key=functools.cmp_to_key(lambda a, b: make(a - b)))
show(sorted, [1, "a"], key=key)
show(sorted, [key(1), 2])
show(lambda: key < key(1))
show(hash, key(1))


def changes(a, b):
    victims.append(0)
    return a - b


victims = [3, 2, 1]
show(victims.sort, key=functools.cmp_to_key(changes))
print(victims)
