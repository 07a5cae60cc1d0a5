"""The core of typing: checks, special forms, generic aliases and substitution.

A special form (Any apart, which is a class) is a _SpecialForm; subscripting it gives a
_GenericAlias or one of its kinds. __origin__ is what was subscripted, __args__ with what, and
__parameters__ the type variables among the arguments, for which a further subscription puts other
types: each says by __typing_subst__ what it becomes, after __typing_prepare_subst__ has had a look
at all arguments.  The functions with names like _typevar_subst are called by the type variables,
the ones like _generic_class_getitem by Generic.
"""

import collections.abc
import operator
import types
from types import GenericAlias

from _typing import (
    Generic, NoDefault, ParamSpec, ParamSpecArgs, ParamSpecKwargs, TypeAliasType, TypeVar,
    TypeVarTuple, Union, _idfunc)
from _typing_base import (
    _caches, _check_generic_specialization, _cleanups, _collect_type_parameters, _deduplicate,
    _Final, _is_dunder, _is_forward_ref, _is_typevar_like, _is_unpacked_typevartuple,
    _make_forward_ref, _NotIterable, _tp_cache, _type_repr, _typing_name, _unpack_args,
    _value_and_type_iter, _wrong_count)

__name__ = "typing"


def _type_convert(arg, module=None, *, allow_special_forms=False, owner=None):
    # What a type may be written as: None for its class, a text for a forward reference.
    if isinstance(arg, str):
        return _make_forward_ref(arg, module=module, is_class=allow_special_forms, owner=owner)
    return type(arg) if arg is None else arg


def _type_check(arg, msg, is_argument=True, module=None, *, allow_special_forms=False, owner=None):
    """The argument, if it may stand where a type is wanted; TypeError with the message if not."""
    arg = _type_convert(arg, module=module, allow_special_forms=allow_special_forms, owner=owner)
    if isinstance(arg, type):
        if arg is Generic or getattr(arg, "__name__", None) == "Protocol" and arg is (
                _typing_name("Protocol")):
            raise TypeError(f"Plain {arg} is not valid as type argument")
        return arg
    if isinstance(arg, _GenericAlias):
        origin = arg.__origin__
        if (origin is Generic or origin is _typing_name("Protocol")
                or (not allow_special_forms and (origin is ClassVar
                                                 or (is_argument and origin is Final)))):
            raise TypeError(f"{arg} is not valid as type argument")
        return arg
    if isinstance(arg, _SpecialForm):
        if arg in (LiteralString, NoReturn, Never, Self, TypeAlias):
            return arg
        if allow_special_forms and arg in (ClassVar, Final):
            return arg
        raise TypeError(f"Plain {arg} is not valid as type argument")
    if type(arg) is tuple:
        raise TypeError(f"{msg} Got {arg!r:.100}.")
    return arg


def _is_param_expr(arg):
    return arg is ... or isinstance(arg, (tuple, list, ParamSpec, _ConcatenateGenericAlias))


def _should_unflatten_callable_args(typ, args):
    """Whether the args of a Callable alias have to be split into a list and a result again."""
    return (typ.__origin__ is collections.abc.Callable
            and not (len(args) == 2 and _is_param_expr(args[0])))


def _flatten_literal_params(parameters):
    # The values of a Literal inside a Literal are values of the outer one.
    nested = [param.__args__ if isinstance(param, _LiteralGenericAlias) else (param,)
              for param in parameters]
    return tuple([value for values in nested for value in values])


class _SpecialForm(_Final, _NotIterable, _root=True):
    # A name that means something to type checkers only; its doc is its own.

    __slots__ = ("_name", "__doc__", "_getitem")

    def __init__(self, getitem):
        self._getitem = getitem
        self._name = getitem.__name__
        self.__doc__ = getitem.__doc__

    def __getattr__(self, item):
        if item in {"__name__", "__qualname__"}:
            return self._name
        raise AttributeError(item)

    def __mro_entries__(self, bases):
        raise TypeError(f"Cannot subclass {self!r}")

    def __repr__(self):
        return "typing." + self._name

    def __reduce__(self):
        return self._name

    def __call__(self, *args, **kwds):
        raise TypeError(f"Cannot instantiate {self!r}")

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __instancecheck__(self, obj):
        raise TypeError(f"{self} cannot be used with isinstance()")

    def __subclasscheck__(self, cls):
        raise TypeError(f"{self} cannot be used with issubclass()")

    @_tp_cache
    def __getitem__(self, parameters):
        return self._getitem(self, parameters)


class _TypedCacheSpecialForm(_SpecialForm, _root=True):
    # The values are arguments of their own, so that a cache can tell 0 from False.
    def __getitem__(self, parameters):
        if not isinstance(parameters, tuple):
            parameters = (parameters,)
        return self._getitem(self, *parameters)


class _AnyMeta(type):
    def __instancecheck__(self, obj):
        if self is Any:
            raise TypeError("typing.Any cannot be used with isinstance()")
        return super().__instancecheck__(obj)

    def __repr__(self):
        if self is Any:
            return "typing.Any"
        return super().__repr__()


class Any(metaclass=_AnyMeta):
    """Says nothing about a value: type checkers let everything pass."""

    def __new__(cls, *args, **kwargs):
        if cls is Any:
            raise TypeError("Any cannot be instantiated")
        return super().__new__(cls)


@_SpecialForm
def NoReturn(self, parameters):
    """The result of a function that never returns."""
    raise TypeError(f"{self} is not subscriptable")


@_SpecialForm
def Never(self, parameters):
    """A type without values: for what cannot be reached."""
    raise TypeError(f"{self} is not subscriptable")


@_SpecialForm
def Self(self, parameters):
    """In a class: the class that the method is called on."""
    raise TypeError(f"{self} is not subscriptable")


@_SpecialForm
def LiteralString(self, parameters):
    """Texts that are made of literals only, and so of nothing from outside."""
    raise TypeError(f"{self} is not subscriptable")


@_SpecialForm
def ClassVar(self, parameters):
    """Marks a variable as one of the class, which objects do not set: ClassVar[int]."""
    item = _type_check(parameters, f"{self} accepts only single type.", allow_special_forms=True)
    return _GenericAlias(self, (item,))


@_SpecialForm
def Final(self, parameters):
    """Marks a name that is not to be assigned or overridden again: Final, or Final[int]."""
    item = _type_check(parameters, f"{self} accepts only single type.", allow_special_forms=True)
    return _GenericAlias(self, (item,))


@_SpecialForm
def Optional(self, parameters):
    """Optional[X] is X or None."""
    arg = _type_check(parameters, f"{self} requires a single type.")
    return Union[arg, type(None)]


@_TypedCacheSpecialForm
@_tp_cache(typed=True)
def Literal(self, *parameters):
    """Types of a few values: Literal["r", "w"]."""
    parameters = _flatten_literal_params(parameters)
    try:
        parameters = tuple(value for value, _ in _deduplicate(
            list(_value_and_type_iter(parameters)), unhashable_fallback=True))
    except TypeError:
        pass  # what can't be compared stays as it is
    return _LiteralGenericAlias(self, parameters)


@_SpecialForm
def TypeAlias(self, parameters):
    """Marks an assignment that gives a type a name; the `type` statement does so better."""
    raise TypeError(f"{self} is not subscriptable")


@_SpecialForm
def Concatenate(self, parameters):
    """Parameters put in front of those of a ParamSpec: Callable[Concatenate[int, P], str]."""
    if parameters == ():
        raise TypeError("Cannot take a Concatenate of no types.")
    *first, last = parameters if isinstance(parameters, tuple) else (parameters,)
    if last is not ... and not isinstance(last, ParamSpec):
        raise TypeError("The last parameter to Concatenate should be a "
                        "ParamSpec variable or ellipsis.")
    checked = [_type_check(param, "Concatenate[arg, ...]: each arg must be a type.")
               for param in first]
    return _ConcatenateGenericAlias(self, (*checked, last))


@_SpecialForm
def TypeGuard(self, parameters):
    """The result of a function that tells whether its argument has a type: TypeGuard[str]."""
    item = _type_check(parameters, f"{self} accepts only single type.")
    return _GenericAlias(self, (item,))


@_SpecialForm
def TypeIs(self, parameters):
    """As TypeGuard, where False says that the argument does not have the type."""
    item = _type_check(parameters, f"{self} accepts only single type.")
    return _GenericAlias(self, (item,))


@_SpecialForm
def Unpack(self, parameters):
    """Unpack[Ts] is *Ts; in front of **kwargs it takes a TypedDict."""
    item = _type_check(parameters, f"{self} accepts only single type.")
    return _UnpackGenericAlias(origin=self, args=(item,))


@_SpecialForm
def Required(self, parameters):
    """Marks a key of a TypedDict that has to be there."""
    item = _type_check(parameters, f"{self._name} accepts only a single type.")
    return _GenericAlias(self, (item,))


@_SpecialForm
def NotRequired(self, parameters):
    """Marks a key of a TypedDict that may be missing."""
    item = _type_check(parameters, f"{self._name} accepts only a single type.")
    return _GenericAlias(self, (item,))


@_SpecialForm
def ReadOnly(self, parameters):
    """Marks a key of a TypedDict that is not to be set."""
    item = _type_check(parameters, f"{self._name} accepts only a single type.")
    return _GenericAlias(self, (item,))


@_TypedCacheSpecialForm
@_tp_cache(typed=True)
def Annotated(self, *params):
    """A type together with data for others than type checkers: Annotated[int, anything]."""
    if len(params) < 2:
        raise TypeError("Annotated[...] should be used with at least two arguments "
                        "(a type and an annotation).")
    of, *metadata = params
    if _is_unpacked_typevartuple(of):
        raise TypeError("Annotated[...] should not be used with an unpacked TypeVarTuple")
    of = _type_check(of, "Annotated[t, ...]: t must be a type.", allow_special_forms=True)
    return _AnnotatedAlias(of, tuple(metadata))


def _typevar_subst(self, arg):
    given = _type_check(arg, "Parameters to generic types must be types.", is_argument=True)
    if isinstance(given, _GenericAlias):
        unpacked = given.__origin__ is Unpack
    else:
        unpacked = isinstance(given, GenericAlias) and getattr(given, "__unpacked__", False)
    if unpacked:
        raise TypeError(f"{given} is not valid as type argument")
    return given


def _endless_tuple(args):
    # The place of *tuple[X, ...] among the arguments and its X; at most one is allowed.
    places = []
    for place, arg in enumerate(args):
        items = None if isinstance(arg, type) else getattr(
            arg, "__typing_unpacked_tuple_args__", None)
        if items and len(items) == 2 and items[1] is ...:
            places.append((place, items[0]))
    if len(places) > 1:
        raise TypeError("More than one unpacked arbitrary-length tuple argument")
    return places[0] if places else (None, None)


def _typevartuple_prepare_subst(self, alias, args):
    # The variables before and after this one take their arguments from the ends; what is between
    # goes to this one, as one tuple. An unpacked tuple of any length may have to serve several.
    params = alias.__parameters__
    before = params.index(self)
    after = len(params) - before - 1
    if any([isinstance(param, TypeVarTuple) for param in params[before + 1:]]):
        raise TypeError(f"More than one TypeVarTuple parameter in {alias}")
    endless, filler = _endless_tuple(args)
    if endless is None:
        if before + after > len(args):
            raise TypeError(f"Too few arguments for {alias}; actual {len(args)}, "
                            f"expected at least {len(params) - 1}")
        left, right = before, after
    else:
        left, right = min(before, endless), min(after, len(args) - endless - 1)
    middle = args[left:len(args) - right]
    if not middle and self.has_default():
        middle = _unpack_args(self.__default__)
    return (*args[:left], *[filler] * (before - left), middle, *[filler] * (after - right),
            *args[len(args) - right:])


def _paramspec_subst(self, arg):
    if isinstance(arg, (tuple, list)):
        return tuple([_type_check(item, "Expected a type.") for item in arg])
    if _is_param_expr(arg):
        return arg
    raise TypeError("Expected a list of types, an ellipsis, ParamSpec, or Concatenate. "
                    f"Got {arg}")


def _paramspec_prepare_subst(self, alias, args):
    names = alias.__parameters__
    mine = names.index(self)
    if mine == len(args) and self.has_default():
        args = (*args, self.__default__)
    elif mine >= len(args):
        raise TypeError(f"Too few arguments for {alias}")
    if len(names) == 1 and not _is_param_expr(args[0]):
        return (args,)  # Z[int, str, bool] is short for Z[[int, str, bool]]
    given = args[mine]
    return (*args[:mine], tuple(given), *args[mine + 1:]) if isinstance(given, list) else args


@_tp_cache
def _generic_class_getitem(cls, args):
    """What subscripting a generic class does: Generic[T] in a list of bases, and Stack[int]."""
    args = tuple([_type_convert(arg) for arg in (args if isinstance(args, tuple) else (args,))])
    if cls is Generic or cls is _typing_name("Protocol"):
        _check_declared(cls, args)
        return _GenericAlias(cls, args)
    try:
        parameters = cls.__parameters__
    except AttributeError as error:
        _note_missing_super(cls, error)
        raise
    for prepare in [getattr(param, "__typing_prepare_subst__", None) for param in parameters]:
        if prepare is not None:
            args = prepare(cls, args)
    _check_generic_specialization(cls, args)
    flat = []
    for param, arg in zip(parameters, args):
        flat += arg if isinstance(param, TypeVarTuple) else (arg,)
    return _GenericAlias(cls, tuple(flat))


def _check_declared(cls, args):
    # The subscript of Generic and Protocol lists type variables, each of them once.
    if not args:
        raise TypeError(f"Parameter list to {cls.__qualname__}[...] cannot be empty")
    if not all([_is_typevar_like(arg) for arg in args]):
        raise TypeError(f"Parameters to {cls.__name__}[...] must all be type variables "
                        "or parameter specification variables.")
    if len({*args}) < len(args):
        raise TypeError(f"Parameters to {cls.__name__}[...] must all be unique")


def _note_missing_super(cls, error):
    hook = getattr(cls, "__init_subclass__", None)
    if hook is not None and hook != Generic.__init_subclass__:
        error.add_note(f"Note: this exception may have been caused by "
                       f"{hook.__qualname__!r} (or the '__init_subclass__' method on a "
                       "superclass) not calling 'super().__init_subclass__()'")


def _generic_init_subclass(cls, *args, **kwargs):
    super(Generic, cls).__init_subclass__(*args, **kwargs)
    bases = cls.__dict__.get("__orig_bases__")
    if bases is not None:
        plain = Generic in bases
    else:
        plain = (Generic in cls.__bases__ and cls.__name__ != "Protocol"
                 and type(cls) is not _typing_name("_TypedDictMeta"))
    if plain:
        raise TypeError("Cannot inherit from plain Generic")
    variables = ()
    if bases is not None:
        variables = _collect_type_parameters(bases)
        # With Generic[...] among the bases, it alone says which variables in which order.
        declared = None
        for base in bases:
            if isinstance(base, _GenericAlias) and base.__origin__ is Generic:
                if declared is not None:
                    raise TypeError("Cannot inherit from Generic[...] multiple times.")
                declared = base.__parameters__
        if declared is not None:
            missing = [str(v) for v in variables if v not in declared]
            if missing:
                raise TypeError(f"Some type variables ({', '.join(missing)}) are not listed in "
                                f"Generic[{', '.join(str(v) for v in declared)}]")
            variables = declared
    cls.__parameters__ = tuple(variables)


def _brings_generic(base, bases):
    if isinstance(base, _BaseGenericAlias):
        return True
    if isinstance(base, type):
        return issubclass(base, Generic)
    replaced = base.__mro_entries__(bases) if hasattr(base, "__mro_entries__") else ()
    return isinstance(replaced, tuple) and any(
        [isinstance(entry, type) and issubclass(entry, Generic) for entry in replaced])


class _BaseGenericAlias(_Final, _root=True):
    """The central part of the alias machinery: attributes are the origin's, calls make
    instances of the origin."""

    def __init__(self, origin, *, inst=True, name=None):
        self.__origin__ = origin
        self.__slots__ = None
        self._name, self._inst = name, inst

    def __call__(self, *args, **kwargs):
        origin = self.__origin__
        if not self._inst:
            raise TypeError(f"Type {self._name} cannot be instantiated; "
                            f"use {origin.__name__}() instead")
        made = origin(*args, **kwargs)
        try:
            made.__orig_class__ = self
        except Exception:
            pass  # there may be slots, or a __setattr__ that refuses
        return made

    def __mro_entries__(self, bases):
        origin = self.__origin__
        entries = () if origin in bases else (origin,)
        # Generic has to come once, and last: not here if a later base brings it.
        later = bases[bases.index(self) + 1:]
        return entries if any([_brings_generic(base, bases) for base in later]) else (
            *entries, Generic)

    def __getattr__(self, attr):
        # Before __init__ (copying, unpickling) there is no origin to ask.
        if attr in {"__name__", "__qualname__"} and "_name" in self.__dict__:
            return self._name or self.__origin__.__name__
        if attr not in {"__origin__", "__args__"} and "__origin__" in self.__dict__ and (
                not _is_dunder(attr)):
            return getattr(self.__origin__, attr)
        raise AttributeError(attr)

    def __setattr__(self, attr, val):
        if _is_dunder(attr) or attr in {"_name", "_inst", "_nparams", "_defaults"}:
            super().__setattr__(attr, val)
        else:
            setattr(self.__origin__, attr, val)

    def __instancecheck__(self, obj):
        return self.__subclasscheck__(type(obj))

    def __subclasscheck__(self, cls):
        raise TypeError("Subscripted generics cannot be used with class and instance checks")

    def __dir__(self):
        return list(set(super().__dir__()
                        + [attr for attr in dir(self.__origin__) if not _is_dunder(attr)]))


class _GenericAlias(_BaseGenericAlias, _root=True):
    # A name is given where the alias is not shown under its origin's name: List[int].

    def __init__(self, origin, args, *, inst=True, name=None):
        super().__init__(origin, inst=inst, name=name)
        if not isinstance(args, tuple):
            args = (args,)
        self.__args__ = tuple(... if arg is _TypingEllipsis else arg for arg in args)
        self.__parameters__ = _collect_type_parameters(
            args, enforce_default_ordering=origin is Generic or (
                getattr(origin, "__name__", None) == "Protocol"
                and origin is _typing_name("Protocol")))
        if not name:
            self.__module__ = origin.__module__

    def __eq__(self, other):
        if not isinstance(other, _GenericAlias):
            return NotImplemented
        return self.__origin__ == other.__origin__ and self.__args__ == other.__args__

    def __hash__(self):
        return hash((self.__origin__, self.__args__))

    def __or__(self, right):
        return Union[self, right]

    def __ror__(self, left):
        return Union[left, self]

    @_tp_cache
    def __getitem__(self, args):
        if self.__origin__ in (Generic, _typing_name("Protocol")):
            raise TypeError(f"Cannot subscript already-subscripted {self}")
        if not self.__parameters__:
            raise TypeError(f"{self} is not a generic class")
        if not isinstance(args, tuple):
            args = (args,)
        args = _unpack_args(*(_type_convert(arg) for arg in args))
        params = self.__parameters__
        for param in params:
            prepare = getattr(param, "__typing_prepare_subst__", None)
            if prepare is not None:
                args = prepare(self, args)
        if len(args) != len(params):
            raise _wrong_count(self, len(args), len(params))
        return self.copy_with(tuple(self._substitute(self.__args__, dict(zip(params, args)))))

    def _substitute(self, args, chosen):
        # The arguments with what was chosen in the place of the type parameters.
        to_callable = self.__origin__ == collections.abc.Callable
        new = []
        for old in args:
            if isinstance(old, type):
                new.append(old)
                continue
            if subst := getattr(old, "__typing_subst__", None):
                arg = subst(chosen[old])
            elif inner := getattr(old, "__parameters__", ()):
                parts = [chosen[param] if isinstance(param, TypeVarTuple) else (chosen[param],)
                         for param in inner]
                arg = old[tuple([item for part in parts for item in part])]
            else:
                arg = old
            if (to_callable and isinstance(arg, tuple)) or _is_unpacked_typevartuple(old):
                new += arg  # Callable[P, X] with a list for P: its arguments are flat
            elif isinstance(old, tuple):
                new.append(tuple(self._substitute(old, chosen)))
            else:
                new.append(arg)
        return new

    def copy_with(self, args):
        return self.__class__(self.__origin__, args, name=self._name, inst=self._inst)

    def __repr__(self):
        name = "typing." + self._name if self._name else _type_repr(self.__origin__)
        # An empty tuple type would look like nothing at all.
        args = ", ".join([_type_repr(arg) for arg in self.__args__]) if self.__args__ else "()"
        return f"{name}[{args}]"

    def __reduce__(self):
        origin = _typing_name(self._name) if self._name else self.__origin__
        args = tuple(self.__args__)
        if len(args) == 1 and not isinstance(args[0], tuple):
            args, = args
        return operator.getitem, (origin, args)

    def __mro_entries__(self, bases):
        origin = self.__origin__
        if isinstance(origin, _SpecialForm):
            raise TypeError(f"Cannot subclass {self!r}")
        if self._name:
            return super().__mro_entries__(bases)
        if origin is Generic:
            later = bases[bases.index(self) + 1:]
            if _typing_name("Protocol") in bases or any(
                    [isinstance(base, _BaseGenericAlias) and base is not self for base in later]):
                return ()  # another base brings it
        return (origin,)

    def __iter__(self):
        yield Unpack[self]


class _SpecialGenericAlias(_NotIterable, _BaseGenericAlias, _root=True):
    # List and its like: subscriptable, but not subscripted yet.

    def __init__(self, origin, nparams, *, inst=True, name=None, defaults=()):
        super().__init__(origin, inst=inst, name=origin.__name__ if name is None else name)
        self._nparams = nparams
        self._defaults = defaults
        where = "" if origin.__module__ == "builtins" else f"{origin.__module__}."
        self.__doc__ = f"The old name of {where}{origin.__qualname__}."

    @_tp_cache
    def __getitem__(self, params):
        if not isinstance(params, tuple):
            params = (params,)
        msg = "Parameters to generic types must be types."
        params = tuple(_type_check(param, msg) for param in params)
        n, wanted, defaults = len(params), self._nparams, self._defaults
        if defaults and n < wanted <= n + len(defaults):
            params = (*params, *defaults[n - wanted:])
            n = wanted
        if n != wanted:
            if not wanted:
                raise TypeError(f"{self} is not a generic class")
            raise _wrong_count(self, n, wanted,
                               f"at least {wanted - len(defaults)}" if defaults else None)
        return self.copy_with(params)

    def copy_with(self, params):
        return _GenericAlias(self.__origin__, params, name=self._name, inst=self._inst)

    def __repr__(self):
        return "typing." + self._name

    def __subclasscheck__(self, cls):
        if isinstance(cls, _GenericAlias):
            return super().__subclasscheck__(cls)
        plain = cls.__origin__ if isinstance(cls, _SpecialGenericAlias) else cls
        return issubclass(plain, self.__origin__)

    def __reduce__(self):
        return self._name

    def __or__(self, right):
        return Union[self, right]

    def __ror__(self, left):
        return Union[left, self]


class _DeprecatedGenericAlias(_SpecialGenericAlias, _root=True):
    def __init__(self, origin, nparams, *, removal_version, inst=True, name=None):
        super().__init__(origin, nparams, inst=inst, name=name)
        super(_BaseGenericAlias, self).__setattr__("_removal_version", removal_version)

    def __setattr__(self, attr, val):
        if attr == "_removal_version":
            object.__setattr__(self, attr, val)
        else:
            super().__setattr__(attr, val)

    def _warn(self):
        import warnings
        warnings._deprecated(f"{self.__module__}.{self._name}", remove=self._removal_version)

    def __instancecheck__(self, inst):
        self._warn()
        return super().__instancecheck__(inst)

    def __subclasscheck__(self, cls):
        return super().__subclasscheck__(cls)


class _CallableGenericAlias(_NotIterable, _GenericAlias, _root=True):
    def __repr__(self):
        *params, result = self.__args__
        if len(params) == 1 and _is_param_expr(params[0]):
            return super().__repr__()
        shown = ", ".join([_type_repr(param) for param in params])
        return f"typing.Callable[[{shown}], {_type_repr(result)}]"

    def __reduce__(self):
        args = self.__args__
        if not (len(args) == 2 and _is_param_expr(args[0])):
            args = list(args[:-1]), args[-1]
        return operator.getitem, (_typing_name("Callable"), args)


class _CallableType(_SpecialGenericAlias, _root=True):
    def copy_with(self, params):
        return _CallableGenericAlias(self.__origin__, params, name=self._name, inst=self._inst)

    def __getitem__(self, params):
        if not isinstance(params, tuple) or len(params) != 2:
            raise TypeError("Callable must be used as Callable[[arg, ...], result].")
        args, result = params
        # A list can't be hashed, and so not be kept in the cache.
        return self._checked((tuple(args) if isinstance(args, list) else args, result))

    @_tp_cache
    def _checked(self, params):
        args, result = params
        result = _type_check(result, "Callable[args, result]: result must be a type.")
        if args is Ellipsis:
            return self.copy_with((_TypingEllipsis, result))
        if not isinstance(args, tuple):
            args = (args,)
        return self.copy_with((*(_type_convert(arg) for arg in args), result))


class _TupleType(_SpecialGenericAlias, _root=True):
    @_tp_cache
    def __getitem__(self, params):
        if not isinstance(params, tuple):
            params = (params,)
        if len(params) >= 2 and params[-1] is ...:
            msg = "Tuple[t, ...]: t must be a type."
            return self.copy_with((*(_type_check(param, msg) for param in params[:-1]),
                                   _TypingEllipsis))
        msg = "Tuple[t0, t1, ...]: each t must be a type."
        return self.copy_with(tuple(_type_check(param, msg) for param in params))


class _UnionGenericAliasMeta(type):
    def __instancecheck__(self, inst):
        _warn_union_alias()
        return isinstance(inst, Union)

    def __subclasscheck__(self, cls):
        _warn_union_alias()
        return issubclass(cls, Union)

    def __eq__(self, other):
        _warn_union_alias()
        if other is _UnionGenericAlias or other is Union:
            return True
        return NotImplemented

    def __hash__(self):
        return hash(Union)


def _warn_union_alias():
    import warnings
    warnings._deprecated("_UnionGenericAlias", remove=(3, 17))


class _UnionGenericAlias(metaclass=_UnionGenericAliasMeta):
    """Only for those who ask isinstance() of it: unions are builtin objects."""

    def __new__(cls, self_cls, parameters, /, *, name=None):
        _warn_union_alias()
        return Union[parameters]


class _LiteralGenericAlias(_GenericAlias, _root=True):
    def __eq__(self, other):
        if not isinstance(other, _LiteralGenericAlias):
            return NotImplemented
        return (set(_value_and_type_iter(self.__args__))
                == set(_value_and_type_iter(other.__args__)))

    def __hash__(self):
        return hash(frozenset(_value_and_type_iter(self.__args__)))


class _ConcatenateGenericAlias(_GenericAlias, _root=True):
    def copy_with(self, params):
        last = params[-1]
        if isinstance(last, (list, tuple)):
            return (*params[:-1], *last)
        if isinstance(last, _ConcatenateGenericAlias):
            params = (*params[:-1], *last.__args__)
        return super().copy_with(params)


class _UnpackGenericAlias(_GenericAlias, _root=True):
    def __getitem__(self, args):
        if self.__typing_is_unpacked_typevartuple__:
            return args
        return super().__getitem__(args)

    @property
    def __typing_unpacked_tuple_args__(self):
        arg, = self.__args__
        if isinstance(arg, (_GenericAlias, types.GenericAlias)):
            if arg.__origin__ is not tuple:
                raise TypeError("Unpack[...] must be used with a tuple type")
            return arg.__args__
        return None

    @property
    def __typing_is_unpacked_typevartuple__(self):
        return isinstance(self.__args__[0], TypeVarTuple)


class _AnnotatedAlias(_NotIterable, _GenericAlias, _root=True):
    """Annotated[...]: a type and what it is annotated with."""

    def __init__(self, origin, metadata):
        # What is annotated twice is annotated with both.
        if isinstance(origin, _AnnotatedAlias):
            origin, metadata = origin.__origin__, (*origin.__metadata__, *metadata)
        self.__metadata__ = metadata
        super().__init__(origin, origin, name="Annotated")

    def copy_with(self, params):
        return _AnnotatedAlias(params[0], self.__metadata__)

    def __repr__(self):
        return (f"typing.Annotated[{_type_repr(self.__origin__)}, "
                f"{', '.join(repr(item) for item in self.__metadata__)}]")

    def __reduce__(self):
        return operator.getitem, (Annotated, (self.__origin__,) + self.__metadata__)

    def __eq__(self, other):
        if not isinstance(other, _AnnotatedAlias):
            return NotImplemented
        return (self.__origin__ == other.__origin__
                and self.__metadata__ == other.__metadata__)

    def __hash__(self):
        return hash((self.__origin__, self.__metadata__))

    def __getattr__(self, attr):
        if attr in {"__name__", "__qualname__"}:
            return "Annotated"
        return super().__getattr__(attr)

    def __mro_entries__(self, bases):
        return (self.__origin__,)


class _TypingEllipsis:
    """Stands for `...` where a class is needed."""
