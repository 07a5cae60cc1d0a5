"""The operators as functions, and the callables that fetch items, attributes and methods."""

__all__ = [
    "abs", "add", "and_", "attrgetter", "call", "concat", "contains", "countOf", "delitem", "eq",
    "floordiv", "ge", "getitem", "gt", "iadd", "iand", "iconcat", "ifloordiv", "ilshift",
    "imatmul", "imod", "imul", "index", "indexOf", "inv", "invert", "ior", "ipow", "irshift",
    "is_", "is_none", "is_not", "is_not_none", "isub", "itemgetter", "itruediv", "ixor", "le",
    "length_hint", "lshift", "lt", "matmul", "methodcaller", "mod", "mul", "ne", "neg", "not_",
    "or_", "pos", "pow", "rshift", "setitem", "sub", "truediv", "truth", "xor",
]

from _operator import *


def index(a, /):
    """The integer that it is as an index."""
    # A slice bound is the one place in the language that asks for exactly this conversion.
    if isinstance(a, int):
        return int.__index__(a)
    try:
        convert = type(a).__index__
    except AttributeError:
        raise TypeError(
            f"'{type(a).__name__}' object cannot be interpreted as an integer") from None
    result = convert(a)
    if not isinstance(result, int):
        raise TypeError(f"__index__ returned non-int (type {type(result).__name__})")
    return int.__index__(result)


def concat(a, b, /):
    """Two sequences, one behind the other."""
    if isinstance(a, dict) or not hasattr(type(a), "__getitem__"):
        raise TypeError(f"'{type(a).__name__}' object can't be concatenated")
    return a + b


def _items(a):
    """An iterator over what an operand of `in` holds."""
    kind = type(a)
    if getattr(kind, "__iter__", None) is None and not hasattr(kind, "__getitem__"):
        raise TypeError(f"argument of type '{kind.__name__}' is not iterable")
    return iter(a)


def countOf(a, b, /):
    """How many items are equal to b."""
    return sum([1 for item in _items(a) if item is b or item == b])


def indexOf(a, b, /):
    """The place of the first item equal to b; ValueError if there is none."""
    for place, item in enumerate(_items(a)):
        if item is b or item == b:
            return place
    raise ValueError("sequence.index(x): x not in sequence")


def length_hint(obj, default=0, /):
    """How many items an object may have: by len(), by its own guess, or the default."""
    default = index(default)
    if not -1 << 63 <= default < 1 << 63:
        raise OverflowError("Python int too large to convert to C ssize_t")
    kind = type(obj)
    if hasattr(kind, "__len__"):
        try:
            return len(obj)
        except TypeError:
            pass
    try:
        ask = kind.__length_hint__
    except AttributeError:
        return default
    try:
        hint = ask(obj)
    except TypeError:
        return default
    if hint is NotImplemented:
        return default
    if not isinstance(hint, int):
        raise TypeError(f"__length_hint__ must be an integer, not {type(hint).__name__}")
    if hint < 0:
        raise ValueError("__length_hint__() should return >= 0")
    if hint >= 1 << 63:
        raise OverflowError("Python int too large to convert to C ssize_t")
    return int(hint)


def iconcat(a, b, /):
    """A sequence with another one behind it, in place if it can."""
    if not hasattr(type(a), "__getitem__"):
        raise TypeError(f"'{type(a).__name__}' object can't be concatenated")
    a += b
    return a


# What methodcaller, which is in C, shows of itself.

def _methodcaller_repr(caller, args, kwargs):
    kind = type(caller)
    parts = [repr(arg) for arg in args]
    parts += [f"{key}={value!r}" for key, value in kwargs.items()]
    return f"{kind.__module__}.{kind.__qualname__}({', '.join(parts)})"


def _methodcaller_reduce(caller, args, kwargs):
    if not kwargs:
        return type(caller), args
    from functools import partial
    return partial(type(caller), args[0], **kwargs), args[1:]


# The special names, so that operator.__add__ works as well as operator.add.
__lt__ = lt
__le__ = le
__eq__ = eq
__ne__ = ne
__ge__ = ge
__gt__ = gt
__not__ = not_
__abs__ = abs
__add__ = add
__and__ = and_
__call__ = call
__floordiv__ = floordiv
__index__ = index
__inv__ = inv
__invert__ = invert
__lshift__ = lshift
__mod__ = mod
__mul__ = mul
__matmul__ = matmul
__neg__ = neg
__or__ = or_
__pos__ = pos
__pow__ = pow
__rshift__ = rshift
__sub__ = sub
__truediv__ = truediv
__xor__ = xor
__concat__ = concat
__contains__ = contains
__delitem__ = delitem
__getitem__ = getitem
__setitem__ = setitem
__iadd__ = iadd
__iand__ = iand
__iconcat__ = iconcat
__ifloordiv__ = ifloordiv
__ilshift__ = ilshift
__imod__ = imod
__imul__ = imul
__imatmul__ = imatmul
__ior__ = ior
__ipow__ = ipow
__irshift__ = irshift
__isub__ = isub
__itruediv__ = itruediv
__ixor__ = ixor
