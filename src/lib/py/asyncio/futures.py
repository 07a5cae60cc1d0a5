"""A Future: a result that is not there yet."""

import contextvars
import types

from . import events, exceptions, format_helpers

__all__ = ("Future", "wrap_future", "isfuture", "future_add_to_awaited_by",
           "future_discard_from_awaited_by")

_PENDING = "PENDING"
_CANCELLED = "CANCELLED"
_FINISHED = "FINISHED"

STACK_DEBUG = 9


def isfuture(obj):
    """Check for a Future.

    This returns True when obj is a Future instance or is advertising
    itself as duck-type compatible by setting _asyncio_future_blocking.
    """
    return (hasattr(obj.__class__, "_asyncio_future_blocking")
            and obj._asyncio_future_blocking is not None)


class Future:
    """This class is *almost* compatible with concurrent.futures.Future.

    Differences:

    - This class is not thread-safe.

    - result() and exception() do not take a timeout argument and
      raise an exception when the future isn't done yet.

    - Callbacks registered with add_done_callback() are always called
      via the event loop's call_soon().
    """

    __module__ = "_asyncio"  # where CPython's is

    # What a future has whose __init__ was not called.
    _state = _PENDING
    _result = None
    _exception = None
    _loop = None
    _callbacks = ()
    _source_traceback = None
    _cancel_message = None
    _cancelled_exc = None

    # Set by __await__ just before it yields the future, and unset by the task that gets it: so a
    # plain `yield future` is told from an `await`.
    _asyncio_future_blocking = False
    _awaited_by = None  # who waits for it: one future, or a set of them
    __log_traceback = False

    def __init__(self, *, loop=None):
        self._loop = events.get_event_loop() if loop is None else loop
        self._callbacks = ()  # or a list
        self._state = _PENDING
        self._result = self._exception = self._cancel_message = self._awaited_by = None
        self._asyncio_future_blocking = False
        self.__log_traceback = False

    def __repr__(self):
        return f"<{self.__class__.__name__} {' '.join(format_helpers.future_info(self))}>"

    def __del__(self):
        if not self.__log_traceback:
            return  # no exception, or somebody has seen it
        self._loop.call_exception_handler({
            "message": f"{self.__class__.__name__} exception was never retrieved",
            "exception": self._exception,
            "future": self,
        })

    __class_getitem__ = classmethod(types.GenericAlias)

    @property
    def _asyncio_awaited_by(self):
        waiters = self._awaited_by
        if waiters is None:
            return None
        return frozenset(waiters if type(waiters) is set else (waiters,))

    @property
    def _log_traceback(self):
        return self.__log_traceback

    @_log_traceback.setter
    def _log_traceback(self, value):
        if value:
            raise ValueError("_log_traceback can only be set to False")
        self.__log_traceback = False

    def get_loop(self):
        """Return the event loop the Future is bound to."""
        if self._loop is None:
            raise RuntimeError("Future object is not initialized.")
        return self._loop

    def _make_cancelled_error(self):
        if self._cancelled_exc is not None:
            error = self._cancelled_exc
            self._cancelled_exc = None
            return error
        if self._cancel_message is None:
            return exceptions.CancelledError()
        return exceptions.CancelledError(self._cancel_message)

    def cancel(self, msg=None):
        self.__log_traceback = False
        if self._state is not _PENDING:
            return False
        self._state = _CANCELLED
        self._cancel_message = msg
        if self._callbacks:
            self.__schedule_callbacks()
        return True

    def __schedule_callbacks(self):
        callbacks = self._callbacks
        self._callbacks = ()
        for callback, context in callbacks:
            events._soon(self._loop, callback, (self,), context)

    def cancelled(self):
        """Return True if the future was cancelled."""
        return self._state is _CANCELLED

    def done(self):
        return self._state is not _PENDING

    def result(self):
        if self._state is _CANCELLED:
            raise self._make_cancelled_error()
        if self._state is not _FINISHED:
            raise exceptions.InvalidStateError("Result is not set.")
        self.__log_traceback = False
        if self._exception is not None:
            raise self._exception.with_traceback(self._exception_tb)
        return self._result

    def exception(self):
        if self._state is _CANCELLED:
            raise self._make_cancelled_error()
        if self._state is not _FINISHED:
            raise exceptions.InvalidStateError("Exception is not set.")
        self.__log_traceback = False
        return self._exception

    def add_done_callback(self, fn, *, context=None):
        if self._state is not _PENDING:
            self._loop.call_soon(fn, self, context=context)
        else:
            if context is None:
                context = contextvars.copy_context()
            if self._callbacks:
                self._callbacks.append((fn, context))
            else:
                self._callbacks = [(fn, context)]

    def remove_done_callback(self, fn):
        kept = [(f, context) for f, context in self._callbacks if f != fn]
        removed = len(self._callbacks) - len(kept)
        if removed:
            self._callbacks = kept
        return removed

    def set_result(self, result):
        if self._state is not _PENDING:
            raise exceptions.InvalidStateError("invalid state")
        self._result = result
        self._state = _FINISHED
        if self._callbacks:
            self.__schedule_callbacks()

    def set_exception(self, exception):
        if self._state is not _PENDING:
            raise exceptions.InvalidStateError("invalid state")
        if isinstance(exception, type):
            exception = exception()
        if isinstance(exception, StopIteration):
            # It would end the coroutine that awaits, instead of being raised there.
            new = RuntimeError("StopIteration interacts badly with generators and cannot be "
                               "raised into a Future")
            new.__cause__ = exception
            new.__context__ = exception
            exception = new
        self._exception = exception
        self._exception_tb = exception.__traceback__
        self._state = _FINISHED
        if self._callbacks:
            self.__schedule_callbacks()
        self.__log_traceback = True

    def __await__(self):
        if self._state is _PENDING:
            self._asyncio_future_blocking = True
            yield self
        if self._state is _PENDING:
            raise RuntimeError("await wasn't used with future")
        return self.result()

    __iter__ = __await__


_PyFuture = Future


def _get_loop(fut):
    try:
        get_loop = fut.get_loop
    except AttributeError:
        return fut._loop
    return get_loop()


def _set_result_unless_cancelled(fut, result):
    if fut.cancelled():
        return
    fut.set_result(result)


def _copy_future_state(source, dest):
    """Internal helper to copy state from another Future."""
    if dest.cancelled():
        return
    if source.cancelled():
        dest.cancel()
    else:
        exception = source.exception()
        if exception is not None:
            dest.set_exception(exception)
        else:
            dest.set_result(source.result())


def _chain_future(source, destination):
    """Chain two futures so that when one completes, so does the other.

    The result (or exception) of source will be copied to destination.
    If destination is cancelled, source gets cancelled too.
    """
    if not isfuture(source) and not hasattr(source, "set_running_or_notify_cancel"):
        raise TypeError("A future is required for source argument")
    if not isfuture(destination) and not hasattr(destination, "set_running_or_notify_cancel"):
        raise TypeError("A future is required for destination argument")

    def back(destination):
        if destination.cancelled():
            source.cancel()

    def forth(source):
        if destination.cancelled() and destination_loop is not None and (
                destination_loop.is_closed()):
            return
        if destination_loop is None or destination_loop is source_loop:
            copy(source)
        elif not destination_loop.is_closed():
            # From another loop, or from none: in the destination's own time.
            destination_loop.call_soon_threadsafe(copy, source)

    def copy(source):
        if isfuture(destination):
            if not destination.done():
                _copy_future_state(source, destination)
        elif source.cancelled():
            destination.cancel()
            destination.set_running_or_notify_cancel()
        elif destination.set_running_or_notify_cancel():
            error = source.exception()
            if error is not None:
                destination.set_exception(error)
            else:
                destination.set_result(source.result())

    source_loop = _get_loop(source) if isfuture(source) else None
    destination_loop = _get_loop(destination) if isfuture(destination) else None
    destination.add_done_callback(back)
    source.add_done_callback(forth)


def wrap_future(future, *, loop=None):
    """Wrap concurrent.futures.Future object."""
    if isfuture(future):
        return future
    if not hasattr(future, "set_running_or_notify_cancel"):
        raise AssertionError(f"concurrent.futures.Future is expected, got {future!r}")
    if loop is None:
        loop = events.get_event_loop()
    new = loop.create_future()
    _chain_future(future, new)
    return new


def future_add_to_awaited_by(fut, waiter, /):
    """Record that `fut` is awaited on by `waiter`."""
    if isinstance(fut, Future) and isinstance(waiter, Future):
        waiters = fut._awaited_by
        if waiters is None:
            fut._awaited_by = waiter
        elif type(waiters) is set:
            waiters.add(waiter)
        elif waiters is not waiter:
            fut._awaited_by = {waiters, waiter}


def future_discard_from_awaited_by(fut, waiter, /):
    """Record that `fut` is no longer awaited on by `waiter`."""
    try:
        waiters = fut._awaited_by
    except AttributeError:
        return  # none of ours
    if waiters is waiter:
        fut._awaited_by = None
    elif type(waiters) is set:
        waiters.discard(waiter)
