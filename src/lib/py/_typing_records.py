"""typing: NamedTuple, TypedDict and NewType.

The first two are functions that stand in for a class: as a base class each is replaced, by its
__mro_entries__, with a class whose metaclass does the work.
"""

import types
from types import GenericAlias

from _typing import Generic, Union
from _typing_base import _typing_name
from _typing_generic import (
    NotRequired, ReadOnly, Required, _AnnotatedAlias, _generic_class_getitem, _SpecialForm,
    _tp_cache, _type_check, _type_convert)
from _typing_hints import _sentinel
from _typing_protocol import _caller
from collections import namedtuple

__name__ = "typing"


def _make_eager_annotate(types):
    # The __annotate__ of something whose annotations are known already.
    checked = {key: _type_check(value, f"field {key} annotation must be a type")
               for key, value in types.items()}

    def annotate(format):
        from annotationlib import Format, annotations_to_string
        if format in (Format.VALUE, Format.FORWARDREF):
            return checked
        if format == Format.STRING:
            return annotations_to_string(types)
        raise NotImplementedError(format)

    return annotate


def _make_nmtuple(name, fields, annotate_func, module, defaults=()):
    nm_tpl = namedtuple(name, fields, defaults=defaults, module=module)
    nm_tpl.__annotate__ = nm_tpl.__new__.__annotate__ = annotate_func
    return nm_tpl


# What a NamedTuple class may not define, and what is not taken over from its body.
_prohibited = frozenset({"__new__", "__init__", "__slots__", "__getnewargs__", "_fields",
                         "_field_defaults", "_field_types", "_make", "_replace", "_asdict",
                         "_source"})
_special = frozenset({"__module__", "__name__", "__annotations__", "__annotate__",
                      "__annotate_func__", "__annotations_cache__"})


class NamedTupleMeta(type):
    def __new__(cls, typename, bases, ns):
        for base in bases:
            if base is not _NamedTuple and base is not Generic:
                raise TypeError("can only inherit from a NamedTuple type and Generic")
        if "__classcell__" in ns:
            # The class is made by namedtuple(), so there is no class for the cell to hold.
            raise TypeError("uses of super() and __class__ are unsupported in methods of "
                            "NamedTuple subclasses")
        bases = tuple(tuple if base is _NamedTuple else base for base in bases)
        field_names, annotate = _field_annotations(ns)
        default_names = []
        for name in field_names:
            if name in ns:
                default_names.append(name)
            elif default_names:
                raise TypeError(f"Non-default namedtuple field {name} cannot follow default field"
                                f"{'s' if len(default_names) > 1 else ''} "
                                f"{', '.join(default_names)}")
        nm_tpl = _make_nmtuple(typename, field_names, annotate,
                               defaults=[ns[name] for name in default_names],
                               module=ns["__module__"])
        nm_tpl.__bases__ = bases
        if Generic in bases:
            nm_tpl.__class_getitem__ = classmethod(_generic_class_getitem)
        for key, value in ns.items():
            if key in _prohibited:
                raise AttributeError("Cannot overwrite NamedTuple attribute " + key)
            if key in _special:
                continue
            if key not in nm_tpl._fields:
                setattr(nm_tpl, key, value)
            try:
                set_name = type(value).__set_name__
            except AttributeError:
                continue
            try:
                set_name(value, nm_tpl, key)
            except BaseException as error:
                error.add_note(f"Error calling __set_name__ on {type(value).__name__!r} "
                               f"instance {key!r} in {typename!r}")
                raise
        if Generic in bases:
            nm_tpl.__init_subclass__()
        return nm_tpl


def _field_annotations(ns):
    # The names of the fields in a class body, and its __annotate__ with checked types.
    if "__annotations__" in ns:
        found = ns["__annotations__"]
        return list(found), _make_eager_annotate(found)
    from annotationlib import Format, call_annotate_function, get_annotate_from_class_namespace
    original = get_annotate_from_class_namespace(ns)
    if original is None:
        return [], lambda format: {}
    found = call_annotate_function(original, Format.FORWARDREF)
    for value in found.values():
        _type_check(value, "field annotation must be a type")

    def annotate(format):
        result = call_annotate_function(original, format)
        if format != Format.STRING:
            return {key: _type_check(value, f"field {key} annotation must be a type")
                    for key, value in result.items()}
        return result

    return list(found), annotate


def _warn_deprecated_call(kind, typename, what, example):
    import warnings
    warnings._deprecated(what, message=(
        "{name} is deprecated and will be disallowed in Python {remove}. "
        + (f"To create a {kind} class with 0 fields using the functional syntax, "
           f"pass an empty {'list' if kind == 'NamedTuple' else 'dictionary'}, e.g. {example}."
           if example else "Use the class-based or functional syntax instead.")),
        remove=(3, 15))


def NamedTuple(typename, fields=_sentinel, /, **kwargs):
    """A tuple with names and types for its fields: class Point(NamedTuple): x: int."""
    if fields is _sentinel or fields is None:
        example = f"`{typename} = NamedTuple({typename!r}, [])`"
        if fields is None:
            if kwargs:
                raise TypeError("Cannot pass `None` as the 'fields' parameter "
                                "and also specify fields using keyword arguments")
            what = "Passing `None` as the 'fields' parameter"
        elif kwargs:
            what, example = "Creating NamedTuple classes using keyword arguments", None
        else:
            what = "Failing to pass a value for the 'fields' parameter"
        _warn_deprecated_call("NamedTuple", typename, what, example)
        fields = kwargs.items()
    elif kwargs:
        raise TypeError("Either list of fields or keywords can be provided to NamedTuple, "
                        "not both")
    types = {name: _type_check(tp, f"field {name} annotation must be a type")
             for name, tp in fields}
    result = _make_nmtuple(typename, types, _make_eager_annotate(types), module=_caller())
    result.__orig_bases__ = (NamedTuple,)
    return result


_NamedTuple = type.__new__(NamedTupleMeta, "NamedTuple", (), {})


def _namedtuple_mro_entries(bases):
    return (_NamedTuple,)


NamedTuple.__mro_entries__ = _namedtuple_mro_entries


def _get_typeddict_qualifiers(annotation_type):
    # Required, NotRequired and ReadOnly around a type, in any order, also inside Annotated.
    while True:
        if isinstance(annotation_type, _AnnotatedAlias):
            annotation_type = annotation_type.__origin__
            continue
        origin = _typing_name("get_origin")(annotation_type)
        if origin is Required or origin is NotRequired or origin is ReadOnly:
            yield origin
            annotation_type, = annotation_type.__args__
            continue
        return


class _TypedDictMeta(type):
    def __new__(cls, name, bases, ns, total=True):
        """Makes the type of dictionaries, which is a plain dict as soon as one is made."""
        for base in bases:
            if type(base) is not _TypedDictMeta and base is not Generic:
                raise TypeError("cannot inherit from both a TypedDict type "
                                "and a non-TypedDict base class")
        generic_base = (Generic,) if any(issubclass(base, Generic) for base in bases) else ()
        eager = ns.pop("__annotations__", None)
        tp_dict = type.__new__(_TypedDictMeta, name, (*generic_base, dict), ns)
        if not hasattr(tp_dict, "__orig_bases__"):
            tp_dict.__orig_bases__ = bases
        from annotationlib import (
            Format, annotations_to_string, call_annotate_function,
            get_annotate_from_class_namespace)
        own_annotate = None
        if eager is not None:
            own = eager
        else:
            own_annotate = get_annotate_from_class_namespace(ns)
            own = {} if own_annotate is None else call_annotate_function(
                own_annotate, Format.FORWARDREF, owner=tp_dict)
        msg = "TypedDict('Name', {f0: t0, f1: t1, ...}); each t must be a type"
        checked = {key: _type_check(tp, msg, owner=tp_dict, module=tp_dict.__module__)
                   for key, tp in own.items()}
        _sort_keys(tp_dict, bases, checked, total)

        def __annotate__(format):
            result = {}
            for base in bases:
                if base is Generic or base.__annotate__ is None:
                    continue
                result.update(call_annotate_function(base.__annotate__, format, owner=base))
            if own_annotate is not None:
                mine = call_annotate_function(own_annotate, format, owner=tp_dict)
                if format != Format.STRING:
                    mine = {key: _type_check(tp, msg, module=tp_dict.__module__)
                            for key, tp in mine.items()}
            elif format == Format.STRING:
                mine = annotations_to_string(own)
            elif format in (Format.FORWARDREF, Format.VALUE):
                mine = checked
            else:
                raise NotImplementedError(format)
            result.update(mine)
            return result

        tp_dict.__annotate__ = __annotate__
        tp_dict.__total__ = total
        return tp_dict

    __call__ = dict  # what a typed dict makes is a plain one

    def __subclasscheck__(cls, other):
        raise TypeError("TypedDict does not support instance and class checks")

    __instancecheck__ = __subclasscheck__


def _sort_keys(tp_dict, bases, checked, total):
    required, optional, readonly, mutable = set(), set(), set(), set()
    for base in bases:
        known = base.__dict__
        base_required = known.get("__required_keys__", set())
        base_optional = known.get("__optional_keys__", set())
        required |= base_required
        optional -= base_required
        required -= base_optional
        optional |= base_optional
        readonly.update(known.get("__readonly_keys__", ()))
        mutable.update(known.get("__mutable_keys__", ()))
    for key, tp in checked.items():
        qualifiers = set(_get_typeddict_qualifiers(tp))
        if Required in qualifiers or (NotRequired not in qualifiers and total):
            required.add(key)
            optional.discard(key)
        else:
            optional.add(key)
            required.discard(key)
        if ReadOnly in qualifiers:
            if key in mutable:
                raise TypeError(f"Cannot override mutable key {key!r} with read-only key")
            readonly.add(key)
        else:
            mutable.add(key)
            readonly.discard(key)
    tp_dict.__required_keys__ = frozenset(required)
    tp_dict.__optional_keys__ = frozenset(optional)
    tp_dict.__readonly_keys__ = frozenset(readonly)
    tp_dict.__mutable_keys__ = frozenset(mutable)


def TypedDict(typename, fields=_sentinel, /, *, total=True):
    """A dictionary with a type for each key: class Movie(TypedDict): title: str. Just a dict when
    the program runs. total=False lets keys be missing.
    """
    if fields is _sentinel or fields is None:
        what = ("Failing to pass a value for the 'fields' parameter" if fields is _sentinel
                else "Passing `None` as the 'fields' parameter")
        _warn_deprecated_call("TypedDict", typename, what,
                              f"`{typename} = TypedDict({typename!r}, {{{{}}}})`")
        fields = {}
    ns = {"__annotations__": dict(fields)}
    module = _caller()
    if module is not None:
        ns["__module__"] = module
    result = _TypedDictMeta(typename, (), ns, total=total)
    result.__orig_bases__ = (TypedDict,)
    return result


_TypedDict = type.__new__(_TypedDictMeta, "TypedDict", (), {})
TypedDict.__mro_entries__ = lambda bases: (_TypedDict,)


def is_typeddict(tp):
    """Whether it is a TypedDict class."""
    return isinstance(tp, _TypedDictMeta)


class NewType:
    """A name for a type that checkers tell from it; calling it gives the argument back."""

    def __call__(self, obj, /):
        return obj

    def __init__(self, name, tp):
        self.__qualname__ = name
        self.__name__ = name.rpartition(".")[-1] if "." in name else name
        self.__supertype__ = tp
        module = _caller()
        if module != "typing":
            self.__module__ = module

    def __mro_entries__(self, bases):
        def refuse(cls):
            raise TypeError("Cannot subclass an instance of NewType. Perhaps you were looking for: "
                            f"`{cls.__name__} = NewType({cls.__name__!r}, {self.__name__})`")

        return (type("Dummy", (), {"__init_subclass__": classmethod(refuse)}),)

    def __repr__(self):
        return f"{self.__module__}.{self.__qualname__}"

    def __reduce__(self):
        return self.__qualname__

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]
