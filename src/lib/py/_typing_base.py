"""What the rest of typing stands on: names, reprs, collecting of type variables, the cache."""

import functools
import types
from types import GenericAlias

from _typing import ParamSpec, TypeVar

__name__ = "typing"


def _typing_name(name):
    # A name of the finished module, for what stands in a later part of it.
    import typing
    return getattr(typing, name)


def _is_forward_ref(arg):
    return type(arg).__name__ == "ForwardRef" and isinstance(arg, _forward_ref_class())


def _forward_ref_class():
    import annotationlib
    return annotationlib.ForwardRef


def _make_forward_ref(code, *, parent_fwdref=None, **kwargs):
    # One that was found inside another belongs where that one does.
    for option, attribute in (("module", "__forward_module__"), ("owner", "__owner__")):
        inherited = getattr(parent_fwdref, attribute, None)
        if inherited is not None:
            kwargs[option] = inherited
    reference = _forward_ref_class()(code, **kwargs)
    # Compiled here so that what is no expression is refused here.
    reference.__forward_code__
    return reference


def _type_repr(obj):
    """How a type is shown: a class by its module and name."""
    if isinstance(obj, tuple):
        # The list of types that stands for a parameter specification.
        return f"[{', '.join(_type_repr(item) for item in obj)}]"
    if obj is ...:
        return "..."
    if isinstance(obj, (type, types.FunctionType, types.BuiltinFunctionType)) and not isinstance(
            obj, GenericAlias):
        if obj.__module__ == "builtins":
            return obj.__qualname__
        return f"{obj.__module__}.{obj.__qualname__}"
    return repr(obj)


def _is_typevar_like(x):
    return isinstance(x, (TypeVar, ParamSpec)) or _is_unpacked_typevartuple(x)


def _is_unpacked_typevartuple(x):
    # Exactly True: on a class it would be a descriptor, and a stand-in for a name that can't be
    # resolved has every attribute.
    return getattr(x, "__typing_is_unpacked_typevartuple__", False) is True


def _collect_type_parameters(args, *, enforce_default_ordering=True):
    """The type parameters in args, each once, by their first place."""
    found = {}
    defaults = variadic = False  # whether such parameters came before
    for arg in args:
        if isinstance(arg, type):
            continue
        if isinstance(arg, tuple):
            for item in arg:
                found.update(dict.fromkeys(_collect_type_parameters([item])))
            continue
        if not hasattr(arg, "__typing_subst__"):
            variadic = variadic or _is_unpacked_typevartuple(arg)
            found.update(dict.fromkeys(getattr(arg, "__parameters__", ())))
            continue
        if enforce_default_ordering and arg not in found:
            if arg.has_default():
                if variadic:
                    raise TypeError("Type parameter with a default follows TypeVarTuple")
                defaults = True
            elif defaults:
                raise TypeError(f"Type parameter {arg!r} without a default follows "
                                "type parameter with a default")
        found[arg] = None
    return tuple(found)


def _wrong_count(alias, actual, expected, wanted=None):
    much = "many" if actual > expected else "few"
    return TypeError(f"Too {much} arguments for {alias}; actual {actual}, "
                     f"expected {expected if wanted is None else wanted}")


def _check_generic_specialization(cls, arguments):
    expected = len(cls.__parameters__)
    if not expected:
        raise TypeError(f"{cls} is not a generic class")
    actual = len(arguments)
    if actual == expected:
        return
    if actual > expected:
        raise _wrong_count(cls, actual, expected)
    # All after the first one that has a default have one too.
    if cls.__parameters__[actual].has_default():
        return
    expected -= sum(p.has_default() for p in cls.__parameters__[actual:])
    raise _wrong_count(cls, actual, expected, f"at least {expected}")


def _unpack_args(*args):
    # *tuple[int, str] becomes int, str; a tuple of any length stays as it is.
    flat = []
    for arg in args:
        items = getattr(arg, "__typing_unpacked_tuple_args__", None)
        keep = items is None or items[-1:] == (...,)
        flat += [arg] if keep else items
    return flat


def _deduplicate(params, *, unhashable_fallback=False):
    try:
        return dict.fromkeys(params)
    except TypeError:
        if not unhashable_fallback:
            raise
    return [param for place, param in enumerate(params) if param not in params[:place]]


def _value_and_type_iter(params):
    # Literal[1] and Literal[True] are two things.
    return [(param, type(param)) for param in params]


_cleanups = []  # what empties the caches
_caches = {}


def _tp_cache(func=None, /, *, typed=False):
    """Decorator: results of subscripting are kept for arguments that can be hashed."""
    if func is None:
        return functools.partial(_tp_cache, typed=typed)
    remembered = functools.lru_cache(typed=typed)(func)
    _cleanups.append(remembered.cache_clear)
    _caches[func] = remembered.cache_clear

    def subscript(*args, **kwds):
        try:
            return remembered(*args, **kwds)
        except TypeError:
            pass  # unhashable, or wrong: then the function itself says what is wrong
        return func(*args, **kwds)

    return functools.update_wrapper(subscript, func)


def _is_dunder(attr):
    return attr.startswith("__") and attr.endswith("__")


class _Final:
    """Makes a class refuse to be inherited from."""

    __slots__ = ("__weakref__",)

    def __init_subclass__(cls, /, *args, **kwds):
        if "_root" not in kwds:
            raise TypeError("Cannot subclass special typing classes")


class _NotIterable:
    """Makes iter() and unpacking refuse a class that __getitem__ would let pass."""

    __slots__ = ()
    __iter__ = None
