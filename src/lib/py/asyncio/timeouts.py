"""timeout() and timeout_at(): a deadline for a block of code."""

from . import events, exceptions

__all__ = ("Timeout", "timeout", "timeout_at")

# The states, by the names that repr and messages show.
_CREATED, _ACTIVE, _EXPIRING, _EXPIRED, _FINISHED = (
    "created", "active", "expiring", "expired", "finished")


class Timeout:
    """Cancels the task in its block at a time of the loop's clock, and makes that a TimeoutError.

    Made by timeout() and timeout_at(). Without a deadline (None) it waits for one by reschedule().
    """

    # The cancellation is taken back on the way out; if nobody else wants the task cancelled, it
    # becomes the TimeoutError.

    def __init__(self, when):
        self._when = when
        self._state = _CREATED
        self._alarm = self._task = None
        self._cancelling = 0

    def __repr__(self):
        shown = f"<Timeout [{self._state}]"
        if self._state == _ACTIVE:
            shown += f" when={self._when if self._when is None else round(self._when, 3)}"
        return shown + ">"

    def when(self):
        """The deadline, or None."""
        return self._when

    def expired(self):
        """Whether the deadline passed while the block ran."""
        return self._state in (_EXPIRING, _EXPIRED)

    def reschedule(self, when):
        """Set another deadline, or none by None; only while the block runs."""
        if self._state == _CREATED:
            raise RuntimeError("Timeout has not been entered")
        if self._state != _ACTIVE:
            raise RuntimeError(f"Cannot change state of {self._state} Timeout")
        self._disarm()
        self._when = when
        if when is not None:
            loop = events.get_running_loop()
            late = loop.time() >= when
            self._alarm = (loop.call_soon(self._on_timeout) if late
                           else loop.call_at(when, self._on_timeout))

    def _disarm(self):
        if self._alarm is not None:
            self._alarm.cancel()
            self._alarm = None

    def _on_timeout(self):
        self._alarm = None
        self._state = _EXPIRING
        self._task.cancel()

    async def __aenter__(self):
        from . import tasks  # which imports this module
        if self._state != _CREATED:
            raise RuntimeError("Timeout has already been entered")
        task = self._task = tasks.current_task()
        if task is None:
            raise RuntimeError("Timeout should be used inside a task")
        self._state = _ACTIVE
        self._cancelling = self._task.cancelling()
        self.reschedule(self._when)
        return self

    async def __aexit__(self, exc_type, exc_val, exc_tb):
        self._disarm()
        if self._state != _EXPIRING:
            if self._state == _ACTIVE:
                self._state = _FINISHED
            return
        self._state = _EXPIRED
        if self._task.uncancel() > self._cancelling or exc_type is None:
            return
        # Only our own cancellation is left.
        if issubclass(exc_type, exceptions.CancelledError):
            raise TimeoutError from exc_val
        if exc_val is not None:
            _blame_deadline(exc_val)
            if isinstance(exc_val, ExceptionGroup):
                for error in exc_val.exceptions:
                    _blame_deadline(error)


def _blame_deadline(error):
    # An exception that came about by the cancellation: in its chain of contexts a TimeoutError
    # stands before the CancelledError.
    while (context := error.__context__) is not None:
        if isinstance(context, exceptions.CancelledError):
            late = error.__context__ = TimeoutError()
            late.__context__ = late.__cause__ = context
            return
        error = context


def timeout(delay):
    """A deadline so many seconds from now for the block of `async with`; None for no deadline."""
    if delay is not None:
        delay += events.get_running_loop().time()
    return Timeout(delay)


def timeout_at(when):
    """A deadline at a time of loop.time() for the block of `async with`; None for no deadline."""
    return Timeout(when)
