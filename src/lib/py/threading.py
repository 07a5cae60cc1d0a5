"""Locks, events and conditions, and the main thread, which is the only one: starting another
raises RuntimeError. What would wait for ever says so.
"""

import sys
from _thread import RLock as _CRLock, allocate_lock as Lock, error as ThreadError, get_ident
from _thread import get_native_id, TIMEOUT_MAX
from itertools import count as _count
from time import monotonic as _time, sleep as _sleep

__all__ = ["get_ident", "active_count", "Condition", "current_thread", "enumerate", "main_thread",
           "TIMEOUT_MAX", "Event", "Lock", "RLock", "Semaphore", "BoundedSemaphore", "Thread",
           "Barrier", "BrokenBarrierError", "Timer", "ThreadError", "setprofile", "settrace",
           "local", "stack_size", "excepthook", "ExceptHookArgs", "getprofile", "gettrace",
           "setprofile_all_threads", "settrace_all_threads", "get_native_id"]

RLock = _CRLock
_profile_hook = _trace_hook = None


def settrace(func):
    """Set the trace function of threads to come."""
    global _trace_hook
    _trace_hook = func


def gettrace():
    """What settrace() was given."""
    return _trace_hook


def setprofile(func):
    """Set the profile function of threads to come."""
    global _profile_hook
    _profile_hook = func


def getprofile():
    """What setprofile() was given."""
    return _profile_hook


settrace_all_threads, setprofile_all_threads = settrace, setprofile


def stack_size(size=0, /):
    """0: the stack of a thread has no size of its own."""
    return 0


class local:
    """Attributes of each thread, of which there is one."""


class Condition:
    """Lets threads wait until another notifies them."""

    def __init__(self, lock=None):
        self._lock = RLock() if lock is None else lock
        self.acquire, self.release = self._lock.acquire, self._lock.release

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *args):
        return self._lock.__exit__(*args)

    def __repr__(self):
        return f"<Condition({self._lock}, 0)>"

    def wait(self, timeout=None):
        """Nobody can notify while the only thread waits: it waits for the timeout."""
        if timeout is None:
            raise RuntimeError("deadlock: there is no other thread that could notify this one")
        if timeout > 0:
            _sleep(timeout)
        return False

    def wait_for(self, predicate, timeout=None):
        """Wait until the predicate is true."""
        result = predicate()
        if not result:
            self.wait(timeout)
            result = predicate()
        return result

    def notify(self, n=1):
        """Nobody waits."""

    def notify_all(self):
        """Nobody waits."""

    notifyAll = notify_all


class Semaphore:
    """A counter that is never below zero."""

    def __init__(self, value=1):
        if value < 0:
            raise ValueError("semaphore initial value must be >= 0")
        self._value = value

    def __repr__(self):
        cls = type(self)
        return f"<{cls.__module__}.{cls.__qualname__} at {id(self):#x}: value={self._value}>"

    def acquire(self, blocking=True, timeout=None):
        """Count down; at zero there is nobody to wait for."""
        if not blocking and timeout is not None:
            raise ValueError("can't specify timeout for non-blocking acquire")
        if self._value:
            self._value -= 1
            return True
        if blocking and timeout is None:
            raise RuntimeError("deadlock: there is no other thread that could release this")
        if blocking:
            _sleep(max(timeout, 0))
        return False

    __enter__ = acquire

    def release(self, n=1):
        """Count up."""
        if n < 1:
            raise ValueError("n must be one or more")
        self._value += n

    def __exit__(self, t, v, tb):
        self.release()


class BoundedSemaphore(Semaphore):
    """A semaphore that is not released more often than acquired."""

    def __init__(self, value=1):
        super().__init__(value)
        self._initial_value = value

    def release(self, n=1):
        if n >= 1 and self._value + n > self._initial_value:
            raise ValueError("Semaphore released too many times")
        super().release(n)


class Event:
    """A flag that threads can wait for."""

    def __init__(self):
        self._flag = False

    def __repr__(self):
        cls = type(self)
        status = "set" if self._flag else "unset"
        return f"<{cls.__module__}.{cls.__qualname__} at {id(self):#x}: {status}>"

    def is_set(self):
        """Whether the flag is up."""
        return self._flag

    isSet = is_set

    def set(self):
        """Put the flag up."""
        self._flag = True

    def clear(self):
        """Put the flag down."""
        self._flag = False

    def wait(self, timeout=None):
        """Wait for the flag; when it is down, nobody can put it up meanwhile."""
        if not self._flag:
            if timeout is None:
                raise RuntimeError("deadlock: there is no other thread that could set the event")
            if timeout > 0:
                _sleep(timeout)
        return self._flag


class BrokenBarrierError(RuntimeError):
    """A barrier was reset or aborted."""


class Barrier:
    """A place where a number of threads wait for each other."""

    def __init__(self, parties, action=None, timeout=None):
        if parties < 1:
            raise ValueError("parties must be >= 1")
        self._parties, self._action, self._timeout = parties, action, timeout
        self._broken = False

    def wait(self, timeout=None):
        """Pass, when this thread is all that is waited for."""
        if self._broken:
            raise BrokenBarrierError
        if self._parties > 1:
            timeout = self._timeout if timeout is None else timeout
            if timeout is None:
                raise RuntimeError("deadlock: there is no other thread that could come")
            self._broken = True
            raise BrokenBarrierError
        if self._action:
            self._action()
        return 0

    def reset(self):
        """As new."""
        self._broken = False

    def abort(self):
        """Break it."""
        self._broken = True

    @property
    def parties(self):
        return self._parties

    @property
    def n_waiting(self):
        return 0

    @property
    def broken(self):
        return self._broken


_names = _count(1)


class Thread:
    """A call that would run beside the others; starting it raises RuntimeError."""

    _ident = None

    def __init__(self, group=None, target=None, name=None, args=(), kwargs=None, *, daemon=None,
                 context=None):
        assert group is None, "group argument must be None for now"
        self._target, self._args, self._kwargs = target, args, {} if kwargs is None else kwargs
        if name is None:
            name = f"Thread-{next(_names)}"
            if target is not None and hasattr(target, "__name__"):
                name += f" ({target.__name__})"
        self._name = str(name)
        self._daemonic = bool(daemon) if daemon is not None else False
        self._started = False

    def __repr__(self):
        status = "started" if self._started else "initial"
        if self._daemonic:
            status += " daemon"
        if self._ident is not None:
            status += f" {self._ident}"
        return f"<{type(self).__name__}({self._name}, {status})>"

    def start(self):
        """Start the thread."""
        if self._started:
            raise RuntimeError("threads can only be started once")
        raise RuntimeError("can't start new thread")

    def run(self):
        """What the thread would do."""
        target, args, kwargs = self._target, self._args, self._kwargs
        del self._target, self._args, self._kwargs
        if target is not None:
            target(*args, **kwargs)

    def join(self, timeout=None):
        """Wait for the end of a thread that was started."""
        if not self._started:
            raise RuntimeError("cannot join thread before it is started")
        raise RuntimeError("cannot join current thread")

    @property
    def name(self):
        return self._name

    @name.setter
    def name(self, name):
        self._name = str(name)

    @property
    def ident(self):
        return self._ident

    native_id = ident

    def is_alive(self):
        """Whether it runs."""
        return self._started

    @property
    def daemon(self):
        return self._daemonic

    @daemon.setter
    def daemon(self, daemonic):
        if self._started:
            raise RuntimeError("cannot set daemon status of active thread")
        self._daemonic = daemonic

    def isDaemon(self):
        return self._daemonic

    def setDaemon(self, daemonic):
        self.daemon = daemonic

    def getName(self):
        return self._name

    def setName(self, name):
        self.name = name


class Timer(Thread):
    """A thread that calls a function after some seconds."""

    def __init__(self, interval, function, args=None, kwargs=None):
        super().__init__()
        self.interval, self.function = interval, function
        self.args = [] if args is None else args
        self.kwargs = {} if kwargs is None else kwargs
        self.finished = Event()

    def cancel(self):
        """Let it not call."""
        self.finished.set()

    def run(self):
        if not self.finished.wait(self.interval):
            self.function(*self.args, **self.kwargs)
        self.finished.set()


class _MainThread(Thread):
    def __init__(self):
        super().__init__(name="MainThread", daemon=False)
        self._started = True
        self._ident = get_ident()


_main_thread = _MainThread()


def current_thread():
    """The thread that calls this: the main one."""
    return _main_thread


def main_thread():
    """The thread that the program started in."""
    return _main_thread


currentThread = current_thread


def active_count():
    """How many threads run."""
    return 1


activeCount = active_count


def enumerate():
    """All threads that run."""
    return [_main_thread]


class ExceptHookArgs(tuple):
    """What excepthook() gets."""

    __slots__ = ()
    exc_type = property(lambda self: self[0])
    exc_value = property(lambda self: self[1])
    exc_traceback = property(lambda self: self[2])
    thread = property(lambda self: self[3])


def excepthook(args, /):
    """Show an exception that a thread did not handle."""
    sys.excepthook(*args[:3])


__excepthook__ = excepthook
