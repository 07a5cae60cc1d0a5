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
    """Evaluate all forward references in the given type t.

    recursive_guard is used to prevent infinite recursion with a recursive
    ForwardRef.
    """
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
    """Evaluate a forward reference as a type hint.

    This is similar to calling the ForwardRef.evaluate() method,
    but unlike that method, evaluate_forward_ref() also
    recursively evaluates forward references nested within the type hint.

    *forward_ref* must be an instance of ForwardRef. *owner*, if given,
    should be the object that holds the annotations that the forward reference
    derived from, such as a module, class object, or function. It is used to
    infer the namespaces to use for looking up names. *globals* and *locals*
    can also be explicitly given to provide the global and local namespaces.
    *type_params* is a tuple of type parameters that are in scope when
    evaluating the forward reference. *format* specifies the format of the
    annotation and is a member of the annotationlib.Format enum, defaulting to
    VALUE.
    """
    from annotationlib import Format
    if format == Format.STRING:
        return forward_ref.evaluate(format=format)
    if forward_ref.__forward_arg__ in _recursive_guard:
        return forward_ref
    if format is None:
        format = Format.VALUE
    value = forward_ref.evaluate(globals=globals, locals=locals, type_params=type_params,
                                 owner=owner, format=format)
    if _is_forward_ref(value) and format == Format.FORWARDREF:
        return value
    if isinstance(value, str):
        value = _make_forward_ref(value, module=forward_ref.__forward_module__,
                                  owner=owner or forward_ref.__owner__,
                                  is_argument=forward_ref.__forward_is_argument__,
                                  is_class=forward_ref.__forward_is_class__)
    if owner is None:
        owner = forward_ref.__owner__
    return _eval_type(value, globals, locals, type_params,
                      recursive_guard=_recursive_guard | {forward_ref.__forward_arg__},
                      format=format, owner=owner, parent_fwdref=forward_ref)


def _add_type_params_to_scope(type_params, globalns, localns, is_class):
    # Type parameters hide what is outside of them; in a class body (whose names then are the
    # globals) an assignment hides the parameter.
    if not type_params:
        return globalns, localns
    globalns, localns = dict(globalns), dict(localns or {})
    for param in type_params:
        name = param.__name__
        if not is_class or name not in globalns:
            globalns[name] = param
            localns.pop(name, None)
    return globalns, localns


def _strip_annotations(t):
    """Strip the annotations from a given type."""
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
    """Return type hints for an object.

    This is often the same as obj.__annotations__, but it handles
    forward references encoded as string literals and recursively replaces all
    'Annotated[T, ...]', 'Required[T]' or 'NotRequired[T]' with 'T'
    (unless 'include_extras=True').

    The argument may be a module, class, method, or function. The annotations
    are returned as a dictionary. For classes, annotations include also
    inherited members.

    TypeError is raised if the argument is not of a type that can contain
    annotations, and an empty dictionary is returned if no annotations are
    present.

    - If no dict arguments are passed, an attempt is made to use the
      globals from obj (or the respective module's globals for classes),
      and these are also used as the locals.  If the object does not appear
      to have globals, an empty dictionary is used.  For classes, the search
      order is globals first then locals.

    - If one dict argument is passed, it is used for both globals and
      locals.

    - If two dict arguments are passed, they specify globals and
      locals, respectively.
    """
    if getattr(obj, "__no_type_check__", None):
        return {}
    import annotationlib
    Format = annotationlib.Format
    if format is None:
        format = Format.VALUE
    hints = {}
    if isinstance(obj, type):
        for base in reversed(obj.__mro__):
            annotations = annotationlib.get_annotations(base, format=format)
            if format == Format.STRING:
                hints.update(annotations)
                continue
            if globalns is None:
                base_globals = getattr(sys.modules.get(base.__module__), "__dict__", {})
            else:
                base_globals = globalns
            base_locals = dict(vars(base)) if localns is None else localns
            if localns is None and globalns is None:
                # The globals come first in this case, as they always have.
                base_globals, base_locals = base_locals, base_globals
            base_globals, base_locals = _add_type_params_to_scope(
                base.__type_params__, base_globals, base_locals, True)
            for name, value in annotations.items():
                if isinstance(value, str):
                    value = _make_forward_ref(value, is_argument=False, is_class=True)
                value = _eval_type(value, base_globals, base_locals, (), format=format,
                                   owner=obj, prefer_fwd_module=True)
                hints[name] = type(None) if value is None else value
        if include_extras or format == Format.STRING:
            return hints
        return {name: _strip_annotations(value) for name, value in hints.items()}

    annotations = annotationlib.get_annotations(obj, format=format)
    if (not annotations and not isinstance(obj, types.ModuleType) and not callable(obj)
            and not hasattr(obj, "__annotations__") and not hasattr(obj, "__annotate__")):
        raise TypeError(f"{obj!r} is not a module, class, or callable.")
    if format == Format.STRING:
        return annotations
    if globalns is None:
        if isinstance(obj, types.ModuleType):
            globalns = obj.__dict__
        else:
            inner = obj
            seen = {id(obj)}
            while hasattr(inner, "__wrapped__"):
                inner = inner.__wrapped__
                if id(inner) in seen:
                    raise ValueError(f"wrapper loop when unwrapping {obj!r}")
                seen.add(id(inner))
            globalns = getattr(inner, "__globals__", {})
        if localns is None:
            localns = globalns
    elif localns is None:
        localns = globalns
    globalns, localns = _add_type_params_to_scope(getattr(obj, "__type_params__", ()), globalns,
                                                  localns, False)
    for name, value in annotations.items():
        if isinstance(value, str):
            value = _make_forward_ref(value, is_argument=not isinstance(obj, types.ModuleType),
                                      is_class=False)
        value = _eval_type(value, globalns, localns, (), format=format, owner=obj,
                           prefer_fwd_module=True)
        hints[name] = type(None) if value is None else value
    if include_extras:
        return hints
    return {name: _strip_annotations(value) for name, value in hints.items()}


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
