"""Locks for tasks: what one task does makes others wait, never the whole loop.

A task that has to wait lines up with a future of its own; who lets it go on sets the result. A
task may be cancelled in the very moment it was let go: what it was given must then reach the next
one, which is what most of the care below is about.
"""

import collections

from . import exceptions, mixins

__all__ = ("Lock", "Event", "Condition", "Semaphore", "BoundedSemaphore", "Barrier")


class _Queued(mixins._LoopBoundMixin):
    def __init__(self):
        self._loop = None
        self._waiters = collections.deque()

    def _turn(self):
        return self._get_loop().create_future()

    def _shown(self, state):
        if self._waiters:
            state += f", waiters:{len(self._waiters)}"
        return f"<{super().__repr__()[1:-1]} [{state}]>"


class _HeldInside:
    # `async with` for what can be acquired and released. There is nothing to give to `as`.

    async def __aenter__(self):
        await self.acquire()

    async def __aexit__(self, exc_type, exc, tb):
        self.release()


class Lock(_HeldInside, _Queued):
    """Held by at most one task at a time; those who want it next get it in the order they came.

    No task owns it: another one than the holder may release it. `async with lock:` holds it for
    the length of the block.
    """

    def __init__(self):
        super().__init__()
        self._locked = False

    def __repr__(self):
        return self._shown("locked" if self._locked else "unlocked")

    def locked(self):
        """Whether some task holds the lock."""
        return self._locked

    async def acquire(self):
        """Wait until the lock is free, take it, and return True."""
        # Nobody overtakes those in line, unless they have all been cancelled.
        if self._locked or not all(turn.cancelled() for turn in self._waiters):
            turn = self._turn()
            self._waiters.append(turn)
            try:
                await turn
            except exceptions.CancelledError:
                self._waiters.remove(turn)
                if not self._locked:
                    self._call_first()
                raise
            self._waiters.remove(turn)
        self._locked = True
        return True

    def release(self):
        """Free the lock for the first in line; RuntimeError if nobody holds it."""
        if not self._locked:
            raise RuntimeError("Lock is not acquired.")
        self._locked = False
        self._call_first()

    def _call_first(self):
        # Only ever the first: when that one has been called already, a second would be one too
        # many, and when it has been cancelled, it calls the next on its way out.
        if self._waiters and not self._waiters[0].done():
            self._waiters[0].set_result(True)


class Event(_Queued):
    """A flag that tasks can wait for; it is false to begin with."""

    def __init__(self):
        super().__init__()
        self._value = False

    def __repr__(self):
        return self._shown("set" if self._value else "unset")

    def is_set(self):
        """Whether the flag is true."""
        return self._value

    def set(self):
        """Make the flag true: everybody who waits goes on."""
        waiting = () if self._value else self._waiters
        self._value = True
        for turn in waiting:
            if not turn.done():
                turn.set_result(True)

    def clear(self):
        """Make the flag false: from now on wait() waits."""
        self._value = False

    async def wait(self):
        """Wait until the flag is true, and return True."""
        if not self._value:
            turn = self._turn()
            self._waiters.append(turn)
            try:
                await turn
            finally:
                self._waiters.remove(turn)
        return True


class Condition(_HeldInside, _Queued):
    """A lock together with a line of tasks that wait to be told of a change.

    The lock may be given, to share it between conditions. Its acquire, release and locked are
    the condition's own.
    """

    def __init__(self, lock=None):
        super().__init__()
        self._lock = Lock() if lock is None else lock
        self.acquire, self.release = self._lock.acquire, self._lock.release
        self.locked = self._lock.locked

    def __repr__(self):
        return self._shown("locked" if self.locked() else "unlocked")

    async def wait(self):
        """Free the lock until notified, then take it again, and return True.

        RuntimeError if the lock is not held. A wait may end without a reason: look again at what
        was waited for.
        """
        if not self.locked():
            raise RuntimeError("cannot wait on un-acquired lock")
        turn = self._turn()
        self.release()
        self._waiters.append(turn)
        try:
            try:
                await turn
            finally:
                self._waiters.remove(turn)
                await self._hold_again()
        except BaseException:
            # A notification may be lost with us: somebody else gets it, perhaps for nothing.
            self._notify(1)
            raise
        return True

    async def _hold_again(self):
        # The lock is held on the way out, however often the task is cancelled before it is.
        stop = None
        while True:
            try:
                await self.acquire()
            except exceptions.CancelledError as error:
                stop = error
            else:
                break
        try:
            if stop is not None:
                raise stop
        finally:
            stop = None

    async def wait_for(self, predicate):
        """Wait as often as it takes for predicate() to be true, and return what it gave."""
        while not (answer := predicate()):
            await self.wait()
        return answer

    def notify(self, n=1):
        """Let the first n tasks in line go on, once the lock is theirs.

        The caller has to hold the lock, and to free it. RuntimeError if nobody holds it.
        """
        if not self.locked():
            raise RuntimeError("cannot notify on un-acquired lock")
        self._notify(n)

    def _notify(self, n):
        waiting = (turn for turn in self._waiters if not turn.done())
        for _, turn in zip(range(n), waiting):
            turn.set_result(False)

    def notify_all(self):
        """Let every task in line go on, once the lock is theirs."""
        self.notify(len(self._waiters))


class Semaphore(_HeldInside, _Queued):
    """A number of units that tasks take and give back; who finds none left waits."""

    def __init__(self, value=1):
        if value < 0:
            raise ValueError("Semaphore initial value must be >= 0")
        super().__init__()
        self._value = value

    def __repr__(self):
        return self._shown("locked" if self.locked() else f"unlocked, value:{self._value}")

    def locked(self):
        """Whether acquire() would have to wait."""
        # Also while somebody is in line who was called but did not run yet.
        return self._value == 0 or not all(turn.cancelled() for turn in self._waiters)

    async def acquire(self):
        """Take a unit, as soon as there is one, and return True."""
        if not self.locked():
            self._value -= 1
            return True
        turn = self._turn()
        self._waiters.append(turn)
        try:
            await turn
        except exceptions.CancelledError:
            if turn.done() and not turn.cancelled():
                self._value += 1  # what we were given goes back
            raise
        finally:
            self._waiters.remove(turn)
            self._hand_out()
        return True

    def release(self):
        """Give a unit back, to the first in line if there is one."""
        self._value += 1
        self._hand_out()

    def _hand_out(self):
        # Counted as taken right now, so that nobody comes in between.
        for turn in self._waiters:
            if self._value <= 0:
                return
            if not turn.done():
                self._value -= 1
                turn.set_result(True)


class BoundedSemaphore(Semaphore):
    """A semaphore that refuses more units than it had at the start."""

    def __init__(self, value=1):
        super().__init__(value)
        self._bound_value = value

    def release(self):
        """Give a unit back; ValueError if none was taken."""
        if self._value >= self._bound_value:
            raise ValueError("BoundedSemaphore released too many times")
        super().release()


# The states of a barrier, by the names that its repr shows.
_FILLING, _DRAINING, _RESETTING, _BROKEN = "filling", "draining", "resetting", "broken"


class Barrier(mixins._LoopBoundMixin):
    """Tasks wait in front of it until there are as many as it was made for; then all go on.

    It serves again and again: newcomers are let in when the last of a round has left.
    """

    def __init__(self, parties):
        if parties < 1:
            raise ValueError("parties must be >= 1")
        self._parties = parties
        self._count = 0  # tasks inside: waiting, or on their way out
        self._state = _FILLING
        self._cond = Condition()

    def __repr__(self):
        progress = "" if self.broken else f", waiters:{self.n_waiting}/{self.parties}"
        return f"<{super().__repr__()[1:-1]} [{self._state}{progress}]>"

    async def __aenter__(self):
        return await self.wait()

    async def __aexit__(self, *args):
        pass

    async def wait(self):
        """Wait for the others; every task of a round gets a number of its own, from 0 up.

        BrokenBarrierError if the barrier is broken, or if it is reset or aborted meanwhile.
        """
        async with self._cond:
            await self._cond.wait_for(lambda: self._state not in (_DRAINING, _RESETTING))
            if self._state == _BROKEN:
                raise exceptions.BrokenBarrierError("Barrier aborted")
            place = self._count
            self._count += 1
            try:
                if self._count == self._parties:
                    self._become(_DRAINING)
                else:
                    await self._cond.wait_for(lambda: self._state != _FILLING)
                    if self._state != _DRAINING:
                        raise exceptions.BrokenBarrierError("Abort or reset of barrier")
            finally:
                self._count -= 1
                if not self._count:
                    # A broken barrier stays broken.
                    self._become(_BROKEN if self._state == _BROKEN else _FILLING)
        return place

    def _become(self, state):
        self._state = state
        self._cond.notify_all()

    async def reset(self):
        """Make it empty again; the tasks that wait get BrokenBarrierError."""
        async with self._cond:
            self._become(_RESETTING if self._count else _FILLING)

    async def abort(self):
        """Break it: the tasks that wait, and those that come, get BrokenBarrierError."""
        async with self._cond:
            self._become(_BROKEN)

    @property
    def parties(self):
        """How many tasks make a round."""
        return self._parties

    @property
    def n_waiting(self):
        """How many tasks wait for the others."""
        return self._count if self._state == _FILLING else 0

    @property
    def broken(self):
        """Whether the barrier was aborted and not reset since."""
        return self._state == _BROKEN
