"""Futures, and executors that run what is submitted at once, since there is one thread."""

import logging
from time import monotonic

__all__ = ["FIRST_COMPLETED", "FIRST_EXCEPTION", "ALL_COMPLETED", "CancelledError", "TimeoutError",
           "InvalidStateError", "BrokenExecutor", "Future", "Executor", "wait", "as_completed",
           "ThreadPoolExecutor"]

FIRST_COMPLETED = "FIRST_COMPLETED"
FIRST_EXCEPTION = "FIRST_EXCEPTION"
ALL_COMPLETED = "ALL_COMPLETED"
_PENDING, _RUNNING, _CANCELLED, _NOTIFIED, _FINISHED = (
    "PENDING", "RUNNING", "CANCELLED", "CANCELLED_AND_NOTIFIED", "FINISHED")


class Error(Exception):
    """Base of the errors of futures."""


class CancelledError(Error):
    """The future was cancelled."""


TimeoutError = TimeoutError


class InvalidStateError(Error):
    """The future's state does not allow this."""


class BrokenExecutor(RuntimeError):
    """An executor that can run nothing any more."""


class Future:
    """The result of a call that may come later."""

    def __init__(self):
        self._state = _PENDING
        self._result = self._exception = None
        self._done_callbacks = []

    def __repr__(self):
        words = self._state.lower()
        if self._state == _FINISHED:
            value = self._exception if self._exception else self._result
            verb = "raised" if self._exception else "returned"
            words = f"finished {verb} {type(value).__name__}"
        return f"<{type(self).__name__} at {id(self):#x} state={words}>"

    def cancel(self):
        """Cancel it, unless it runs or is over."""
        if self._state in (_RUNNING, _FINISHED):
            return False
        if self._state == _PENDING:
            self._state = _CANCELLED
            self._call_back()
        return True

    def cancelled(self):
        """Whether it was cancelled."""
        return self._state in (_CANCELLED, _NOTIFIED)

    def running(self):
        """Whether it runs."""
        return self._state == _RUNNING

    def done(self):
        """Whether it is over."""
        return self._state in (_CANCELLED, _NOTIFIED, _FINISHED)

    def result(self, timeout=None):
        """The result, or what was raised."""
        self._wait(timeout)
        if self._exception:
            try:
                raise self._exception
            finally:
                self = None
        return self._result

    def exception(self, timeout=None):
        """What was raised, or None."""
        self._wait(timeout)
        return self._exception

    def _wait(self, timeout):
        if self.cancelled():
            raise CancelledError
        if self._state != _FINISHED:
            if timeout is None:
                raise RuntimeError("deadlock: there is no other thread that could finish it")
            raise TimeoutError

    def add_done_callback(self, fn):
        """Call fn(future) when it is over."""
        if self.done():
            self._call(fn)
        else:
            self._done_callbacks.append(fn)

    def _call_back(self):
        for fn in self._done_callbacks:
            self._call(fn)

    def _call(self, fn):
        try:
            fn(self)
        except Exception:
            logging.getLogger("concurrent.futures").exception(
                "exception calling callback for %r", self)

    def set_running_or_notify_cancel(self):
        """For executors: it is to run; False: it was cancelled."""
        if self._state == _CANCELLED:
            self._state = _NOTIFIED
            return False
        if self._state != _PENDING:
            raise RuntimeError("Future in unexpected state")
        self._state = _RUNNING
        return True

    def set_result(self, result):
        """For executors: it returned."""
        self._finish()
        self._result, self._state = result, _FINISHED
        self._call_back()

    def set_exception(self, exception):
        """For executors: it raised."""
        self._finish()
        self._exception, self._state = exception, _FINISHED
        self._call_back()

    def _finish(self):
        if self.done():
            raise InvalidStateError(f"{self._state}: {self!r}")

    __class_getitem__ = classmethod(type(list[int]))


class Executor:
    """Runs calls."""

    def submit(self, fn, /, *args, **kwargs):
        """A Future of fn(*args, **kwargs)."""
        raise NotImplementedError()

    def map(self, fn, *iterables, timeout=None, chunksize=1, buffersize=None):
        """The results of fn for the items, in their order."""
        if buffersize is not None and not isinstance(buffersize, int):
            raise TypeError("buffersize must be an integer or None")
        if buffersize is not None and buffersize < 1:
            raise ValueError("buffersize must be None or > 0")
        futures = [self.submit(fn, *args) for args in zip(*iterables)]

        def results():
            for future in futures:
                yield future.result()

        return results()

    def shutdown(self, wait=True, *, cancel_futures=False):
        """Run no more calls."""

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_val, exc_tb):
        self.shutdown(wait=True)
        return False


class ThreadPoolExecutor(Executor):
    """Runs each call when it is submitted."""

    def __init__(self, max_workers=None, thread_name_prefix="", initializer=None, initargs=(),
                 **ctxkwargs):
        if max_workers is not None and max_workers <= 0:
            raise ValueError("max_workers must be greater than 0")
        if initializer is not None and not callable(initializer):
            raise TypeError("initializer must be a callable")
        self._max_workers = max_workers or 1
        self._initializer, self._initargs = initializer, initargs
        self._shutdown = False

    def submit(self, fn, /, *args, **kwargs):
        """A Future of fn(*args, **kwargs), which is over already."""
        if self._shutdown:
            raise RuntimeError("cannot schedule new futures after shutdown")
        if self._initializer is not None:
            initializer, self._initializer = self._initializer, None
            initializer(*self._initargs)
        future = Future()
        future.set_running_or_notify_cancel()
        try:
            result = fn(*args, **kwargs)
        except BaseException as error:
            future.set_exception(error)
        else:
            future.set_result(result)
        return future

    def shutdown(self, wait=True, *, cancel_futures=False):
        self._shutdown = True


class _DoneAndNotDone(tuple):
    __slots__ = ()
    done = property(lambda self: self[0])
    not_done = property(lambda self: self[1])

    def __repr__(self):
        return f"DoneAndNotDoneFutures(done={self[0]!r}, not_done={self[1]!r})"


def wait(fs, timeout=None, return_when=ALL_COMPLETED):
    """Wait for futures: those that are over, and the others."""
    fs = set(fs)
    done = {f for f in fs if f.done()}
    if len(done) < len(fs) and timeout is None and not (
            done and return_when == FIRST_COMPLETED):
        raise RuntimeError("deadlock: there is no other thread that could finish them")
    return _DoneAndNotDone((done, fs - done))


def as_completed(fs, timeout=None):
    """The futures as they come to an end."""
    fs = dict.fromkeys(fs)
    left = [f for f in fs if not f.done()]
    yield from [f for f in fs if f.done()]
    if left:
        if timeout is None:
            raise RuntimeError("deadlock: there is no other thread that could finish them")
        raise TimeoutError(f"{len(left)} (of {len(fs)}) futures unfinished")
