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
    """Whether it is a future, or has what makes one."""
    return (hasattr(obj.__class__, "_asyncio_future_blocking")
            and obj._asyncio_future_blocking is not None)


class Future:
    """A result that is not there yet: whoever awaits it goes on when it is. For one thread only."""

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
        """The loop it belongs to."""
        if self._loop is None:
            raise RuntimeError("Future object is not initialized.")
        return self._loop

    def _make_cancelled_error(self):
        error, self._cancelled_exc = self._cancelled_exc, None
        if error is None:
            message = self._cancel_message
            error = exceptions.CancelledError(*(() if message is None else (message,)))
        return error

    def cancel(self, msg=None):
        """Make CancelledError its outcome; False if it is done."""
        pending = self._state is _PENDING
        self.__log_traceback = False
        if pending:
            self._cancel_message, self._state = msg, _CANCELLED
            if self._callbacks:
                self.__schedule_callbacks()
        return pending

    def __schedule_callbacks(self):
        callbacks = self._callbacks
        self._callbacks = ()
        for callback, context in callbacks:
            events._soon(self._loop, callback, (self,), context)

    def cancelled(self):
        """Whether it was cancelled."""
        return self._state is _CANCELLED

    def done(self):
        """Whether it has an outcome: a result, an exception, or that it was cancelled."""
        return self._state is not _PENDING

    def result(self):
        """The result; raises the exception, CancelledError, or InvalidStateError if it is not done."""
        if self._state is _FINISHED:
            self.__log_traceback = False
            error = self._exception
            if error is None:
                return self._result
            raise error.with_traceback(self._exception_tb)
        if self._state is _CANCELLED:
            raise self._make_cancelled_error()
        raise exceptions.InvalidStateError("Result is not set.")

    def exception(self):
        """The exception, or None; raises CancelledError, or InvalidStateError if it is not done."""
        if self._state is _FINISHED:
            self.__log_traceback = False
            return self._exception
        if self._state is _CANCELLED:
            raise self._make_cancelled_error()
        raise exceptions.InvalidStateError("Exception is not set.")

    def add_done_callback(self, fn, *, context=None):
        """Have the loop call fn(future) when it is done."""
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
        """Do not call it; gives how often it was to be called."""
        before = self._callbacks
        kept = [entry for entry in before if entry[0] != fn]
        if len(kept) < len(before):
            self._callbacks = kept
        return len(before) - len(kept)

    def set_result(self, result):
        """Make a value the result; InvalidStateError if it is done."""
        if self._state is not _PENDING:
            raise exceptions.InvalidStateError("invalid state")
        self._result = result
        self._state = _FINISHED
        if self._callbacks:
            self.__schedule_callbacks()

    def set_exception(self, exception):
        """Make an exception the outcome; InvalidStateError if it is done."""
        if self._state is not _PENDING:
            raise exceptions.InvalidStateError("invalid state")
        error = exception() if isinstance(exception, type) else exception
        if isinstance(error, StopIteration):
            # It would end the coroutine that awaits, instead of being raised there.
            stop = error
            error = RuntimeError("StopIteration interacts badly with generators and cannot be "
                                 "raised into a Future")
            error.__cause__ = error.__context__ = stop
        self._exception, self._exception_tb = error, error.__traceback__
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
    # What became of one future becomes of another one, unless that was cancelled.
    if dest.cancelled():
        return
    if source.cancelled():
        dest.cancel()
    elif (error := source.exception()) is not None:
        dest.set_exception(error)
    else:
        dest.set_result(source.result())


def _chain_future(source, destination):
    # The outcome of one future becomes that of another one; a cancellation goes both ways. Either
    # may be of a thread: then there is no loop, and the other's loop is told.
    for future, what in ((source, "source"), (destination, "destination")):
        if not (isfuture(future) or hasattr(future, "set_running_or_notify_cancel")):
            raise TypeError(f"A future is required for {what} argument")
    from_loop, to_loop = [_get_loop(future) if isfuture(future) else None
                          for future in (source, destination)]

    def on_cancel(destination):
        if destination.cancelled():
            source.cancel()

    def hand_over(source):
        if isfuture(destination):
            if not destination.done():
                _copy_future_state(source, destination)
        elif source.cancelled():
            destination.cancel()
            destination.set_running_or_notify_cancel()
        elif destination.set_running_or_notify_cancel():
            error = source.exception()
            if error is None:
                destination.set_result(source.result())
            else:
                destination.set_exception(error)

    def on_done(source):
        if to_loop is None or to_loop is from_loop and not (
                destination.cancelled() and to_loop.is_closed()):
            hand_over(source)
        elif not to_loop.is_closed():
            to_loop.call_soon_threadsafe(hand_over, source)

    destination.add_done_callback(on_cancel)
    source.add_done_callback(on_done)


def wrap_future(future, *, loop=None):
    """A future of the loop with the outcome of a concurrent.futures.Future."""
    if isfuture(future):
        return future
    if not hasattr(future, "set_running_or_notify_cancel"):
        raise AssertionError(f"concurrent.futures.Future is expected, got {future!r}")
    wrapper = (events.get_event_loop() if loop is None else loop).create_future()
    _chain_future(future, wrapper)
    return wrapper


def future_add_to_awaited_by(fut, waiter, /):
    """Take note that a task waits for a future."""
    if isinstance(fut, Future) and isinstance(waiter, Future):
        waiters = fut._awaited_by
        if waiters is None:
            fut._awaited_by = waiter
        elif type(waiters) is set:
            waiters.add(waiter)
        elif waiters is not waiter:
            fut._awaited_by = {waiters, waiter}


def future_discard_from_awaited_by(fut, waiter, /):
    """Take note that a task does not wait for a future any more."""
    try:
        waiters = fut._awaited_by
    except AttributeError:
        return  # none of ours
    if waiters is waiter:
        fut._awaited_by = None
    elif type(waiters) is set:
        waiters.discard(waiter)
