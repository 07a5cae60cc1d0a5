"""Get useful information from live Python objects.

Signatures are in _inspect_signature, source text in _inspect_source, frames and the states of
generators in _inspect_frames.
"""

import abc
import builtins
import functools
import sys
import types
from collections import namedtuple

from annotationlib import Format, get_annotations
from _inspect_frames import (
    AGEN_CLOSED, AGEN_CREATED, AGEN_RUNNING, AGEN_SUSPENDED, CORO_CLOSED, CORO_CREATED,
    CORO_RUNNING, CORO_SUSPENDED, GEN_CLOSED, GEN_CREATED, GEN_RUNNING, GEN_SUSPENDED,
    FrameInfo, Traceback, currentframe, getasyncgenlocals, getasyncgenstate, getcoroutinelocals,
    getcoroutinestate, getframeinfo, getgeneratorlocals, getgeneratorstate, getinnerframes,
    getouterframes, stack, trace)
from _inspect_signature import (
    BoundArguments, Parameter, Signature, _empty, _from_callable, _Options, _ParameterKind,
    _void, formatannotation, signature)
from _inspect_source import (
    BlockFinder, ClassFoundException, EndOfBlock, findsource, getabsfile, getblock, getcomments,
    getfile, getlineno, getmodule, getmodulename, getsource, getsourcefile, getsourcelines,
    indentsize)

__all__ = [
    "AGEN_CLOSED", "AGEN_CREATED", "AGEN_RUNNING", "AGEN_SUSPENDED", "ArgInfo", "Arguments",
    "Attribute", "BlockFinder", "BoundArguments", "BufferFlags", "CORO_CLOSED", "CORO_CREATED",
    "CORO_RUNNING", "CORO_SUSPENDED", "CO_ASYNC_GENERATOR", "CO_COROUTINE", "CO_GENERATOR",
    "CO_ITERABLE_COROUTINE", "CO_NESTED", "CO_NEWLOCALS", "CO_NOFREE", "CO_OPTIMIZED",
    "CO_VARARGS", "CO_VARKEYWORDS", "CO_HAS_DOCSTRING", "CO_METHOD", "ClassFoundException",
    "ClosureVars", "EndOfBlock", "FrameInfo", "FullArgSpec", "GEN_CLOSED", "GEN_CREATED",
    "GEN_RUNNING", "GEN_SUSPENDED", "Parameter", "Signature", "TPFLAGS_IS_ABSTRACT",
    "Traceback", "classify_class_attrs", "cleandoc", "currentframe", "findsource",
    "formatannotation", "formatannotationrelativeto", "formatargvalues", "get_annotations",
    "getabsfile", "getargs", "getargvalues", "getasyncgenlocals", "getasyncgenstate",
    "getattr_static", "getblock", "getcallargs", "getclasstree", "getclosurevars",
    "getcomments", "getcoroutinelocals", "getcoroutinestate", "getdoc", "getfile",
    "getframeinfo", "getfullargspec", "getgeneratorlocals", "getgeneratorstate",
    "getinnerframes", "getlineno", "getmembers", "getmembers_static", "getmodule",
    "getmodulename", "getmro", "getouterframes", "getsource", "getsourcefile",
    "getsourcelines", "indentsize", "isabstract", "isasyncgen", "isasyncgenfunction",
    "isawaitable", "isbuiltin", "isclass", "iscode", "iscoroutine", "iscoroutinefunction",
    "isdatadescriptor", "isframe", "isfunction", "isgenerator", "isgeneratorfunction",
    "isgetsetdescriptor", "ismemberdescriptor", "ismethod", "ismethoddescriptor",
    "ismethodwrapper", "ismodule", "ispackage", "isroutine", "istraceback",
    "markcoroutinefunction", "signature", "stack", "trace", "unwrap", "walktree",
]

CO_OPTIMIZED = 0x1
CO_NEWLOCALS = 0x2
CO_VARARGS = 0x4
CO_VARKEYWORDS = 0x8
CO_NESTED = 0x10
CO_GENERATOR = 0x20
CO_NOFREE = 0x40
CO_COROUTINE = 0x80
CO_ITERABLE_COROUTINE = 0x100
CO_ASYNC_GENERATOR = 0x200
CO_HAS_DOCSTRING = 0x4000000
CO_METHOD = 0x8000000

TPFLAGS_IS_ABSTRACT = 1 << 20


# What kind of thing an object is.

def ismodule(object):
    """Return true if the object is a module."""
    return isinstance(object, types.ModuleType)


def isclass(object):
    """Return true if the object is a class."""
    return isinstance(object, type)


def ispackage(object):
    """Return true if the object is a package."""
    return ismodule(object) and hasattr(object, "__path__")


def ismethod(object):
    """Return true if the object is an instance method."""
    return isinstance(object, types.MethodType)


def ismethoddescriptor(object):
    """Return true if the object is a method descriptor.

    But not if ismethod() or isclass() or isfunction() are true.
    An object passing this test has a __get__ attribute but neither a __set__
    attribute or a __delete__ attribute.
    """
    if isclass(object) or ismethod(object) or isfunction(object):
        return False
    kind = type(object)
    return (hasattr(kind, "__get__") and not hasattr(kind, "__set__")
            and not hasattr(kind, "__delete__"))


def isdatadescriptor(object):
    """Return true if the object is a data descriptor.

    Data descriptors have a __set__ or a __delete__ attribute.  Examples are
    properties (defined in Python) and getsets and members (defined in C).
    """
    if isclass(object) or ismethod(object) or isfunction(object):
        return False
    kind = type(object)
    return hasattr(kind, "__set__") or hasattr(kind, "__delete__")


def ismemberdescriptor(object):
    return isinstance(object, types.MemberDescriptorType)


def isgetsetdescriptor(object):
    return isinstance(object, types.GetSetDescriptorType)


def isfunction(object):
    """Return true if the object is a user-defined function."""
    return isinstance(object, types.FunctionType)


def _has_code_flag(f, flag):
    """Return true if ``f`` is a function (or a method or functools.partial
    wrapper wrapping a function or a functools.partialmethod wrapping a
    function) whose code object has the given ``flag`` set in its flags."""
    f = functools._unwrap_partialmethod(f)
    while ismethod(f):
        f = f.__func__
    f = functools._unwrap_partial(f)
    if not (isfunction(f) or _is_functionlike(f)):
        return False
    return bool(f.__code__.co_flags & flag)


def _is_functionlike(obj):
    return (callable(obj) and not isclass(obj)
            and isinstance(getattr(obj, "__code__", None), types.CodeType))


def isgeneratorfunction(obj):
    """Return true if the object is a user-defined generator function."""
    return _has_code_flag(obj, CO_GENERATOR)


# The value of an attribute that says so of a function that only returns a coroutine.
_is_coroutine_mark = object()


def _has_coroutine_mark(f):
    while ismethod(f):
        f = f.__func__
    f = functools._unwrap_partial(f)
    return getattr(f, "_is_coroutine_marker", None) is _is_coroutine_mark


def markcoroutinefunction(func):
    if hasattr(func, "__func__"):
        func = func.__func__
    func._is_coroutine_marker = _is_coroutine_mark
    return func


def iscoroutinefunction(obj):
    return _has_code_flag(obj, CO_COROUTINE) or _has_coroutine_mark(obj)


def isasyncgenfunction(obj):
    """Return true if the object is an asynchronous generator function."""
    return _has_code_flag(obj, CO_ASYNC_GENERATOR)


def isasyncgen(object):
    """Return true if the object is an asynchronous generator."""
    return isinstance(object, types.AsyncGeneratorType)


def isgenerator(object):
    """Return true if the object is a generator."""
    return isinstance(object, types.GeneratorType)


def iscoroutine(object):
    """Return true if the object is a coroutine."""
    return isinstance(object, types.CoroutineType)


def isawaitable(object):
    from collections.abc import Awaitable
    return (isinstance(object, types.CoroutineType)
            or (isinstance(object, types.GeneratorType)
                and bool(object.gi_code.co_flags & CO_ITERABLE_COROUTINE))
            or isinstance(object, Awaitable))


def istraceback(object):
    """Return true if the object is a traceback."""
    return isinstance(object, types.TracebackType)


def isframe(object):
    """Return true if the object is a frame object."""
    return isinstance(object, types.FrameType)


def iscode(object):
    """Return true if the object is a code object."""
    return isinstance(object, types.CodeType)


def isbuiltin(object):
    """Return true if the object is a built-in function or method."""
    return isinstance(object, types.BuiltinFunctionType)


def ismethodwrapper(object):
    """Return true if the object is a method wrapper."""
    return isinstance(object, types.MethodWrapperType)


def isroutine(object):
    """Return true if the object is any kind of function or method."""
    return (isbuiltin(object) or isfunction(object) or ismethod(object)
            or ismethoddescriptor(object) or ismethodwrapper(object)
            or isinstance(object, functools._singledispatchmethod_get))


def isabstract(object):
    """Return true if the object is an abstract base class (ABC)."""
    if not isinstance(object, type):
        return False
    if getattr(object, "__abstractmethods__", None):
        return True
    if not issubclass(type(object), abc.ABCMeta) or hasattr(object, "__abstractmethods__"):
        return False
    # In the middle of its making (__init_subclass__): the set is not there yet.
    for value in object.__dict__.values():
        if getattr(value, "__isabstractmethod__", False):
            return True
    for base in object.__bases__:
        for name in getattr(base, "__abstractmethods__", ()):
            if getattr(getattr(object, name, None), "__isabstractmethod__", False):
                return True
    return False


# Members.

def _getmembers(object, predicate, getter):
    names = dir(object)
    processed = set()
    results = []
    if isclass(object):
        mro = getmro(object)
        # dir() does not show what only routes to a metaclass.
        for base in object.__bases__:
            for name, value in base.__dict__.items():
                if isinstance(value, types.DynamicClassAttribute):
                    names.append(name)
    else:
        mro = ()
    for key in names:
        try:
            value = getter(object, key)
            if key in processed:
                raise AttributeError
        except AttributeError:
            for base in mro:
                if key in base.__dict__:
                    value = base.__dict__[key]
                    break
            else:
                continue  # listed by a __dir__, but not there
        if not predicate or predicate(value):
            results.append((key, value))
        processed.add(key)
    results.sort(key=lambda pair: pair[0])
    return results


def getmembers(object, predicate=None):
    return _getmembers(object, predicate, getattr)


def getmembers_static(object, predicate=None):
    """Return all members of an object as (name, value) pairs sorted by name
    without triggering dynamic lookup via the descriptor protocol,
    __getattr__ or __getattribute__. Optionally, only return members that
    satisfy a given predicate.
    """
    return _getmembers(object, predicate, getattr_static)


Attribute = namedtuple("Attribute", "name kind defining_class object")


def classify_class_attrs(cls):
    """Return list of attribute-descriptor tuples.

    For each name in dir(cls), the return list contains a 4-tuple
    with these elements:

        0. The name (a string).

        1. The kind of attribute this is, one of these strings:
               'class method'    created via classmethod()
               'static method'   created via staticmethod()
               'property'        created via property()
               'method'          any other flavor of method or descriptor
               'data'            not a method

        2. The class which defined this attribute (a class).

        3. The object as obtained by calling getattr; if this fails, or if the
           resulting object does not live anywhere in the class' mro (including
           metaclasses) then the object is looked up in the defining class's
           dict (found by walking the mro).
    """
    mro = getmro(cls)
    meta_mro = tuple(base for base in getmro(type(cls)) if base not in (type, object))
    class_bases = (cls,) + mro
    all_bases = class_bases + meta_mro
    names = dir(cls)
    for base in mro:
        for name, value in base.__dict__.items():
            if isinstance(value, types.DynamicClassAttribute) and value.fget is not None:
                names.append(name)
    result = []
    processed = set()
    for name in names:
        home = None
        from_get = from_dict = None
        if name not in processed:
            try:
                if name == "__dict__":
                    raise Exception("__dict__ is special, don't want the proxy")
                from_get = getattr(cls, name)
            except Exception:
                pass
            else:
                home = getattr(from_get, "__objclass__", home)
                if home not in class_bases:
                    # Found somewhere else, or not a descriptor: the last class that gives it.
                    home = None
                    last = None
                    for base in class_bases:
                        value = getattr(base, name, None)
                        if value is from_get:
                            last = base
                    for base in meta_mro:
                        try:
                            value = base.__getattr__(cls, name)
                        except AttributeError:
                            continue
                        if value is from_get:
                            last = base
                    if last is not None:
                        home = last
        for base in all_bases:
            if name in base.__dict__:
                from_dict = base.__dict__[name]
                if home not in meta_mro:
                    home = base
                break
        if home is None:
            continue
        obj = from_get if from_get is not None else from_dict
        if isinstance(from_dict, (staticmethod, types.BuiltinMethodType)):
            kind, obj = "static method", from_dict
        elif isinstance(from_dict, (classmethod, types.ClassMethodDescriptorType)):
            kind, obj = "class method", from_dict
        elif isinstance(from_dict, property):
            kind, obj = "property", from_dict
        elif isroutine(obj):
            kind = "method"
        else:
            kind = "data"
        result.append(Attribute(name, kind, home, obj))
        processed.add(name)
    return result


def getmro(cls):
    return cls.__mro__


def unwrap(func, *, stop=None):
    """Get the object wrapped by *func*.

    Follows the chain of :attr:`__wrapped__` attributes returning the last
    object in the chain.

    *stop* is an optional callback accepting an object in the wrapper chain
    as its sole argument that allows the unwrapping to be terminated early if
    the callback returns a true value. If the callback never returns a true
    value, the last object in the chain is returned as usual.

    :exc:`ValueError` is raised if a cycle is encountered.
    """
    original = func
    # Held on to: the id of an object that is gone may come again.
    memo = {id(func): func}
    limit = sys.getrecursionlimit()
    while not isinstance(func, type) and hasattr(func, "__wrapped__"):
        if stop is not None and stop(func):
            break
        func = func.__wrapped__
        if id(func) in memo or len(memo) >= limit:
            raise ValueError(f"wrapper loop when unwrapping {original!r}")
        memo[id(func)] = func
    return func


# Documentation.

def _finddoc(obj):
    # The docstring of what a method or property overrides.
    if isclass(obj):
        for base in obj.__mro__:
            if base is not object and base.__doc__ is not None:
                return base.__doc__
        return None
    if ismethod(obj):
        name, owner = obj.__func__.__name__, obj.__self__
        cls = owner if isclass(owner) and getattr(
            getattr(owner, name, None), "__func__") is obj.__func__ else owner.__class__
    elif isfunction(obj):
        name = obj.__name__
        cls = _findclass(obj)
        if cls is None or getattr(cls, name) is not obj:
            return None
    elif isbuiltin(obj):
        name, owner = obj.__name__, obj.__self__
        cls = owner if isclass(owner) and f"{owner.__qualname__}.{name}" == obj.__qualname__ \
            else owner.__class__
    elif isinstance(obj, (property, functools.cached_property)):
        func = obj.fget if isinstance(obj, property) else obj.func
        name = func.__name__
        cls = _findclass(func)
        if cls is None or getattr(cls, name) is not obj:
            return None
    elif ismethoddescriptor(obj) or isdatadescriptor(obj):
        name, cls = obj.__name__, obj.__objclass__
        if getattr(cls, name) is not obj:
            return None
        if ismemberdescriptor(obj):
            slots = getattr(cls, "__slots__", None)
            if isinstance(slots, dict) and name in slots:
                return slots[name]
    else:
        return None
    for base in cls.__mro__:
        try:
            doc = getattr(base, name).__doc__
        except AttributeError:
            continue
        if doc is not None:
            return doc
    return None


def _findclass(func):
    cls = sys.modules.get(func.__module__)
    if cls is None:
        return None
    for name in func.__qualname__.split(".")[:-1]:
        cls = getattr(cls, name)
    return cls if isclass(cls) else None


def getdoc(object):
    try:
        doc = object.__doc__
    except AttributeError:
        return None
    if doc is None:
        try:
            doc = _finddoc(object)
        except (AttributeError, TypeError):
            return None
    if not isinstance(doc, str):
        return None
    return cleandoc(doc)


def cleandoc(doc):
    lines = doc.expandtabs().split("\n")
    margin = sys.maxsize
    for line in lines[1:]:
        content = len(line.lstrip(" "))
        if content:
            margin = min(margin, len(line) - content)
    if lines:
        lines[0] = lines[0].lstrip(" ")
    if margin < sys.maxsize:
        lines[1:] = [line[margin:] for line in lines[1:]]
    while lines and not lines[-1]:
        lines.pop()
    while lines and not lines[0]:
        del lines[0]
    return "\n".join(lines)


# Classes and arguments.

def walktree(classes, children, parent):
    """Recursive helper function for getclasstree()."""
    results = []
    for cls in sorted(classes, key=lambda c: (c.__module__, c.__name__)):
        results.append((cls, cls.__bases__))
        if cls in children:
            results.append(walktree(children[cls], children, cls))
    return results


def getclasstree(classes, unique=False):
    children = {}
    roots = []
    for cls in classes:
        if cls.__bases__:
            for parent in cls.__bases__:
                below = children.setdefault(parent, [])
                if cls not in below:
                    below.append(cls)
                if unique and parent in classes:
                    break
        elif cls not in roots:
            roots.append(cls)
    for parent in children:
        if parent not in classes:
            roots.append(parent)
    return walktree(roots, children, None)


Arguments = namedtuple("Arguments", "args, varargs, varkw")


def getargs(co):
    if not iscode(co):
        raise TypeError(f"{co!r} is not a code object")
    names = co.co_varnames
    n_args, n_kwargs = co.co_argcount, co.co_kwonlyargcount
    args = list(names[:n_args])
    kwonly = list(names[n_args:n_args + n_kwargs])
    end = n_args + n_kwargs
    varargs = None
    if co.co_flags & CO_VARARGS:
        varargs = names[end]
        end += 1
    varkw = names[end] if co.co_flags & CO_VARKEYWORDS else None
    return Arguments(args + kwonly, varargs, varkw)


FullArgSpec = namedtuple("FullArgSpec", "args, varargs, varkw, defaults, kwonlyargs, "
                                        "kwonlydefaults, annotations")


def getfullargspec(func):
    try:
        sig = _from_callable(func, Signature, _Options(False, None, None, False, Format.VALUE,
                                                       skip_bound=False))
    except Exception as error:
        # All the ways in which there may be no signature are one here.
        raise TypeError("unsupported callable") from error
    args, posonly, kwonly, defaults = [], [], [], ()
    varargs = varkw = None
    kwdefaults, annotations = {}, {}
    if sig.return_annotation is not sig.empty:
        annotations["return"] = sig.return_annotation
    for param in sig.parameters.values():
        kind, name = param.kind, param.name
        if kind is Parameter.POSITIONAL_ONLY:
            posonly.append(name)
            if param.default is not param.empty:
                defaults += (param.default,)
        elif kind is Parameter.POSITIONAL_OR_KEYWORD:
            args.append(name)
            if param.default is not param.empty:
                defaults += (param.default,)
        elif kind is Parameter.VAR_POSITIONAL:
            varargs = name
        elif kind is Parameter.KEYWORD_ONLY:
            kwonly.append(name)
            if param.default is not param.empty:
                kwdefaults[name] = param.default
        else:
            varkw = name
        if param.annotation is not param.empty:
            annotations[name] = param.annotation
    return FullArgSpec(posonly + args, varargs, varkw, defaults or None, kwonly,
                       kwdefaults or None, annotations)


ArgInfo = namedtuple("ArgInfo", "args varargs keywords locals")


def getargvalues(frame):
    args, varargs, varkw = getargs(frame.f_code)
    return ArgInfo(args, varargs, varkw, frame.f_locals)


def formatannotationrelativeto(object):
    module = getattr(object, "__module__", None)

    def _formatannotation(annotation):
        return formatannotation(annotation, module)

    return _formatannotation


def formatargvalues(args, varargs, varkw, locals, formatarg=str,
                    formatvarargs=lambda name: "*" + name,
                    formatvarkw=lambda name: "**" + name,
                    formatvalue=lambda value: "=" + repr(value)):
    specs = [formatarg(name) + formatvalue(locals[name]) for name in args]
    if varargs:
        specs.append(formatvarargs(varargs) + formatvalue(locals[varargs]))
    if varkw:
        specs.append(formatvarkw(varkw) + formatvalue(locals[varkw]))
    return f"({', '.join(specs)})"


def _missing_arguments(f_name, argnames, pos, values):
    names = [repr(name) for name in argnames if name not in values]
    missing = len(names)
    if missing == 1:
        text = names[0]
    elif missing == 2:
        text = "{} and {}".format(*names)
    else:
        text = ", ".join(names[:-2]) + ", {} and {}".format(*names[-2:])
    raise TypeError(f"{f_name}() missing {missing} required "
                    f"{'positional' if pos else 'keyword-only'} "
                    f"argument{'' if missing == 1 else 's'}: {text}")


def _too_many(f_name, args, kwonly, varargs, n_defaults, given, values):
    at_least = len(args) - n_defaults
    kwonly_given = len([arg for arg in kwonly if arg in values])
    if varargs:
        plural, text = at_least != 1, f"at least {at_least}"
    elif n_defaults:
        plural, text = True, f"from {at_least} to {len(args)}"
    else:
        plural, text = len(args) != 1, str(len(args))
    extra = ""
    if kwonly_given:
        extra = (f" positional argument{'s' if given != 1 else ''} (and {kwonly_given} "
                 f"keyword-only argument{'s' if kwonly_given != 1 else ''})")
    raise TypeError(f"{f_name}() takes {text} positional argument{'s' if plural else ''} but "
                    f"{given}{extra} {'was' if given == 1 and not kwonly_given else 'were'} given")


def getcallargs(func, /, *positional, **named):
    args, varargs, varkw, defaults, kwonlyargs, kwonlydefaults, _ = getfullargspec(func)
    f_name = func.__name__
    values = {}
    if ismethod(func) and func.__self__ is not None:
        positional = (func.__self__,) + positional
    n_given, n_args = len(positional), len(args)
    n_defaults = len(defaults) if defaults else 0
    for name, value in zip(args, positional):
        values[name] = value
    if varargs:
        values[varargs] = tuple(positional[n_args:])
    possible = set(args + kwonlyargs)
    if varkw:
        values[varkw] = {}
    for name, value in named.items():
        if name not in possible:
            if not varkw:
                raise TypeError(f"{f_name}() got an unexpected keyword argument {name!r}")
            values[varkw][name] = value
        elif name in values:
            raise TypeError(f"{f_name}() got multiple values for argument {name!r}")
        else:
            values[name] = value
    if n_given > n_args and not varargs:
        _too_many(f_name, args, kwonlyargs, varargs, n_defaults, n_given, values)
    if n_given < n_args:
        required = args[:n_args - n_defaults]
        for name in required:
            if name not in values:
                _missing_arguments(f_name, required, True, values)
        for place, name in enumerate(args[n_args - n_defaults:]):
            values.setdefault(name, defaults[place])
    missing = 0
    for name in kwonlyargs:
        if name not in values:
            if kwonlydefaults and name in kwonlydefaults:
                values[name] = kwonlydefaults[name]
            else:
                missing += 1
    if missing:
        _missing_arguments(f_name, kwonlyargs, False, values)
    return values


ClosureVars = namedtuple("ClosureVars", "nonlocals globals builtins unbound")


def getclosurevars(func):
    if ismethod(func):
        func = func.__func__
    if not isfunction(func):
        raise TypeError(f"{func!r} is not a Python function")
    code = func.__code__
    nonlocals = {} if func.__closure__ is None else {
        name: cell.cell_contents for name, cell in zip(code.co_freevars, func.__closure__)}
    namespace = func.__globals__
    builtin_names = namespace.get("__builtins__", builtins.__dict__)
    if ismodule(builtin_names):
        builtin_names = builtin_names.__dict__
    global_vars, builtin_vars, unbound = {}, {}, set()
    for name in _names_used(code):
        if name in namespace:
            global_vars[name] = namespace[name]
        elif name in builtin_names:
            builtin_vars[name] = builtin_names[name]
        else:
            unbound.add(name)
    return ClosureVars(nonlocals, global_vars, builtin_vars, unbound)


def _names_used(code):
    # Those that are looked up as globals, without those that are attributes only.
    try:
        import dis
    except ImportError:
        return list(getattr(code, "co_names", ()))
    names = []
    for instruction in dis.get_instructions(code):
        if instruction.opname.startswith("LOAD_GLOBAL") and instruction.argval not in names:
            names.append(instruction.argval)
    return names


# Attributes without running code.

_sentinel = object()
_static_getmro = type.__dict__["__mro__"].__get__
_class_dict = type.__dict__["__dict__"].__get__


def _check_class(klass, attr):
    for entry in _static_getmro(klass):
        if _shadowed_dict(type(entry)) is _sentinel:
            namespace = _class_dict(entry)
            if attr in namespace:
                return namespace[attr]
    return _sentinel


def _shadowed_dict(klass):
    # A class may have a __dict__ of its own making, which could run anything.
    for entry in _static_getmro(klass):
        found = _class_dict(entry).get("__dict__", _sentinel)
        if found is not _sentinel and not (
                isinstance(found, types.GetSetDescriptorType) and found.__name__ == "__dict__"
                and found.__objclass__ is entry):
            return found
    return _sentinel


def getattr_static(obj, attr, default=_sentinel):
    in_instance = _sentinel
    if type not in _static_getmro(type(obj)):
        klass = type(obj)
        shadow = _shadowed_dict(klass)
        if shadow is _sentinel or isinstance(shadow, types.MemberDescriptorType):
            try:
                in_instance = dict.get(object.__getattribute__(obj, "__dict__"), attr, _sentinel)
            except (AttributeError, TypeError):
                pass
    else:
        klass = obj
    in_class = _check_class(klass, attr)
    if in_instance is not _sentinel and in_class is not _sentinel:
        kind = type(in_class)
        if _check_class(kind, "__get__") is not _sentinel and (
                _check_class(kind, "__set__") is not _sentinel
                or _check_class(kind, "__delete__") is not _sentinel):
            return in_class  # a data descriptor comes before the instance
    if in_instance is not _sentinel:
        return in_instance
    if in_class is not _sentinel:
        return in_class
    if obj is klass:
        # A class: its metaclass.
        for entry in _static_getmro(type(klass)):
            if _shadowed_dict(type(entry)) is _sentinel and attr in _class_dict(entry):
                return _class_dict(entry)[attr]
    if default is not _sentinel:
        return default
    raise AttributeError(attr)


def __getattr__(name):
    if name == "BufferFlags":
        # An enumeration that hardly anybody needs.
        import enum
        values = {"SIMPLE": 0x0, "WRITABLE": 0x1, "FORMAT": 0x4, "ND": 0x8, "STRIDES": 0x18,
                  "C_CONTIGUOUS": 0x38, "F_CONTIGUOUS": 0x58, "ANY_CONTIGUOUS": 0x98,
                  "INDIRECT": 0x118, "CONTIG": 0x9, "CONTIG_RO": 0x8, "STRIDED": 0x19,
                  "STRIDED_RO": 0x18, "RECORDS": 0x1D, "RECORDS_RO": 0x1C, "FULL": 0x11D,
                  "FULL_RO": 0x11C, "READ": 0x100, "WRITE": 0x200}
        globals()[name] = enum.IntFlag(name, values, module=__name__)
        return globals()[name]
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
