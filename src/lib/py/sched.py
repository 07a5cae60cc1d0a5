"""Events at times: a queue in the order of time and priority, on any clock."""

import heapq
import time
from collections import namedtuple
from itertools import count

import threading

__all__ = ["scheduler"]

_sentinel = object()


class Event(namedtuple("Event", "time, priority, sequence, action, argument, kwargs")):
    """What scheduler.enter() gives: it can be cancelled by it."""

    __slots__ = ()


Event.time.__doc__ = "When it is due, by the scheduler's clock."
Event.priority.__doc__ = "Of those due at one time the lowest comes first."
Event.sequence.__doc__ = "Its number, in the order of entering."
Event.action.__doc__ = "What is called."
Event.argument.__doc__ = "The positional arguments."
Event.kwargs.__doc__ = "The keyword arguments."


class scheduler:
    """Runs what was entered, each when its time has come."""

    def __init__(self, timefunc=time.monotonic, delayfunc=time.sleep):
        self._queue = []
        self._lock = threading.RLock()
        self.timefunc, self.delayfunc = timefunc, delayfunc
        self._sequence_generator = count()

    def enterabs(self, time, priority, action, argument=(), kwargs=_sentinel):
        """Call action(*argument, **kwargs) at a time."""
        kwargs = {} if kwargs is _sentinel else kwargs
        with self._lock:
            event = Event(time, priority, next(self._sequence_generator), action, argument, kwargs)
            heapq.heappush(self._queue, event)
        return event

    def enter(self, delay, priority, action, argument=(), kwargs=_sentinel):
        """Call it so much later."""
        return self.enterabs(self.timefunc() + delay, priority, action, argument, kwargs)

    def cancel(self, event):
        """Take an event out; ValueError if it is not there."""
        with self._lock:
            self._queue.remove(event)
            heapq.heapify(self._queue)

    def empty(self):
        """Whether nothing waits."""
        with self._lock:
            return not self._queue

    def run(self, blocking=True):
        """Run events until none waits; without blocking only those that are due, and the result is
        how long the next one has to wait."""
        while True:
            with self._lock:
                if not self._queue:
                    return None
                event = self._queue[0]
                now = self.timefunc()
                late = event.time > now
                if not late:
                    heapq.heappop(self._queue)
            if late:
                if not blocking:
                    return event.time - now
                self.delayfunc(event.time - now)
            else:
                event.action(*event.argument, **event.kwargs)
                self.delayfunc(0)  # others may run

    @property
    def queue(self):
        """The events that wait, in order."""
        with self._lock:
            return sorted(self._queue)
