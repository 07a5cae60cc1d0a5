"""TaskGroup: tasks that end together.

A task that fails aborts the group: the other tasks are cancelled, and so is the parent, which may
be in the middle of the block. On the way out, _parent_cancel_requested tells that this
cancellation is ours and has to be taken back.
"""

from . import events, exceptions, futures, tasks

__all__ = ("TaskGroup",)

_FATAL = (SystemExit, KeyboardInterrupt)  # leave the block as they are, in no group


class TaskGroup:
    """`async with TaskGroup() as group:` waits at its end for the tasks made by group.create_task.

    When one fails the others are cancelled, and the failures leave the block as an exception
    group.
    """

    def __init__(self):
        self._loop = self._parent_task = None
        self._tasks = set()
        self._errors = []
        self._base_error = None  # the first of _FATAL
        self._on_completed_fut = None  # what the parent waits for at the end of the block
        self._entered = self._exiting = self._aborting = False
        self._parent_cancel_requested = False

    def __repr__(self):
        shown = "<TaskGroup"
        if self._tasks:
            shown += f" tasks={len(self._tasks)}"
        if self._errors:
            shown += f" errors={len(self._errors)}"
        state = " cancelling" if self._aborting else " entered" if self._entered else ""
        return f"{shown}{state}>"

    async def __aenter__(self):
        if self._entered:
            raise RuntimeError(f"TaskGroup {self!r} has already been entered")
        self._loop = self._loop or events.get_running_loop()
        self._parent_task = tasks.current_task(self._loop)
        self._entered = self._parent_task is not None
        if not self._entered:
            raise RuntimeError(f"TaskGroup {self!r} cannot determine the parent task")
        return self

    async def __aexit__(self, et, exc, tb):
        self._exiting = True
        cancelled = None
        if et is not None:
            # The block itself failed or was cancelled.
            if issubclass(et, exceptions.CancelledError):
                cancelled = exc
            elif self._base_error is None and isinstance(exc, _FATAL):
                self._base_error = exc
            if not self._aborting:
                self._abort()
        try:
            cancelled = await self._tasks_over(cancelled)
            return self._outcome(et, exc, cancelled)
        finally:
            # The tracebacks of the exceptions lead to this frame, which has to let go of them.
            self._parent_task = self._errors = self._base_error = None
            exc = cancelled = tb = None

    async def _tasks_over(self, cancelled):
        # Gives the cancellation that counts: the parent can be cancelled while it waits, too.
        while self._tasks:
            self._on_completed_fut = self._loop.create_future()
            try:
                await self._on_completed_fut
            except exceptions.CancelledError as error:
                if not self._aborting:
                    cancelled = error
                    self._abort()
        self._on_completed_fut = None
        return cancelled

    def _outcome(self, et, exc, cancelled):
        try:
            if self._base_error is not None:
                raise self._base_error
            if self._parent_cancel_requested and not self._parent_task.uncancel():
                cancelled = None  # it was ours alone
            if cancelled is not None and not self._errors:
                raise cancelled
            if et is not None and not issubclass(et, exceptions.CancelledError):
                self._errors.append(exc)
            if not self._errors:
                # A cancellation that we asked for ends here.
                return True if et is not None and self._parent_cancel_requested else None
            if self._parent_task.cancelling():
                # The parent hears of the other cancellation at its next await.
                self._parent_task.uncancel()
                self._parent_task.cancel()
            raise BaseExceptionGroup("unhandled errors in a TaskGroup", self._errors) from None
        finally:
            exc = cancelled = None

    def create_task(self, coro, **kwargs):
        """Start a task in the group, and return it. The keywords are those of loop.create_task.

        RuntimeError outside the block, and when the group is being cancelled.
        """
        if not self._entered:
            refused = "has not been entered"
        elif self._exiting and not self._tasks:
            refused = "is finished"
        elif self._aborting:
            refused = "is shutting down"
        else:
            task = self._loop.create_task(coro, **kwargs)
            futures.future_add_to_awaited_by(task, self._parent_task)
            # One that began at once may be done; what came of it is dealt with as always.
            self._tasks.add(task)
            task.add_done_callback(self._on_task_done)
            return task
        coro.close()
        raise RuntimeError(f"TaskGroup {self!r} {refused}")

    def _abort(self):
        self._aborting = True
        for task in [task for task in self._tasks if not task.done()]:
            task.cancel()

    def _on_task_done(self, task):
        self._tasks.discard(task)
        futures.future_discard_from_awaited_by(task, self._parent_task)
        waiter = self._on_completed_fut
        if waiter is not None and not self._tasks and not waiter.done():
            waiter.set_result(True)
        error = None if task.cancelled() else task.exception()
        if error is not None:
            self._on_failure(task, error)

    def _on_failure(self, task, error):
        self._errors.append(error)
        if self._base_error is None and isinstance(error, _FATAL):
            self._base_error = error
        parent = self._parent_task
        if parent.done():
            # Nobody is there to raise it.
            self._loop.call_exception_handler({
                "message": f"Task {task!r} has errored out but its parent task "
                           f"{parent} is already completed",
                "exception": error,
                "task": task,
            })
        elif not (self._aborting or self._parent_cancel_requested):
            self._abort()
            self._parent_cancel_requested = True
            parent.cancel()
