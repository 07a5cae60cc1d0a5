"""The typing module: support for type hints, at run time.

It is made of parts, each with its own opening comment: _typing (type variables and Generic),
_typing_base, _typing_generic (special forms and aliases), _typing_protocol, _typing_hints
(evaluation), _typing_records (NamedTuple, TypedDict, NewType).  Here are the aliases of the
standard containers and the small functions.
"""

import collections
import collections.abc
import copyreg
import functools
import sys
import types
from abc import ABCMeta, abstractmethod
from collections import defaultdict
from types import GenericAlias

from _typing import (
    Generic, NoDefault, ParamSpec, ParamSpecArgs, ParamSpecKwargs, TypeAliasType, TypeVar,
    TypeVarTuple, Union, _idfunc)
from _typing_generic import (
    Annotated, Any, ClassVar, Concatenate, Final, Literal, LiteralString, Never, NoReturn,
    NotRequired, Optional, ReadOnly, Required, Self, TypeAlias, TypeGuard, TypeIs, Unpack,
    _AnnotatedAlias, _AnyMeta, _BaseGenericAlias, _caches, _CallableGenericAlias, _CallableType,
    _check_generic_specialization, _cleanups, _collect_type_parameters,
    _ConcatenateGenericAlias, _deduplicate, _DeprecatedGenericAlias, _Final,
    _flatten_literal_params, _generic_class_getitem, _generic_init_subclass, _GenericAlias,
    _is_dunder, _is_param_expr, _is_typevar_like, _is_unpacked_typevartuple,
    _LiteralGenericAlias, _make_forward_ref, _NotIterable, _paramspec_prepare_subst,
    _paramspec_subst, _should_unflatten_callable_args, _SpecialForm, _SpecialGenericAlias,
    _tp_cache, _TupleType, _type_check, _type_convert, _type_repr, _TypedCacheSpecialForm,
    _typevar_subst, _typevartuple_prepare_subst, _TypingEllipsis, _UnionGenericAlias,
    _UnionGenericAliasMeta, _unpack_args, _UnpackGenericAlias, _value_and_type_iter)
from _typing_hints import (
    _deprecation_warning_for_no_type_params_passed, _eval_type, _sentinel, _strip_annotations,
    evaluate_forward_ref, get_args, get_origin, get_type_hints)
from _typing_protocol import (
    EXCLUDED_ATTRIBUTES, _SPECIAL_NAMES, _TYPING_INTERNALS, Protocol, SupportsBytes,
    SupportsComplex, SupportsFloat, SupportsIndex, SupportsInt, _allow_reckless_class_checks,
    _caller, _get_protocol_attrs, _no_init_or_replace_init, _proto_hook, _ProtocolMeta,
    _supports, get_protocol_members, is_protocol, runtime_checkable)
from _typing_records import (
    NamedTuple, NamedTupleMeta, NewType, TypedDict, _get_typeddict_qualifiers,
    _make_eager_annotate, _make_nmtuple, _NamedTuple, _namedtuple_mro_entries, _TypedDict,
    _TypedDictMeta, is_typeddict)

__all__ = [
    "Annotated", "Any", "Callable", "ClassVar", "Concatenate", "Final", "ForwardRef", "Generic",
    "Literal", "Optional", "ParamSpec", "Protocol", "Tuple", "Type", "TypeVar", "TypeVarTuple",
    "Union", "AbstractSet", "ByteString", "Container", "ContextManager", "Hashable",
    "ItemsView", "Iterable", "Iterator", "KeysView", "Mapping", "MappingView", "MutableMapping",
    "MutableSequence", "MutableSet", "Sequence", "Sized", "ValuesView", "Awaitable",
    "AsyncIterator", "AsyncIterable", "Coroutine", "Collection", "AsyncGenerator",
    "AsyncContextManager", "Reversible", "SupportsAbs", "SupportsBytes", "SupportsComplex",
    "SupportsFloat", "SupportsIndex", "SupportsInt", "SupportsRound", "ChainMap", "Counter",
    "Deque", "Dict", "DefaultDict", "List", "OrderedDict", "Set", "FrozenSet", "NamedTuple",
    "TypedDict", "Generator", "BinaryIO", "IO", "Match", "Pattern", "TextIO", "AnyStr",
    "assert_type", "assert_never", "cast", "clear_overloads", "dataclass_transform",
    "evaluate_forward_ref", "final", "get_args", "get_origin", "get_overloads",
    "get_protocol_members", "get_type_hints", "is_protocol", "is_typeddict", "LiteralString",
    "Never", "NewType", "no_type_check", "no_type_check_decorator", "NoDefault", "NoReturn",
    "NotRequired", "overload", "override", "ParamSpecArgs", "ParamSpecKwargs", "ReadOnly",
    "Required", "reveal_type", "runtime_checkable", "Self", "Text", "TYPE_CHECKING",
    "TypeAlias", "TypeGuard", "TypeIs", "TypeAliasType", "Unpack",
]

TYPE_CHECKING = False
Text = str

T = TypeVar("T")
KT = TypeVar("KT")
VT = TypeVar("VT")
T_co = TypeVar("T_co", covariant=True)
V_co = TypeVar("V_co", covariant=True)
VT_co = TypeVar("VT_co", covariant=True)
T_contra = TypeVar("T_contra", contravariant=True)
CT_co = TypeVar("CT_co", covariant=True, bound=type)
AnyStr = TypeVar("AnyStr", bytes, str)

SupportsAbs, SupportsRound = _supports(T_co)

_alias = _SpecialGenericAlias

Hashable = _alias(collections.abc.Hashable, 0)
Awaitable = _alias(collections.abc.Awaitable, 1)
Coroutine = _alias(collections.abc.Coroutine, 3)
AsyncIterable = _alias(collections.abc.AsyncIterable, 1)
AsyncIterator = _alias(collections.abc.AsyncIterator, 1)
Iterable = _alias(collections.abc.Iterable, 1)
Iterator = _alias(collections.abc.Iterator, 1)
Reversible = _alias(collections.abc.Reversible, 1)
Sized = _alias(collections.abc.Sized, 0)
Container = _alias(collections.abc.Container, 1)
Collection = _alias(collections.abc.Collection, 1)
Callable = _CallableType(collections.abc.Callable, 2)
Callable.__doc__ = ("The old name of collections.abc.Callable: "
                    "Callable[[int], str] takes an int and gives a str.")
AbstractSet = _alias(collections.abc.Set, 1, name="AbstractSet")
MutableSet = _alias(collections.abc.MutableSet, 1)
Mapping = _alias(collections.abc.Mapping, 2)
MutableMapping = _alias(collections.abc.MutableMapping, 2)
Sequence = _alias(collections.abc.Sequence, 1)
MutableSequence = _alias(collections.abc.MutableSequence, 1)
ByteString = _DeprecatedGenericAlias(collections.abc.ByteString, 0, removal_version=(3, 17),
                                     name="ByteString")
Tuple = _TupleType(tuple, -1, inst=False, name="Tuple")
Tuple.__doc__ = "The old name of tuple: Tuple[int, str] has two items, Tuple[int, ...] any number."
List = _alias(list, 1, inst=False, name="List")
Deque = _alias(collections.deque, 1, name="Deque")
Set = _alias(set, 1, inst=False, name="Set")
FrozenSet = _alias(frozenset, 1, inst=False, name="FrozenSet")
MappingView = _alias(collections.abc.MappingView, 1)
KeysView = _alias(collections.abc.KeysView, 1)
ItemsView = _alias(collections.abc.ItemsView, 2)
ValuesView = _alias(collections.abc.ValuesView, 1)
Dict = _alias(dict, 2, inst=False, name="Dict")
DefaultDict = _alias(collections.defaultdict, 2, name="DefaultDict")
OrderedDict = _alias(collections.OrderedDict, 2)
Counter = _alias(collections.Counter, 1)
ChainMap = _alias(collections.ChainMap, 2)
Generator = _alias(collections.abc.Generator, 3, defaults=(types.NoneType, types.NoneType))
AsyncGenerator = _alias(collections.abc.AsyncGenerator, 2, defaults=(types.NoneType,))
Type = _alias(type, 1, inst=False, name="Type")
Type.__doc__ = "The old name of type: Type[C] is a class, C or one that inherits from it."


# Names that need another module: it, the name there, how an alias is made of it if one is.
_LAZY = {"ForwardRef": ("annotationlib", "ForwardRef", None)} | {
    name: ("re", name, {"nparams": 1}) for name in ("Pattern", "Match")} | {
    name: ("contextlib", f"Abstract{name}",
           {"nparams": 2, "name": name, "defaults": (bool | None,)})
    for name in ("ContextManager", "AsyncContextManager")}


def __getattr__(attr):
    """They come when they are asked for."""
    if attr == "_collect_parameters":
        import warnings
        warnings.warn("The private _collect_parameters function is deprecated and will be removed "
                      "in a future version of Python. Any use of private functions is discouraged "
                      "and may break in the future.", category=DeprecationWarning, stacklevel=2)
        return _collect_type_parameters
    if attr not in _LAZY:
        raise AttributeError(f"module {__name__!r} has no attribute {attr!r}")
    module, name, options = _LAZY[attr]
    obj = getattr(__import__(module), name)
    if options is not None:
        obj = _alias(obj, **options)
    globals()[attr] = obj
    return obj


def cast(typ, val):
    """The value as it is; type checkers take it to be of that type."""
    return val


def assert_type(val, typ, /):
    """Have the type checker see that the value has just this type; gives the value back."""
    return val


_ASSERT_NEVER_REPR_MAX_LENGTH = 100


def assert_never(arg, /):
    """Say that this cannot be reached: type checkers see to it, and running it raises."""
    shown = repr(arg)
    if len(shown) > _ASSERT_NEVER_REPR_MAX_LENGTH:
        shown = f"{shown[:_ASSERT_NEVER_REPR_MAX_LENGTH]}..."
    raise AssertionError("Expected code to be unreachable, but got: " + shown)


def reveal_type(obj, /):
    """Have the type checker say which type it sees; writes the type of the value and gives it back.
    """
    print(f"Runtime type is {type(obj).__name__!r}", file=sys.stderr)
    return obj


def no_type_check(arg):
    """Decorator: the annotations of a function, or of all that is in a class, are not types."""
    if isinstance(arg, type):
        for member in [getattr(arg, name) for name in dir(arg)]:
            home = getattr(member, "__qualname__", None)
            if (home is None or getattr(member, "__module__", None) != arg.__module__
                    or home != arg.__qualname__ + "." + member.__name__):
                continue  # from elsewhere
            if isinstance(member, type):
                no_type_check(member)
            else:
                func = member.__func__ if isinstance(member, types.MethodType) else member
                if isinstance(func, types.FunctionType):
                    func.__no_type_check__ = True
    return _marked(arg, "__no_type_check__", TypeError)


def _marked(obj, name, refused):
    # The object with an attribute set, where it takes one: builtins and slots do not.
    try:
        setattr(obj, name, True)
    except refused:
        pass
    return obj


def no_type_check_decorator(decorator):
    """Turns a decorator into one that also does what no_type_check does."""
    import warnings
    warnings._deprecated("typing.no_type_check_decorator", remove=(3, 15))

    @functools.wraps(decorator)
    def wrapped_decorator(*args, **kwds):
        return no_type_check(decorator(*args, **kwds))

    return wrapped_decorator


def _overload_dummy(*args, **kwds):
    """What an overloaded name is until the function itself is defined."""
    raise NotImplementedError("You should not call an overloaded function. A series of "
                              "@overload-decorated functions outside a stub module should "
                              "always be followed by an implementation that is not "
                              "@overload-ed.")


# {module: {qualname: {first line: function}}}: defined again on the same line, it is replaced.
_overload_registry = defaultdict(functools.partial(defaultdict, dict))


def overload(func):
    """Decorator: one of several signatures of the function that is defined last.

    Type checkers read them; get_overloads() finds them.
    """
    plain = getattr(func, "__func__", func)  # of a classmethod or staticmethod
    code = getattr(plain, "__code__", None)
    if code is not None:
        _overload_registry[plain.__module__][plain.__qualname__][code.co_firstlineno] = func
    return _overload_dummy


def get_overloads(func):
    """The signatures given by @overload for a function, in order."""
    plain = getattr(func, "__func__", func)
    found = _overload_registry.get(plain.__module__, {}).get(plain.__qualname__, {})
    return list(found.values())


def clear_overloads():
    """Forget all signatures given by @overload."""
    _overload_registry.clear()


def final(f):
    """Decorator: type checkers let nobody override the method or inherit from the class.

    Sets __final__, and does nothing else.
    """
    return _marked(f, "__final__", (AttributeError, TypeError))


def override(method, /):
    """Decorator: type checkers see to it that a base class has the method.

    Sets __override__, and does nothing else.
    """
    return _marked(method, "__override__", (AttributeError, TypeError))


def dataclass_transform(*, eq_default=True, order_default=False, kw_only_default=False,
                        frozen_default=False, field_specifiers=(), **kwargs):
    """Decorator: what a function, a class or a metaclass makes, type checkers take for dataclasses.

    Keeps its arguments in __dataclass_transform__, and does nothing else.
    """
    said = {"eq_default": eq_default, "order_default": order_default,
            "kw_only_default": kw_only_default, "frozen_default": frozen_default,
            "field_specifiers": field_specifiers, "kwargs": kwargs}

    def mark(cls_or_fn):
        cls_or_fn.__dataclass_transform__ = said
        return cls_or_fn

    return mark


class IO(Generic[AnyStr]):
    """The type of file objects, of texts (IO[str]) or bytes (IO[bytes])."""

    __slots__ = ()

    @property
    @abstractmethod
    def mode(self) -> str:
        pass

    @property
    @abstractmethod
    def name(self) -> str:
        pass

    @abstractmethod
    def close(self) -> None:
        pass

    @property
    @abstractmethod
    def closed(self) -> bool:
        pass

    @abstractmethod
    def fileno(self) -> int:
        pass

    @abstractmethod
    def flush(self) -> None:
        pass

    @abstractmethod
    def isatty(self) -> bool:
        pass

    @abstractmethod
    def read(self, n: int = -1) -> AnyStr:
        pass

    @abstractmethod
    def readable(self) -> bool:
        pass

    @abstractmethod
    def readline(self, limit: int = -1) -> AnyStr:
        pass

    @abstractmethod
    def readlines(self, hint: int = -1) -> list[AnyStr]:
        pass

    @abstractmethod
    def seek(self, offset: int, whence: int = 0) -> int:
        pass

    @abstractmethod
    def seekable(self) -> bool:
        pass

    @abstractmethod
    def tell(self) -> int:
        pass

    @abstractmethod
    def truncate(self, size: int | None = None) -> int:
        pass

    @abstractmethod
    def writable(self) -> bool:
        pass

    @abstractmethod
    def write(self, s: AnyStr) -> int:
        pass

    @abstractmethod
    def writelines(self, lines: list[AnyStr]) -> None:
        pass

    @abstractmethod
    def __enter__(self) -> IO[AnyStr]:
        pass

    @abstractmethod
    def __exit__(self, type, value, traceback) -> None:
        pass


class BinaryIO(IO[bytes]):
    """The type of file objects of bytes."""

    __slots__ = ()

    @abstractmethod
    def write(self, s: bytes | bytearray) -> int:
        pass

    @abstractmethod
    def __enter__(self) -> BinaryIO:
        pass


class TextIO(IO[str]):
    """The type of file objects of texts."""

    __slots__ = ()

    @property
    @abstractmethod
    def buffer(self) -> BinaryIO:
        pass

    @property
    @abstractmethod
    def encoding(self) -> str:
        pass

    @property
    @abstractmethod
    def errors(self) -> str | None:
        pass

    @property
    @abstractmethod
    def line_buffering(self) -> bool:
        pass

    @property
    @abstractmethod
    def newlines(self) -> Any:
        pass

    @abstractmethod
    def __enter__(self) -> TextIO:
        pass


def _rebuild(part):
    """How P.args and P.kwargs are copied and pickled: made of P again."""
    return type(part), (part.__origin__,)


copyreg.pickle(ParamSpecArgs, _rebuild)
copyreg.pickle(ParamSpecKwargs, _rebuild)
