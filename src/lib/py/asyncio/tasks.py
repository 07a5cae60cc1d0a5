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
    """The task that the loop is in the middle of; None if there is none."""
    if loop is None:
        loop = events.get_running_loop()
    try:
        current = loop._current_task
    except AttributeError:
        current = None
    return _current_tasks.get(loop) if current is None else current


def all_tasks(loop=None):
    """The tasks of the loop that are not done, in a set."""
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
    """A coroutine that the loop runs, as a future: its result is the coroutine's."""

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
        """The coroutine it runs."""
        return self._coro

    def get_context(self):
        """The context that it runs in."""
        return self._context

    def get_name(self):
        """The name."""
        if type(self._name) is int:
            self._name = f"Task-{self._name}"
        return self._name

    def set_name(self, value):
        """Give it another name."""
        self._name = str(value)

    def set_result(self, result):
        """A task gets its result from the coroutine: this raises."""
        raise RuntimeError("Task does not support set_result operation")

    def set_exception(self, exception):
        """A task gets its exception from the coroutine: this raises."""
        raise RuntimeError("Task does not support set_exception operation")

    def get_stack(self, *, limit=None):
        """The frames in which the coroutine waits, or in which its exception was raised; none once
        it has a result. At most limit of them.
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
        """Print the stack, or the traceback, as the traceback module does."""
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
        """Have CancelledError raised where the coroutine waits; False if it is done."""
        self._log_traceback = False
        if self.done():
            return False
        self._num_cancels_requested += 1
        waits_for = self._fut_waiter
        # A future that takes it wakes the task, which then finds it cancelled.
        if waits_for is None or not waits_for.cancel(msg=msg):
            self._must_cancel, self._cancel_message = True, msg
        return True

    def cancelling(self):
        """How often cancel() was called, without those that uncancel() took back."""
        return self._num_cancels_requested

    def uncancel(self):
        """Take one cancel() back; gives how many are left."""
        left = self._num_cancels_requested
        if left > 0:
            left = self._num_cancels_requested = left - 1
            self._must_cancel = self._must_cancel and left > 0
        return left

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
        error = None
        try:
            # The result itself is taken by the coroutine's `await`.
            future.result()
        except BaseException as raised:
            error = raised
        try:
            self.__step(error)
        finally:
            self = error = None  # no cycle through the frame

    task_wakeup.__qualname__ = "Task.task_wakeup"


_PyTask = Task


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


@types.coroutine
def _turn():
    # Awaited, it skips one cycle of the event loop.
    yield


async def sleep(delay, result=None):
    """Wait for so many seconds, and give the result. For 0 the others get one turn."""
    if delay <= 0:
        await _turn()
        return result
    if delay != delay:
        raise ValueError("Invalid delay: NaN (not a number)")
    loop = events.get_running_loop()
    over = loop.create_future()
    alarm = loop.call_later(delay, futures._set_result_unless_cancelled, over, result)
    try:
        return await over
    finally:
        alarm.cancel()


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


def _register_live(task):
    # A task of our own: cheaper than a WeakSet, whose references have callbacks.
    serial = _live_numbers()
    _live_tasks[serial] = _new_ref(ref, task)
    return serial


def _enter_task(loop, task):
    running = current_task(loop)
    if running is None:
        _swap_current_task(loop, task)
    else:
        raise RuntimeError(f"Cannot enter into task {task!r} while another "
                           f"task {running!r} is being executed.")


def _leave_task(loop, task):
    running = current_task(loop)
    if running is task:
        _swap_current_task(loop, None)
    else:
        raise RuntimeError(f"Leaving task {task!r} does not match "
                           f"the current task {running!r}.")


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
