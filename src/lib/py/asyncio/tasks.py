"""Tasks: coroutines that the loop runs; and the functions that wait for several things."""

import contextvars
import functools
import itertools
import types
import inspect
from _weakref import ref
from _weakrefset import WeakSet

from . import coroutines, events, exceptions, format_helpers, futures, timeouts
from .base_events import EventLoop
from .events import Handle
from .futures import Future
from .queues import Queue

__all__ = ("Task", "create_task", "FIRST_COMPLETED", "FIRST_EXCEPTION", "ALL_COMPLETED", "wait",
           "wait_for", "as_completed", "sleep", "gather", "shield", "ensure_future",
           "run_coroutine_threadsafe", "current_task", "all_tasks",
           "create_eager_task_factory", "eager_task_factory", "_register_task",
           "_unregister_task", "_enter_task", "_leave_task")

_task_name_counter = itertools.count(1).__next__

FIRST_COMPLETED = "FIRST_COMPLETED"
FIRST_EXCEPTION = "FIRST_EXCEPTION"
ALL_COMPLETED = "ALL_COMPLETED"

_scheduled_tasks = WeakSet()
_current_tasks = {}  # loop: the task that is in the middle of a step; own loops know it themselves
_live_tasks = {}  # number: weak reference to a task that is not done
_live_numbers = itertools.count(1).__next__
_new_ref = ref.__new__
_PENDING = "PENDING"


def current_task(loop=None):
    """Return a currently executed task."""
    if loop is None:
        loop = events.get_running_loop()
    try:
        current = loop._current_task
    except AttributeError:
        current = None
    return _current_tasks.get(loop) if current is None else current


def all_tasks(loop=None):
    """Return a set of all tasks for the loop."""
    if loop is None:
        loop = events.get_running_loop()
    known = list(_scheduled_tasks)
    for serial, reference in list(_live_tasks.items()):
        task = reference()
        if task is None:
            del _live_tasks[serial]
        else:
            known.append(task)
    return {task for task in known
            if futures._get_loop(task) is loop and not task.done()}


class Task(Future):
    """A coroutine wrapped in a Future."""

    __module__ = "_asyncio"

    # A step is one run of the coroutine up to its next await. In between, _fut_waiter is the
    # future that is waited for; without one the next step is scheduled already. A cancellation
    # that can't be handed to a future is kept in _must_cancel for the next step.
    _log_destroy_pending = True
    _serial = 0

    def __init__(self, coro, *, loop=None, name=None, context=None, eager_start=False):
        if loop is None:
            loop = events.get_event_loop()
        self._loop = loop  # as Future.__init__ does it
        self._callbacks = ()
        self._state = _PENDING
        self._result = self._exception = self._cancel_message = self._awaited_by = None
        self._asyncio_future_blocking = False
        self._Future__log_traceback = False
        if type(coro) is not types.CoroutineType and not coroutines.iscoroutine(coro):
            self._log_destroy_pending = False  # __del__ has nothing to tell
            raise TypeError(f"a coroutine was expected, got {coro!r}")
        # The name of a task without one is its number, until somebody asks.
        self._name = _task_name_counter() if name is None else str(name)
        self._num_cancels_requested = 0
        self._must_cancel = False
        self._fut_waiter = None
        self._coro = coro
        self._serial = 0
        self._own_loop = isinstance(loop, EventLoop)
        self._bound_step = self.__step
        self._context = contextvars.copy_context() if context is None else context
        if eager_start and self._loop.is_running():
            self.__eager_start()
        else:
            if self._own_loop and loop._direct:
                loop._ready.append(Handle(self._bound_step, (), loop, self._context))
            else:
                loop.call_soon(self._bound_step, context=self._context)
            self._serial = serial = _live_numbers()
            _live_tasks[serial] = _new_ref(ref, self)

    def __del__(self):
        if self._state is _PENDING:
            _live_tasks.pop(self._serial, None)
            if self._log_destroy_pending:
                self._loop.call_exception_handler({
                    "task": self,
                    "message": "Task was destroyed but it is pending!",
                })
        if self._Future__log_traceback:
            super().__del__()

    __class_getitem__ = classmethod(types.GenericAlias)

    def __repr__(self):
        return f"<{self.__class__.__name__} {' '.join(format_helpers.task_info(self))}>"

    def get_coro(self):
        return self._coro

    def get_context(self):
        return self._context

    def get_name(self):
        if type(self._name) is int:
            self._name = f"Task-{self._name}"
        return self._name

    def set_name(self, value):
        self._name = str(value)

    def set_result(self, result):
        raise RuntimeError("Task does not support set_result operation")

    def set_exception(self, exception):
        raise RuntimeError("Task does not support set_exception operation")

    def get_stack(self, *, limit=None):
        """Return the list of stack frames for this task's coroutine.

        If the coroutine is not done, this returns the stack where it is
        suspended.  If the coroutine has completed successfully or was
        cancelled, this returns an empty list.  If the coroutine was
        terminated by an exception, this returns the list of traceback
        frames.
        """
        frames = []
        coro = self._coro
        frame = getattr(coro, "cr_frame", None) or getattr(coro, "gi_frame", None)
        if frame is not None:
            while frame is not None and (limit is None or len(frames) < limit):
                frames.append(frame)
                frame = frame.f_back
            frames.reverse()
        elif self._exception is not None:
            tb = self._exception.__traceback__
            while tb is not None and (limit is None or len(frames) < limit):
                frames.append(tb.tb_frame)
                tb = tb.tb_next
        return frames

    def print_stack(self, *, limit=None, file=None):
        """Print the stack or traceback for this task's coroutine."""
        import traceback
        error = self._exception
        frames = self.get_stack(limit=limit)
        summary = traceback.StackSummary.extract([(f, f.f_lineno) for f in frames])
        if not frames:
            print(f"No stack for {self!r}", file=file)
        elif error is not None:
            print(f"Traceback for {self!r} (most recent call last):", file=file)
        else:
            print(f"Stack for {self!r} (most recent call last):", file=file)
        traceback.print_list(summary, file=file)
        if error is not None:
            for line in traceback.format_exception_only(error.__class__, error):
                print(line, file=file, end="")

    def cancel(self, msg=None):
        self._log_traceback = False
        if self.done():
            return False
        self._num_cancels_requested += 1
        if self._fut_waiter is not None and self._fut_waiter.cancel(msg=msg):
            # The future wakes the task, which then finds it cancelled.
            return True
        self._must_cancel = True
        self._cancel_message = msg
        return True

    def cancelling(self):
        return self._num_cancels_requested

    def uncancel(self):
        if self._num_cancels_requested > 0:
            self._num_cancels_requested -= 1
            if self._num_cancels_requested == 0:
                self._must_cancel = False
        return self._num_cancels_requested

    def __eager_start(self):
        before = _swap_current_task(self._loop, self)
        try:
            _eager_tasks.add(self)
            try:
                self._context.run(self.__step_run_and_handle_result, None)
            finally:
                _eager_tasks.discard(self)
        finally:
            try:
                _swap_current_task(self._loop, before)
            finally:
                if self.done():
                    self._coro = None
                    self = None
                else:
                    self._serial = _register_live(self)

    def __step(self, error=None):
        if self._state is not _PENDING:
            raise exceptions.InvalidStateError(f"__step(): already done: {self!r}, {error!r}")
        if self._must_cancel:
            if not isinstance(error, exceptions.CancelledError):
                error = self._make_cancelled_error()
            self._must_cancel = False
        self._fut_waiter = None
        loop = self._loop
        if self._own_loop and loop._current_task is None:
            loop._current_task = self
        else:
            _enter_task(loop, self)
        try:
            self.__step_run_and_handle_result(error)
        finally:
            if self._own_loop and loop._current_task is self:
                loop._current_task = None
            else:
                _leave_task(loop, self)
            if self._state is not _PENDING:
                _live_tasks.pop(self._serial, None)
            self = None

    def __step_run_and_handle_result(self, error):
        try:
            if error is None:
                result = self._coro.send(None)
            else:
                result = self._coro.throw(error)
        except StopIteration as stop:
            if self._must_cancel:
                # It was cancelled in this very step, after its last await.
                self._must_cancel = False
                super().cancel(msg=self._cancel_message)
            else:
                super().set_result(stop.value)
        except exceptions.CancelledError as cancelled:
            self._cancelled_exc = cancelled
            super().cancel()
        except (KeyboardInterrupt, SystemExit) as exit:
            super().set_exception(exit)
            raise
        except BaseException as raised:
            super().set_exception(raised)
        else:
            if result is not None:
                self.__wait_for(result)
            elif self._own_loop and self._loop._direct:  # a bare yield: the others get their turn
                loop = self._loop
                loop._ready.append(Handle(self._bound_step, (), loop, self._context))
            else:
                self._loop.call_soon(self._bound_step, context=self._context)
        finally:
            self = None  # no cycle through the frame

    def __wait_for(self, result):
        blocking = getattr(result, "_asyncio_future_blocking", None)
        if blocking:
            if futures._get_loop(result) is not self._loop:
                return self.__fail(f"Task {self!r} got Future {result!r} attached to a "
                                   "different loop")
            if result is self:
                return self.__fail(f"Task cannot await on itself: {self!r}")
            result._asyncio_future_blocking = False
            futures.future_add_to_awaited_by(result, self)
            result.add_done_callback(self.task_wakeup, context=self._context)
            self._fut_waiter = result
            if self._must_cancel and result.cancel(msg=self._cancel_message):
                self._must_cancel = False
        elif blocking is not None:
            if futures._get_loop(result) is not self._loop:
                return self.__fail(f"Task {self!r} got Future {result!r} attached to a "
                                   "different loop")
            self.__fail(f"yield was used instead of yield from in task {self!r} with {result!r}")
        elif hasattr(result, "_natrix_token"):
            future = self._loop._host_future(result._natrix_token)
            future._asyncio_future_blocking = True
            self.__wait_for(future)
        elif isinstance(result, types.GeneratorType):
            self.__fail("yield was used instead of yield from for "
                        f"generator in task {self!r} with {result!r}")
        else:
            self.__fail(f"Task got bad yield: {result!r}")

    def __fail(self, message):
        self._loop.call_soon(self.__step, RuntimeError(message), context=self._context)

    def task_wakeup(self, future):
        futures.future_discard_from_awaited_by(future, self)
        try:
            future.result()
        except BaseException as error:
            self.__step(error)
        else:
            # The result itself is taken by the coroutine's `await`.
            self.__step()
        self = None

    task_wakeup.__qualname__ = "Task.task_wakeup"


_PyTask = Task


def create_task(coro, **kwargs):
    return events.get_running_loop().create_task(coro, **kwargs)


async def wait(fs, *, timeout=None, return_when=ALL_COMPLETED):
    if futures.isfuture(fs) or coroutines.iscoroutine(fs):
        raise TypeError("expect a list of futures, not " + type(fs).__name__)
    if not fs:
        raise ValueError("Set of Tasks/Futures is empty.")
    if return_when not in (FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED):
        raise ValueError(f"Invalid return_when value: {return_when}")
    fs = set(fs)
    if any(coroutines.iscoroutine(f) for f in fs):
        raise TypeError("Passing coroutines is forbidden, use tasks explicitly.")
    return await _wait(fs, timeout, return_when, events.get_running_loop())


def _release_waiter(waiter, *args):
    if not waiter.done():
        waiter.set_result(None)


async def wait_for(fut, timeout):
    """Wait for the single Future or coroutine to complete, with timeout.

    Coroutine will be wrapped in Task.

    Returns result of the Future or coroutine.  When a timeout occurs,
    it cancels the task and raises TimeoutError.  To avoid the task
    cancellation, wrap it in shield().

    If the wait is cancelled, the task is also cancelled.

    If the task suppresses the cancellation and returns a value instead,
    that value is returned.

    This function is a coroutine.
    """
    if fut is not None and not futures.isfuture(fut) and not inspect.isawaitable(fut):
        raise TypeError("An asyncio.Future, a coroutine or an awaitable is required")
    if timeout is not None and timeout <= 0:
        fut = ensure_future(fut)
        if fut.done():
            return fut.result()
        await _cancel_and_wait(fut)
        try:
            return fut.result()
        except exceptions.CancelledError as error:
            raise TimeoutError from error
    async with timeouts.timeout(timeout):
        return await fut


async def _wait(fs, timeout, return_when, loop):
    # fs are futures of the loop.
    waiter = loop.create_future()
    timer = None
    if timeout is not None:
        timer = loop.call_later(timeout, _release_waiter, waiter)
    counter = len(fs)
    waiting = current_task()

    def on_completion(f):
        nonlocal counter
        counter -= 1
        if (counter <= 0 or return_when == FIRST_COMPLETED
                or (return_when == FIRST_EXCEPTION and not f.cancelled()
                    and f.exception() is not None)):
            if timer is not None:
                timer.cancel()
            if not waiter.done():
                waiter.set_result(None)
        futures.future_discard_from_awaited_by(f, waiting)

    for f in fs:
        f.add_done_callback(on_completion)
        futures.future_add_to_awaited_by(f, waiting)
    try:
        await waiter
    finally:
        if timer is not None:
            timer.cancel()
        for f in fs:
            f.remove_done_callback(on_completion)
            if waiting is not None:
                futures.future_discard_from_awaited_by(f, waiting)
    done, pending = set(), set()
    for f in fs:
        (done if f.done() else pending).add(f)
    return done, pending


async def _cancel_and_wait(fut):
    """Cancel the *fut* future or task and wait until it completes."""
    loop = events.get_running_loop()
    waiter = loop.create_future()
    callback = functools.partial(_release_waiter, waiter)
    fut.add_done_callback(callback)
    try:
        fut.cancel()
        # Not `await fut`: its exception is not ours to raise.
        await waiter
    finally:
        fut.remove_done_callback(callback)


class _AsCompletedIterator:
    def __init__(self, aws, timeout):
        self._done = Queue()
        self._timeout_handle = None
        loop = events.get_event_loop()
        todo = {ensure_future(aw, loop=loop) for aw in set(aws)}
        for f in todo:
            f.add_done_callback(self._handle_completion)
        if todo and timeout is not None:
            self._timeout_handle = loop.call_later(timeout, self._handle_timeout)
        self._todo = todo
        self._todo_left = len(todo)

    def __aiter__(self):
        return self

    def __iter__(self):
        return self

    async def __anext__(self):
        if not self._todo_left:
            raise StopAsyncIteration
        assert self._todo_left > 0
        self._todo_left -= 1
        return await self._wait_for_one()

    def __next__(self):
        if not self._todo_left:
            raise StopIteration
        assert self._todo_left > 0
        self._todo_left -= 1
        return self._wait_for_one(resolve=True)

    def _handle_timeout(self):
        for f in self._todo:
            f.remove_done_callback(self._handle_completion)
            self._done.put_nowait(None)  # one for each that will be asked for
        self._todo.clear()

    def _handle_completion(self, f):
        if not self._todo:
            return  # the time is over
        self._todo.remove(f)
        self._done.put_nowait(f)
        if not self._todo and self._timeout_handle is not None:
            self._timeout_handle.cancel()

    async def _wait_for_one(self, resolve=False):
        f = await self._done.get()
        if f is None:
            raise exceptions.TimeoutError
        return f.result() if resolve else f


def as_completed(fs, *, timeout=None):
    """Create an iterator of awaitables or their results in completion order.

    Run the supplied awaitables concurrently. The returned object can be
    iterated to obtain the results of the awaitables as they finish.

    The object returned can be iterated as an asynchronous iterator or a plain
    iterator. When asynchronous iteration is used, the originally-supplied
    awaitables are yielded if they are tasks or futures. This makes it easy to
    correlate previously-scheduled tasks with their results.

    If a timeout is provided, a TimeoutError is raised if the timeout occurs before
    all awaitables are done.
    """
    if inspect.isawaitable(fs):
        raise TypeError(f"expects an iterable of awaitables, not {type(fs).__name__}")
    return _AsCompletedIterator(fs, timeout)


@types.coroutine
def _turn():
    # Awaited, it skips one cycle of the event loop.
    yield


async def sleep(delay, result=None):
    """Coroutine that completes after a given time (in seconds)."""
    if delay <= 0:
        await _turn()
        return result
    if delay != delay:
        raise ValueError("Invalid delay: NaN (not a number)")
    loop = events.get_running_loop()
    future = loop.create_future()
    timer = loop.call_later(delay, futures._set_result_unless_cancelled, future, result)
    try:
        return await future
    finally:
        timer.cancel()


def ensure_future(coro_or_future, *, loop=None):
    if type(coro_or_future) is types.CoroutineType:
        return _task_of(coro_or_future, loop)
    if futures.isfuture(coro_or_future):
        if loop is not None and loop is not futures._get_loop(coro_or_future):
            raise ValueError("The future belongs to a different loop than the one specified as "
                             "the loop argument")
        return coro_or_future
    if coroutines.iscoroutine(coro_or_future):
        return _task_of(coro_or_future, loop)
    if not inspect.isawaitable(coro_or_future):
        raise TypeError("An asyncio.Future, a coroutine or an awaitable is required")

    async def wrap_awaitable(awaitable):
        return await awaitable

    if loop is None:
        loop = events.get_event_loop()
    return loop.create_task(wrap_awaitable(coro_or_future))


def _task_of(coro, loop):
    if loop is None:
        loop = events.get_event_loop()
    try:
        return loop.create_task(coro)
    except RuntimeError:
        coro.close()  # nobody else will await it
        raise


class _GatheringFuture(Future):
    def __init__(self, children, *, loop):
        super().__init__(loop=loop)
        self._children = children
        self._cancel_requested = False

    def cancel(self, msg=None):
        if self.done():
            return False
        cancelled = False
        for child in self._children:
            if child.cancel(msg=msg):
                cancelled = True
        if cancelled:
            # Even if all children swallow it, the whole is cancelled.
            self._cancel_requested = True
        return cancelled


def gather(*coros_or_futures, return_exceptions=False):
    if not coros_or_futures:
        loop = events.get_event_loop()
        outer = loop.create_future()
        outer.set_result([])
        return outer
    loop = events._get_running_loop()
    waiting = current_task(loop) if loop is not None else None

    def on_done(fut):
        nonlocal finished
        finished += 1
        if waiting is not None:
            futures.future_discard_from_awaited_by(fut, waiting)
        if outer is None or outer.done():
            if not fut.cancelled():
                fut.exception()  # seen, though too late
            return
        if not return_exceptions:
            if fut.cancelled():
                outer.set_exception(fut._make_cancelled_error())
                return
            error = fut.exception()
            if error is not None:
                outer.set_exception(error)
                return
        if finished != count:
            return
        results = []
        for child in children:
            if child.cancelled():
                # An exception like others, but without the chain that led to it.
                result = exceptions.CancelledError(
                    *(() if child._cancel_message is None else (child._cancel_message,)))
            else:
                result = child.exception()
                if result is None:
                    result = child.result()
            results.append(result)
        if outer._cancel_requested:
            outer.set_exception(fut._make_cancelled_error())
        else:
            outer.set_result(results)

    done_at_once = []
    futures_of = {}  # an argument that comes twice is one future
    children = []
    finished = count = 0
    outer = None
    for arg in coros_or_futures:
        if arg in futures_of:
            children.append(futures_of[arg])
            continue
        fut = ensure_future(arg, loop=loop)
        if loop is None:
            loop = futures._get_loop(fut)
        if fut is not arg and not isinstance(arg, Future):
            fut._log_destroy_pending = False
        count += 1
        futures_of[arg] = fut
        if fut.done():
            done_at_once.append(fut)
        else:
            if waiting is not None:
                futures.future_add_to_awaited_by(fut, waiting)
            fut.add_done_callback(on_done)
        children.append(fut)
    outer = _GatheringFuture(children, loop=loop)
    if waiting is not None:
        def let_go(outer):
            for child in children if finished != count else ():
                futures.future_discard_from_awaited_by(child, waiting)

        outer.add_done_callback(let_go)
    # Tasks may be done before the outer future exists: begun eagerly, or done before.
    for fut in done_at_once:
        on_done(fut)
    return outer


def _log_on_exception(fut):
    # The one who waited behind a shield has gone: an exception would be lost without a word.
    if fut.cancelled():
        return
    error = fut.exception()
    if error is None:
        return
    fut.get_loop().call_exception_handler({
        "message": f"{error.__class__.__name__} exception in shielded future",
        "exception": error,
        "future": fut,
    })


def shield(arg):
    """Wait for a future, shielding it from cancellation.

    The statement

        task = asyncio.create_task(something())
        res = await shield(task)

    is exactly equivalent to the statement

        res = await something()

    *except* that if the coroutine containing it is cancelled, the
    task running in something() is not cancelled.  From the POV of
    something(), the cancellation did not happen.  But its caller is
    still cancelled, so the yield-from expression still raises
    CancelledError.  Note: If something() is cancelled by other means
    this will still cancel shield().

    Save a reference to tasks passed to this function, to avoid
    a task disappearing mid-execution.
    """
    inner = ensure_future(arg)
    if inner.done():
        return inner
    loop = futures._get_loop(inner)
    outer = loop.create_future()
    running = events._get_running_loop()
    waiting = current_task(loop) if running is not None and running is loop else None
    if waiting is not None:
        futures.future_add_to_awaited_by(inner, waiting)

    def on_inner_done(inner):
        if waiting is not None:
            futures.future_discard_from_awaited_by(inner, waiting)
        if outer.cancelled():
            return
        if inner.cancelled():
            outer.cancel()
        else:
            error = inner.exception()
            if error is not None:
                outer.set_exception(error)
            else:
                outer.set_result(inner.result())

    def on_outer_done(outer):
        if not inner.done():
            inner.remove_done_callback(on_inner_done)
            if waiting is not None:
                futures.future_discard_from_awaited_by(inner, waiting)
            # Once, however many shields there are around the same future.
            inner.remove_done_callback(_log_on_exception)
            inner.add_done_callback(_log_on_exception)

    inner.add_done_callback(on_inner_done)
    outer.add_done_callback(on_outer_done)
    return outer


def run_coroutine_threadsafe(coro, loop):
    if not coroutines.iscoroutine(coro):
        raise TypeError("A coroutine object is required")
    import concurrent.futures
    future = concurrent.futures.Future()

    def callback():
        try:
            futures._chain_future(ensure_future(coro, loop=loop), future)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            if future.set_running_or_notify_cancel():
                future.set_exception(error)
            raise

    loop.call_soon_threadsafe(callback)
    return future


def create_eager_task_factory(custom_task_constructor):
    """Create a function suitable for use as a task factory on an event-loop.

    Example usage:

        loop.set_task_factory(
            asyncio.create_eager_task_factory(my_task_constructor))

    Now, tasks created will be started immediately (rather than being first
    scheduled to an event loop). The constructor argument can be any callable
    that returns a Task-compatible object and has a signature compatible
    with `Task.__init__`; it must accept the `eager_start` keyword argument.

    Most applications will use `Task` for `custom_task_constructor` and in
    this case there's no need to call `create_eager_task_factory()`
    directly. Instead the  global `eager_task_factory` instance can be
    used. E.g. `loop.set_task_factory(asyncio.eager_task_factory)`.
    """

    def factory(loop, coro, *, eager_start=True, **kwargs):
        return custom_task_constructor(coro, loop=loop, eager_start=eager_start, **kwargs)

    return factory


eager_task_factory = create_eager_task_factory(Task)

_eager_tasks = set()


def _register_task(task):
    """Register an asyncio Task scheduled to run on an event loop."""
    _scheduled_tasks.add(task)


def _register_eager_task(task):
    """Register an asyncio Task about to be eagerly executed."""
    _eager_tasks.add(task)


def _unregister_task(task):
    """Unregister a completed, scheduled Task."""
    _scheduled_tasks.discard(task)


def _unregister_eager_task(task):
    """Unregister a task which finished its first eager step."""
    _eager_tasks.discard(task)


def _register_live(task):
    # A task of our own: cheaper than a WeakSet, whose references have callbacks.
    serial = _live_numbers()
    _live_tasks[serial] = _new_ref(ref, task)
    return serial


def _enter_task(loop, task):
    current = current_task(loop)
    if current is not None:
        raise RuntimeError(f"Cannot enter into task {task!r} while another "
                           f"task {current!r} is being executed.")
    _swap_current_task(loop, task)


def _leave_task(loop, task):
    current = current_task(loop)
    if current is not task:
        raise RuntimeError(f"Leaving task {task!r} does not match "
                           f"the current task {current!r}.")
    _swap_current_task(loop, None)


def _swap_current_task(loop, task):
    before = current_task(loop)
    if isinstance(loop, EventLoop):
        loop._current_task = task
    elif task is None:
        _current_tasks.pop(loop, None)
    else:
        _current_tasks[loop] = task
    return before


futures._Task = Task  # for BaseEventLoop.create_task
