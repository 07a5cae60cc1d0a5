"""Binary search in a sorted list.

Only `<` is asked, and with the operands in CPython's order, so that classes with half an ordering
behave the same. _bisect answers where no element's own code has to run, and calls what is here
where it has.
"""

import operator
from _bisect import bisect_left, bisect_right, insort_left, insort_right


def _position(value):
    """An int that is a position, by __index__."""
    if not hasattr(type(value), "__index__"):
        raise TypeError("argument should be integer or None, "
                        f"not {type(value).__name__!r}")
    place = operator.index(value)
    if not -1 << 63 <= place < 1 << 63:
        raise OverflowError(f"cannot fit {type(value).__name__!r} into an index-sized integer")
    return place


def _bounds(a, lo, hi):
    if hi is not None:
        hi = _position(hi)
    if lo < 0:
        raise ValueError("lo must be non-negative")
    return lo, len(a) if hi is None or hi == -1 else hi


def _start(lo):
    if type(lo) is int and -1 << 63 <= lo < 1 << 63:
        return lo
    place = operator.index(lo)
    if not -1 << 63 <= place < 1 << 63:
        raise OverflowError("Python int too large to convert to C ssize_t")
    return place


def _bisect_right(a, x, lo=0, hi=None, key=None):
    """Index after the last element that is not greater than x."""
    lo, hi = _bounds(a, _start(lo), hi)
    while lo < hi:
        mid = (lo + hi) // 2
        found = a[mid] if key is None else key(a[mid])
        if x < found:
            hi = mid
        else:
            lo = mid + 1
    return lo


def _bisect_left(a, x, lo=0, hi=None, key=None):
    """Index of the first element that is not less than x."""
    lo, hi = _bounds(a, _start(lo), hi)
    while lo < hi:
        mid = (lo + hi) // 2
        found = a[mid] if key is None else key(a[mid])
        if found < x:
            lo = mid + 1
        else:
            hi = mid
    return lo


def _insort_right(a, x, lo=0, hi=None, key=None):
    """Insert x after its equals. The key is applied to x here, but not by bisect_right."""
    a.insert(_bisect_right(a, x if key is None else key(x), lo, hi, key), x)


def _insort_left(a, x, lo=0, hi=None, key=None):
    """Insert x before its equals."""
    a.insert(_bisect_left(a, x if key is None else key(x), lo, hi, key), x)


bisect = bisect_right
insort = insort_right
