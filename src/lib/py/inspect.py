"""What objects are made of: their kinds, members, documentation and parameters.

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
    """Whether it is a module."""
    return isinstance(object, types.ModuleType)


def isclass(object):
    """Whether it is a class."""
    return isinstance(object, type)


def ispackage(object):
    """Whether it is a module that can have others in it."""
    return ismodule(object) and hasattr(object, "__path__")


def ismethod(object):
    """Whether it is a method that is bound to an object."""
    return isinstance(object, types.MethodType)


def _has_any(object, *names):
    # Whether the class brings one of these; of what is bound or wraps code that does not count.
    if isinstance(object, (type, types.MethodType, types.FunctionType)):
        return False
    kind = type(object)
    return any([hasattr(kind, name) for name in names])


def ismethoddescriptor(object):
    """Whether it is a method of a class that is not written in Python, or the like of it.

    That is: it has __get__ but neither __set__ nor __delete__, and is no function, method, class.
    """
    return _has_any(object, "__get__") and not _has_any(object, "__set__", "__delete__")


def isdatadescriptor(object):
    """Whether it is a property, a slot or another descriptor that also sets or deletes."""
    return _has_any(object, "__set__", "__delete__")


def ismemberdescriptor(object):
    """Whether it is a descriptor of a slot."""
    return isinstance(object, types.MemberDescriptorType)


def isgetsetdescriptor(object):
    """Whether it is a descriptor of an attribute that is computed in C."""
    return isinstance(object, types.GetSetDescriptorType)


def isfunction(object):
    """Whether it is a function written in Python."""
    return isinstance(object, types.FunctionType)


def _behind(f):
    # The function that a bound method or a partial application leads to.
    while ismethod(f):
        f = f.__func__
    return functools._unwrap_partial(f)


def _has_code_flag(f, flag):
    f = _behind(functools._unwrap_partialmethod(f))
    return (isfunction(f) or _is_functionlike(f)) and f.__code__.co_flags & flag != 0


def _is_functionlike(obj):
    return (callable(obj) and not isclass(obj)
            and isinstance(getattr(obj, "__code__", None), types.CodeType))


def isgeneratorfunction(obj):
    """Whether calling the function gives a generator."""
    return _has_code_flag(obj, CO_GENERATOR)


# The value of an attribute that says so of a function that only returns a coroutine.
_is_coroutine_mark = object()


def _has_coroutine_mark(f):
    return getattr(_behind(f), "_is_coroutine_marker", None) is _is_coroutine_mark


def markcoroutinefunction(func):
    """Decorator: iscoroutinefunction() will take the function for one, as it returns coroutines.
    """
    func = getattr(func, "__func__", func)
    func._is_coroutine_marker = _is_coroutine_mark
    return func


def iscoroutinefunction(obj):
    """Whether calling the function gives a coroutine."""
    return _has_code_flag(obj, CO_COROUTINE) or _has_coroutine_mark(obj)


def isasyncgenfunction(obj):
    """Whether calling the function gives an asynchronous generator."""
    return _has_code_flag(obj, CO_ASYNC_GENERATOR)


def isasyncgen(object):
    """Whether it is an asynchronous generator."""
    return isinstance(object, types.AsyncGeneratorType)


def isgenerator(object):
    """Whether it is a generator."""
    return isinstance(object, types.GeneratorType)


def iscoroutine(object):
    """Whether it is a coroutine."""
    return isinstance(object, types.CoroutineType)


def isawaitable(object):
    """Whether `await` takes the object."""
    if isinstance(object, types.CoroutineType):
        return True
    if isgenerator(object) and object.gi_code.co_flags & CO_ITERABLE_COROUTINE:
        return True
    from collections.abc import Awaitable
    return isinstance(object, Awaitable)


def istraceback(object):
    """Whether it is a traceback."""
    return isinstance(object, types.TracebackType)


def isframe(object):
    """Whether it is a frame."""
    return isinstance(object, types.FrameType)


def iscode(object):
    """Whether it is a code object."""
    return isinstance(object, types.CodeType)


def isbuiltin(object):
    """Whether it is a function, or a bound method, written in C."""
    return isinstance(object, types.BuiltinFunctionType)


def ismethodwrapper(object):
    """Whether it is a bound special method written in C."""
    return isinstance(object, types.MethodWrapperType)


def isroutine(object):
    """Whether it is a function or a method of whatever kind."""
    return (isbuiltin(object) or isfunction(object) or ismethod(object)
            or ismethoddescriptor(object) or ismethodwrapper(object)
            or isinstance(object, functools._singledispatchmethod_get))


def isabstract(object):
    """Whether it is a class that cannot be instantiated, as methods are missing."""
    if not isclass(object):
        return False
    names = getattr(object, "__abstractmethods__", None)
    if names is not None or not isinstance(object, abc.ABCMeta):
        return bool(names)
    # In the middle of its making (__init_subclass__): the set is not there yet.
    inherited = [getattr(object, name, None) for base in object.__bases__
                 for name in getattr(base, "__abstractmethods__", ())]
    return any([getattr(member, "__isabstractmethod__", False)
                for member in [*object.__dict__.values(), *inherited]])


# Members.

def _getmembers(object, predicate, getter):
    names = dir(object)
    mro = ()
    if isclass(object):
        mro = object.__mro__
        # dir() does not show what only routes to a metaclass.
        names += [name for base in object.__bases__ for name, value in base.__dict__.items()
                  if isinstance(value, types.DynamicClassAttribute)]
    found = []
    seen = set()
    for name in names:
        # A name that comes again stands for what is in the classes, behind the metaclass.
        again = name in seen
        if not again:
            try:
                value = getter(object, name)
            except AttributeError:
                again = True
        if again:
            homes = [base.__dict__ for base in mro if name in base.__dict__]
            if not homes:
                continue  # listed by a __dir__, but not there
            value = homes[0][name]
        seen.add(name)
        if not predicate or predicate(value):
            found.append((name, value))
    return sorted(found, key=lambda pair: pair[0])


def getmembers(object, predicate=None):
    """The members as (name, value), by name: those for which predicate(value) is true."""
    return _getmembers(object, predicate, getattr)


def getmembers_static(object, predicate=None):
    """As getmembers(), by getattr_static(): without running code of the object."""
    return _getmembers(object, predicate, getattr_static)


Attribute = namedtuple("Attribute", "name kind defining_class object")


def classify_class_attrs(cls):
    """Every attribute of a class: its name, its kind, the class it comes from, and what it is.

    The kinds are "class method", "static method", "property", "method" and "data". What it is:
    the result of getattr, or for the first three what stands in the class.
    """
    mro = cls.__mro__
    metaclasses = [base for base in type(cls).__mro__ if base not in (type, object)]
    names = dir(cls)
    names += [name for base in mro for name, value in base.__dict__.items()
              if isinstance(value, types.DynamicClassAttribute) and value.fget is not None]
    found = []
    seen = set()
    for name in names:
        live, home = (None, None) if name in seen else _live_attribute(cls, name, metaclasses)
        stored = None
        for base in (*mro, *metaclasses):
            if name in base.__dict__:
                stored = base.__dict__[name]
                home = home if home in metaclasses else base
                break
        if home is not None:
            seen.add(name)
            kind = _attribute_kind(stored, stored if live is None else live)
            in_class = stored if live is None or kind not in ("method", "data") else live
            found.append(Attribute(name, kind, home, in_class))
    return found


def _live_attribute(cls, name, metaclasses):
    # What getattr gives, and the last class that gives it; (None, None) where it raises.
    if name == "__dict__":
        return None, None  # a proxy: what stands in the class tells more
    try:
        value = getattr(cls, name)
    except Exception:
        return None, None
    classes = (cls, *cls.__mro__)
    home = getattr(value, "__objclass__", None)
    if home in classes:
        return value, home
    homes = [base for base in classes if getattr(base, name, None) is value]
    for base in metaclasses:
        try:
            if base.__getattr__(cls, name) is value:
                homes.append(base)
        except AttributeError:
            pass
    return value, homes[-1] if homes else None


def _attribute_kind(stored, value):
    if isinstance(stored, (staticmethod, types.BuiltinMethodType)):
        return "static method"
    if isinstance(stored, (classmethod, types.ClassMethodDescriptorType)):
        return "class method"
    if isinstance(stored, property):
        return "property"
    return "method" if isroutine(value) else "data"


def getmro(cls):
    """The class and those it inherits from, in the order in which attributes are looked up."""
    return cls.__mro__


def unwrap(func, *, stop=None):
    """What the last of a chain of wrappers wraps, by their __wrapped__.

    stop(wrapper) may end the way before. ValueError if the chain is a circle.
    """
    # The wrappers are held on to: the id of one that is gone may come again.
    passed = {id(func): func}
    limit = sys.getrecursionlimit()
    inner = func
    while not isclass(inner) and hasattr(inner, "__wrapped__"):
        if stop is not None and stop(inner):
            break
        inner = inner.__wrapped__
        if len(passed) >= limit or id(inner) in passed:
            raise ValueError(f"wrapper loop when unwrapping {func!r}")
        passed[id(inner)] = inner
    return inner


# Documentation.

def _finddoc(obj):
    # The docstring of what a class, a method or a property overrides.
    if isclass(obj):
        docs = [base.__doc__ for base in obj.__mro__ if base is not object]
    else:
        cls, name = _where_defined(obj)
        if cls is None:
            return None
        slots = getattr(cls, "__slots__", None)
        if ismemberdescriptor(obj) and isinstance(slots, dict) and name in slots:
            return slots[name]
        docs = [getattr(base, name).__doc__ for base in cls.__mro__ if hasattr(base, name)]
    return next((doc for doc in docs if doc is not None), None)


def _where_defined(obj):
    # The class and the name under which a class has the object; (None, None) if it is not there.
    if ismethod(obj):
        func, owner = obj.__func__, obj.__self__
        name = func.__name__
        if isclass(owner) and getattr(getattr(owner, name, None), "__func__") is func:
            return owner, name
        return owner.__class__, name
    if isbuiltin(obj):
        name, owner = obj.__name__, obj.__self__
        of_class = isclass(owner) and obj.__qualname__ == owner.__qualname__ + "." + name
        return owner if of_class else owner.__class__, name
    if isinstance(obj, (property, functools.cached_property)):
        func = obj.fget if isinstance(obj, property) else obj.func
        cls, name = _findclass(func), func.__name__
    elif isfunction(obj):
        cls, name = _findclass(obj), obj.__name__
    elif ismethoddescriptor(obj) or isdatadescriptor(obj):
        cls, name = obj.__objclass__, obj.__name__
    else:
        return None, None
    if cls is None or getattr(cls, name) is not obj:
        return None, None
    return cls, name


def _findclass(func):
    found = sys.modules.get(func.__module__)
    if found is not None:
        *path, _ = func.__qualname__.split(".")
        for part in path:
            found = getattr(found, part)
    return found if isclass(found) else None


def getdoc(object):
    """The docstring, cleaned of its indentation; of a method without one what it overrides says.
    """
    try:
        doc = object.__doc__
        if doc is None:
            doc = _finddoc(object)
    except (AttributeError, TypeError):
        return None
    return cleandoc(doc) if isinstance(doc, str) else None


def cleandoc(doc):
    """A docstring without the indentation that its lines share, and without empty lines around."""
    first, *rest = doc.expandtabs().split("\n")
    margin = min([len(line) - len(line.lstrip(" ")) for line in rest if line.lstrip(" ")],
                 default=0)
    lines = [first.lstrip(" "), *[line[margin:] for line in rest]]
    full = [place for place, line in enumerate(lines) if line]
    return "\n".join(lines[full[0]:full[-1] + 1]) if full else ""


# Classes and arguments.

def walktree(classes, children, parent):
    """What getclasstree() gives, from the classes on top and the children of each class."""
    tree = []
    for cls in sorted(classes, key=lambda cls: (cls.__module__, cls.__name__)):
        tree += [(cls, cls.__bases__)]
        below = children.get(cls)
        if below is not None:
            tree += [walktree(below, children, cls)]
    return tree


def getclasstree(classes, unique=False):
    """Classes as nested lists: (class, bases), and behind it the list of what inherits from it.

    With unique each stands below one of its bases only.
    """
    children = {}
    tops = {}
    for cls in classes:
        known = [base for base in cls.__bases__ if unique and base in classes]
        above = cls.__bases__[:cls.__bases__.index(known[0]) + 1] if known else cls.__bases__
        for base in above:
            children.setdefault(base, {})[cls] = None
        if not above:
            tops[cls] = None
    for base in children:
        if base not in classes:
            tops[base] = None
    return walktree(tops, children, None)


Arguments = namedtuple("Arguments", "args, varargs, varkw")


def getargs(co):
    """The parameters of a code object: the named ones, *args and **kwargs (None where not there).
    """
    if not iscode(co):
        raise TypeError(f"{co!r} is not a code object")
    end = co.co_argcount + co.co_kwonlyargcount
    named, others = list(co.co_varnames[:end]), list(co.co_varnames[end:end + 2])
    varargs = others.pop(0) if co.co_flags & CO_VARARGS else None
    return Arguments(named, varargs, others[0] if co.co_flags & CO_VARKEYWORDS else None)


FullArgSpec = namedtuple("FullArgSpec", "args, varargs, varkw, defaults, kwonlyargs, "
                                        "kwonlydefaults, annotations")


def getfullargspec(func):
    """The parameters of a callable by their kinds, with defaults and annotations.

    signature() says more, and is what new code should use.
    """
    try:
        sig = _from_callable(func, Signature, _Options(False, None, None, False, Format.VALUE,
                                                       skip_bound=False))
    except Exception as error:
        # All the ways in which there may be no signature are one here.
        raise TypeError("unsupported callable") from error
    empty = Parameter.empty
    params = sig.parameters.values()
    named = {kind: [param for param in params if param.kind is kind] for kind in _ParameterKind}
    positional = named[Parameter.POSITIONAL_ONLY] + named[Parameter.POSITIONAL_OR_KEYWORD]
    kwonly = named[Parameter.KEYWORD_ONLY]
    annotations = {}
    if sig.return_annotation is not empty:
        annotations["return"] = sig.return_annotation
    annotations |= {param.name: param.annotation for param in params
                    if param.annotation is not empty}
    varargs, varkw = [named[kind][0].name if named[kind] else None
                      for kind in (Parameter.VAR_POSITIONAL, Parameter.VAR_KEYWORD)]
    return FullArgSpec(
        [param.name for param in positional], varargs, varkw,
        tuple([param.default for param in positional if param.default is not empty]) or None,
        [param.name for param in kwonly],
        {param.name: param.default for param in kwonly if param.default is not empty} or None,
        annotations)


ArgInfo = namedtuple("ArgInfo", "args varargs keywords locals")


def getargvalues(frame):
    """The parameters of a running function, and its local variables."""
    args, varargs, varkw = getargs(frame.f_code)
    return ArgInfo(args, varargs, varkw, frame.f_locals)


def formatannotationrelativeto(object):
    """A formatter of annotations that leaves out the module of the object."""
    home = getattr(object, "__module__", None)
    return lambda annotation: formatannotation(annotation, home)


def formatargvalues(args, varargs, varkw, locals, formatarg=str,
                    formatvarargs=lambda name: "*" + name,
                    formatvarkw=lambda name: "**" + name,
                    formatvalue=lambda value: "=" + repr(value)):
    """The result of getargvalues() as text, as in a call."""
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
    """The value that each parameter would get by this call, as a dictionary.

    signature().bind() does the same, and is what new code should use.
    """
    args, varargs, varkw, defaults, kwonly, kwdefaults, _ = getfullargspec(func)
    called = func.__name__
    if ismethod(func) and func.__self__ is not None:
        positional = (func.__self__, *positional)
    given, defaults = len(positional), defaults or ()
    values = dict(zip(args, positional))
    if varargs:
        values[varargs] = positional[len(args):]
    extra = {}
    if varkw:
        values[varkw] = extra
    for name, value in named.items():
        if name not in args and name not in kwonly:
            if not varkw:
                raise TypeError(f"{called}() got an unexpected keyword argument {name!r}")
            extra[name] = value
        elif name in values:
            raise TypeError(f"{called}() got multiple values for argument {name!r}")
        else:
            values[name] = value
    if given > len(args) and not varargs:
        _too_many(called, args, kwonly, varargs, len(defaults), given, values)
    required = args[:len(args) - len(defaults)]
    if not values.keys() >= {*required}:
        _missing_arguments(called, required, True, values)
    optional = dict(zip(args[len(required):], defaults)) | (kwdefaults or {})
    for name in args[len(required):] + kwonly:
        if name in optional:
            values.setdefault(name, optional[name])
    if not values.keys() >= {*kwonly}:
        _missing_arguments(called, kwonly, False, values)
    return values


ClosureVars = namedtuple("ClosureVars", "nonlocals globals builtins unbound")


def getclosurevars(func):
    """What a function's names from outside stand for: nonlocal, global, builtin; and those that are
    not found.
    """
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
    spaces = [_class_dict(entry) for entry in _static_getmro(klass)
              if _shadowed_dict(type(entry)) is _sentinel]
    return next((space[attr] for space in spaces if attr in space), _sentinel)


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
    """The attribute as it is stored: no descriptor, __getattr__ or property runs.

    The default, where one is given, if there is none; else AttributeError.
    """
    is_class = type in _static_getmro(type(obj))
    klass = obj if is_class else type(obj)
    in_instance = _sentinel if is_class else _in_instance(obj, klass, attr)
    in_class = _check_class(klass, attr)
    if in_instance is not _sentinel and (in_class is _sentinel
                                         or not _is_data_descriptor(type(in_class))):
        return in_instance
    if in_class is not _sentinel:
        return in_class
    if is_class and (found := _check_class(type(klass), attr)) is not _sentinel:
        return found
    if default is _sentinel:
        raise AttributeError(attr)
    return default


def _in_instance(obj, klass, attr):
    shadow = _shadowed_dict(klass)
    if shadow is not _sentinel and not isinstance(shadow, types.MemberDescriptorType):
        return _sentinel
    try:
        return dict.get(object.__getattribute__(obj, "__dict__"), attr, _sentinel)
    except (AttributeError, TypeError):
        return _sentinel


def _is_data_descriptor(kind):
    # Such a one comes before what the instance has.
    return _check_class(kind, "__get__") is not _sentinel and (
        _check_class(kind, "__set__") is not _sentinel
        or _check_class(kind, "__delete__") is not _sentinel)


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
