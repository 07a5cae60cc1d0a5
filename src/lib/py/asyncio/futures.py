"""Futures: results that are not there yet. The class is in C; here is what it asks for when it has
to call somebody, and what futures have in common with those of threads.
"""

import reprlib
import sys

from _asyncio import (
    Future, _reset_future, _set_callbacks, future_add_to_awaited_by,
    future_discard_from_awaited_by)
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


# ---- what the class in C asks for ----


def _init_future(future, loop, depth=1):
    # __init__ with a loop that may be in its debug mode, or none. The caller's caller, by depth, has
    # made it.
    if loop is None:
        loop = events.get_event_loop()
    source = format_helpers.extract_stack(sys._getframe(depth)) if loop.get_debug() else None
    _reset_future(future, loop, source)


def _call_all(future, callbacks):
    # It is done, and its loop may have a call_soon of its own.
    for callback, context in callbacks:
        future._loop.call_soon(callback, future, context=context)


def _remove_callbacks(future, fn):
    before = future._callbacks or []
    kept = [entry for entry in before if entry[0] != fn]
    if len(kept) < len(before):
        _set_callbacks(future, kept)
    return len(before) - len(kept)


def _cancel(future, msg):
    return bool(future.cancel(msg=msg))


def _set_stop(future, stop):
    # It would end the coroutine that awaits, instead of being raised there.
    error = RuntimeError("StopIteration interacts badly with generators and cannot be raised into "
                         "a Future")
    error.__cause__ = error.__context__ = stop
    future.set_exception(error)


@reprlib.recursive_repr()
def _repr_future(future):
    return f"<{future.__class__.__name__} {' '.join(format_helpers.future_info(future))}>"


def _never_retrieved(future):
    context = {
        "message": f"{future.__class__.__name__} exception was never retrieved",
        "exception": future._exception,
        "future": future,
    }
    if future._source_traceback:
        context["source_traceback"] = future._source_traceback
    future._loop.call_exception_handler(context)


_PyFuture = _CFuture = Future


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
