"""Queues between tasks: who finds nothing to get, or no room to put, waits without blocking."""

import collections
import heapq
import types

from . import locks, mixins

__all__ = ("Queue", "PriorityQueue", "LifoQueue", "QueueFull", "QueueEmpty", "QueueShutDown")


class QueueEmpty(Exception):
    """get_nowait() found no item."""


class QueueFull(Exception):
    """put_nowait() found no room."""


class QueueShutDown(Exception):
    """The queue was shut down: it takes no items, and has none left to give."""


def _call_next(line):
    # Ends the first wait in the line that is not over by itself.
    while line:
        turn = line.popleft()
        if not turn.done():
            return turn.set_result(None)


class Queue(mixins._LoopBoundMixin):
    """Items leave in the order they came. With a maxsize above 0, put() waits for room."""

    __class_getitem__ = classmethod(types.GenericAlias)

    def __init__(self, maxsize=0):
        self._loop = self._queue = None
        self._maxsize = maxsize
        self._is_shutdown = False
        # The lines of those who wait for an item, and for room.
        self._getters, self._putters = collections.deque(), collections.deque()
        # Items that task_done() was not called for yet; the event is set while there are none.
        self._unfinished_tasks = 0
        self._finished = locks.Event()
        self._finished.set()
        self._init(maxsize)

    # A subclass may keep the items another way, by these three.

    def _init(self, maxsize):
        self._queue = collections.deque()

    def _put(self, item):
        self._queue.append(item)

    def _get(self):
        return self._queue.popleft()

    def __repr__(self):
        return f"<{type(self).__name__} at {id(self):#x} {self._format()}>"

    def __str__(self):
        return f"<{type(self).__name__} {self._format()}>"

    def _format(self):
        items = getattr(self, "_queue", None)  # a subclass may keep them elsewhere
        return " ".join([
            f"maxsize={self._maxsize!r}",
            *([f"_queue={list(items)!r}"] if items else ()),
            *([f"_getters[{len(self._getters)}]"] if self._getters else ()),
            *([f"_putters[{len(self._putters)}]"] if self._putters else ()),
            *([f"tasks={self._unfinished_tasks}"] if self._unfinished_tasks else ()),
            *(["shutdown"] if self._is_shutdown else ()),
        ])

    @property
    def maxsize(self):
        """How many items find room; no limit at 0 or below."""
        return self._maxsize

    def qsize(self):
        """How many items there are."""
        return len(self._queue)

    def empty(self):
        """Whether there is no item."""
        return not self._queue

    def full(self):
        """Whether there is no room for another item."""
        return 0 < self._maxsize <= self.qsize()

    async def _wait_in(self, line, in_vain):
        turn = self._get_loop().create_future()
        line.append(turn)
        try:
            await turn
        except BaseException:
            turn.cancel()
            if turn in line:
                line.remove(turn)
            elif not turn.cancelled() and not in_vain():
                _call_next(line)  # we were called and will not come
            raise

    async def put(self, item):
        """Put an item in, waiting for room where it needs to; QueueShutDown after shutdown()."""
        while self.full():
            if self._is_shutdown:
                raise QueueShutDown
            await self._wait_in(self._putters, self.full)
        return self.put_nowait(item)

    def put_nowait(self, item):
        """Put an item in at once; QueueFull without room, QueueShutDown after shutdown()."""
        if self._is_shutdown or self.full():
            raise QueueShutDown if self._is_shutdown else QueueFull
        self._put(item)
        self._unfinished_tasks += 1
        self._finished.clear()
        _call_next(self._getters)

    async def get(self):
        """Take the next item out, waiting for one where it needs to.

        QueueShutDown when the queue is shut down and has no items left.
        """
        while self.empty():
            if self._is_shutdown:
                raise QueueShutDown
            await self._wait_in(self._getters, self.empty)
        return self.get_nowait()

    def get_nowait(self):
        """Take the next item out at once; QueueEmpty, or QueueShutDown, if there is none."""
        if self.empty():
            raise QueueShutDown if self._is_shutdown else QueueEmpty
        item = self._get()
        _call_next(self._putters)
        return item

    def task_done(self):
        """Say that the work on an item is done; one call for each item that was taken out.

        With the last one join() goes on. ValueError for a call too many.
        """
        self._done(self._unfinished_tasks - 1)

    def _done(self, unfinished):
        if unfinished < 0:
            raise ValueError("task_done() called too many times")
        self._unfinished_tasks = unfinished
        if not unfinished:
            self._finished.set()

    async def join(self):
        """Wait until task_done() was called for every item that was ever put in."""
        if self._unfinished_tasks > 0:
            await self._finished.wait()

    def shutdown(self, immediate=False):
        """Take no more items. Those who wait find out now.

        The items in the queue can still be taken out, unless immediate throws them away.
        """
        self._is_shutdown = True
        if immediate:
            thrown = 0
            while not self.empty():
                self._get()
                thrown += 1
            self._done(max(self._unfinished_tasks - thrown, 0))
        while self._getters:
            _call_next(self._getters)
        while self._putters:
            _call_next(self._putters)


class PriorityQueue(Queue):
    """The smallest item leaves first: often a tuple of a priority and the item proper."""

    def _init(self, maxsize):
        self._queue = []

    def _put(self, item):
        heapq.heappush(self._queue, item)

    def _get(self):
        return heapq.heappop(self._queue)


class LifoQueue(Queue):
    """The item that came last leaves first."""

    def _init(self, maxsize):
        self._queue = []

    def _get(self):
        return self._queue.pop()
