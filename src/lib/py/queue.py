"""Queues. There is one thread: what would wait for another raises Empty, Full or RuntimeError."""

from collections import deque
from heapq import heappop, heappush
from time import sleep

__all__ = ["Empty", "Full", "ShutDown", "Queue", "PriorityQueue", "LifoQueue", "SimpleQueue"]


class Empty(Exception):
    """There was nothing to get."""


class Full(Exception):
    """There was no room to put something."""


class ShutDown(Exception):
    """The queue was shut down."""


Empty.__module__ = "_queue"


class Queue:
    """First in, first out; at most maxsize items, if that is above 0."""

    def __init__(self, maxsize=0):
        self.maxsize = maxsize
        self.unfinished_tasks = 0
        self.is_shutdown = False
        self._init(maxsize)

    def task_done(self):
        """Something that was got is dealt with."""
        if self.unfinished_tasks <= 0:
            raise ValueError("task_done() called too many times")
        self.unfinished_tasks -= 1

    def join(self):
        """Wait until everything is dealt with."""
        if self.unfinished_tasks:
            raise RuntimeError("deadlock: there is no other thread that could work it off")

    def qsize(self):
        """How many items wait."""
        return self._qsize()

    def empty(self):
        """Whether no item waits."""
        return not self._qsize()

    def full(self):
        """Whether there is no room."""
        return 0 < self.maxsize <= self._qsize()

    def put(self, item, block=True, timeout=None):
        """Add an item."""
        if self.is_shutdown:
            raise ShutDown
        if self.full():
            _wait(block, timeout, Full)
        self._put(item)
        self.unfinished_tasks += 1

    def get(self, block=True, timeout=None):
        """Take the next item."""
        if not self._qsize():
            if self.is_shutdown:
                raise ShutDown
            _wait(block, timeout, Empty)
        return self._get()

    def put_nowait(self, item):
        """Add an item, or raise Full."""
        return self.put(item, block=False)

    def get_nowait(self):
        """Take the next item, or raise Empty."""
        return self.get(block=False)

    def shutdown(self, immediate=False):
        """Take no more items; drop those that wait, if it is to be immediate."""
        self.is_shutdown = True
        if immediate:
            while self._qsize():
                self._get()
                if self.unfinished_tasks > 0:
                    self.unfinished_tasks -= 1

    def _init(self, maxsize):
        self.queue = deque()

    def _qsize(self):
        return len(self.queue)

    def _put(self, item):
        self.queue.append(item)

    def _get(self):
        return self.queue.popleft()

    __class_getitem__ = classmethod(type(list[int]))


def _wait(block, timeout, error):
    if block and timeout is None:
        raise RuntimeError("deadlock: there is no other thread to wait for")
    if block:
        if timeout < 0:
            raise ValueError("'timeout' must be a non-negative number")
        sleep(timeout)
    raise error


class PriorityQueue(Queue):
    """The smallest item comes first."""

    def _init(self, maxsize):
        self.queue = []

    def _put(self, item):
        heappush(self.queue, item)

    def _get(self):
        return heappop(self.queue)


class LifoQueue(Queue):
    """Last in, first out."""

    def _init(self, maxsize):
        self.queue = []

    def _get(self):
        return self.queue.pop()


class SimpleQueue:
    """First in, first out, without bound."""

    __module__ = "_queue"

    def __init__(self):
        self._items = deque()

    def put(self, item, block=True, timeout=None):
        """Add an item."""
        self._items.append(item)

    def get(self, block=True, timeout=None):
        """Take the next item."""
        if not self._items:
            _wait(block, timeout, Empty)
        return self._items.popleft()

    def put_nowait(self, item):
        """Add an item."""
        self.put(item)

    def get_nowait(self):
        """Take the next item, or raise Empty."""
        return self.get(False)

    def empty(self):
        """Whether no item waits."""
        return not self._items

    def qsize(self):
        """How many items wait."""
        return len(self._items)

    __class_getitem__ = classmethod(type(list[int]))
