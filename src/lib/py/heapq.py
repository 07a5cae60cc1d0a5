"""Heaps in lists: heap[k] <= heap[2*k+1] and heap[k] <= heap[2*k+2].

Sifting goes the same way as in CPython (down to a leaf along the smaller child, then up again), so
that a heap of items which compare equal has the same layout, and __lt__ sees the same calls.
The functions are _heapq's; it comes back to those here for items that bring their own comparison.
"""

from _heapq import (
    heapify, heapify_max, heappop, heappop_max, heappush, heappush_max, heappushpop,
    heappushpop_max, heapreplace, heapreplace_max)
from operator import lt

__all__ = [
    "heappush", "heappop", "heapify", "heapreplace", "merge", "nlargest", "nsmallest",
    "heappushpop", "heappush_max", "heappop_max", "heapify_max", "heapreplace_max",
    "heappushpop_max",
]


def _rise(heap, first, at, before):
    # Moves heap[at] towards `first` until it does not come before its parent any more.
    # before(x, y): whether x belongs nearer to the top than y.
    item = heap[at]
    while at > first and before(item, parent := heap[above := (at - 1) >> 1]):
        heap[at] = parent
        at = above
    heap[at] = item


def _sink(heap, at, before):
    # Lets the children that come first bubble up until a leaf is free, puts the item there and
    # raises it: an item that was last in the heap nearly always belongs near the leaves.
    first, item = at, heap[at]
    last = len(heap) - 1
    while (child := 2 * at + 1) <= last:
        if child < last and not before(heap[child], heap[child + 1]):
            child += 1
        heap[at] = heap[child]
        at = child
    heap[at] = item
    _rise(heap, first, at, before)


def _greater_first(x, y):
    return y < x


def _push(heap, item, before):
    heap.append(item)
    _rise(heap, 0, len(heap) - 1, before)


def _pop(heap, before):
    last = heap.pop()
    return _replace(heap, last, before) if heap else last


def _replace(heap, item, before):
    # The top goes, the item comes in.
    top, heap[0] = heap[0], item
    _sink(heap, 0, before)
    return top


def _push_pop(heap, item, before):
    return _replace(heap, item, before) if heap and before(heap[0], item) else item


def _build(heap, before):
    for at in range(len(heap) // 2 - 1, -1, -1):
        _sink(heap, at, before)


# What _heapq calls.


def _heappush(heap, item, /):
    _push(heap, item, lt)


def _heappop(heap, /):
    return _pop(heap, lt)


def _heapreplace(heap, item, /):
    return _replace(heap, item, lt)


def _heappushpop(heap, item, /):
    return _push_pop(heap, item, lt)


def _heapify(heap, /):
    _build(heap, lt)


def _heappush_max(heap, item, /):
    _push(heap, item, _greater_first)


def _heappop_max(heap, /):
    return _pop(heap, _greater_first)


def _heapreplace_max(heap, item, /):
    return _replace(heap, item, _greater_first)


def _heappushpop_max(heap, item, /):
    return _push_pop(heap, item, _greater_first)


def _heapify_max(heap, /):
    _build(heap, _greater_first)


def merge(*iterables, key=None, reverse=False):
    """Iterate over several sorted inputs as over one; equal items keep the order of the inputs."""
    if reverse:
        build, down, direction, drop = heapify_max, heapreplace_max, -1, heappop_max
    else:
        build, down, direction, drop = heapify, heapreplace, 1, heappop
    # Entries are [key, place of the input, item, next]; the place breaks ties and keeps both
    # the items and the functions from ever being compared.
    heap = []
    for place, iterable in enumerate(iterables):
        advance = iter(iterable).__next__
        try:
            item = advance()
        except StopIteration:
            continue
        heap.append([item if key is None else key(item), place * direction, item, advance])
    build(heap)
    while len(heap) > 1:
        try:
            while True:
                entry = heap[0]
                yield entry[2]
                item = entry[3]()
                entry[2] = item
                entry[0] = item if key is None else key(item)
                down(heap, entry)
        except StopIteration:
            drop(heap)
    if heap:
        # One input is left: no more comparisons, and its own iterator does the rest.
        _, _, item, advance = heap[0]
        yield item
        yield from advance.__self__


def nsmallest(n, iterable, key=None):
    """The n smallest items, in order: the beginning of sorted(iterable, key=key)."""
    if n == 1:
        sentinel = object()
        best = min(iterable, default=sentinel, key=key)
        return [] if best is sentinel else [best]
    try:
        size = len(iterable)
    except (TypeError, AttributeError):
        pass
    else:
        if n >= size:
            return sorted(iterable, key=key)[:n]
    # A max heap holds the best n so far; the running number keeps the choice stable.
    it = iter(iterable)
    if key is None:
        heap = [(item, order) for order, item in zip(range(n), it)]
        if not heap:
            return heap
        heapify_max(heap)
        top, order = heap[0][0], n
        for item in it:
            if item < top:
                heapreplace_max(heap, (item, order))
                top, _ = heap[0]
                order += 1
        heap.sort()
        return [item for item, _ in heap]
    heap = [(key(item), order, item) for order, item in zip(range(n), it)]
    if not heap:
        return heap
    heapify_max(heap)
    top, order = heap[0][0], n
    for item in it:
        rank = key(item)
        if rank < top:
            heapreplace_max(heap, (rank, order, item))
            top = heap[0][0]
            order += 1
    heap.sort()
    return [item for _, _, item in heap]


def nlargest(n, iterable, key=None):
    """The n largest items, the largest first; equal ones in the order of the iterable."""
    if n == 1:
        sentinel = object()
        best = max(iterable, default=sentinel, key=key)
        return [] if best is sentinel else [best]
    try:
        size = len(iterable)
    except (TypeError, AttributeError):
        pass
    else:
        if n >= size:
            return sorted(iterable, key=key, reverse=True)[:n]
    it = iter(iterable)
    if key is None:
        heap = [(item, order) for order, item in zip(range(0, -n, -1), it)]
        if not heap:
            return heap
        heapify(heap)
        top, order = heap[0][0], -n
        for item in it:
            if top < item:
                heapreplace(heap, (item, order))
                top, _ = heap[0]
                order -= 1
        heap.sort(reverse=True)
        return [item for item, _ in heap]
    heap = [(key(item), order, item) for order, item in zip(range(0, -n, -1), it)]
    if not heap:
        return heap
    heapify(heap)
    top, order = heap[0][0], -n
    for item in it:
        rank = key(item)
        if top < rank:
            heapreplace(heap, (rank, order, item))
            top = heap[0][0]
            order -= 1
    heap.sort(reverse=True)
    return [item for _, _, item in heap]
