"""Data classes.

The decorator gathers the Field objects, of the bases and of its own annotations, and then adds
methods.  Those that should be as fast as if written by hand (__init__, __eq__, __hash__ and the
orderings) are written as source and compiled together, once per class; the others are closures
over the field names and cost no compilation.  A class with slots has to be made a second time:
what the closures know of their class is then in a list of one, which is changed to the new class.
"""

import sys
import types
from keyword import iskeyword
from operator import attrgetter as _attrgetter

__all__ = ["dataclass", "field", "Field", "FrozenInstanceError", "InitVar", "KW_ONLY", "MISSING",
           "fields", "asdict", "astuple", "make_dataclass", "replace", "is_dataclass"]


class FrozenInstanceError(AttributeError):
    """A field of a frozen dataclass was to be set or deleted."""


class _HAS_DEFAULT_FACTORY_CLASS:
    # Stands in a signature for the result of a call that has not been made.
    def __repr__(self):
        return "<factory>"


_HAS_DEFAULT_FACTORY = _HAS_DEFAULT_FACTORY_CLASS()


class _MISSING_TYPE:
    pass


MISSING = _MISSING_TYPE()


class _KW_ONLY_TYPE:
    pass


KW_ONLY = _KW_ONLY_TYPE()

_EMPTY_METADATA = types.MappingProxyType({})


class _FIELD_BASE:
    __slots__ = ("name",)

    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return self.name


_FIELD = _FIELD_BASE("_FIELD")
_FIELD_CLASSVAR = _FIELD_BASE("_FIELD_CLASSVAR")
_FIELD_INITVAR = _FIELD_BASE("_FIELD_INITVAR")

_FIELDS = "__dataclass_fields__"
_PARAMS = "__dataclass_params__"
_POST_INIT_NAME = "__post_init__"


class InitVar:
    """An annotation InitVar[type] makes an argument for __init__ and __post_init__ that is not
    kept.
    """

    __slots__ = ("type",)

    def __init__(self, type):
        self.type = type

    def __repr__(self):
        if isinstance(self.type, type) and not isinstance(self.type, types.GenericAlias):
            name = self.type.__name__
        else:
            name = repr(self.type)
        return f"dataclasses.InitVar[{name}]"

    def __class_getitem__(cls, type):
        return InitVar(type)


class Field:
    """What is known of a field; made by field(), seen by fields()."""

    # Made by field(); name and type are filled in when the class is known.
    __slots__ = ("name", "type", "default", "default_factory", "repr", "hash", "init", "compare",
                 "metadata", "kw_only", "doc", "_field_type")

    _SHOWN = ("name", "type", "default", "default_factory", "init", "repr", "hash", "compare",
              "metadata", "kw_only", "doc")

    def __init__(self, default, default_factory, init, repr, hash, compare, metadata, kw_only,
                 doc):
        self.name = self.type = self._field_type = None  # known when the class is
        self.default, self.default_factory = default, default_factory
        self.init, self.repr, self.hash, self.compare = init, repr, hash, compare
        self.kw_only, self.doc = kw_only, doc
        self.metadata = (types.MappingProxyType(metadata) if metadata is not None
                         else _EMPTY_METADATA)

    def __repr__(self):
        if id(self) in _running:
            return "..."
        _running.add(id(self))
        try:
            shown = [f"{name}={getattr(self, name)!r}" for name in self._SHOWN]
            return f"Field({','.join(shown)},_field_type={self._field_type})"
        finally:
            _running.discard(id(self))

    def __set_name__(self, owner, name):
        # A default that is a descriptor wants to know its name too.
        func = getattr(type(self.default), "__set_name__", None)
        if func:
            func(self.default, owner, name)

    __class_getitem__ = classmethod(types.GenericAlias)


_running = set()  # ids of what is in the middle of its repr


class _DataclassParams:
    __slots__ = ("init", "repr", "eq", "order", "unsafe_hash", "frozen", "match_args", "kw_only",
                 "slots", "weakref_slot")

    def __init__(self, *values):
        for name, value in zip(self.__slots__, values):
            setattr(self, name, value)

    def __repr__(self):
        body = ",".join([f"{name}={getattr(self, name)!r}" for name in self.__slots__])
        return f"_DataclassParams({body})"


def field(*, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None,
          compare=True, metadata=None, kw_only=MISSING, doc=None):
    """Says more of a field than its default: a factory of defaults, whether methods use it,
    metadata for others.
    """
    if default is not MISSING and default_factory is not MISSING:
        raise ValueError("cannot specify both default and default_factory")
    return Field(default, default_factory, init, repr, hash, compare, metadata, kw_only, doc)


# What an annotation says about its field. It may be text that only looks like the name of a
# special form; then the module of the class decides what the name means.

def _is_classvar(annotation, typing):
    return (annotation is typing.ClassVar
            or getattr(annotation, "__origin__", None) is typing.ClassVar)


def _is_initvar(annotation, dataclasses):
    return annotation is dataclasses.InitVar or type(annotation) is dataclasses.InitVar


def _is_kw_only(annotation, dataclasses):
    return annotation is dataclasses.KW_ONLY


def _leading_names(text):
    # "a.b[...]" gives ("a", "b"), and "b[...]" gives (None, "b").
    module = None
    while True:
        text = text.lstrip()
        end = 0
        while end < len(text) and (text[end].isalnum() or text[end] == "_"):
            end += 1
        name, rest = text[:end], text[end:].lstrip()
        if module is None and name and rest.startswith("."):
            module, text = name, rest[1:]
            continue
        return module, name


def _text_is(annotation, cls, home, kind, predicate):
    prefix, name = _leading_names(annotation)
    if not name:
        return False
    module = sys.modules.get(cls.__module__)
    namespace = None
    if prefix is None:
        namespace = getattr(module, "__dict__", None)
    elif module is not None and module.__dict__.get(prefix) is home:
        namespace = sys.modules.get(kind.__module__).__dict__
    return bool(namespace) and predicate(namespace.get(name), home)


def _get_field(cls, name, annotation, default_kw_only):
    # The Field of one annotation. What the class has under the name is the default, unless it is
    # a Field already.
    made = getattr(cls, name, MISSING)
    if not isinstance(made, Field):
        # A slot is no default.
        made = field(default=MISSING if isinstance(made, types.MemberDescriptorType) else made)
    kind = _field_kind(cls, annotation)
    made.name, made.type, made._field_type = name, annotation, kind
    if kind is _FIELD:
        if made.default.__class__.__hash__ is None:
            # What can't be hashed can most likely be changed, and would be shared.
            raise ValueError(f"mutable default {type(made.default)} for field {name} is not "
                             "allowed: use default_factory")
    elif made.default_factory is not MISSING:
        raise TypeError(f"field {name} cannot have a default factory")
    if kind is _FIELD_CLASSVAR:
        if made.kw_only is not MISSING:
            raise TypeError(f"field {name} is a ClassVar but specifies kw_only")
    elif made.kw_only is MISSING:
        made.kw_only = default_kw_only
    return made


def _field_kind(cls, annotation):
    # An annotation may be a text; who never imported typing has no ClassVar.
    here, typing = sys.modules[__name__], sys.modules.get("typing")
    is_text = isinstance(annotation, str)
    if typing and (_is_classvar(annotation, typing) or is_text and _text_is(
            annotation, cls, typing, typing.ClassVar, _is_classvar)):
        return _FIELD_CLASSVAR
    if _is_initvar(annotation, here) or is_text and _text_is(
            annotation, cls, here, here.InitVar, _is_initvar):
        return _FIELD_INITVAR
    return _FIELD


def _own_annotations(cls):
    try:
        return cls.__annotations__
    except Exception:
        # A name that is not defined yet: the class can be made all the same.
        import annotationlib
        return annotationlib.get_annotations(cls, format=annotationlib.Format.FORWARDREF)


def _qualified(cls, function, name):
    function.__name__ = name
    function.__qualname__ = f"{cls.__qualname__}.{name}"
    return function


def _set_new_attribute(cls, name, value):
    # Leaves alone what the class defines by itself, and tells so.
    if name in cls.__dict__:
        return True
    if isinstance(value, types.FunctionType):
        value.__qualname__ = f"{cls.__qualname__}.{name}"
    setattr(cls, name, value)
    return False


class _Source:
    """The methods to compile, and the values that their text refers to by name."""

    def __init__(self, cls, slots):
        self.cls = cls
        self.slots = slots
        self.text = []
        self.names = []
        self.values = {}

    def add(self, name, parameters, body):
        self.names.append(name)
        self.text.append(f" def {name}({parameters}):\n  " + "\n  ".join(body) + "\n")

    def compile(self):
        """A dict of the functions, whose globals are those of the class's module."""
        if not self.names:
            return {}
        module = sys.modules.get(self.cls.__module__)
        namespace = {}
        exec(f"def __make__({', '.join(self.values)}):\n{''.join(self.text)}"
             f" return {', '.join(self.names)},",
             module.__dict__ if module is not None else {}, namespace)
        made = namespace["__make__"](**self.values)
        return {name: _qualified(self.cls, function, name)
                for name, function in zip(self.names, made)}


def _init_source(source, fields, std_fields, kw_only_fields, frozen, has_post_init, self_name):
    seen_default = None
    for f in std_fields:
        if f.init:
            if f.default is not MISSING or f.default_factory is not MISSING:
                seen_default = f
            elif seen_default:
                raise TypeError(f"non-default argument {f.name!r} "
                                f"follows default argument {seen_default.name!r}")
    values = source.values
    body = []
    for f in fields:
        name = f.name
        given = name
        if f.default_factory is not MISSING:
            values[f"__dflt_{name}__"] = f.default_factory
            if f.init:
                values["__factory__"] = _HAS_DEFAULT_FACTORY
                given = f"__dflt_{name}__() if {name} is __factory__ else {name}"
            else:
                given = f"__dflt_{name}__()"
        elif f.init:
            if f.default is not MISSING:
                values[f"__dflt_{name}__"] = f.default
        elif f.default is not MISSING and source.slots:
            # No class attribute will answer for it: the slot has that place.
            values[f"__dflt_{name}__"] = f.default
            given = f"__dflt_{name}__"
        else:
            continue
        if f._field_type is _FIELD_INITVAR:
            continue
        if frozen:
            values["__set__"] = object.__setattr__
            body.append(f"__set__({self_name}, {name!r}, {given})")
        else:
            body.append(f"{self_name}.{name} = {given}")
    if has_post_init:
        arguments = ", ".join([f.name for f in fields if f._field_type is _FIELD_INITVAR])
        body.append(f"{self_name}.{_POST_INIT_NAME}({arguments})")

    def parameter(f):
        if f.default is not MISSING:
            return f"{f.name}=__dflt_{f.name}__"
        if f.default_factory is not MISSING:
            return f"{f.name}=__factory__"
        return f.name

    parameters = [self_name] + [parameter(f) for f in std_fields]
    if kw_only_fields:
        parameters.append("*")
        parameters.extend([parameter(f) for f in kw_only_fields])
    source.add("__init__", ", ".join(parameters), body or ["pass"])


def _init_annotate(owner, names):
    # __init__'s annotations are those of the fields, asked for when somebody wants them.
    def __annotate__(format, /):
        import annotationlib
        Format = annotationlib.Format
        if format not in (Format.VALUE, Format.FORWARDREF, Format.STRING):
            raise NotImplementedError(format)
        known = {}
        for base in reversed(owner[0].__mro__):
            if _FIELDS in base.__dict__:
                known.update(annotationlib.get_annotations(base, format=format))
        result = {name: known[name] for name in names if name in known}
        result["return"] = "None" if format == Format.STRING else None
        return result

    __annotate__.__generated_by_dataclasses__ = True
    return __annotate__


def _make_repr(names):
    template = f"({', '.join([name + '=%r' for name in names])})"
    values = _attrgetter(*names) if names else None

    def __repr__(self):
        key = id(self)
        if key in _running:
            return "..."
        _running.add(key)
        try:
            found = values(self) if names else ()
            body = template % (found if several else (found,))
            return self.__class__.__qualname__ + body
        finally:
            _running.discard(key)

    several = len(names) != 1

    __repr__.__generated_by_dataclasses__ = True  # pprint looks for it
    return __repr__


def _make_frozen(owner, names):
    names = frozenset(names)

    def __setattr__(self, name, value):
        if type(self) is owner[0] or name in names:
            raise FrozenInstanceError(f"cannot assign to field {name!r}")
        super(owner[0], self).__setattr__(name, value)

    def __delattr__(self, name):
        if type(self) is owner[0] or name in names:
            raise FrozenInstanceError(f"cannot delete field {name!r}")
        super(owner[0], self).__delattr__(name)

    return __setattr__, __delattr__


def _tuple_text(obj, fields):
    return f"({''.join([f'{obj}.{f.name}, ' for f in fields])})"


def _hash_action(cls, unsafe_hash, eq, frozen, has_explicit_hash):
    # "add", "none" (unhashable), or nothing at all.
    if unsafe_hash:
        if has_explicit_hash:
            raise TypeError(f"Cannot overwrite attribute __hash__ in class {cls.__name__}")
        return "add"
    if eq and not has_explicit_hash:
        return "add" if frozen else "none"
    return None


def _process_class(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots,
                   weakref_slot):
    fields = {}
    setattr(cls, _PARAMS, _DataclassParams(init, repr, eq, order, unsafe_hash, frozen,
                                           match_args, kw_only, slots, weakref_slot))
    # Fields of the bases, the farthest first; a later one of the same name takes its place.
    any_frozen_base = False
    all_frozen_bases = None
    has_dataclass_bases = False
    for base in cls.__mro__[-1:0:-1]:
        base_fields = getattr(base, _FIELDS, None)
        if base_fields is not None:
            has_dataclass_bases = True
            for f in base_fields.values():
                fields[f.name] = f
            if all_frozen_bases is None:
                all_frozen_bases = True
            current = getattr(base, _PARAMS).frozen
            all_frozen_bases = all_frozen_bases and current
            any_frozen_base = any_frozen_base or current

    annotations = _own_annotations(cls)
    own_fields = []
    kw_only_seen = False
    dataclasses = sys.modules[__name__]
    for name, annotation in annotations.items():
        if _is_kw_only(annotation, dataclasses) or (
                isinstance(annotation, str)
                and _text_is(annotation, cls, dataclasses, dataclasses.KW_ONLY, _is_kw_only)):
            if kw_only_seen:
                raise TypeError(f"{name!r} is KW_ONLY, but KW_ONLY has already been specified")
            kw_only_seen = True
            kw_only = True
        else:
            own_fields.append(_get_field(cls, name, annotation, kw_only))
    for f in own_fields:
        fields[f.name] = f
        # A Field was never meant to be seen: its default is, or nothing.
        if isinstance(getattr(cls, f.name, None), Field):
            if f.default is MISSING:
                delattr(cls, f.name)
            else:
                setattr(cls, f.name, f.default)
    for name, value in cls.__dict__.items():
        if isinstance(value, Field) and name not in annotations:
            raise TypeError(f"{name!r} is a field but has no type annotation")

    if has_dataclass_bases:
        if any_frozen_base and not frozen:
            raise TypeError("cannot inherit non-frozen dataclass from a frozen one")
        if all_frozen_bases is False and frozen:
            raise TypeError("cannot inherit frozen dataclass from a non-frozen one")
    setattr(cls, _FIELDS, fields)

    # An __eq__ brings a None for __hash__ along, which nobody wrote.
    class_hash = cls.__dict__.get("__hash__", MISSING)
    has_explicit_hash = not (class_hash is MISSING
                             or (class_hash is None and "__eq__" in cls.__dict__))
    if order and not eq:
        raise ValueError("eq must be true if order is true")

    owner = [cls]
    source = _Source(cls, slots)
    all_init = [f for f in fields.values() if f._field_type in (_FIELD, _FIELD_INITVAR)]
    std_init = [f for f in all_init if f.init and not f.kw_only]
    kw_only_init = [f for f in all_init if f.init and f.kw_only]
    if init:
        _init_source(source, all_init, std_init, kw_only_init, frozen,
                     hasattr(cls, _POST_INIT_NAME),
                     "__dataclass_self__" if "self" in fields else "self")
    _set_new_attribute(cls, "__replace__", _replace)

    real = [f for f in fields.values() if f._field_type is _FIELD]
    compared = [f for f in real if f.compare]
    if eq:
        terms = " and ".join([f"self.{f.name}==other.{f.name}" for f in compared]) or "True"
        source.add("__eq__", "self, other", [
            "if self is other: return True",
            "if other.__class__ is self.__class__:",
            f" return {terms}",
            "return NotImplemented"])
    if order:
        mine, others = _tuple_text("self", compared), _tuple_text("other", compared)
        for name, symbol in (("__lt__", "<"), ("__le__", "<="), ("__gt__", ">"),
                             ("__ge__", ">=")):
            source.add(name, "self, other", [
                "if other.__class__ is self.__class__:",
                f" return {mine}{symbol}{others}",
                "return NotImplemented"])
    hashing = _hash_action(cls, unsafe_hash, eq, frozen, has_explicit_hash)
    if hashing == "add":
        source.values["__hash_of__"] = hash
        chosen = [f for f in real if (f.compare if f.hash is None else f.hash)]
        source.add("__hash__", "self", [f"return __hash_of__({_tuple_text('self', chosen)})"])
    elif hashing == "none":
        cls.__hash__ = None

    for name, function in source.compile().items():
        if name == "__init__":
            function.__annotate__ = _init_annotate(owner, [f.name for f in std_init
                                                           + kw_only_init])
            _set_new_attribute(cls, name, function)
        elif name == "__hash__":
            cls.__hash__ = function
        elif _set_new_attribute(cls, name, function) and name in ("__lt__", "__le__", "__gt__",
                                                                  "__ge__"):
            raise TypeError(f"Cannot overwrite attribute {name} in class {cls.__name__} "
                            "Consider using functools.total_ordering")
    if repr:
        _set_new_attribute(cls, "__repr__", _make_repr([f.name for f in real if f.repr]))
    if frozen:
        for name, function in zip(("__setattr__", "__delattr__"),
                                  _make_frozen(owner, [f.name for f in real])):
            if _set_new_attribute(cls, name, function):
                raise TypeError(f"Cannot overwrite attribute {name} in class {cls.__name__}")
    if match_args:
        _set_new_attribute(cls, "__match_args__", tuple([f.name for f in std_init]))
    if weakref_slot and not slots:
        raise TypeError("weakref_slot is True but slots is False")
    # The text of the signature is made from the fields while `cls` is at hand, and only where
    # the signature is the generated one.
    if not getattr(cls, "__doc__"):
        cls.__doc__ = _class_doc(cls, init, std_init, kw_only_init)
    if slots:
        from _dataclass_slots import add_slots
        cls = owner[0] = add_slots(cls, frozen, weakref_slot, fields, real)
    abc = sys.modules.get("abc")
    if abc is not None:
        abc.update_abstractmethods(cls)
    return cls


def _class_doc(cls, init, std_fields, kw_only_fields):
    if not init or cls.__init__.__qualname__ != f"{cls.__qualname__}.__init__" or not hasattr(
            getattr(cls.__init__, "__annotate__", None), "__generated_by_dataclasses__") or any(
            "__call__" in kind.__dict__ for kind in type(cls).__mro__[:-2]):
        try:
            import annotationlib
            import inspect
            signature = inspect.signature(cls, annotation_format=annotationlib.Format.FORWARDREF)
            return cls.__name__ + str(signature).replace(" -> None", "")
        except (TypeError, ValueError):
            return cls.__name__
    parts = [_parameter_text(f) for f in std_fields]
    if kw_only_fields:
        parts.append("*")
        parts.extend([_parameter_text(f) for f in kw_only_fields])
    return f"{cls.__name__}({', '.join(parts)})"


def _parameter_text(f):
    annotation = f.type
    if isinstance(annotation, type) and not isinstance(annotation, types.GenericAlias):
        text = annotation.__qualname__
        if annotation.__module__ not in ("builtins", None):
            text = f"{annotation.__module__}.{text}"
    elif type(annotation).__module__ == "annotationlib":
        text = annotation.__forward_arg__
    else:
        text = repr(annotation)
        if getattr(annotation, "__module__", None) == "typing":
            text = text.replace("typing.", "")
    if f.default is not MISSING:
        return f"{f.name}: {text} = {f.default!r}"
    if f.default_factory is not MISSING:
        return f"{f.name}: {text} = <factory>"
    return f"{f.name}: {text}"


def dataclass(cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False,
              frozen=False, match_args=True, kw_only=False, slots=False, weakref_slot=False):
    """Decorator: the annotations of a class become fields, from which its methods are made.

    init, repr, eq, order, unsafe_hash: which methods; frozen: fields cannot be set later;
    match_args, kw_only: how patterns and calls take them; slots, weakref_slot: the class has
    __slots__.
    """
    options = (init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots,
               weakref_slot)
    if cls is not None:
        return _process_class(cls, *options)

    def wrap(cls):
        return _process_class(cls, *options)

    return wrap


def fields(class_or_instance):
    """The fields of a dataclass, or of an object of one, in order."""
    every = getattr(class_or_instance, _FIELDS, None)
    if every is None:
        raise TypeError("must be called with a dataclass type or instance")
    return tuple([one for one in every.values() if one._field_type is _FIELD])


def _is_dataclass_instance(obj):
    return hasattr(type(obj), _FIELDS)


def is_dataclass(obj):
    """Whether it is a dataclass, or an object of one."""
    return hasattr(obj if isinstance(obj, type) else type(obj), _FIELDS)


# What is copied by not copying it.
_ATOMIC_TYPES = frozenset({
    types.NoneType, bool, int, float, str, complex, bytes, types.EllipsisType,
    types.NotImplementedType, types.CodeType, types.BuiltinFunctionType, types.FunctionType, type,
    range, property})


def asdict(obj, *, dict_factory=dict):
    """The fields of an object by name; dataclasses, lists and dicts in it are copied likewise."""
    if not _is_dataclass_instance(obj):
        raise TypeError("asdict() should be called on dataclass instances")
    return _convert(obj, dict_factory, None)


def astuple(obj, *, tuple_factory=tuple):
    """The values of the fields of an object; dataclasses, lists and dicts in it are copied
    likewise.
    """
    if not _is_dataclass_instance(obj):
        raise TypeError("astuple() should be called on dataclass instances")
    return _convert(obj, None, tuple_factory)


def _convert(obj, dict_factory, tuple_factory):
    # One of the factories is None: it tells which of the two conversions this is.
    kind = type(obj)
    if kind in _ATOMIC_TYPES:
        return obj
    if hasattr(kind, _FIELDS):
        if dict_factory is None:
            return tuple_factory([_convert(getattr(obj, f.name), None, tuple_factory)
                                  for f in fields(obj)])
        pairs = [(f.name, _convert(getattr(obj, f.name), dict_factory, None))
                 for f in fields(obj)]
        return dict(pairs) if dict_factory is dict else dict_factory(pairs)
    if kind is list:
        return [_convert(item, dict_factory, tuple_factory) for item in obj]
    if kind is dict:
        return {_convert(key, dict_factory, tuple_factory):
                _convert(value, dict_factory, tuple_factory) for key, value in obj.items()}
    if issubclass(kind, tuple):
        items = [_convert(item, dict_factory, tuple_factory) for item in obj]
        # A named tuple takes its items one by one.
        return kind(*items) if hasattr(obj, "_fields") else kind(items)
    if issubclass(kind, dict):
        pairs = [(_convert(key, dict_factory, tuple_factory),
                  _convert(value, dict_factory, tuple_factory)) for key, value in obj.items()]
        if not hasattr(kind, "default_factory"):
            return kind(pairs)
        result = kind(getattr(obj, "default_factory"))
        for key, value in pairs:
            result[key] = value
        return result
    if issubclass(kind, list):
        return kind([_convert(item, dict_factory, tuple_factory) for item in obj])
    import copy
    return copy.deepcopy(obj)


def make_dataclass(cls_name, fields, *, bases=(), namespace=None, init=True, repr=True, eq=True,
                   order=False, unsafe_hash=False, frozen=False, match_args=True, kw_only=False,
                   slots=False, weakref_slot=False, module=None, decorator=dataclass):
    """Makes a dataclass of a name and fields: names, (name, type) or (name, type, field)."""
    if namespace is None:
        namespace = {}
    seen = set()
    defaults = {}
    annotations = {}
    for item in fields:
        if isinstance(item, str):
            name, annotation = item, MISSING
        elif len(item) == 2:
            name, annotation = item
        elif len(item) == 3:
            name, annotation, defaults[item[0]] = item
        else:
            raise TypeError(f"Invalid field: {item!r}")
        if not isinstance(name, str) or not name.isidentifier():
            raise TypeError(f"Field names must be valid identifiers: {name!r}")
        if iskeyword(name):
            raise TypeError(f"Field names must not be keywords: {name!r}")
        if name in seen:
            raise TypeError(f"Field name duplicated: {name!r}")
        seen.add(name)
        annotations[name] = annotation

    # While the class is made, typing.Any is given by name: typing may not be imported yet.
    making = True

    def annotate(format):
        import annotationlib
        Format = annotationlib.Format
        typing = sys.modules.get("typing")
        if format == Format.STRING:
            return {name: "typing.Any" if annotation is MISSING else
                    annotationlib.type_repr(annotation)
                    for name, annotation in annotations.items()}
        if typing is None and (making or format == Format.FORWARDREF):
            any_type = annotationlib.ForwardRef("Any", module="typing")
        elif format in (Format.VALUE, Format.FORWARDREF):
            from typing import Any as any_type
        else:
            raise NotImplementedError
        return {name: any_type if annotation is MISSING else annotation
                for name, annotation in annotations.items()}

    def exec_body(body):
        body.update(namespace)
        body.update(defaults)
        body["__annotate__"] = annotate

    cls = types.new_class(cls_name, bases, {}, exec_body)
    if module is None:
        try:
            module = sys._getframemodulename(1) or "__main__"
        except AttributeError:
            pass
    if module is not None:
        cls.__module__ = module
    cls = decorator(cls, init=init, repr=repr, eq=eq, order=order, unsafe_hash=unsafe_hash,
                    frozen=frozen, match_args=match_args, kw_only=kw_only, slots=slots,
                    weakref_slot=weakref_slot)
    making = False
    return cls


def replace(obj, /, **changes):
    """An object like this one with other values in some fields."""
    if not _is_dataclass_instance(obj):
        raise TypeError("replace() should be called on dataclass instances")
    return _replace(obj, **changes)


def _replace(self, /, **changes):
    cls = self.__class__
    for name, field in getattr(self, _FIELDS).items():
        given = name in changes
        if field._field_type is _FIELD_CLASSVAR:
            continue
        if not field.init and given:
            # Only __post_init__ can have set it, and will again.
            raise TypeError(f"field {name} is declared with init=False, it cannot be "
                            "specified with replace()")
        if field.init and not given:
            if field.default is MISSING and field._field_type is _FIELD_INITVAR:
                raise TypeError(f"InitVar {name!r} must be specified with replace()")
            changes[name] = getattr(self, name)
    return cls(**changes)


def _dataclass_getstate(self):
    return [getattr(self, f.name) for f in fields(self)]


def _dataclass_setstate(self, state):
    for f, value in zip(fields(self), state):
        object.__setattr__(self, f.name, value)  # it may be frozen
