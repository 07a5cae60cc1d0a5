"""Protocols: classes that recognise others by their members.

What a protocol asks for is __protocol_attrs__, collected when the class is made.  isinstance looks
for each of them without running code of the object; issubclass goes through the __subclasshook__
of the protocol and needs members that are methods, as only these are on classes.
"""

import sys
from abc import ABCMeta, abstractmethod

from _abc_cache import known_instance as _known_instance, known_subclass as _known_subclass
from _typing import Generic
from _typing_generic import _generic_class_getitem

__name__ = "typing"

_TYPING_INTERNALS = frozenset({
    "__parameters__", "__orig_bases__", "__orig_class__", "_is_protocol", "_is_runtime_protocol",
    "__protocol_attrs__", "__non_callable_proto_members__", "__type_params__"})

_SPECIAL_NAMES = frozenset({
    "__abstractmethods__", "__annotations__", "__dict__", "__doc__", "__init__", "__module__",
    "__new__", "__slots__", "__subclasshook__", "__weakref__", "__class_getitem__",
    "__match_args__", "__static_attributes__", "__firstlineno__", "__annotate__",
    "__annotate_func__", "__annotations_cache__"})

# Attributes of every class, which so can't be what a protocol is about.
EXCLUDED_ATTRIBUTES = _TYPING_INTERNALS | _SPECIAL_NAMES | {"_MutableMapping__marker"}

# Non-protocols that protocols may inherit from.
_PROTO_ALLOWLIST = {
    "collections.abc": [
        "Callable", "Awaitable", "Iterable", "Iterator", "AsyncIterable", "AsyncIterator",
        "Hashable", "Sized", "Container", "Collection", "Reversible", "Buffer"],
    "contextlib": ["AbstractContextManager", "AbstractAsyncContextManager"],
    "io": ["Reader", "Writer"],
    "os": ["PathLike"],
}


def _own_annotations(cls):
    try:
        return cls.__annotations__
    except Exception:
        # Names that are not defined yet: only the keys matter.
        import annotationlib
        return annotationlib.get_annotations(cls, format=annotationlib.Format.FORWARDREF)


def _get_protocol_attrs(cls):
    """The names that a protocol asks for: its own and those of its bases."""
    attrs = set()
    for base in cls.__mro__[:-1]:  # without object
        if base.__name__ in {"Protocol", "Generic"}:
            continue
        for attr in (*base.__dict__, *_own_annotations(base)):
            if not attr.startswith("_abc_") and attr not in EXCLUDED_ATTRIBUTES:
                attrs.add(attr)
    return attrs


def _no_init_or_replace_init(self, *args, **kwargs):
    cls = type(self)
    if cls._is_protocol:
        raise TypeError("Protocols cannot be instantiated")
    if cls.__init__ is _no_init_or_replace_init:
        # The class had this one by inheritance from a protocol. The __init__ it would have had
        # otherwise is looked for once, and put in its place.
        own = [base.__dict__["__init__"] for base in cls.__mro__ if "__init__" in base.__dict__]
        cls.__init__ = next(init for init in own if init is not _no_init_or_replace_init)
        cls.__init__(self, *args, **kwargs)


def _caller(depth=1, default="__main__"):
    # The module of the code that called the caller.
    try:
        return sys._getframemodulename(depth + 1) or default
    except AttributeError:
        return None


def _allow_reckless_class_checks(depth=2):
    """Whether abc or functools asks: they look at classes that may be protocols, and take no for an
    answer.
    """
    return _caller(depth) in {"abc", "_py_abc", "functools", None}


def _type_check_issubclass_arg_1(arg):
    if not isinstance(arg, type):
        # With the words of issubclass(1, int).
        raise TypeError("issubclass() arg 1 must be a class")


# The checks of ABCMeta itself, without the way over super(): protocols are checked often.
_abc_instancecheck = ABCMeta.__instancecheck__
_abc_subclasscheck = ABCMeta.__subclasscheck__

_only_runtime = "Instance and class checks can only be used with @runtime_checkable protocols"


def _may_stand_beside_protocol(base):
    return (base is object or base is Generic
            or base.__name__ in _PROTO_ALLOWLIST.get(base.__module__, ())
            or issubclass(base, Generic) and getattr(base, "_is_protocol", False))


class _ProtocolMeta(ABCMeta):
    def __new__(mcls, name, bases, namespace, /, **kwargs):
        first = name == "Protocol" and bases == (Generic,)
        if not first and (Generic in bases or Protocol in bases):
            for base in bases:
                if not _may_stand_beside_protocol(base):
                    raise TypeError("Protocols can only inherit from other protocols, "
                                    f"got {base!r}")
        return super().__new__(mcls, name, bases, namespace, **kwargs)

    def __init__(cls, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if getattr(cls, "_is_protocol", False):
            cls.__protocol_attrs__ = _get_protocol_attrs(cls)

    def __subclasscheck__(cls, other):
        if cls is Protocol:
            return type.__subclasscheck__(cls, other)
        if not getattr(cls, "_is_protocol", False) or _allow_reckless_class_checks():
            return _abc_subclasscheck(cls, other)
        # Whether a class has attributes that are no methods, it does not show.
        problem = None if getattr(cls, "_is_runtime_protocol", False) else _only_runtime
        if (problem is None and cls.__dict__.get("__subclasshook__") is _proto_hook
                and cls.__non_callable_proto_members__):
            names = ", ".join([repr(name) for name in sorted(cls.__non_callable_proto_members__)])
            problem = ("Protocols with non-method members don't support issubclass()."
                       f" Non-method members: {names}.")
        if problem is None:
            known = _known_subclass(cls, other)
            return _abc_subclasscheck(cls, other) if known is None else known
        _type_check_issubclass_arg_1(other)
        raise TypeError(problem)

    def __instancecheck__(cls, instance):
        if cls is Protocol:
            return type.__instancecheck__(cls, instance)
        structural = getattr(cls, "_is_protocol", False)
        if (structural and not getattr(cls, "_is_runtime_protocol", False)
                and not _allow_reckless_class_checks()):
            raise TypeError(_only_runtime)
        known = _known_instance(cls, instance)
        if _abc_instancecheck(cls, instance) if known is None else known:
            return True
        if not structural:
            return False
        from inspect import getattr_static
        # A method that is None is declared absent.
        data = cls.__non_callable_proto_members__
        return all(getattr_static(instance, name, None) is not None
                   or name in data and getattr_static(instance, name, Protocol) is not Protocol
                   for name in cls.__protocol_attrs__)


@classmethod
def _proto_hook(cls, other):
    if not cls.__dict__.get("_is_protocol", False):
        return NotImplemented
    annotated = issubclass(other, Generic) and getattr(other, "_is_protocol", False)
    for attr in cls.__protocol_attrs__:
        if not _provides(other, attr, annotated):
            return NotImplemented
    return True


def _provides(cls, attr, annotated):
    # None says that a class has not what it would inherit; a protocol may only annotate it.
    for base in cls.__mro__:
        own = base.__dict__
        if attr in own:
            return own[attr] is not None
        if annotated and attr in _own_annotations(base):
            return True
    return False


class Protocol(Generic, metaclass=_ProtocolMeta):
    """The base of protocols: classes that say which members others have to have, without being
    inherited from.
    """

    __slots__ = ()
    _is_protocol = True
    _is_runtime_protocol = False

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        own = vars(cls)
        # A class is one only if it names Protocol itself.
        if not own.get("_is_protocol", False):
            cls._is_protocol = Protocol in cls.__bases__
        if "__subclasshook__" not in own:
            cls.__subclasshook__ = _proto_hook
        if cls._is_protocol and Protocol.__init__ is cls.__init__:
            cls.__init__ = _no_init_or_replace_init


def runtime_checkable(cls):
    """Decorator: isinstance() and issubclass() with the protocol look for its members.

    Only whether they are there is seen, not what they take or give.
    """
    if not (issubclass(cls, Generic) and getattr(cls, "_is_protocol", False)):
        raise TypeError("@runtime_checkable can be only applied to protocol classes,"
                        f" got {cls!r}")
    cls._is_runtime_protocol = True
    if hasattr(cls, "__protocol_attrs__"):
        cls.__non_callable_proto_members__ = {
            name for name in cls.__protocol_attrs__ if not _is_method_member(cls, name)}
    return cls


def _is_method_member(cls, name):
    try:
        return callable(getattr(cls, name, None))
    except Exception as error:
        raise TypeError(f"Failed to determine whether protocol member {name!r} "
                        "is a method member") from error


def is_protocol(tp, /):
    """Whether it is a protocol."""
    return isinstance(tp, type) and getattr(tp, "_is_protocol", False) and tp is not Protocol


def get_protocol_members(tp, /):
    """The names that a protocol asks for; TypeError if it is none."""
    if not is_protocol(tp):
        raise TypeError(f"{tp!r} is not a Protocol")
    return frozenset(tp.__protocol_attrs__)


@runtime_checkable
class SupportsInt(Protocol):
    """What has a method __int__."""

    __slots__ = ()

    @abstractmethod
    def __int__(self) -> int:
        pass


@runtime_checkable
class SupportsFloat(Protocol):
    """What has a method __float__."""

    __slots__ = ()

    @abstractmethod
    def __float__(self) -> float:
        pass


@runtime_checkable
class SupportsComplex(Protocol):
    """What has a method __complex__."""

    __slots__ = ()

    @abstractmethod
    def __complex__(self) -> complex:
        pass


@runtime_checkable
class SupportsBytes(Protocol):
    """What has a method __bytes__."""

    __slots__ = ()

    @abstractmethod
    def __bytes__(self) -> bytes:
        pass


@runtime_checkable
class SupportsIndex(Protocol):
    """What has a method __index__."""

    __slots__ = ()

    @abstractmethod
    def __index__(self) -> int:
        pass


def _supports(T_co):
    # The two that are generic; their variable is made in typing.
    @runtime_checkable
    class SupportsAbs(Protocol[T_co]):
        """What has a method __abs__."""

        __slots__ = ()

        @abstractmethod
        def __abs__(self) -> T_co:
            pass

    @runtime_checkable
    class SupportsRound(Protocol[T_co]):
        """What has a method __round__."""

        __slots__ = ()

        @abstractmethod
        def __round__(self, ndigits: int = 0) -> T_co:
            pass

    for cls in (SupportsAbs, SupportsRound):
        cls.__qualname__ = cls.__name__
    return SupportsAbs, SupportsRound
