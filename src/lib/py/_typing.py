"""Type variables, type aliases and Generic: the part of typing that the language itself uses.

`class C[T]`, `def f[T: int]` and `type X = ...` make these objects: the compiler's operations call
the _intrinsic functions at the end.  Bounds, constraints, defaults and the values of aliases come
as functions then, evaluated when somebody asks and only once; each takes an annotation format.
What a substitution does is decided by functions of typing, looked up there when they are needed.
"""

import sys

__name__ = "typing"

GenericAlias = type(list[int])
Union = type(int | str)

_VALUE = 1  # annotationlib.Format.VALUE


def _idfunc(x):
    return x


def _typing():
    import typing
    return typing


def _caller_module():
    try:
        module = sys._getframemodulename(2)
    except AttributeError:
        return None
    return None if module == "typing" else module


class NoDefaultType:
    """The type of the NoDefault singleton."""

    __slots__ = ()
    _instance = None

    def __new__(cls):
        if cls._instance is None:
            cls._instance = object.__new__(cls)
        return cls._instance

    def __init_subclass__(cls, /, **kwargs):
        raise TypeError("type 'NoDefaultType' is not an acceptable base type")

    def __repr__(self):
        return "typing.NoDefault"

    def __reduce__(self):
        return "NoDefault"


NoDefault = NoDefaultType()


def _constant(value):
    # What evaluate_bound() and the like give for a value that was there from the start.
    return None if value is None else _ConstEvaluator(value)


class _ConstEvaluator:
    __slots__ = ("_value",)

    def __init__(self, value):
        self._value = value

    def __call__(self, format=_VALUE, /):
        if format != 4:  # Format.STRING
            return self._value
        from annotationlib import type_repr
        if isinstance(self._value, tuple):
            return f"({', '.join(type_repr(item) for item in self._value)})"
        return type_repr(self._value)

    def __repr__(self):
        return f"<constevaluator {self._value!r}>"


# The slots that the three kinds of type parameters share. `_default` is NoDefault, a value, or not
# evaluated yet while _evaluate_default is set.
_parameter_slots = ("__name__", "_default", "_evaluate_default", "__dict__", "__weakref__")


class _Parameter:
    # The methods that they share, which _shared copies: their base is object.
    def _start(self, name, default):
        if not isinstance(name, str):
            kind = type(self).__name__.lower()
            if name is NoDefault:
                raise TypeError(f"{kind}() missing required argument 'name' (pos 1)")
            got = "None" if name is None else type(name).__name__
            raise TypeError(f"{kind}() argument 'name' must be str, not {got}")
        self.__name__ = name
        self._default = default
        self._evaluate_default = None

    @property
    def __default__(self):
        """The default value for this parameter, or NoDefault."""
        if self._default is NoDefault and self._evaluate_default is not None:
            self._default = self._evaluate_default(_VALUE)
        return self._default

    @property
    def evaluate_default(self):
        if self._evaluate_default is not None:
            return self._evaluate_default
        return None if self._default is NoDefault else _ConstEvaluator(self._default)

    def has_default(self):
        return self._default is not NoDefault or self._evaluate_default is not None

    def __mro_entries__(self, bases):
        raise TypeError(f"Cannot subclass an instance of {type(self).__name__}")

    def __reduce__(self):
        return self.__name__

    def __or__(self, right):
        return Union[self, right]

    def __ror__(self, left):
        return Union[left, self]


def _refuse(kind, takes, extra, unknown):
    # The words for arguments that do not fit: `takes` positional ones, `extra` more, keywords unknown.
    if extra:
        raise TypeError(f"{kind}() takes exactly {takes} positional argument{'s' * (takes > 1)} "
                        f"({takes + len(extra)} given)")
    for name in unknown:
        raise TypeError(f"{kind}() got an unexpected keyword argument '{name}'")


def _shared(cls):
    for name, value in vars(_Parameter).items():
        if name not in vars(cls):
            setattr(cls, name, value)
    return cls


def _final(cls):
    # Not meant for inheritance, like the classes they stand for.
    def __init_subclass__(kind, /, **kwargs):
        raise TypeError(f"type '{cls.__module__}.{cls.__name__}' is not an acceptable base type")

    cls.__init_subclass__ = classmethod(__init_subclass__)
    return cls


def _variance_repr(self):
    if self.__infer_variance__:
        return self.__name__
    return f"{'+' if self.__covariant__ else '-' if self.__contravariant__ else '~'}{self.__name__}"


def _check_variance(covariant, contravariant, infer_variance):
    if covariant and contravariant:
        raise ValueError("Bivariant types are not supported.")
    if infer_variance and (covariant or contravariant):
        raise ValueError("Variance cannot be specified with infer_variance.")


@_final
@_shared
class TypeVar:
    """A variable for a type: def f[T](...)."""

    __slots__ = (*_parameter_slots, "_bound", "_constraints", "_evaluate_bound", "_evaluate_constraints",
                 "__covariant__", "__contravariant__", "__infer_variance__")

    def __new__(cls, name=NoDefault, *constraints, bound=None, default=NoDefault, covariant=False,
                 contravariant=False, infer_variance=False, **unknown):
        self = object.__new__(cls)
        _refuse("typevar", 1, (), unknown)
        self._start(name, default)
        covariant, contravariant = bool(covariant), bool(contravariant)
        infer_variance = bool(infer_variance)
        _check_variance(covariant, contravariant, infer_variance)
        if constraints:
            if len(constraints) == 1:
                raise TypeError("A single constraint is not allowed")
            if bound is not None:
                raise TypeError("Constraints cannot be combined with bound=...")
            check = _typing()._type_check
            msg = "TypeVar(name, constraint, ...): constraints must be types."
            constraints = tuple(check(item, msg) for item in constraints)
        if bound is not None:
            bound = _typing()._type_check(bound, "Bound must be a type.")
        self._bound = bound
        self._constraints = constraints
        self._evaluate_bound = self._evaluate_constraints = None
        self.__covariant__ = covariant
        self.__contravariant__ = contravariant
        self.__infer_variance__ = infer_variance
        module = _caller_module()
        if module is not None:
            self.__module__ = module
        return self

    __repr__ = _variance_repr

    @property
    def __bound__(self):
        if self._evaluate_bound is not None and self._bound is None:
            self._bound = self._evaluate_bound(_VALUE)
        return self._bound

    @property
    def __constraints__(self):
        if self._evaluate_constraints is not None and not self._constraints:
            self._constraints = self._evaluate_constraints(_VALUE)
        return self._constraints

    @property
    def evaluate_bound(self):
        return self._evaluate_bound or _constant(self._bound)

    @property
    def evaluate_constraints(self):
        return self._evaluate_constraints or _constant(self._constraints or None)

    def __typing_subst__(self, arg, /):
        return _typing()._typevar_subst(self, arg)

    def __typing_prepare_subst__(self, alias, args, /):
        params = alias.__parameters__
        place = params.index(self)
        if place < len(args):
            return args
        if place == len(args) and self.has_default():
            return (*args, self.__default__)
        raise TypeError(f"Too few arguments for {alias}; actual {len(args)}, "
                        f"expected at least {place + 1}")


class _ParamSpecPart:
    __slots__ = ("__origin__", "__weakref__")

    def __new__(cls, origin=NoDefault, *extra, **unknown):
        kind = cls.__name__.lower()
        _refuse(kind, 1, extra, unknown)
        if origin is NoDefault:
            raise TypeError(f"{kind}() missing required argument 'origin' (pos 1)")
        self = object.__new__(cls)
        self.__origin__ = origin
        return self

    def __eq__(self, other):
        if type(other) is not type(self):
            return NotImplemented
        return self.__origin__ == other.__origin__

    def __hash__(self):
        return hash(self.__origin__)

    def __repr__(self):
        name = getattr(self.__origin__, "__name__", None)
        if not isinstance(self.__origin__, ParamSpec):
            name = repr(self.__origin__)
        return f"{name}.{self._part}"

    def __mro_entries__(self, bases):
        raise TypeError(f"Cannot subclass an instance of {type(self).__name__}")


@_final
class ParamSpecArgs(_ParamSpecPart):
    """The args for a ParamSpec object.

    This is what P.args gives; its __origin__ is P.
    """

    __slots__ = ()
    _part = "args"


@_final
class ParamSpecKwargs(_ParamSpecPart):
    """The kwargs for a ParamSpec object.

    This is what P.kwargs gives; its __origin__ is P.
    """

    __slots__ = ()
    _part = "kwargs"


@_final
@_shared
class ParamSpec:
    """A variable for the parameters of a callable: def f[**P](...)."""

    __slots__ = (*_parameter_slots, "__bound__", "__covariant__", "__contravariant__",
                 "__infer_variance__")

    def __new__(cls, name=NoDefault, *extra, bound=None, default=NoDefault, covariant=False,
                 contravariant=False, infer_variance=False, **unknown):
        self = object.__new__(cls)
        _refuse("paramspec", 1, extra, unknown)
        self._start(name, default)
        covariant, contravariant = bool(covariant), bool(contravariant)
        infer_variance = bool(infer_variance)
        _check_variance(covariant, contravariant, infer_variance)
        if bound is not None:
            bound = _typing()._type_check(bound, "Bound must be a type.")
        self.__bound__ = bound
        self.__covariant__ = covariant
        self.__contravariant__ = contravariant
        self.__infer_variance__ = infer_variance
        module = _caller_module()
        if module is not None:
            self.__module__ = module
        return self

    __repr__ = _variance_repr

    @property
    def args(self):
        """What *args is annotated with: P.args."""
        return ParamSpecArgs(self)

    @property
    def kwargs(self):
        """What **kwargs is annotated with: P.kwargs."""
        return ParamSpecKwargs(self)

    def __typing_subst__(self, arg, /):
        return _typing()._paramspec_subst(self, arg)

    def __typing_prepare_subst__(self, alias, args, /):
        return _typing()._paramspec_prepare_subst(self, alias, args)


@_final
@_shared
class TypeVarTuple:
    """A variable for any number of types: def f[*Ts](...)."""

    __slots__ = _parameter_slots

    def __new__(cls, name=NoDefault, *extra, default=NoDefault, **unknown):
        self = object.__new__(cls)
        _refuse("typevartuple", 1, extra, unknown)
        self._start(name, default)
        module = _caller_module()
        if module is not None:
            self.__module__ = module
        return self

    def __iter__(self):
        yield _typing().Unpack[self]

    def __repr__(self):
        return self.__name__

    def __typing_subst__(self, arg, /):
        raise TypeError("Substitution of bare TypeVarTuple is not supported")

    def __typing_prepare_subst__(self, alias, args, /):
        return _typing()._typevartuple_prepare_subst(self, alias, args)

    def __or__(self, right):
        return NotImplemented

    __ror__ = __or__


@_final
class TypeAliasType:
    """What the `type` statement makes: a name for a type, which is evaluated when it is needed."""

    __slots__ = ("_name", "_type_params", "_value", "_evaluate", "_module", "__weakref__")

    def __new__(cls, name=NoDefault, value=NoDefault, *extra, type_params=(), **unknown):
        self = object.__new__(cls)
        _refuse("typealias", 2, extra, unknown)
        for place, given in enumerate((name, value)):
            if given is NoDefault:
                raise TypeError("typealias() missing required argument "
                                f"'{('name', 'value')[place]}' (pos {place + 1})")
        if not isinstance(name, str):
            raise TypeError("typealias() argument 'name' must be str, "
                            f"not {'None' if name is None else type(name).__name__}")
        if not isinstance(type_params, tuple):
            raise TypeError("type_params must be a tuple")
        _check_params(type_params)
        object.__setattr__(self, "_name", name)
        object.__setattr__(self, "_type_params", type_params)
        object.__setattr__(self, "_value", value)
        object.__setattr__(self, "_evaluate", None)
        object.__setattr__(self, "_module", _caller_module())
        return self

    @property
    def __name__(self):
        return self._name

    @property
    def __type_params__(self):
        return self._type_params

    @property
    def __parameters__(self):
        # A TypeVarTuple counts as what it unpacks to.
        return tuple(next(iter(param)) if isinstance(param, TypeVarTuple) else param
                     for param in self._type_params)

    @property
    def __value__(self):
        if self._evaluate is not None and self._value is NoDefault:
            object.__setattr__(self, "_value", self._evaluate(_VALUE))
        return self._value

    @property
    def evaluate_value(self):
        return self._evaluate or _ConstEvaluator(self._value)

    @property
    def __module__(self):
        return self._module or "typing"

    def __setattr__(self, name, value):
        if name in ("__name__", "__value__", "__type_params__", "__parameters__", "__module__",
                    "evaluate_value"):
            raise AttributeError("readonly attribute" if name == "__name__" else
                                 f"attribute '{name}' of 'typing.TypeAliasType' objects is not "
                                 "writable")
        raise AttributeError(f"'typing.TypeAliasType' object has no attribute '{name}'")

    def __repr__(self):
        return self._name

    def __reduce__(self):
        return self._name

    def __iter__(self):
        yield _typing().Unpack[self]

    def __getitem__(self, args):
        if not self._type_params:
            raise TypeError("Only generic type aliases are subscriptable")
        return GenericAlias(self, args if isinstance(args, tuple) else (args,))

    def __or__(self, right):
        return Union[self, right]

    def __ror__(self, left):
        return Union[left, self]

    def __mro_entries__(self, bases):
        raise TypeError("Cannot subclass an instance of TypeAliasType")


def _check_params(type_params):
    default_seen = False
    for param in type_params:
        if not isinstance(param, (TypeVar, ParamSpec, TypeVarTuple)):
            raise TypeError(f"Expected a type param, got {param!r}")
        if param.has_default():
            default_seen = True
        elif default_seen:
            raise TypeError(f"non-default type parameter '{param!r}' "
                            "follows default type parameter")


class Generic:
    """The base of generic classes; class C[T] inherits from it."""

    __slots__ = ()
    _is_protocol = False

    def __class_getitem__(cls, args):
        return _typing()._generic_class_getitem(cls, args)

    def __init_subclass__(cls, *args, **kwargs):
        _typing()._generic_init_subclass(cls, *args, **kwargs)


# What the compiler's operations for PEP 695 and 696 call.

def _intrinsic_typevar(name, evaluate_bound=None, evaluate_constraints=None):
    new = TypeVar(name, infer_variance=True)
    new._evaluate_bound = evaluate_bound
    new._evaluate_constraints = evaluate_constraints
    return new


def _intrinsic_paramspec(name):
    return ParamSpec(name, infer_variance=True)


def _intrinsic_typevartuple(name):
    return TypeVarTuple(name)


def _intrinsic_set_default(param, evaluate):
    param._evaluate_default = evaluate
    return param


def _intrinsic_typealias(name, type_params, evaluate):
    new = TypeAliasType(name, None, type_params=type_params or ())
    object.__setattr__(new, "_value", NoDefault)
    object.__setattr__(new, "_evaluate", evaluate)
    object.__setattr__(new, "_module", _caller_module())
    return new


def _intrinsic_subscript_generic(type_params):
    # The base that `class C[T]` gets: Generic[T], a TypeVarTuple being unpacked.
    params = tuple(next(iter(param)) if isinstance(param, TypeVarTuple) else param
                   for param in type_params)
    return _typing()._GenericAlias(Generic, params)
