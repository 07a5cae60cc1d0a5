"""The event loop: callbacks that are ready, callbacks that have a time, and waiting.

It knows no files and no threads.  What runs is decided by nothing but the order of the calls and
the clock, so the same program with the same clock takes the same course.  When there is nothing to
run, _wait_hook() is the one place where time passes.

Results that the host will deliver are futures in _host_futures, by token: _natrix_async.wait(s)
waits for at most s seconds (None: without end) and returns a list of (token, failed, value).
"""

import contextvars
import heapq
import sys
import time
from collections import deque

from _asyncio import Task, _call_soon, _run_ready, _set_ready
from . import events, exceptions, futures
from .events import Handle

__all__ = "BaseEventLoop", "Server"

try:
    import _natrix_async
except ImportError:
    _natrix_async = None

# Cancelled timers stay in the heap until their time comes, or until they are many.
_MIN_SCHEDULED_TIMER_HANDLES = 100
_MIN_CANCELLED_TIMER_HANDLES_FRACTION = 0.5
MAXIMUM_SELECT_TIMEOUT = 24 * 3600


class Server(events.AbstractServer):
    """What servers are; there are none here."""


def _run_until_complete_cb(fut):
    # What ends the program has ended run_forever() already.
    fatal = (SystemExit, KeyboardInterrupt)
    if fut.cancelled() or not isinstance(fut.exception(), fatal):
        futures._get_loop(fut).stop()


def _wait_hook(seconds):
    """Lets time pass: until a host result arrives or `seconds` are over. None is without end."""
    if _natrix_async is not None:
        return _natrix_async.wait(seconds)
    if seconds is None:
        raise RuntimeError("the event loop has nothing to wait for: all tasks are blocked")
    if seconds > 0:
        time.sleep(seconds)
    return ()


class BaseEventLoop(events.AbstractEventLoop):
    def __init__(self):
        self._timer_cancelled_count = 0
        self._closed = False
        self._stopping = False
        self._ready = deque()
        self._scheduled = []
        self._clock_resolution = 1e-9
        self._exception_handler = None
        self._debug = False
        self._task_factory = None
        self._running = False
        self._asyncgens = {}  # id: weak reference
        self._asyncgens_shutdown_called = False
        self._old_agen_hooks = None
        self._host_futures = {}
        self.slow_callback_duration = 0.1

    def _tell_ready(self):
        # Futures and tasks then do without call_soon(), as long as it is this one.
        _set_ready(None if self._debug else self._ready, BaseEventLoop.call_soon)

    def __repr__(self):
        return (f"<{self.__class__.__name__} running={self.is_running()} "
                f"closed={self.is_closed()} debug={self.get_debug()}>")

    def create_future(self):
        """A future of this loop."""
        return futures.Future(loop=self)

    def create_task(self, coro, **kwargs):
        """Have the loop run a coroutine, as a task."""
        if self._closed:
            self._check_closed()
        if self._task_factory is not None:
            return self._task_factory(self, coro, **kwargs)
        if not kwargs and not self._debug:
            return Task(coro, loop=self)
        task = Task(coro, loop=self, **kwargs)
        if task._source_traceback:
            del task._source_traceback[-1]  # this call
        return task

    def set_task_factory(self, factory):
        """Let factory(loop, coro, **kwargs) make tasks; None for the default."""
        if factory is not None and not callable(factory):
            raise TypeError("task factory must be a callable or None")
        self._task_factory = factory

    def get_task_factory(self):
        """What makes tasks; None for the default."""
        return self._task_factory

    def _check_closed(self):
        if self._closed:
            raise RuntimeError("Event loop is closed")

    def _check_running(self):
        running = events._get_running_loop()
        if self.is_running():
            raise RuntimeError("This event loop is already running")
        if running is not None:
            raise RuntimeError("Cannot run the event loop while another loop is running")

    # Asynchronous generators that are begun are remembered, to be closed at the end; one that
    # nobody holds any more is closed by a task.

    def _asyncgen_firstiter_hook(self, agen):
        if self._asyncgens_shutdown_called:
            from warnings import warn
            warn(f"asynchronous generator {agen!r} was scheduled after "
                 "loop.shutdown_asyncgens() call", ResourceWarning, source=self)
        from _weakref import ref
        key = id(agen)
        self._asyncgens[key] = ref(agen, lambda _: self._asyncgens.pop(key, None))

    def _asyncgen_finalizer_hook(self, agen):
        self._asyncgens.pop(id(agen), None)
        if not self._closed:
            self.call_soon_threadsafe(self.create_task, agen.aclose())

    async def shutdown_asyncgens(self):
        """Close all asynchronous generators that have begun."""
        self._asyncgens_shutdown_called = True
        closing = [agen for agen in (reference() for reference in self._asyncgens.values())
                   if agen is not None]
        self._asyncgens.clear()
        if not closing:
            return
        results = await _tasks().gather(*[agen.aclose() for agen in closing],
                                        return_exceptions=True)
        for result, agen in zip(results, closing):
            if isinstance(result, Exception):
                self.call_exception_handler({
                    "message": "an error occurred during closing of "
                               f"asynchronous generator {agen!r}",
                    "exception": result,
                    "asyncgen": agen,
                })

    async def shutdown_default_executor(self, timeout=None):
        """Nothing to do: there is no executor with threads."""

    def _check_idle(self):
        self._check_closed()
        self._check_running()

    def _run_forever_setup(self):
        self._check_idle()
        self._running = True
        self._old_agen_hooks = sys.get_asyncgen_hooks()
        sys.set_asyncgen_hooks(firstiter=self._asyncgen_firstiter_hook,
                               finalizer=self._asyncgen_finalizer_hook)
        events._set_running_loop(self)
        self._tell_ready()

    def _run_forever_cleanup(self):
        self._running = self._stopping = False
        events._set_running_loop(None)
        hooks, self._old_agen_hooks = self._old_agen_hooks, None
        if hooks is not None:
            sys.set_asyncgen_hooks(*hooks)

    def run_forever(self):
        """Turn until somebody calls stop()."""
        self._run_forever_setup()
        try:
            self._run_once()
            while not self._stopping:
                self._run_once()
        finally:
            self._run_forever_cleanup()

    def run_until_complete(self, future):
        """Run until a future is done, or a coroutine, as a task; gives its result."""
        self._check_idle()
        ours = not futures.isfuture(future)
        task = _tasks().ensure_future(future, loop=self)
        if ours:
            # An exception is raised here: nobody has to be told that it was not retrieved.
            task._log_destroy_pending = False
        task.add_done_callback(_run_until_complete_cb)
        try:
            self.run_forever()
        except BaseException:
            if ours and task.done():
                task.cancelled() or task.exception()
            raise
        finally:
            task.remove_done_callback(_run_until_complete_cb)
        if task.done():
            return task.result()
        raise RuntimeError("Event loop stopped before Future completed.")

    def stop(self):
        """Have run_forever() end when the callbacks that are ready have run."""
        self._stopping = True

    def close(self):
        """Forget all callbacks; it cannot run again."""
        if self.is_running():
            raise RuntimeError("Cannot close a running event loop")
        if self._closed:
            return
        self._closed = True
        self._ready.clear()
        self._scheduled.clear()
        self._host_futures.clear()

    def is_closed(self):
        """Whether it is closed."""
        return self._closed

    def is_running(self):
        """Whether it is running."""
        return self._running

    def time(self):
        """The loop's clock, in seconds."""
        return time.monotonic()

    def call_later(self, delay, callback, *args, context=None):
        """Have a callback called in so many seconds."""
        if delay is None:
            raise TypeError("delay must not be None")
        return self.call_at(self.time() + delay, callback, *args, context=context)

    def call_at(self, when, callback, *args, context=None):
        """Have a callback called at a time of the loop's clock."""
        if when is None:
            raise TypeError("when cannot be None")
        self._admit(callback, "call_at")
        timer = events.TimerHandle(when, callback, args, self, context)
        heapq.heappush(self._scheduled, timer)
        timer._scheduled = True
        return timer

    def call_soon(self, callback, *args, context=None):
        """Have a callback called in the next turn, behind those that are ready."""
        if self._closed or self._debug:
            self._admit(callback, "call_soon")
        return _call_soon(self._ready, callback, args, self, context)

    def _admit(self, callback, method):
        self._check_closed()
        if self._debug:
            self._check_callback(callback, method)

    def _check_callback(self, callback, method):
        from . import coroutines
        if not callable(callback) and not coroutines.iscoroutine(callback):
            raise TypeError(f"a callable object was expected by {method}(), got {callback!r}")
        if coroutines.iscoroutine(callback) or coroutines._iscoroutinefunction(callback):
            raise TypeError(f"coroutines cannot be used with {method}()")

    def call_soon_threadsafe(self, callback, *args, context=None):
        """call_soon() for other threads and signal handlers."""
        self._admit(callback, "call_soon_threadsafe")
        return _call_soon(self._ready, callback, args, self, context)

    def run_in_executor(self, executor, func, *args):
        """Run func at once: there are no threads that could do it meanwhile."""
        self._check_closed()
        if self._debug:
            self._check_callback(func, "run_in_executor")
        future = self.create_future()
        try:
            future.set_result(func(*args))
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            future.set_exception(error)
        return future

    def set_default_executor(self, executor):
        """Nothing to do: run_in_executor() calls at once."""

    def set_exception_handler(self, handler):
        """Let handler(loop, context) deal with exceptions nobody else handles; None for the default
        one.
        """
        if handler is not None and not callable(handler):
            raise TypeError(f"A callable object or None is expected, got {handler!r}")
        self._exception_handler = handler

    def get_exception_handler(self):
        """The exception handler; None for the default one."""
        return self._exception_handler

    def default_exception_handler(self, context):
        """What happens to exceptions without a handler: message and context are logged."""
        text = context.get("message") or "Unhandled exception in event loop"
        for key in sorted(context.keys() - {"message", "exception"}):
            value = context[key]
            shown = ("".join([str(part) for part in value]).rstrip()
                     if key in ("source_traceback", "handle_traceback") else repr(value))
            text += f"\n{key}: {shown}"
        _log_error(text, context.get("exception"))

    def call_exception_handler(self, context):
        """Call the exception handler. "message" in the context says what happened.

        Whatever the handler raises is logged, and the loop goes on.
        """
        if self._exception_handler is None:
            self._handle_by_default(context, "Exception in default exception handler")
            return
        try:
            source = context.get("task") or context.get("future") or context.get("handle")
            scope = source.get_context() if hasattr(source, "get_context") else None
            if hasattr(scope, "run"):
                scope.run(self._exception_handler, self, context)
            else:
                self._exception_handler(self, context)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            self._handle_by_default(
                {"message": "Unhandled error in exception handler", "exception": error,
                 "context": context},
                "Exception in default exception handler while handling an "
                "unexpected error in custom exception handler")

    def _handle_by_default(self, context, trouble):
        try:
            self.default_exception_handler(context)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            _log_error(trouble, error)

    def _timer_handle_cancelled(self, handle):
        """A timer was cancelled: when most of the heap are such, it is made anew."""
        if handle._scheduled:
            self._timer_cancelled_count += 1

    def _drop_cancelled_timers(self):
        scheduled = self._scheduled
        count = len(scheduled)
        if (count > _MIN_SCHEDULED_TIMER_HANDLES
                and self._timer_cancelled_count / count > _MIN_CANCELLED_TIMER_HANDLES_FRACTION):
            kept = []
            for handle in scheduled:
                if handle._cancelled:
                    handle._scheduled = False
                else:
                    kept.append(handle)
            heapq.heapify(kept)
            self._scheduled = kept
            self._timer_cancelled_count = 0
        else:
            while scheduled and scheduled[0]._cancelled:
                self._timer_cancelled_count -= 1
                heapq.heappop(scheduled)._scheduled = False

    def _run_once(self):
        """One turn of the loop: all callbacks that are ready or due; it waits if there are none."""
        if self._timer_cancelled_count:
            self._drop_cancelled_timers()
        ready, scheduled = self._ready, self._scheduled
        if not ready and not self._stopping:
            timeout = None
            if scheduled:
                timeout = min(max(0, scheduled[0]._when - self.time()), MAXIMUM_SELECT_TIMEOUT)
            if timeout != 0:
                self._deliver(_wait_hook(timeout))
        elif self._host_futures:
            self._deliver(_wait_hook(0))
        if scheduled:
            end = self.time() + self._clock_resolution
            while scheduled and scheduled[0]._when < end:
                handle = heapq.heappop(scheduled)
                handle._scheduled = False
                if handle._cancelled:
                    self._timer_cancelled_count -= 1
                ready.append(handle)
        # Only those that are ready by now: what they make ready has to wait its turn, so that
        # timers are looked at in between.
        _run_ready(ready)

    def _host_future(self, token):
        """The future for a result that the host will deliver under `token`."""
        future = self._host_futures.get(token)
        if future is None:
            future = self._host_futures[token] = self.create_future()
            future.add_done_callback(lambda done: self._host_future_done(token, done))
        return future

    def _host_future_done(self, token, future):
        self._host_futures.pop(token, None)
        if future.cancelled() and _natrix_async is not None:
            _natrix_async.cancel(token)

    def _deliver(self, results):
        for token, failed, value in results or ():
            future = self._host_futures.pop(token, None)
            if future is not None and not future.done():
                if failed:
                    future.set_exception(value)
                else:
                    future.set_result(value)

    def get_debug(self):
        """Whether the debug mode is on."""
        return self._debug

    def set_debug(self, enabled):
        """Turn the debug mode on or off."""
        self._debug = enabled
        if self._running and events._get_running_loop() is self:
            self._tell_ready()


class _UnixSelectorEventLoop(BaseEventLoop):
    """The loop that asyncio.run() uses."""


_UnixSelectorEventLoop.__module__ = "asyncio.unix_events"
EventLoop = SelectorEventLoop = _UnixSelectorEventLoop


def _tasks():
    from . import tasks
    return tasks


def _log_error(message, error):
    # To the logger, where the program uses logging; otherwise the same text to stderr.
    logging = sys.modules.get("logging")
    if logging is not None and hasattr(logging, "getLogger"):
        exc_info = (type(error), error, error.__traceback__) if error is not None else False
        logging.getLogger("asyncio").error(message, exc_info=exc_info)
        return
    if sys.stderr is None:
        return
    text = message + "\n"
    if error is not None:
        import traceback
        text += "".join(traceback.format_exception(error))
    sys.stderr.write(text)
