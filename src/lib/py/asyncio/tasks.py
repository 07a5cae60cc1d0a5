"""Tasks: coroutines that the loop runs; and the functions that wait for several things."""

import contextvars
import inspect
import reprlib
import types
from _weakrefset import WeakSet

from _asyncio import (
    Future, Task, _clear_must_cancel, _live_tasks, _over, _set_current_task, _set_up_task,
    _set_waits, _step_eagerly, _turn, current_task)
from . import coroutines, events, exceptions, format_helpers, futures, timeouts
from .queues import Queue

__all__ = ("Task", "create_task", "FIRST_COMPLETED", "FIRST_EXCEPTION", "ALL_COMPLETED", "wait",
           "wait_for", "as_completed", "sleep", "gather", "shield", "ensure_future",
           "run_coroutine_threadsafe", "current_task", "all_tasks",
           "create_eager_task_factory", "eager_task_factory", "_register_task",
           "_unregister_task", "_enter_task", "_leave_task")

FIRST_COMPLETED = "FIRST_COMPLETED"
FIRST_EXCEPTION = "FIRST_EXCEPTION"
ALL_COMPLETED = "ALL_COMPLETED"

_scheduled_tasks = WeakSet()  # those of other classes


def all_tasks(loop=None):
    """The tasks of the loop that are not done, in a set."""
    if loop is None:
        loop = events.get_running_loop()
    known = _live_tasks() + list(_scheduled_tasks) + list(_eager_tasks)
    return {task for task in known
            if futures._get_loop(task) is loop and not task.done()}


# ---- what Task, which is in C, asks for ----


def _init_task(task, coro, loop, name, context, eager_start):
    # __init__ in all but the usual case.
    if loop is None:
        loop = events.get_event_loop()
    futures._init_future(task, loop, 2)
    if not coroutines.iscoroutine(coro):
        raise TypeError(f"a coroutine was expected, got {coro!r}")
    if context is None:
        context = contextvars.copy_context()
    _set_up_task(task, coro, name if name is None else str(name), context)
    if eager_start and loop.is_running():
        _start_eagerly(task, loop, context)
    else:
        loop.call_soon(task._step, context=context)


def _start_eagerly(task, loop, context):
    before = _swap_current_task(loop, task)
    try:
        _eager_tasks.add(task)
        try:
            context.run(_step_eagerly, task)
        finally:
            _eager_tasks.discard(task)
    finally:
        try:
            _swap_current_task(loop, before)
        finally:
            if task.done():
                _over(task)
                task = None


def _already_done(task, error):
    raise exceptions.InvalidStateError(f"__step(): already done: {task!r}, {error!r}")


def _cannot_enter(task):
    _enter_task(task._loop, task)


def _step_again(task, _):
    task._loop.call_soon(task._step, context=task.get_context())


def _wait_for(task, result):
    # The coroutine yielded something that is not simply one of our futures.
    if hasattr(result, "_natrix_token"):
        result = task._loop._host_future(result._natrix_token)
        result._asyncio_future_blocking = True
    blocking = getattr(result, "_asyncio_future_blocking", None)
    problem = None
    if blocking is None:
        if isinstance(result, types.GeneratorType):
            problem = ("yield was used instead of yield from for "
                       f"generator in task {task!r} with {result!r}")
        else:
            problem = f"Task got bad yield: {result!r}"
    elif futures._get_loop(result) is not task._loop:
        problem = f"Task {task!r} got Future {result!r} attached to a different loop"
    elif not blocking:
        problem = f"yield was used instead of yield from in task {task!r} with {result!r}"
    elif result is task:
        problem = f"Task cannot await on itself: {task!r}"
    if problem is not None:
        task._loop.call_soon(task._step, RuntimeError(problem), context=task.get_context())
        return
    result._asyncio_future_blocking = False
    futures.future_add_to_awaited_by(result, task)
    result.add_done_callback(task.task_wakeup, context=task.get_context())
    _set_waits(task, result)
    if task._must_cancel and result.cancel(msg=task._cancel_message):
        _clear_must_cancel(task)


def _destroyed(task):
    context = {
        "task": task,
        "message": "Task was destroyed but it is pending!",
    }
    if task._source_traceback:
        context["source_traceback"] = task._source_traceback
    task._loop.call_exception_handler(context)


@reprlib.recursive_repr()
def _repr_task(task):
    return f"<{task.__class__.__name__} {' '.join(format_helpers.task_info(task))}>"


def _get_stack(task, limit):
    frames = []
    coro = task.get_coro()
    frame = getattr(coro, "cr_frame", None) or getattr(coro, "gi_frame", None)
    if frame is not None:
        while frame is not None and (limit is None or len(frames) < limit):
            frames.append(frame)
            frame = frame.f_back
        frames.reverse()
    elif task._exception is not None:
        tb = task._exception.__traceback__
        while tb is not None and (limit is None or len(frames) < limit):
            frames.append(tb.tb_frame)
            tb = tb.tb_next
    return frames


def _print_stack(task, limit, file):
    import traceback
    error = task._exception
    frames = task.get_stack(limit=limit)
    summary = traceback.StackSummary.extract([(f, f.f_lineno) for f in frames])
    if not frames:
        print(f"No stack for {task!r}", file=file)
    elif error is not None:
        print(f"Traceback for {task!r} (most recent call last):", file=file)
    else:
        print(f"Stack for {task!r} (most recent call last):", file=file)
    traceback.print_list(summary, file=file)
    if error is not None:
        for line in traceback.format_exception_only(error.__class__, error):
            print(line, file=file, end="")


_PyTask = _CTask = Task


def create_task(coro, **kwargs):
    """Have the running loop run a coroutine, as a task."""
    return events.get_running_loop().create_task(coro, **kwargs)


async def wait(fs, *, timeout=None, return_when=ALL_COMPLETED):
    """Wait until all futures and tasks are done, or the first, or the first with an exception.

    Gives two sets: those that are done, and the others, also when the time is over.
    """
    if futures.isfuture(fs) or coroutines.iscoroutine(fs):
        raise TypeError("expect a list of futures, not " + type(fs).__name__)
    if not fs:
        raise ValueError("Set of Tasks/Futures is empty.")
    if return_when not in {ALL_COMPLETED, FIRST_COMPLETED, FIRST_EXCEPTION}:
        raise ValueError(f"Invalid return_when value: {return_when}")
    fs = {*fs}
    for one in fs:
        if coroutines.iscoroutine(one):
            raise TypeError("Passing coroutines is forbidden, use tasks explicitly.")
    return await _wait(fs, timeout, return_when, events.get_running_loop())


def _release_waiter(waiter, *args):
    if not waiter.done():
        waiter.set_result(None)


async def wait_for(fut, timeout):
    """The result of a future or coroutine, within a time; then it is cancelled: TimeoutError.

    What it gives in spite of being cancelled is the result all the same.
    """
    if timeout is None or timeout > 0:
        async with timeouts.timeout(timeout):
            return await fut
    fut = ensure_future(fut)
    if not fut.done():
        await _cancel_and_wait(fut)
        try:
            return fut.result()
        except exceptions.CancelledError as error:
            raise TimeoutError from error
    return fut.result()


async def _wait(fs, timeout, return_when, loop):
    # fs are futures of the loop.
    me = current_task()
    over = loop.create_future()
    timer = None if timeout is None else loop.call_later(timeout, _release_waiter, over)
    left = len(fs)

    def one_done(fut):
        nonlocal left
        left -= 1
        enough = left <= 0 or return_when == FIRST_COMPLETED
        if not enough and return_when == FIRST_EXCEPTION:
            enough = not fut.cancelled() and fut.exception() is not None
        if enough:
            if timer is not None:
                timer.cancel()
            _release_waiter(over)
        futures.future_discard_from_awaited_by(fut, me)

    for fut in fs:
        futures.future_add_to_awaited_by(fut, me)
        fut.add_done_callback(one_done)
    try:
        await over
    finally:
        if timer is not None:
            timer.cancel()
        for fut in fs:
            fut.remove_done_callback(one_done)
            futures.future_discard_from_awaited_by(fut, me)
    done = {fut for fut in fs if fut.done()}
    return done, fs - done


async def _cancel_and_wait(fut):
    # Not `await fut`: its exception is not ours to raise.
    over = events.get_running_loop().create_future()

    def release(fut):
        _release_waiter(over)

    fut.add_done_callback(release)
    fut.cancel()
    try:
        await over
    finally:
        fut.remove_done_callback(release)


class _AsCompletedIterator:
    """What as_completed() gives. With `async for` the futures themselves come, as they are done;
    with `for` come coroutines, one for each future, that give the next result.
    """

    def __init__(self, aws, timeout):
        loop = events.get_event_loop()
        waiting = {ensure_future(aw, loop=loop) for aw in {*aws}}
        self._done = Queue()  # futures; None for each that was not done in time
        self._left = len(waiting)  # how many are still to be asked for
        for fut in waiting:
            fut.add_done_callback(self._one_done)
        self._waiting = waiting
        self._timer = (loop.call_later(timeout, self._time_over)
                       if waiting and timeout is not None else None)

    def __aiter__(self):
        return self

    def __iter__(self):
        return self

    async def __anext__(self):
        self._ask(StopAsyncIteration)
        return await self._next_done()

    def __next__(self):
        self._ask(StopIteration)
        return self._next_result()

    def _ask(self, end):
        if not self._left:
            raise end
        self._left -= 1

    def _one_done(self, fut):
        if fut in self._waiting:  # else the time was over before
            self._waiting.discard(fut)
            self._done.put_nowait(fut)
            if self._timer is not None and not self._waiting:
                self._timer.cancel()

    def _time_over(self):
        late, self._waiting = self._waiting, set()
        for fut in late:
            fut.remove_done_callback(self._one_done)
            self._done.put_nowait(None)

    async def _next_done(self):
        fut = await self._done.get()
        if fut is not None:
            return fut
        raise exceptions.TimeoutError

    async def _next_result(self):
        return (await self._next_done()).result()

    _next_result.__qualname__ = "_AsCompletedIterator._wait_for_one"
    _next_result.__name__ = "_wait_for_one"


def as_completed(fs, *, timeout=None):
    """Iterate over futures and coroutines in the order in which they are done: with `async for`
    over the futures, with `for` over coroutines that give their results.
    """
    if inspect.isawaitable(fs):
        raise TypeError(f"expects an iterable of awaitables, not {type(fs).__name__}")
    return _AsCompletedIterator(fs, timeout)


async def sleep(delay, result=None):
    """Wait for so many seconds, and give the result. For 0 the others get one turn."""
    if delay <= 0:
        await _turn()
    elif delay != delay:
        raise ValueError("Invalid delay: NaN (not a number)")
    else:
        loop = events.get_running_loop()
        over = loop.create_future()
        alarm = loop.call_later(delay, futures._set_result_unless_cancelled, over, None)
        try:
            await over
        finally:
            alarm.cancel()
    return result


def ensure_future(coro_or_future, *, loop=None):
    """A future as it is, a coroutine or another awaitable as a task."""
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
        """Cancel all the children."""
        if self.done():
            return False
        taken = [child for child in self._children if child.cancel(msg=msg)]
        # Even if all children swallow it, the whole is cancelled.
        self._cancel_requested = self._cancel_requested or taken != []
        return taken != []


def gather(*coros_or_futures, return_exceptions=False):
    """The results of several coroutines and futures, in a list, in their order.

    The first exception is raised at once, and the others go on; return_exceptions puts
    exceptions into the list, in the place of results. Cancelling it cancels all.
    """
    if not coros_or_futures:
        outer = events.get_event_loop().create_future()
        outer.set_result([])
        return outer
    loop = events._get_running_loop()
    waiting = None if loop is None else current_task(loop)
    outer = None
    left = 0

    def on_done(fut):
        nonlocal left
        left -= 1
        if waiting is not None:
            futures.future_discard_from_awaited_by(fut, waiting)
        if outer is None or outer.done():
            fut.cancelled() or fut.exception()  # seen, though too late
        elif fut.cancelled() and not return_exceptions:
            outer.set_exception(fut._make_cancelled_error())
        elif not return_exceptions and fut.exception() is not None:
            outer.set_exception(fut.exception())
        elif not left and outer._cancel_requested:
            outer.set_exception(fut._make_cancelled_error())
        elif not left:
            outer.set_result([_outcome(child) for child in children])

    known = {}  # an argument that comes twice is one future
    early = []
    for arg in coros_or_futures:
        if arg in known:
            continue
        fut = known[arg] = ensure_future(arg, loop=loop)
        loop = futures._get_loop(fut) if loop is None else loop
        if fut is not arg and not isinstance(arg, Future):
            fut._log_destroy_pending = False
        left += 1
        if fut.done():
            early.append(fut)
        else:
            fut.add_done_callback(on_done)
            if waiting is not None:
                futures.future_add_to_awaited_by(fut, waiting)
    children = [known[arg] for arg in coros_or_futures]
    outer = _GatheringFuture(children, loop=loop)
    if waiting is not None:
        def let_go(outer):
            for child in children if left else ():
                futures.future_discard_from_awaited_by(child, waiting)

        outer.add_done_callback(let_go)
    # Tasks may be done before the outer future exists: begun eagerly, or done before.
    for fut in early:
        on_done(fut)
    return outer


def _outcome(fut):
    # The result, or the exception; a cancellation without the chain that led to it.
    if fut.cancelled():
        return exceptions.CancelledError(
            "" if fut._cancel_message is None else fut._cancel_message)
    return fut.exception() or fut.result()


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
    """A future with the result of a coroutine or future, which is not cancelled along with it.

    Keep a reference to the task: nobody else may have one once the shield is gone.
    """
    inner = ensure_future(arg)
    if inner.done():
        return inner
    loop = futures._get_loop(inner)
    outer = loop.create_future()
    waiting = current_task(loop) if events._get_running_loop() is loop else None

    def on_inner_done(inner):
        futures.future_discard_from_awaited_by(inner, waiting)
        if not outer.cancelled():
            futures._copy_future_state(inner, outer)

    def on_outer_done(outer):
        if inner.done():
            return
        inner.remove_done_callback(on_inner_done)
        futures.future_discard_from_awaited_by(inner, waiting)
        # Once, however many shields there are around the same future.
        inner.remove_done_callback(_log_on_exception)
        inner.add_done_callback(_log_on_exception)

    if waiting is not None:
        futures.future_add_to_awaited_by(inner, waiting)
    inner.add_done_callback(on_inner_done)
    outer.add_done_callback(on_outer_done)
    return outer


def run_coroutine_threadsafe(coro, loop):
    """Have a loop run a coroutine, from another thread; gives a concurrent.futures.Future."""
    if not coroutines.iscoroutine(coro):
        raise TypeError("A coroutine object is required")
    from concurrent.futures import Future as ThreadFuture
    answer = ThreadFuture()

    def start():
        try:
            task = ensure_future(coro, loop=loop)
            futures._chain_future(task, answer)
        except BaseException as error:
            fatal = isinstance(error, (SystemExit, KeyboardInterrupt))
            if not fatal and answer.set_running_or_notify_cancel():
                answer.set_exception(error)
            raise

    loop.call_soon_threadsafe(start)
    return answer


def create_eager_task_factory(custom_task_constructor):
    """A factory for loop.set_task_factory() whose tasks run at once, up to their first wait.

    The constructor takes the arguments of Task, eager_start among them.
    """
    def factory(loop, coro, *, eager_start=True, **kwargs):
        return custom_task_constructor(coro, loop=loop, eager_start=eager_start, **kwargs)

    return factory


eager_task_factory = create_eager_task_factory(Task)

_eager_tasks = set()


def _register_task(task):
    """Take note of a task that is not of our class."""
    _scheduled_tasks.add(task)


def _register_eager_task(task):
    """Take note of a task that begins at once."""
    _eager_tasks.add(task)


def _unregister_task(task):
    """Forget a task that is done."""
    _scheduled_tasks.discard(task)


def _unregister_eager_task(task):
    """Forget a task whose first step is over."""
    _eager_tasks.discard(task)


def _check_running(loop):
    if loop is not events._get_running_loop():
        raise RuntimeError(f"loop {loop!r} is not the running loop")


def _enter_task(loop, task):
    _check_running(loop)
    running = current_task(loop)
    if running is not None:
        raise RuntimeError(f"Cannot enter into task {task!r} while another "
                           f"task {running!r} is being executed.")
    _set_current_task(task)


def _leave_task(loop, task):
    _check_running(loop)
    running = current_task(loop)
    if running is not task:
        raise RuntimeError(f"Invalid attempt to leave task {task!r} while "
                           f"task {running!r} is entered.")
    _set_current_task(None)


def _swap_current_task(loop, task):
    _check_running(loop)
    return _set_current_task(task)
