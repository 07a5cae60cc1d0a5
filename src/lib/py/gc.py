"""The collector of objects that nobody can reach any more: collect() has it run now.

There are no reference counts: all garbage waits for the collector. It always runs when memory is
needed, so that disable() changes nothing but what isenabled() says. Lists of all objects and of who
refers to whom are not offered.
"""

import _gc
from operator import index
from _gc import is_tracked

DEBUG_STATS = 1
DEBUG_COLLECTABLE = 2
DEBUG_UNCOLLECTABLE = 4
DEBUG_SAVEALL = 32
DEBUG_LEAK = 38

callbacks = []
garbage = []

_enabled = True
_debug = 0
_threshold = 2000, 10, 10
_requested = [0, 0, 0]


def collect(generation=2):
    """Run the garbage collector.

    All generations are collected, whichever is named. The number of unreachable objects is not
    known afterwards: the result is 0.
    """
    generation = index(generation)
    if not -1 << 31 <= generation < 1 << 31:
        raise OverflowError("Python int too large to convert to C int")
    if not 0 <= generation <= 2:
        raise ValueError("invalid generation")
    info = {"generation": generation, "collected": 0, "uncollectable": 0}
    for callback in list(callbacks):
        callback("start", info)
    _gc.collect()
    _requested[generation] += 1
    for callback in list(callbacks):
        callback("stop", info)
    return 0


def enable():
    """Collect of one's own accord."""
    global _enabled
    _enabled = True


def disable():
    """Do not collect of one's own accord; here the machine collects when it needs room."""
    global _enabled
    _enabled = False


def isenabled():
    """Whether enable() was called last, and not disable()."""
    return _enabled


def set_debug(flags, /):
    """Keep flags; they change nothing."""
    global _debug
    _debug = int(flags)


def get_debug():
    """The flags that set_debug() set."""
    return _debug


def set_threshold(threshold0, threshold1=None, threshold2=None, /):
    """Keep numbers; they change nothing."""
    global _threshold
    old = _threshold
    _threshold = (int(threshold0), old[1] if threshold1 is None else int(threshold1),
                  old[2] if threshold2 is None else int(threshold2))


def get_threshold():
    """The numbers that set_threshold() set."""
    return _threshold


def get_count():
    """How many objects came since the last collections; always zeros."""
    return 0, 0, 0


def get_stats():
    """Figures of the collections, for three generations."""
    return [{"collections": n, "collected": 0, "uncollectable": 0}
            for n in (_requested[0], _requested[1], _gc.count())]


def is_finalized(obj, /):
    """Whether the finalizer of the object has run."""
    return False


def freeze():
    """Nothing: all objects are looked at."""


def unfreeze():
    """Nothing: no object was frozen."""


def get_freeze_count():
    """How many objects are frozen: none."""
    return 0
