"""dataclass(slots=True): the class is made again, with __slots__ for its fields.

Slots can only be given when a class is made, so there are two classes for a while, and what the
methods of the first know as __class__ has to be turned to the second.
"""

import types

from dataclasses import _dataclass_getstate, _dataclass_setstate


def _slots_of(cls):
    slots = cls.__dict__.get("__slots__")
    if slots is None:
        # Nothing declared: instances have the two general slots, if the layout says so.
        if getattr(cls, "__weakrefoffset__", -1) != 0:
            yield "__weakref__"
        if getattr(cls, "__dictoffset__", -1) != 0:
            yield "__dict__"
    elif isinstance(slots, str):
        yield slots
    elif hasattr(slots, "__iter__") and not hasattr(slots, "__next__"):
        yield from slots
    else:
        # An iterator that has been used up.
        raise TypeError(f"Slots of '{cls.__name__}' cannot be determined")


def _slots_for(cls, weakref_slot, fields, names):
    inherited = set()
    for base in cls.__mro__[1:-1]:
        inherited.update(_slots_of(base))
    slots = {}
    for name in names:
        if name not in inherited:
            slots[name] = fields[name].doc
    if weakref_slot and "__weakref__" not in inherited:
        slots["__weakref__"] = None
    # Documented slots are shown by help() when they come as a dict.
    return slots if any(doc is not None for doc in slots.values()) else tuple(slots)


def _redirect(function, old, new):
    # Turns the __class__ cell of a method; true if it had one of the old class.
    while hasattr(function, "__wrapped__"):
        function = function.__wrapped__
    code = getattr(function, "__code__", None)
    closure = getattr(function, "__closure__", None)
    if code is None or not closure or "__class__" not in code.co_freevars:
        return False
    cell = closure[code.co_freevars.index("__class__")]
    try:
        if cell.cell_contents is not old:
            return False
    except ValueError:
        return False  # empty, which the function's maker has to know
    cell.cell_contents = new
    return True


def _functions(member):
    if isinstance(member, property):
        return [f for f in (member.fget, member.fset, member.fdel) if f is not None]
    if isinstance(member, (classmethod, staticmethod)):
        return [member.__func__]
    if isinstance(member, types.FunctionType) or hasattr(member, "__wrapped__"):
        return [member]
    if hasattr(type(member), "__get__"):
        # Some other descriptor, with a function somewhere inside.
        return [value for value in getattr(member, "__dict__", {}).values()
                if isinstance(value, types.FunctionType)]
    return []


def add_slots(cls, frozen, weakref_slot, fields, real):
    if "__slots__" in cls.__dict__:
        raise TypeError(f"{cls.__name__} already specifies __slots__")
    namespace = dict(cls.__dict__)
    names = tuple([f.name for f in real])
    namespace["__slots__"] = _slots_for(cls, weakref_slot, fields, names)
    for name in names:
        # Defaults live in __init__ by now.
        namespace.pop(name, None)
    namespace.pop("__dict__", None)
    namespace.pop("__weakref__", None)
    qualname = getattr(cls, "__qualname__", None)
    new = type(cls)(cls.__name__, cls.__bases__, namespace)
    if qualname is not None:
        new.__qualname__ = qualname
    if frozen:
        # The general way of restoring an object would use its __setattr__.
        if "__getstate__" not in namespace:
            new.__getstate__ = _dataclass_getstate
        if "__setstate__" not in namespace:
            new.__setstate__ = _dataclass_setstate
    for member in namespace.values():
        done = False
        for function in _functions(member):
            if _redirect(function, cls, new):
                done = True  # one cell serves all methods
                break
        if done:
            break
    return new
