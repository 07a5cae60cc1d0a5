"""Texts about callbacks, coroutines and futures, for the reprs."""

import functools
import reprlib
import sys

_DEPTH = 10  # of the stacks that the debug mode keeps


def _get_function_source(func):
    while hasattr(func, "__wrapped__"):
        func = func.__wrapped__
    if isinstance(func, (functools.partial, functools.partialmethod)):
        return _get_function_source(func.func)
    if str(getattr(func, "__module__", "")).startswith("asyncio."):
        return None  # part of the machinery, and not to be looked up anywhere
    code = getattr(getattr(func, "__func__", func), "__code__", None)
    return (code.co_filename, code.co_firstlineno) if code is not None else None


def _format_callback_source(func, args, *, debug=False):
    text = _format_callback(func, args, None, debug=debug)
    source = _get_function_source(func)
    return f"{text} at {source[0]}:{source[1]}" if source else text


def _format_args_and_kwargs(args, kwargs, *, debug=False):
    """The arguments of a call as they are written in it."""
    if not debug:
        return "()"
    items = [reprlib.repr(arg) for arg in args or ()]
    items.extend(f"{key}={reprlib.repr(value)}" for key, value in (kwargs or {}).items())
    return f"({', '.join(items)})"


def _format_callback(func, args, kwargs, *, debug=False, suffix=""):
    if isinstance(func, functools.partial):
        suffix = _format_args_and_kwargs(args, kwargs, debug=debug) + suffix
        return _format_callback(func.func, func.args, func.keywords, debug=debug, suffix=suffix)
    text = getattr(func, "__qualname__", None) or getattr(func, "__name__", None) or repr(func)
    return text + _format_args_and_kwargs(args, kwargs, debug=debug) + suffix


def format_coroutine(coro):
    name = getattr(coro, "__qualname__", None) or getattr(coro, "__name__", None)
    name = f"{name}()" if name else f"<{type(coro).__name__} without __name__>()"
    code = getattr(coro, "cr_code", None) or getattr(coro, "gi_code", None)
    if not code:
        running = getattr(coro, "cr_running", False) or getattr(coro, "gi_running", False)
        return f"{name} running" if running else name
    filename = code.co_filename or "<empty co_filename>"
    frame = getattr(coro, "gi_frame", None) or getattr(coro, "cr_frame", None)
    if frame is not None:
        return f"{name} running at {filename}:{frame.f_lineno}"
    return f"{name} done, defined at {filename}:{code.co_firstlineno}"


def format_callbacks(callbacks):
    texts = [_format_callback_source(callback, ()) for callback, _ in (
        callbacks if len(callbacks) <= 2 else (callbacks[0], callbacks[-1]))]
    if len(callbacks) > 2:
        texts.insert(1, f"<{len(callbacks) - 2} more>")
    return f"cb=[{', '.join(texts)}]"


def future_info(future):
    """What stands in the repr of a future."""
    outcome = callbacks = None
    if future._state == "FINISHED" and future._exception is not None:
        outcome = f"exception={future._exception!r}"
    elif future._state == "FINISHED":
        # A result may hold the future itself; reprlib also keeps it short.
        outcome = f"result={reprlib.repr(future._result)}"
    if future._callbacks:
        callbacks = format_callbacks(future._callbacks)
    return present(future._state.lower(), outcome, callbacks, made_at(future))


def present(*parts):
    """What is there of the parts of a repr."""
    return [part for part in parts if part]


def made_at(obj):
    """Where a handle or a future was made, if its loop is in debug mode."""
    if obj._source_traceback:
        frame = obj._source_traceback[-1]
        return f"created at {frame[0]}:{frame[1]}"


def task_info(task):
    info = future_info(task)
    if task.cancelling() and not task.done():
        info[0] = "cancelling"
    info.insert(1, f"name={task.get_name()!r}")
    if task._fut_waiter is not None:
        info.insert(2, f"wait_for={task._fut_waiter!r}")
    if task._coro is not None:
        info.insert(2, f"coro=<{format_coroutine(task._coro)}>")
    return info


def extract_stack(f=None, limit=None):
    """The stack of a frame, the caller's by default, without the text of its lines so far."""
    import traceback
    if f is None:
        f = sys._getframe().f_back
    stack = traceback.StackSummary.extract(
        traceback.walk_stack(f), limit=_DEPTH if limit is None else limit, lookup_lines=False)
    stack.reverse()
    return stack
