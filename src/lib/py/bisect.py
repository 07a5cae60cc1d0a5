"""Binary search in a sorted list.

Only `<` is asked, and with the operands in CPython's order, so that classes with half an ordering
behave the same. _bisect answers where no element's own code has to run, and calls what is here
where it has.
"""

from _bisect import bisect_left, bisect_right, insort_left, insort_right


def _bounds(a, lo, hi):
    if lo < 0:
        raise ValueError("lo must be non-negative")
    return len(a) if hi is None else hi


def _bisect_right(a, x, lo=0, hi=None, key=None):
    """Index after the last element that is not greater than x."""
    hi = _bounds(a, lo, hi)
    if key is None:
        while lo < hi:
            mid = (lo + hi) // 2
            if x < a[mid]:
                hi = mid
            else:
                lo = mid + 1
    else:
        while lo < hi:
            mid = (lo + hi) // 2
            if x < key(a[mid]):
                hi = mid
            else:
                lo = mid + 1
    return lo


def _bisect_left(a, x, lo=0, hi=None, key=None):
    """Index of the first element that is not less than x."""
    hi = _bounds(a, lo, hi)
    if key is None:
        while lo < hi:
            mid = (lo + hi) // 2
            if a[mid] < x:
                lo = mid + 1
            else:
                hi = mid
    else:
        while lo < hi:
            mid = (lo + hi) // 2
            if key(a[mid]) < x:
                lo = mid + 1
            else:
                hi = mid
    return lo


def _insort_right(a, x, lo=0, hi=None, key=None):
    """Insert x after its equals. The key is applied to x here, but not by bisect_right."""
    if key is None:
        lo = _bisect_right(a, x, lo, hi)
    else:
        lo = _bisect_right(a, key(x), lo, hi, key)
    a.insert(lo, x)


def _insort_left(a, x, lo=0, hi=None, key=None):
    """Insert x before its equals."""
    if key is None:
        lo = _bisect_left(a, x, lo, hi)
    else:
        lo = _bisect_left(a, key(x), lo, hi, key)
    a.insert(lo, x)


bisect = bisect_right
insort = insort_right
