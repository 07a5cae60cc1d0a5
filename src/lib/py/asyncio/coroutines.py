"""What a coroutine is."""

import collections.abc
import inspect
import types

__all__ = "iscoroutinefunction", "iscoroutine"


def _is_debug_mode():
    return False


_is_coroutine = object()


def iscoroutinefunction(func):
    """Whether calling the function gives a coroutine."""
    import warnings
    warnings._deprecated("asyncio.iscoroutinefunction",
                         "{name!r} is deprecated and slated for removal in "
                         "Python {remove}; use inspect.iscoroutinefunction() instead",
                         remove=(3, 16))
    return _iscoroutinefunction(func)


def _iscoroutinefunction(func):
    return (inspect.iscoroutinefunction(func)
            or getattr(func, "_is_coroutine", None) is _is_coroutine)


_coroutine_types = (types.CoroutineType, collections.abc.Coroutine)
_known_types = set()  # answers of yes: the check by methods is slow


def iscoroutine(obj):
    """Whether it is a coroutine."""
    kind = type(obj)
    if kind is types.CoroutineType or kind in _known_types:
        return True
    if isinstance(obj, _coroutine_types):
        if len(_known_types) < 100:
            _known_types.add(kind)
        return True
    return False
