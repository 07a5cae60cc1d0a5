"""Heaps in lists: heap[k] <= heap[2*k+1] and heap[k] <= heap[2*k+2].

Sifting goes the same way as in CPython (down to a leaf along the smaller child, then up again), so
that a heap of items which compare equal has the same layout, and __lt__ sees the same calls.
The functions are _heapq's; it comes back to those here for items that bring their own comparison.
"""

from _heapq import (
    heapify, heapify_max, heappop, heappop_max, heappush, heappush_max, heappushpop,
    heappushpop_max, heapreplace, heapreplace_max)

__all__ = [
    "heappush", "heappop", "heapify", "heapreplace", "merge", "nlargest", "nsmallest",
    "heappushpop", "heappush_max", "heappop_max", "heapify_max", "heapreplace_max",
    "heappushpop_max",
]


def _rise(heap, first, at):
    # Moves heap[at] towards `first` until its parent is not greater.
    item = heap[at]
    while at > first:
        above = (at - 1) >> 1
        parent = heap[above]
        if item < parent:
            heap[at] = parent
            at = above
        else:
            break
    heap[at] = item


def _sink(heap, at):
    # Lets the smaller children bubble up until a leaf is free, puts the item there and raises it:
    # an item that was last in the heap nearly always belongs near the leaves.
    end = len(heap)
    first = at
    item = heap[at]
    child = 2 * at + 1
    while child < end:
        right = child + 1
        if right < end and not heap[child] < heap[right]:
            child = right
        heap[at] = heap[child]
        at = child
        child = 2 * at + 1
    heap[at] = item
    _rise(heap, first, at)


def _rise_max(heap, first, at):
    item = heap[at]
    while at > first:
        above = (at - 1) >> 1
        parent = heap[above]
        if parent < item:
            heap[at] = parent
            at = above
        else:
            break
    heap[at] = item


def _sink_max(heap, at):
    end = len(heap)
    first = at
    item = heap[at]
    child = 2 * at + 1
    while child < end:
        right = child + 1
        if right < end and not heap[right] < heap[child]:
            child = right
        heap[at] = heap[child]
        at = child
        child = 2 * at + 1
    heap[at] = item
    _rise_max(heap, first, at)


def _heappush(heap, item, /):
    heap.append(item)
    _rise(heap, 0, len(heap) - 1)


def _heappop(heap, /):
    last = heap.pop()
    if heap:
        last, heap[0] = heap[0], last
        _sink(heap, 0)
    return last


def _heapreplace(heap, item, /):
    smallest = heap[0]
    heap[0] = item
    _sink(heap, 0)
    return smallest


def _heappushpop(heap, item, /):
    if heap and heap[0] < item:
        item, heap[0] = heap[0], item
        _sink(heap, 0)
    return item


def _heapify(heap, /):
    for at in range(len(heap) // 2 - 1, -1, -1):
        _sink(heap, at)


def _heappush_max(heap, item, /):
    heap.append(item)
    _rise_max(heap, 0, len(heap) - 1)


def _heappop_max(heap, /):
    last = heap.pop()
    if heap:
        last, heap[0] = heap[0], last
        _sink_max(heap, 0)
    return last


def _heapreplace_max(heap, item, /):
    largest = heap[0]
    heap[0] = item
    _sink_max(heap, 0)
    return largest


def _heappushpop_max(heap, item, /):
    if heap and item < heap[0]:
        item, heap[0] = heap[0], item
        _sink_max(heap, 0)
    return item


def _heapify_max(heap, /):
    for at in range(len(heap) // 2 - 1, -1, -1):
        _sink_max(heap, at)


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
    """Equivalent to sorted(iterable, key=key)[:n]."""
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
    """Equivalent to sorted(iterable, key=key, reverse=True)[:n]."""
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
