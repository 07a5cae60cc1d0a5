"""run() and Runner: a loop for a main coroutine, from beginning to end."""

import contextvars
import inspect

from . import coroutines, events, tasks

__all__ = ("Runner", "run")


class Runner:
    """A loop of its own that runs coroutines one after the other, until the `with` block ends.

    The loop is made when it is needed first, by loop_factory() if that is given; debug turns its
    debug mode on or off. All coroutines share one context.
    """

    def __init__(self, *, debug=None, loop_factory=None):
        self._debug, self._loop_factory = debug, loop_factory
        self._loop = self._context = None
        self._closed = False
        self._is_current = False  # the loop was made known by set_event_loop

    def __enter__(self):
        self._open()
        return self

    def __exit__(self, exc_type, exc_val, exc_tb):
        self.close()

    def _open(self):
        if self._closed:
            raise RuntimeError("Runner is closed")
        if self._loop is not None:
            return
        if self._loop_factory is not None:
            loop = self._loop_factory()
        else:
            loop = events.new_event_loop()
            if not self._is_current:
                events.set_event_loop(loop)
                self._is_current = True
        if self._debug is not None:
            loop.set_debug(self._debug)
        self._loop = loop
        self._context = contextvars.copy_context()

    def close(self):
        """Cancel the tasks that are left, end asynchronous generators, and close the loop."""
        loop = self._loop
        if loop is None:
            return
        try:
            _end_tasks(loop)
            for cleaning in (loop.shutdown_asyncgens, loop.shutdown_default_executor):
                loop.run_until_complete(cleaning())
        finally:
            if self._is_current:
                events.set_event_loop(None)
            loop.close()
            self._loop = None
            self._closed = True

    def get_loop(self):
        """The loop, which is made if it was not yet."""
        self._open()
        return self._loop

    def run(self, coro, *, context=None):
        """Run a coroutine or another awaitable to its end, and return its result."""
        if events._get_running_loop() is not None:
            raise RuntimeError("Runner.run() cannot be called from a running event loop")
        self._open()
        if not coroutines.iscoroutine(coro):
            if not inspect.isawaitable(coro):
                raise TypeError("An asyncio.Future, a coroutine or an awaitable is required")
            coro = _result_of(coro)
        main = self._loop.create_task(coro, context=self._context if context is None else context)
        return self._loop.run_until_complete(main)


async def _result_of(awaitable):
    return await awaitable


def run(main, *, debug=None, loop_factory=None):
    """Run a coroutine in a new loop, which is closed at the end, and return its result.

    This is how a program enters asyncio: `asyncio.run(main())`. It cannot be called where a loop
    runs already. The keywords are those of Runner.
    """
    if events._get_running_loop() is None:
        with Runner(debug=debug, loop_factory=loop_factory) as runner:
            return runner.run(main)
    raise RuntimeError("asyncio.run() cannot be called from a running event loop")


def _end_tasks(loop):
    left = tasks.all_tasks(loop)
    for task in left:
        task.cancel()
    if left:
        loop.run_until_complete(tasks.gather(*left, return_exceptions=True))
    failed = [task for task in left if not task.cancelled() and task.exception() is not None]
    for task in failed:
        loop.call_exception_handler({
            "message": "unhandled exception during asyncio.run() shutdown",
            "exception": task.exception(),
            "task": task,
        })
