"""Shallow and deep copies, and replace().

What can't change is its own copy; the builtin containers are copied here; anything else says by
__copy__, __deepcopy__, copyreg or the pickle protocol (__reduce_ex__) how it is made anew.  A deep
copy keeps what it has copied in `memo`, by id, so that cycles and shared parts stay such, and
keeps the originals alive in memo[id(memo)], as an id is only theirs while they live.
"""

import types
from _functools import _own_update
from copyreg import dispatch_table

__all__ = ["Error", "copy", "deepcopy", "replace"]


class Error(Exception):
    """The object cannot be copied."""


error = Error

_property_types = {property, type(len), type(lambda: None), type(Ellipsis), type(NotImplemented)}
_atomic_types = {types.NoneType, int, float, bool, complex, str, bytes, tuple, type, range, slice,
                 super, frozenset, types.CodeType} | _property_types
# A tuple is its own shallow copy only: a deep one has to look inside.
_deep_atomic_types = {types.NoneType, int, float, bool, complex, str, bytes, type, range,
                      types.CodeType} | _property_types
_containers = {list, dict, set, bytearray}

try:
    from _weakref import ref as _ref
    _atomic_types.add(_ref)
    _deep_atomic_types.add(_ref)
except ImportError:
    pass


def copy(x):
    """An object like this one, with the same contents."""
    cls = type(x)
    if cls in _atomic_types:
        return x
    if cls in _containers:
        return cls.copy(x)
    if issubclass(cls, type):
        return x  # a class of any metaclass
    copier = getattr(cls, "__copy__", None)
    if copier is not None:
        return copier(x)
    reduced = _reduce(x, cls)
    if isinstance(reduced, str):
        return x
    return _reconstruct(x, None, *reduced)


def _reduce(x, cls):
    reductor = dispatch_table.get(cls)
    if reductor is not None:
        return reductor(x)
    reductor = getattr(x, "__reduce_ex__", None)
    if reductor is not None:
        return reductor(4)
    reductor = getattr(x, "__reduce__", None)
    if reductor:
        return reductor()
    raise Error(f"un(shallow)copyable object of type {cls}")


def deepcopy(x, memo=None):
    """An object like this one, with copies of its contents; what is shared in it is copied once."""
    cls = type(x)
    if cls in _deep_atomic_types:
        return x
    key = id(x)
    if memo is None:
        memo = {}
    else:
        done = memo.get(key, _absent)
        if done is not _absent:
            return done
    if cls is list:
        y = memo[key] = []
        for item in x:
            y.append(deepcopy(item, memo))
    elif cls is dict:
        y = memo[key] = {}
        for name, value in x.items():
            y[deepcopy(name, memo)] = deepcopy(value, memo)
    elif cls is tuple:
        y = _deepcopy_tuple(x, memo)
    elif issubclass(cls, type):
        return x
    else:
        copier = getattr(x, "__deepcopy__", None)
        if copier is not None:
            y = copier(memo)
        elif cls is types.MethodType:
            y = cls(x.__func__, deepcopy(x.__self__, memo))
        else:
            reductor = dispatch_table.get(cls)
            if reductor is not None:
                reduced = reductor(x)
            else:
                reductor = getattr(x, "__reduce_ex__", None)
                if reductor is not None:
                    reduced = reductor(4)
                else:
                    reductor = getattr(x, "__reduce__", None)
                    if not reductor:
                        raise Error(f"un(deep)copyable object of type {cls}")
                    reduced = reductor()
            if isinstance(reduced, str):
                y = x
            else:
                y = _reconstruct(x, memo, *reduced)
    if y is not x:
        memo[key] = y
        _keep_alive(x, memo)
    return y


_absent = object()


def _deepcopy_tuple(x, memo):
    items = [deepcopy(item, memo) for item in x]
    # The tuple may be part of a cycle, and have been copied meanwhile.
    done = memo.get(id(x), _absent)
    if done is not _absent:
        return done
    for old, new in zip(x, items):
        if old is not new:
            return tuple(items)
    return x


def _keep_alive(x, memo):
    """An object that is being copied stays alive as long as the memo: nothing else gets its id."""
    try:
        memo[id(memo)].append(x)
    except KeyError:
        memo[id(memo)] = [x]


def _set_state(y, state):
    if hasattr(y, "__setstate__"):
        y.__setstate__(state)
        return
    slots = None
    if isinstance(state, tuple) and len(state) == 2:
        state, slots = state
    if state is not None and _own_update(y, state) is NotImplemented:
        y.__dict__.update(state)
    if slots is not None:
        for name, value in slots.items():
            setattr(y, name, value)


def _reconstruct(x, memo, func, args, state=None, listiter=None, dictiter=None):
    # Builds the object that a reduce value (func, args, state, ...) describes; with a memo its
    # parts are copied too.
    deep = memo is not None
    if deep and args:
        args = [deepcopy(arg, memo) for arg in args]
    y = func(*args)
    if deep:
        memo[id(x)] = y
    if state is not None:
        _set_state(y, deepcopy(state, memo) if deep else state)
    if listiter is not None:
        for item in listiter:
            y.append(deepcopy(item, memo) if deep else item)
    if dictiter is not None:
        for key, value in dictiter:
            if deep:
                key = deepcopy(key, memo)
                value = deepcopy(value, memo)
            y[key] = value
    return y


def replace(obj, /, **changes):
    """An object like this one with other values in some fields."""
    kind = obj.__class__
    method = getattr(kind, "__replace__", None)
    if method is not None:
        return method(obj, **changes)
    raise TypeError(f"replace() does not support {kind.__name__} objects")
