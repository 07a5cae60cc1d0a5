"""typing: get_type_hints() and the evaluation of forward references, get_origin(), get_args()."""

import functools
import operator
import sys
import types
from types import GenericAlias

from _typing import Generic, ParamSpecArgs, ParamSpecKwargs, Union
from _typing_generic import (
    Annotated, NotRequired, ReadOnly, Required, Unpack, _AnnotatedAlias, _BaseGenericAlias,
    _GenericAlias, _is_forward_ref, _make_forward_ref, _should_unflatten_callable_args)

__name__ = "typing"


class _Sentinel:
    __slots__ = ()

    def __repr__(self):
        return "<sentinel>"


_sentinel = _Sentinel()


def _deprecation_warning_for_no_type_params_passed(funcname):
    import warnings
    warnings.warn(
        f"Failing to pass a value to the 'type_params' parameter of {funcname!r} is deprecated, "
        f"as it leads to incorrect behaviour when calling {funcname} on a stringified annotation "
        "that references a PEP 695 type parameter. It will be disallowed in Python 3.15.",
        category=DeprecationWarning, stacklevel=3)


def _eval_type(t, globalns, localns, type_params=_sentinel, *, recursive_guard=frozenset(),
               format=None,
               owner=None, parent_fwdref=None, prefer_fwd_module=False):
    """A type with its forward references evaluated, at whatever depth they are."""
    if type_params is _sentinel:
        _deprecation_warning_for_no_type_params_passed("typing._eval_type")
        type_params = ()
    if _is_forward_ref(t):
        # A reference that knows its module belongs there; its globals decide.
        if prefer_fwd_module and t.__forward_module__ is not None:
            globalns = getattr(sys.modules.get(t.__forward_module__), "__dict__", None)
            # With globals given, the evaluation does not look for the owner's parameters.
            own_params = getattr(owner, "__type_params__", None)
            if own_params and globalns is not None:
                globalns, localns = _add_type_params_to_scope(
                    own_params, globalns, localns, t.__forward_is_class__)
        return evaluate_forward_ref(t, globals=globalns, locals=localns, type_params=type_params,
                                    owner=owner, _recursive_guard=recursive_guard, format=format)
    if not isinstance(t, (_GenericAlias, GenericAlias, Union)):
        return t
    if isinstance(t, GenericAlias):
        args = tuple(_make_forward_ref(arg, parent_fwdref=parent_fwdref)
                     if isinstance(arg, str) else arg for arg in t.__args__)
    else:
        args = t.__args__
    new = tuple(_eval_type(arg, globalns, localns, type_params, recursive_guard=recursive_guard,
                           format=format, owner=owner, prefer_fwd_module=prefer_fwd_module)
                for arg in args)
    if new == t.__args__ and not getattr(t, "__unpacked__", False):
        return t
    if isinstance(t, GenericAlias):
        unpacked = t.__unpacked__
        if _should_unflatten_callable_args(t, new):
            t = t.__origin__[(new[:-1], new[-1])]
        else:
            t = t.__origin__[new]
        return Unpack[t] if unpacked else t
    if isinstance(t, Union):
        return functools.reduce(operator.or_, new)
    return t.copy_with(new)


def evaluate_forward_ref(forward_ref, *, owner=None, globals=None, locals=None, type_params=None,
                         format=None, _recursive_guard=frozenset()):
    """What a forward reference stands for, with the references in it evaluated, too.

    The scope is that where it was found, unless others are given.
    """
    from annotationlib import Format
    if format == Format.STRING:
        return forward_ref.evaluate(format=format)
    text = forward_ref.__forward_arg__
    if text in _recursive_guard:
        return forward_ref  # it refers to itself
    form = Format.VALUE if format is None else format
    value = forward_ref.evaluate(globals=globals, locals=locals, type_params=type_params,
                                 owner=owner, format=form)
    if form == Format.FORWARDREF and _is_forward_ref(value):
        return value
    if isinstance(value, str):
        value = _make_forward_ref(
            value, module=forward_ref.__forward_module__,
            owner=owner or forward_ref.__owner__,
            is_argument=forward_ref.__forward_is_argument__,
            is_class=forward_ref.__forward_is_class__)
    return _eval_type(value, globals, locals, type_params, format=form,
                      owner=forward_ref.__owner__ if owner is None else owner,
                      parent_fwdref=forward_ref, recursive_guard=_recursive_guard | {text})


def _add_type_params_to_scope(type_params, globalns, localns, is_class):
    # Type parameters hide what is outside of them; in a class body (whose names then are the
    # globals) an assignment hides the parameter.
    if not type_params:
        return globalns, localns
    shown = {param.__name__: param for param in type_params
             if not is_class or param.__name__ not in globalns}
    globalns = {**globalns, **shown}
    localns = {name: value for name, value in (localns or {}).items() if name not in shown}
    return globalns, localns


def _strip_annotations(t):
    """A type without Annotated, Required, NotRequired and ReadOnly."""
    if isinstance(t, _AnnotatedAlias):
        return _strip_annotations(t.__origin__)
    if hasattr(t, "__origin__") and t.__origin__ in (Required, NotRequired, ReadOnly):
        return _strip_annotations(t.__args__[0])
    if isinstance(t, (_GenericAlias, GenericAlias, Union)):
        stripped = tuple(_strip_annotations(arg) for arg in t.__args__)
        if stripped == t.__args__:
            return t
        if isinstance(t, _GenericAlias):
            return t.copy_with(stripped)
        if isinstance(t, GenericAlias):
            return GenericAlias(t.__origin__, stripped)
        return functools.reduce(operator.or_, stripped)
    return t


def get_type_hints(obj, globalns=None, localns=None, include_extras=False, *, format=None):
    """The annotations of a class, a function or a module as types.

    Texts are evaluated, in the object's own scope or the one that is given; a class has the
    annotations of its bases, too. include_extras keeps Annotated, Required and their like.
    """
    if getattr(obj, "__no_type_check__", None):
        return {}
    from annotationlib import Format, get_annotations
    form = Format.VALUE if format is None else format
    hints = {}
    if isinstance(obj, type):
        for base in obj.__mro__[::-1]:
            own = get_annotations(base, format=form)
            if form != Format.STRING:
                scope = _class_scope(base, globalns, localns)
                own = {name: _hint(value, scope, obj, form, is_argument=False, is_class=True)
                       for name, value in own.items()}
            hints.update(own)
    else:
        is_module = isinstance(obj, types.ModuleType)
        hints = get_annotations(obj, format=form)
        if not (hints or is_module or callable(obj) or hasattr(obj, "__annotations__")
                or hasattr(obj, "__annotate__")):
            raise TypeError(f"{obj!r} is not a module, class, or callable.")
        if form != Format.STRING:
            scope = _own_scope(obj, globalns, localns)
            hints = {name: _hint(value, scope, obj, form, is_argument=not is_module,
                                 is_class=False) for name, value in hints.items()}
    if include_extras or form == Format.STRING:
        return hints
    return {name: _strip_annotations(value) for name, value in hints.items()}


def _hint(value, scope, owner, format, **kind):
    if isinstance(value, str):
        value = _make_forward_ref(value, **kind)
    value = _eval_type(value, *scope, (), format=format, owner=owner, prefer_fwd_module=True)
    return type(None) if value is None else value


def _class_scope(base, globalns, localns):
    names = dict(vars(base)) if localns is None else localns
    if globalns is not None:
        scope = globalns, names
    else:
        module = getattr(sys.modules.get(base.__module__), "__dict__", {})
        # The globals come first where nothing is given, as they always have.
        scope = (names, module) if localns is None else (module, names)
    return _add_type_params_to_scope(base.__type_params__, *scope, True)


def _own_scope(obj, globalns, localns):
    # Of a function those of what it wraps.
    if globalns is None:
        inner, passed = obj, {id(obj)}
        while hasattr(inner, "__wrapped__") and not isinstance(obj, types.ModuleType):
            inner = inner.__wrapped__
            if id(inner) in passed:
                raise ValueError(f"wrapper loop when unwrapping {obj!r}")
            passed.add(id(inner))
        globalns = (obj.__dict__ if isinstance(obj, types.ModuleType)
                    else getattr(inner, "__globals__", {}))
    return _add_type_params_to_scope(getattr(obj, "__type_params__", ()), globalns,
                                     globalns if localns is None else localns, False)


def get_origin(tp):
    """The form or class behind a subscripted type: list for list[int]. None for others."""
    if tp is Generic or isinstance(tp, (_AnnotatedAlias, Union)):
        return Generic if tp is Generic else Union if isinstance(tp, Union) else Annotated
    if isinstance(tp, (_BaseGenericAlias, GenericAlias, ParamSpecArgs, ParamSpecKwargs)):
        return tp.__origin__
    return None


def get_args(tp):
    """The arguments of a subscripted type: (str, int) for dict[str, int]. () for others.

    Of a Callable the first is a list.
    """
    if isinstance(tp, Union):
        return tp.__args__
    if isinstance(tp, _AnnotatedAlias):
        return (tp.__origin__, *tp.__metadata__)
    if not isinstance(tp, (_GenericAlias, GenericAlias)):
        return ()
    args = tp.__args__
    if not _should_unflatten_callable_args(tp, args):
        return args
    *params, result = args
    return params, result
