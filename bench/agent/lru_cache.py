"""agent: an LRU cache with a linked list, one on OrderedDict, and functools.lru_cache."""
from collections import OrderedDict
from functools import lru_cache


class Link:
    def __init__(self, key, value):
        self.key, self.value = key, value
        self.prev = self.next = None


class LinkedCache:
    def __init__(self, size):
        self.size, self.map = size, {}
        self.head, self.tail = Link(None, None), Link(None, None)
        self.head.next, self.tail.prev = self.tail, self.head

    def _remove(self, link):
        link.prev.next, link.next.prev = link.next, link.prev

    def _add(self, link):
        last = self.tail.prev
        last.next = self.tail.prev = link
        link.prev, link.next = last, self.tail

    def get(self, key):
        link = self.map.get(key)
        if link is None:
            return -1
        self._remove(link)
        self._add(link)
        return link.value

    def put(self, key, value):
        if key in self.map:
            self._remove(self.map[key])
        link = self.map[key] = Link(key, value)
        self._add(link)
        if len(self.map) > self.size:
            oldest = self.head.next
            self._remove(oldest)
            del self.map[oldest.key]


class OrderedCache:
    def __init__(self, size):
        self.size, self.data = size, OrderedDict()

    def get(self, key):
        if key not in self.data:
            return -1
        self.data.move_to_end(key)
        return self.data[key]

    def put(self, key, value):
        self.data[key] = value
        self.data.move_to_end(key)
        if len(self.data) > self.size:
            self.data.popitem(last=False)


@lru_cache(maxsize=64)
def slow(k):
    return k * k % 97


def run(n):
    total, caches = 0, (LinkedCache(32), OrderedCache(32))
    for i in range(n):
        k = i * 7919 % 53
        for c in caches:
            if i % 3:
                total += c.get(k)
            else:
                c.put(k, i & 255)
        total += slow(k)
    return total


N = 640000


# --- main: a driver may cut the file here and call run(N) itself ---
if __name__ == "__main__":
    import sys
    import time
    for _ in range(int(sys.argv[1]) if len(sys.argv) > 1 else 1):
        start = time.perf_counter()
        result = run(N)
        print("%s %.6f" % (result, time.perf_counter() - start))
