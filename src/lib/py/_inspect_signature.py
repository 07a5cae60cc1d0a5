"""The signatures of inspect: Parameter, Signature, BoundArguments, and signature().

A signature comes from a function's code, from the text that a builtin carries, or is derived from
another one: bound, wrapped, partially applied, or of the method that a call of a class ends in.
"""

import enum
import functools
import sys
import types
from collections import OrderedDict
from keyword import iskeyword

from annotationlib import Format, get_annotations

__name__ = "inspect"

_CO_VARARGS, _CO_VARKEYWORDS = 0x04, 0x08

_descriptor_types = (types.WrapperDescriptorType, types.MethodWrapperType,
                     types.ClassMethodDescriptorType, types.BuiltinFunctionType)


def _inspect():
    import inspect
    return inspect


class _void:
    """Stands for an argument that was not given."""


class _empty:
    """Stands for a default or an annotation that is not there."""


class _ParameterKind(enum.IntEnum):
    POSITIONAL_ONLY = "positional-only"
    POSITIONAL_OR_KEYWORD = "positional or keyword"
    VAR_POSITIONAL = "variadic positional"
    KEYWORD_ONLY = "keyword-only"
    VAR_KEYWORD = "variadic keyword"

    def __new__(cls, description):
        kind = int.__new__(cls, len(cls.__members__))
        kind._value_, kind.description = int(kind), description
        return kind

    def __str__(self):
        return self.name


_POSITIONAL_ONLY, _POSITIONAL_OR_KEYWORD, _VAR_POSITIONAL, _KEYWORD_ONLY, _VAR_KEYWORD = (
    _ParameterKind)


class Parameter:
    """One parameter of a signature: its name, how it can be passed, its default and its annotation.
    It never changes.
    """

    __slots__ = ("_name", "_kind", "_default", "_annotation")

    POSITIONAL_ONLY = _POSITIONAL_ONLY
    POSITIONAL_OR_KEYWORD = _POSITIONAL_OR_KEYWORD
    VAR_POSITIONAL = _VAR_POSITIONAL
    KEYWORD_ONLY = _KEYWORD_ONLY
    VAR_KEYWORD = _VAR_KEYWORD
    empty = _empty

    def __init__(self, name, kind, *, default=_empty, annotation=_empty):
        try:
            self._kind = _ParameterKind(kind)
        except ValueError:
            raise ValueError(f"value {kind!r} is not a valid Parameter.kind")
        if default is not _empty and self._kind in (_VAR_POSITIONAL, _VAR_KEYWORD):
            raise ValueError(f"{self._kind.description} parameters cannot have default values")
        self._default = default
        self._annotation = annotation
        if name is _empty:
            raise ValueError("name is a required attribute for Parameter")
        if not isinstance(name, str):
            raise TypeError(f"name must be a str, not a {type(name).__name__}")
        if name[:1] == "." and name[1:].isdigit():
            # The iterable of a comprehension has the name .0, which nobody can write.
            if self._kind != _POSITIONAL_OR_KEYWORD:
                raise ValueError("implicit arguments must be passed as "
                                 f"positional or keyword arguments, not {self._kind.description}")
            self._kind = _POSITIONAL_ONLY
            name = f"implicit{name[1:]}"
        if (iskeyword(name) and self._kind is not _POSITIONAL_ONLY) or not name.isidentifier():
            raise ValueError(f"{name!r} is not a valid parameter name")
        self._name = name

    def __reduce__(self):
        return (type(self), (self._name, self._kind),
                {"_default": self._default, "_annotation": self._annotation})

    def __setstate__(self, state):
        self._default = state["_default"]
        self._annotation = state["_annotation"]

    @property
    def name(self):
        """The name."""
        return self._name

    @property
    def default(self):
        """The default value; Parameter.empty if there is none."""
        return self._default

    @property
    def annotation(self):
        """The annotation; Parameter.empty if there is none."""
        return self._annotation

    @property
    def kind(self):
        """How it can be passed: one of the five constants of the class."""
        return self._kind

    def replace(self, *, name=_void, kind=_void, annotation=_void, default=_void):
        """A parameter like this one with other values for what is given."""
        return type(self)(self._name if name is _void else name,
                          self._kind if kind is _void else kind,
                          default=self._default if default is _void else default,
                          annotation=self._annotation if annotation is _void else annotation)

    __replace__ = replace

    def __str__(self):
        return self._format()

    def _format(self, *, quote_annotation_strings=True):
        text = self._name
        if self._annotation is not _empty:
            text += ": " + formatannotation(self._annotation,
                                            quote_annotation_strings=quote_annotation_strings)
        if self._default is not _empty:
            text += (" = " if self._annotation is not _empty else "=") + repr(self._default)
        if self._kind == _VAR_POSITIONAL:
            return "*" + text
        if self._kind == _VAR_KEYWORD:
            return "**" + text
        return text

    def __repr__(self):
        return f'<{self.__class__.__name__} "{self}">'

    def __hash__(self):
        return hash((self._name, self._kind, self._annotation, self._default))

    def __eq__(self, other):
        if not isinstance(other, Parameter):
            return NotImplemented
        return self is other or (
            (self._name, self._kind, self._default, self._annotation)
            == (other._name, other._kind, other._default, other._annotation))


def formatannotation(annotation, base_module=None, *, quote_annotation_strings=True):
    """An annotation as text; the names of builtins and of base_module stand alone."""
    if not quote_annotation_strings and isinstance(annotation, str):
        return annotation
    if getattr(annotation, "__module__", None) == "typing":
        import re
        return re.sub(r"[\w\.]+", lambda found: found.group().removeprefix("typing."),
                      repr(annotation))
    if isinstance(annotation, type) and not isinstance(annotation, types.GenericAlias):
        known = annotation.__module__ in ("builtins", base_module)
        return ("" if known else f"{annotation.__module__}.") + annotation.__qualname__
    if type(annotation).__name__ == "ForwardRef" and hasattr(annotation, "__forward_arg__"):
        return annotation.__forward_arg__
    return repr(annotation)


class BoundArguments:
    """The arguments of a call by the parameters they are for; args and kwargs give them back."""

    __slots__ = ("arguments", "_signature", "__weakref__")

    def __init__(self, signature, arguments):
        self.arguments = arguments
        self._signature = signature

    @property
    def signature(self):
        """The signature they were bound to."""
        return self._signature

    @property
    def args(self):
        """The arguments to pass by position, in a tuple."""
        given = self.arguments
        args = []
        for param in self._signature.parameters.values():
            # From the first that is missing on, the others have to be given by keyword.
            if param.kind in (_VAR_KEYWORD, _KEYWORD_ONLY) or param.name not in given:
                break
            if param.kind is _VAR_POSITIONAL:
                args += given[param.name]
            else:
                args.append(given[param.name])
        return tuple(args)

    @property
    def kwargs(self):
        """The arguments to pass by keyword, in a dictionary."""
        given = self.arguments
        kwargs = {}
        by_keyword = False
        for param in self._signature.parameters.values():
            there = param.name in given
            by_keyword = by_keyword or not there or param.kind in (_VAR_KEYWORD, _KEYWORD_ONLY)
            if by_keyword and there:
                kwargs |= (given[param.name] if param.kind is _VAR_KEYWORD
                           else {param.name: given[param.name]})
        return kwargs

    def apply_defaults(self):
        """Add the defaults of the parameters that got nothing."""
        empty = {_VAR_POSITIONAL: (), _VAR_KEYWORD: {}}
        arguments = {}
        for name, param in self._signature.parameters.items():
            default = empty.get(param.kind, _empty) if param.default is _empty else param.default
            value = self.arguments.get(name, default)
            if value is not _empty:
                arguments[name] = value
        self.arguments = arguments

    def __eq__(self, other):
        if not isinstance(other, BoundArguments):
            return NotImplemented
        return self is other or ((self.signature, self.arguments)
                                 == (other.signature, other.arguments))

    def __setstate__(self, state):
        self._signature = state["_signature"]
        self.arguments = state["arguments"]

    def __getstate__(self):
        return {"_signature": self._signature, "arguments": self.arguments}

    def __repr__(self):
        args = [f"{name}={value!r}" for name, value in self.arguments.items()]
        return f"<{self.__class__.__name__} ({', '.join(args)})>"


class Signature:
    """The parameters of a callable, in order, and its return annotation. It never changes."""

    __slots__ = ("_return_annotation", "_parameters")

    _parameter_cls = Parameter
    _bound_arguments_cls = BoundArguments
    empty = _empty

    def __init__(self, parameters=None, *, return_annotation=_empty,
                 __validate_parameters__=True):
        """Of Parameter objects in an order that a function could have."""
        params = OrderedDict()
        if parameters is not None:
            if __validate_parameters__:
                params = _ordered(parameters)
            else:
                params = OrderedDict((param.name, param) for param in parameters)
        self._parameters = types.MappingProxyType(params)
        self._return_annotation = return_annotation

    @classmethod
    def from_callable(cls, obj, *, follow_wrapped=True, globals=None, locals=None,
                      eval_str=False, annotation_format=Format.VALUE):
        """The signature of a callable; see signature()."""
        return _from_callable(obj, cls, _Options(follow_wrapped, globals, locals, eval_str,
                                                 annotation_format))

    @property
    def parameters(self):
        """The parameters by their names, in order; read-only."""
        return self._parameters

    @property
    def return_annotation(self):
        """The return annotation; Signature.empty if there is none."""
        return self._return_annotation

    def replace(self, *, parameters=_void, return_annotation=_void):
        """A signature like this one with other parameters or another return annotation."""
        return type(self)(
            self.parameters.values() if parameters is _void else parameters,
            return_annotation=(self._return_annotation if return_annotation is _void
                               else return_annotation))

    __replace__ = replace

    def _hash_basis(self):
        # The order of keyword-only parameters makes no difference.
        params = self.parameters.values()
        return (tuple([param for param in params if param.kind is not _KEYWORD_ONLY]),
                {param.name: param for param in params if param.kind is _KEYWORD_ONLY},
                self.return_annotation)

    def __hash__(self):
        positional, by_name, returns = self._hash_basis()
        return hash((positional, frozenset(by_name.values()), returns))

    def __eq__(self, other):
        if not isinstance(other, Signature):
            return NotImplemented
        return self is other or self._hash_basis() == other._hash_basis()

    def _bind(self, args, kwargs, *, partial=False):
        """What bind() and bind_partial() share."""
        arguments = {}
        params = list(self.parameters.values())
        place = 0
        taken_by_keyword_only_name = []
        args = list(args)
        n_args = len(args)
        used = 0
        while used < n_args:
            if place == len(params):
                raise TypeError("too many positional arguments") from None
            param = params[place]
            if param.kind in (_VAR_KEYWORD, _KEYWORD_ONLY):
                raise TypeError("too many positional arguments") from None
            place += 1
            if param.kind == _VAR_POSITIONAL:
                arguments[param.name] = tuple(args[used:])
                break
            if param.name in kwargs and param.kind != _POSITIONAL_ONLY:
                raise TypeError(f"multiple values for argument {param.name!r}") from None
            arguments[param.name] = args[used]
            used += 1
        # The positional arguments are used up; the rest comes by keyword or by default.
        kwargs_param = None
        first = True  # nothing was passed over yet
        for param in params[place:]:
            name = param.name
            if param.kind == _VAR_KEYWORD:
                kwargs_param = param
                continue
            if param.kind == _VAR_POSITIONAL:
                first = False
                continue
            if param.kind == _POSITIONAL_ONLY:
                if name in kwargs:
                    # Perhaps meant for **kwargs.
                    taken_by_keyword_only_name.append(name)
                if param.default is _empty and not partial:
                    kind = " positional-only" if name in kwargs else ""
                    raise TypeError(f"missing a required{kind} argument: {name!r}") from None
                continue
            if name in kwargs:
                arguments[name] = kwargs.pop(name)
                first = False
            elif param.default is not _empty or partial:
                first = False
            else:
                kind = " keyword-only" if first and param.kind == _KEYWORD_ONLY else ""
                raise TypeError(f"missing a required{kind} argument: {name!r}") from None
        if kwargs:
            if kwargs_param is not None:
                arguments[kwargs_param.name] = kwargs
            elif taken_by_keyword_only_name:
                raise TypeError("got some positional-only arguments passed as keyword "
                                f"arguments: {', '.join(taken_by_keyword_only_name)!r}")
            else:
                raise TypeError(f"got an unexpected keyword argument {next(iter(kwargs))!r}")
        return self._bound_arguments_cls(self, arguments)

    def bind(self, /, *args, **kwargs):
        """The arguments of a call by their parameters, in a BoundArguments; TypeError if they do
        not fit.
        """
        return self._bind(args, kwargs)

    def bind_partial(self, /, *args, **kwargs):
        """As bind(), where arguments may be missing."""
        return self._bind(args, kwargs, partial=True)

    def __reduce__(self):
        return (type(self), (tuple(self._parameters.values()),),
                {"_return_annotation": self._return_annotation})

    def __setstate__(self, state):
        self._return_annotation = state["_return_annotation"]

    def __repr__(self):
        return f"<{self.__class__.__name__} {self}>"

    def __str__(self):
        return self.format()

    def format(self, *, max_width=None, quote_annotation_strings=True):
        """The signature as text; on several lines where it is longer than max_line_width."""
        result = []
        slash_due = False
        star_due = True
        for param in self.parameters.values():
            if param.kind == _POSITIONAL_ONLY:
                slash_due = True
            elif slash_due:
                result.append("/")
                slash_due = False
            if param.kind == _VAR_POSITIONAL:
                star_due = False
            elif param.kind == _KEYWORD_ONLY and star_due:
                result.append("*")
                star_due = False
            result.append(param._format(quote_annotation_strings=quote_annotation_strings))
        if slash_due:
            result.append("/")
        text = f"({', '.join(result)})"
        if max_width is not None and len(text) > max_width:
            text = "(\n    " + ",\n    ".join(result) + "\n)"
        if self.return_annotation is not _empty:
            text += " -> " + formatannotation(self.return_annotation,
                                              quote_annotation_strings=quote_annotation_strings)
        return text


def _ordered(parameters):
    params = OrderedDict()
    top_kind = _POSITIONAL_ONLY
    defaults_seen = False
    for param in parameters:
        kind, name = param.kind, param.name
        if kind in (_VAR_POSITIONAL, _VAR_KEYWORD) and any(
                other.kind is kind for other in params.values()):
            raise ValueError(f"more than one {kind.description} parameter")
        if kind < top_kind:
            raise ValueError(f"wrong parameter order: {top_kind.description} parameter before "
                             f"{kind.description} parameter")
        top_kind = kind
        if kind in (_POSITIONAL_ONLY, _POSITIONAL_OR_KEYWORD):
            if param.default is not _empty:
                defaults_seen = True
            elif defaults_seen:
                raise ValueError("non-default argument follows default argument")
        if name in params:
            raise ValueError(f"duplicate parameter name: {name!r}")
        params[name] = param
    return params


def signature(obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False,
              annotation_format=Format.VALUE):
    """The signature of a callable. eval_str evaluates annotations that are texts; follow_wrapped
    says whether a wrapper shows the signature of what it wraps.
    """
    return Signature.from_callable(obj, follow_wrapped=follow_wrapped, globals=globals,
                                   locals=locals, eval_str=eval_str,
                                   annotation_format=annotation_format)


class _Options:
    __slots__ = ("follow_wrapped", "globals", "locals", "eval_str", "format", "skip_bound")

    def __init__(self, follow_wrapped, globals, locals, eval_str, format, skip_bound=True):
        self.follow_wrapped = follow_wrapped
        self.globals = globals
        self.locals = locals
        self.eval_str = eval_str
        self.format = format
        self.skip_bound = skip_bound


def _from_function(cls, func, options):
    text = getattr(func, "__text_signature__", None)
    if text:
        return _from_text(cls, func, text, False)
    code = func.__code__
    names = code.co_varnames
    n_positional = code.co_argcount
    n_positional_only = code.co_posonlyargcount
    n_keyword_only = code.co_kwonlyargcount
    annotations = get_annotations(func, globals=options.globals, locals=options.locals,
                                  eval_str=options.eval_str, format=options.format)
    defaults = func.__defaults__ or ()
    kwdefaults = func.__kwdefaults__ or {}
    Parameter = cls._parameter_cls
    parameters = []
    first_default = n_positional - len(defaults)
    for place, name in enumerate(names[:n_positional]):
        parameters.append(Parameter(
            name, kind=_POSITIONAL_ONLY if place < n_positional_only else _POSITIONAL_OR_KEYWORD,
            annotation=annotations.get(name, _empty),
            default=defaults[place - first_default] if place >= first_default else _empty))
    end = n_positional + n_keyword_only
    if code.co_flags & _CO_VARARGS:
        name = names[end]
        parameters.append(Parameter(name, annotation=annotations.get(name, _empty),
                                    kind=_VAR_POSITIONAL))
    for name in names[n_positional:end]:
        parameters.append(Parameter(name, annotation=annotations.get(name, _empty),
                                    kind=_KEYWORD_ONLY, default=kwdefaults.get(name, _empty)))
    if code.co_flags & _CO_VARKEYWORDS:
        name = names[end + bool(code.co_flags & _CO_VARARGS)]
        parameters.append(Parameter(name, annotation=annotations.get(name, _empty),
                                    kind=_VAR_KEYWORD))
    # Looks like a function, but may not be one that was compiled.
    return cls(parameters, return_annotation=annotations.get("return", _empty),
               __validate_parameters__=not isinstance(func, types.FunctionType))


def _from_text(cls, obj, text, skip_bound=True):
    """From the text in a builtin's __text_signature__: ($self, key, default=None, /)."""
    error = ValueError(f"{text!r} builtin has invalid signature")
    bound = "$" in text
    clean = text.replace("$", "")
    if clean.endswith(" -> None"):
        clean = clean[:-8]
    if not (clean.startswith("(") and clean.endswith(")")):
        raise error
    module = sys.modules.get(getattr(obj, "__module__", None))
    namespace = dict(sys.modules)
    namespace.update(getattr(module, "__dict__", {}))
    try:
        function = eval(f"(lambda {clean[1:-1]}: None)", namespace)
    except Exception:
        raise error from None
    made = _from_function(cls, function, _Options(False, None, None, False, Format.VALUE))
    parameters = list(made.parameters.values())
    own = getattr(obj, "__self__", None)
    if parameters and bound:
        # The first one is the object, which is given already if there is one.
        if own is not None and (skip_bound or isinstance(own, types.ModuleType)):
            parameters.pop(0)
        else:
            parameters[0] = parameters[0].replace(kind=_POSITIONAL_ONLY)
    elif parameters and skip_bound and own is not None and not isinstance(
            own, types.ModuleType) and parameters[0].name in ("self", "cls", "type"):
        parameters.pop(0)
    return cls(parameters, return_annotation=cls.empty)


def _from_builtin(cls, func, skip_bound=True):
    text = getattr(func, "__text_signature__", None)
    if not text:
        raise ValueError(f"no signature found for builtin {func!r}")
    return _from_text(cls, func, text, skip_bound)


def _is_builtin(obj):
    return (isinstance(obj, _descriptor_types + (types.MethodDescriptorType,))
            or obj is type or obj is object)


def _is_functionlike(obj):
    # What has the parts of a function without being one: compilers of Python make such objects.
    if isinstance(obj, type) or not callable(obj):
        return False
    parts = (("__name__", str, None), ("__code__", types.CodeType, None),
             ("__defaults__", (tuple, type(None)), _void),
             ("__kwdefaults__", (dict, type(None)), _void))
    return all([isinstance(getattr(obj, name, absent), kind) for name, kind, absent in parts])


def _bound(sig):
    """The signature without its first parameter, which the object fills."""
    params = [*sig.parameters.values()]
    kind = params[0].kind if params else _KEYWORD_ONLY
    if kind in (_VAR_KEYWORD, _KEYWORD_ONLY):
        raise ValueError("invalid method signature")
    if kind is not _VAR_POSITIONAL:
        del params[0]
    return sig.replace(parameters=params)


def _partially(sig, partial, extra_args=()):
    """The signature of a function some of whose arguments are given."""
    new = dict(sig.parameters)
    args = partial.args or ()
    keywords = partial.keywords or {}
    args = tuple(extra_args) + args
    try:
        bound = sig.bind_partial(*args, **keywords)
    except TypeError as error:
        raise ValueError(f"partial object {partial!r} has incorrect arguments") from error
    to_keyword_only = False
    for name, param in sig.parameters.items():
        if name not in bound.arguments:
            if to_keyword_only:
                if param.kind is _VAR_POSITIONAL:
                    new.pop(name)
                elif param.kind is _POSITIONAL_OR_KEYWORD:
                    new[name] = new.pop(name).replace(kind=_KEYWORD_ONLY)
                else:
                    new[name] = new.pop(name)  # stays behind them
            continue
        value = bound.arguments[name]
        placeholder = value is functools.Placeholder
        if param.kind is _POSITIONAL_ONLY:
            if placeholder:
                # It has to be given, and everything before it too.
                new[name] = param.replace(default=_empty)
            else:
                new.pop(name)
            continue
        if param.kind is _POSITIONAL_OR_KEYWORD:
            if name in keywords:
                # Given by keyword: it may be given again, but no more by position, and neither
                # what comes after it.
                to_keyword_only = True
                new[name] = new.pop(name).replace(kind=_KEYWORD_ONLY, default=value)
            elif placeholder:
                new[name] = param.replace(kind=_POSITIONAL_ONLY, default=_empty)
            else:
                new.pop(name)
            continue
        if param.kind is _KEYWORD_ONLY:
            if to_keyword_only:
                new.pop(name)
            new[name] = param.replace(default=value)
        elif param.kind is _VAR_POSITIONAL and any(
                item is functools.Placeholder for item in value):
            raise ValueError(f"partial object {partial!r} has a Placeholder for *{name}")
    params = list(new.values())
    # A placeholder makes what stands before it positional too.
    last = max((place for place, param in enumerate(params) if param.kind is _POSITIONAL_ONLY),
               default=-1)
    for place in range(last):
        if params[place].kind is _POSITIONAL_OR_KEYWORD:
            params[place] = params[place].replace(kind=_POSITIONAL_ONLY)
    return sig.replace(parameters=params)


def _user_method(cls, name, follow_wrapper_chains=True):
    # The method of a class that Python code defined; not the slot of a builtin.
    method = getattr(cls, name, None)
    if method is None:
        return None
    if isinstance(method, (types.WrapperDescriptorType, types.MethodWrapperType,
                           types.ClassMethodDescriptorType, types.BuiltinFunctionType)):
        return None
    if name != "__new__":
        method = _descriptor_get(_inspect().getattr_static(cls, name), cls)
    return method


def _descriptor_get(descriptor, obj):
    if isinstance(descriptor, type):
        return descriptor
    get = getattr(type(descriptor), "__get__", None)
    return descriptor if get is None else get(descriptor, obj, type(obj))


def _from_callable(obj, cls, options):
    if not callable(obj):
        raise TypeError(f"{obj!r} is not a callable object")
    if isinstance(obj, types.MethodType):
        sig = _from_callable(obj.__func__, cls, options)
        return _bound(sig) if options.skip_bound else sig
    if options.follow_wrapped:
        obj = _inspect().unwrap(obj, stop=lambda f: hasattr(f, "__signature__")
                                or isinstance(f, types.MethodType))
        if isinstance(obj, types.MethodType):
            return _from_callable(obj, cls, options)
    given = getattr(obj, "__signature__", None)
    if given is not None:
        # Either one made by hand, or a text, or a function that gives one of the two.
        if not isinstance(given, (Signature, str)) and callable(given):
            given = given()
        if isinstance(given, str):
            return _from_text(cls, obj, given)
        if not isinstance(given, Signature):
            raise TypeError(f"unexpected object {given!r} in __signature__ attribute")
        return given
    partialmethod = getattr(obj, "__partialmethod__", None)
    if isinstance(partialmethod, functools.partialmethod):
        inner = _from_callable(partialmethod.func, cls, options)
        # The object comes first, before the arguments that are given.
        sig = _partially(inner, partialmethod, (None,))
        first = next(iter(inner.parameters.values()))
        if first.kind is _VAR_POSITIONAL:
            return sig
        if any(arg is functools.Placeholder for arg in partialmethod.args):
            first = first.replace(kind=_POSITIONAL_ONLY)
        return sig.replace(parameters=(first, *sig.parameters.values()))
    if isinstance(obj, types.FunctionType) or _is_functionlike(obj):
        return _from_function(cls, obj, options)
    if _is_builtin(obj):
        return _from_builtin(cls, obj, options.skip_bound)
    if isinstance(obj, functools.partial):
        return _partially(_from_callable(obj.func, cls, options), obj)
    if isinstance(obj, type):
        return _from_class(obj, cls, options)
    # An instance with a __call__.
    call = _inspect().getattr_static(type(obj), "__call__", None)
    if call is not None:
        call = _descriptor_get(call, obj)
        return _from_callable(call, cls, options)
    raise ValueError(f"callable {obj!r} is not supported by signature")


def _from_class(obj, cls, options):
    # First what a metaclass does with the call; then __new__ or __init__, whichever is nearer.
    call = _user_method(type(obj), "__call__")
    if call is not None:
        call = _inspect().getattr_static(type(obj), "__call__")
        call = _descriptor_get(call, obj)
        return _from_callable(call, cls, options)
    # The nearest class that defines one of them decides; in the same class __new__ counts.
    for base in obj.__mro__:
        if "__new__" in base.__dict__:
            new = _user_method(obj, "__new__")
            if new is not None:
                sig = _from_callable(new, cls, options)
                return _bound(sig) if options.skip_bound else sig
            if base is not object and base.__dict__.get("__new__") is not object.__new__:
                if "__init__" not in base.__dict__ or not isinstance(
                        base.__dict__["__init__"], types.FunctionType):
                    break
        if "__init__" in base.__dict__:
            init = _user_method(obj, "__init__")
            if init is not None:
                return _from_callable(init, cls, options)
            break
    # A builtin class, or one that inherits from one.
    for base in obj.__mro__[:-1]:
        try:
            text = base.__text_signature__
        except AttributeError:
            continue
        if text:
            return _from_text(cls, obj, text, options.skip_bound)
    if type not in obj.__mro__:
        if obj.__init__ is object.__init__ and obj.__new__ is object.__new__:
            return cls()
        raise ValueError(f"no signature found for builtin type {obj!r}")
    raise ValueError(f"no signature found for builtin type {obj!r}")
