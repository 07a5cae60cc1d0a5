"""Functions that are called when the program ends: the last registered comes first.

The host says when that is: _finish() is all that is left to do then.
"""

import _gc

from _sitebuiltins import report_unraisable

_functions = []


def register(func, /, *args, **kwargs):
    """Have func(*args, **kwargs) called at the end; returns func, so that it decorates."""
    if not callable(func):
        raise TypeError("the first argument must be callable")
    _functions.append((func, args, kwargs))
    return func


def unregister(func, /):
    """Call func at the end no more, however often it was registered."""
    for entry in _functions[:]:
        if entry[0] == func:
            _functions[:] = [other for other in _functions if other is not entry]


def _clear():
    _functions.clear()


def _ncallbacks():
    return len(_functions)


def _run_exitfuncs():
    # What is registered meanwhile comes too late.
    functions = _functions[::-1]
    for func, args, kwargs in functions:
        try:
            func(*args, **kwargs)
        except BaseException as e:
            e.__traceback__ = e.__traceback__.tb_next
            report_unraisable(e, f"Exception ignored in atexit callback {func!r}")
    _functions.clear()


def _finish():
    _run_exitfuncs()
    _gc.finalize()
