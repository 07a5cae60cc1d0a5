"""The names of _thread that other modules use. There is one thread, so a lock is a flag."""

TIMEOUT_MAX = 9223372036.0
error = RuntimeError


def get_ident():
    """The number of the thread, of which there is one."""
    return 1


def get_native_id():
    return 1


class LockType:
    """A lock that does not know who holds it."""

    __slots__ = ("_held", "__weakref__")

    def __init__(self):
        self._held = False

    def acquire(self, blocking=True, timeout=-1):
        if self._held:
            if blocking:
                raise RuntimeError("deadlock: the lock is held, and there is one thread only")
            return False
        self._held = True
        return True

    def release(self):
        if not self._held:
            raise RuntimeError("release unlocked lock")
        self._held = False

    def locked(self):
        return self._held

    __enter__ = acquire

    def __exit__(self, *exc_info):
        self.release()

    def __repr__(self):
        state = "locked" if self._held else "unlocked"
        return f"<{state} _thread.lock object at {id(self):#x}>"


lock = LockType
allocate_lock = LockType


class RLock:
    """A lock that its holder may take again."""

    __slots__ = ("_count", "__weakref__")

    def __init__(self):
        self._count = 0

    def acquire(self, blocking=True, timeout=-1):
        self._count += 1
        return True

    def release(self):
        if not self._count:
            raise RuntimeError("cannot release un-acquired lock")
        self._count -= 1

    __enter__ = acquire

    def __exit__(self, *exc_info):
        self.release()


class _local:
    pass
