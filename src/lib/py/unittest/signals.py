"""Stopping a run when the user interrupts it. No signal reaches a program here, so the functions
only remember which results asked for it.
"""

import weakref
from functools import wraps

__unittest = True

_results = weakref.WeakKeyDictionary()


def registerResult(result):
    """Have a result stopped when the user interrupts the program."""
    _results[result] = 1


def removeResult(result):
    """No longer; whether it was to be stopped."""
    return bool(_results.pop(result, None))


def installHandler():
    """Begin to stop results."""


def removeHandler(method=None):
    """Stop no results any more; or, of a function, while it runs."""
    if method is None:
        return None

    @wraps(method)
    def inner(*args, **kwargs):
        return method(*args, **kwargs)
    return inner
