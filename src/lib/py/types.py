"""Names for the types of the language's own objects, and tools that make classes.

The types are taken from live objects; SimpleNamespace is a plain class.
"""

import sys


def _f():
    pass


FunctionType = type(_f)
LambdaType = FunctionType
CodeType = type(_f.__code__)
MappingProxyType = type(type.__dict__)


def _f():
    yield


GeneratorType = type(_f())


async def _f():
    pass


_f = _f()
CoroutineType = type(_f)
_f.close()  # or it would warn that nobody awaited it


async def _f():
    yield


_f = _f()
AsyncGeneratorType = type(_f)


class _C:
    __slots__ = ("member",)

    def _m(self):
        pass


MethodType = type(_C()._m)
MemberDescriptorType = type(_C.member)
CellType = type((lambda x: lambda: x)(0).__closure__[0])

BuiltinFunctionType = type(len)
BuiltinMethodType = type([].append)
WrapperDescriptorType = type(object.__init__)
MethodWrapperType = type(object().__str__)
MethodDescriptorType = type(str.join)
ClassMethodDescriptorType = type(dict.__dict__["fromkeys"])
GetSetDescriptorType = type(FunctionType.__code__)
ModuleType = type(sys)

try:
    raise TypeError
except TypeError as _error:
    TracebackType = type(_error.__traceback__)
    FrameType = type(_error.__traceback__.tb_frame)

GenericAlias = type(list[int])
UnionType = type(int | str)
EllipsisType = type(Ellipsis)
NoneType = type(None)
NotImplementedType = type(NotImplemented)

try:
    from _types import CapsuleType
except ImportError:
    class CapsuleType:
        "The type of wrapped C pointers, of which there are none."

        def __new__(cls, /, *args, **kwargs):
            raise TypeError("cannot create 'CapsuleType' instances")


del _f, _C


class SimpleNamespace:
    """An object whose attributes are what it was called with."""

    def __init__(self, mapping_or_iterable=(), /, **kwargs):
        if mapping_or_iterable != ():
            given = dict(mapping_or_iterable)
            for key in given:
                if not isinstance(key, str):
                    raise TypeError("keywords must be strings")
            self.__dict__.update(given)
        self.__dict__.update(kwargs)

    def __repr__(self):
        kind = type(self)
        name = "namespace" if kind is SimpleNamespace else kind.__name__
        if id(self) in _running:
            return f"{name}(...)"
        _running.add(id(self))
        try:
            body = ", ".join([f"{key}={value!r}" for key, value in self.__dict__.items()
                              if isinstance(key, str) and key])
        finally:
            _running.discard(id(self))
        return f"{name}({body})"

    def __eq__(self, other):
        # The real type: an object may pretend with its __class__.
        if issubclass(type(other), SimpleNamespace):
            return self.__dict__ == other.__dict__
        return NotImplemented

    def __lt__(self, other):
        if isinstance(other, SimpleNamespace):
            return self.__dict__ < other.__dict__
        return NotImplemented

    __hash__ = None

    def __reduce__(self):
        return type(self), (), self.__dict__

    def __replace__(self, /, **kwargs):
        kind = type(self)
        new = kind()
        if not isinstance(new, SimpleNamespace):
            raise TypeError(f"expect {SimpleNamespace.__module__}.SimpleNamespace type, "
                            f"but {kind.__module__}.{kind.__qualname__}() returned "
                            f"'{type(new).__name__}' object")
        new.__dict__.update(self.__dict__)
        new.__dict__.update(kwargs)
        return new


_running = set()  # namespaces whose repr is being made


def new_class(name, bases=(), kwds=None, exec_body=None):
    """Makes a class as a class statement does; exec_body(namespace) is what the body would do."""
    real_bases = resolve_bases(bases)
    metaclass, namespace, kwds = prepare_class(name, real_bases, kwds)
    if exec_body is not None:
        exec_body(namespace)
    if bases is not real_bases:
        namespace["__orig_bases__"] = bases
    return metaclass(name, real_bases, namespace, **kwds)


def resolve_bases(bases):
    """The bases with those that are not classes replaced by what their __mro_entries__ gives."""
    resolved = []
    changed = False
    for base in bases:
        if isinstance(base, type) or not hasattr(base, "__mro_entries__"):
            resolved.append(base)
            continue
        entries = base.__mro_entries__(bases)
        if not isinstance(entries, tuple):
            raise TypeError("__mro_entries__ must return a tuple")
        resolved.extend(entries)
        changed = True
    return tuple(resolved) if changed else bases


def prepare_class(name, bases=(), kwds=None):
    """The metaclass for these bases and keywords, the namespace it prepares, and the keywords that
    are left.
    """
    kwds = {} if kwds is None else dict(kwds)
    if "metaclass" in kwds:
        meta = kwds.pop("metaclass")
    else:
        meta = type(bases[0]) if bases else type
    if isinstance(meta, type):
        # A metaclass can be any callable; only real ones take part in the choice.
        for base in bases:
            kind = type(base)
            if issubclass(meta, kind):
                continue
            if not issubclass(kind, meta):
                raise TypeError("metaclass conflict: the metaclass of a derived class must be "
                                "a (non-strict) subclass of the metaclasses of all its bases")
            meta = kind
    if hasattr(meta, "__prepare__"):
        namespace = meta.__prepare__(name, bases, **kwds)
    else:
        namespace = {}
    return meta, namespace, kwds


def get_original_bases(cls, /):
    """The bases as the class statement has them, before __mro_entries__."""
    try:
        return cls.__dict__.get("__orig_bases__", cls.__bases__)
    except AttributeError:
        raise TypeError(f"Expected an instance of type, not {type(cls).__name__!r}") from None


class DynamicClassAttribute:
    """A property of objects, for whose name their class has something else: there the metaclass
    answers.
    """

    def __init__(self, fget=None, fset=None, fdel=None, doc=None):
        self.fget, self.fset, self.fdel = fget, fset, fdel
        self.overwrite_doc = doc is None
        self.__doc__ = doc if doc else fget.__doc__
        self.__isabstractmethod__ = getattr(fget, "__isabstractmethod__", False) is not False

    def __get__(self, instance, ownerclass=None):
        if instance is not None:
            if self.fget is not None:
                return self.fget(instance)
            raise AttributeError("unreadable attribute")
        # For a class the metaclass answers.
        if not self.__isabstractmethod__:
            raise AttributeError
        return self

    def __set__(self, instance, value):
        if self.fset is None:
            raise AttributeError("can't set attribute")
        self.fset(instance, value)

    def __delete__(self, instance):
        if self.fdel is None:
            raise AttributeError("can't delete attribute")
        self.fdel(instance)

    def _with(self, fget, fset, fdel, doc):
        new = type(self)(fget, fset, fdel, doc)
        new.overwrite_doc = self.overwrite_doc
        return new

    def getter(self, fget):
        """A copy with another function that gets."""
        return self._with(fget, self.fset, self.fdel,
                          fget.__doc__ if self.overwrite_doc else self.__doc__)

    def setter(self, fset):
        """A copy with another function that sets."""
        return self._with(self.fget, fset, self.fdel, self.__doc__)

    def deleter(self, fdel):
        """A copy with another function that deletes."""
        return self._with(self.fget, self.fset, fdel, self.__doc__)


class _GeneratorWrapper:
    # Lets an object that only behaves like a generator be awaited.

    def __init__(self, gen):
        self.__wrapped, self.__isgen = gen, type(gen) is GeneratorType
        for name in ("__name__", "__qualname__"):
            setattr(self, name, getattr(gen, name, None))

    def send(self, val):
        return self.__wrapped.send(val)

    def throw(self, tp, *rest):
        return self.__wrapped.throw(tp, *rest)

    def close(self):
        return self.__wrapped.close()

    @property
    def gi_code(self):
        return self.__wrapped.gi_code

    @property
    def gi_frame(self):
        return self.__wrapped.gi_frame

    @property
    def gi_running(self):
        return self.__wrapped.gi_running

    @property
    def gi_yieldfrom(self):
        return self.__wrapped.gi_yieldfrom

    @property
    def gi_suspended(self):
        return self.__wrapped.gi_suspended

    cr_code = gi_code
    cr_frame = gi_frame
    cr_running = gi_running
    cr_await = gi_yieldfrom
    cr_suspended = gi_suspended

    def __next__(self):
        return next(self.__wrapped)

    def __iter__(self):
        return self.__wrapped if self.__isgen else self

    __await__ = __iter__


_CO_GENERATOR = 0x20
_CO_COROUTINE = 0x80
_CO_ITERABLE_COROUTINE = 0x100


def coroutine(func):
    """Decorator: what a generator function gives can be awaited."""
    if not callable(func):
        raise TypeError("types.coroutine() expects a callable")
    if func.__class__ is FunctionType and getattr(func, "__code__", None).__class__ is CodeType:
        flags = func.__code__.co_flags
        if flags & (_CO_COROUTINE | _CO_ITERABLE_COROUTINE):
            return func
        if flags & _CO_GENERATOR:
            # The generator that it makes may be awaited: one flag says so.
            func.__code__ = func.__code__.replace(co_flags=flags | _CO_ITERABLE_COROUTINE)
            return func

    from functools import wraps

    @wraps(func)
    def wrapped(*args, **kwargs):
        coro = func(*args, **kwargs)
        kind = coro.__class__
        if kind is CoroutineType:
            return coro
        if kind is GeneratorType and coro.gi_code.co_flags & _CO_ITERABLE_COROUTINE:
            return coro
        from _collections_abc import Coroutine, Generator
        if isinstance(coro, Generator) and not isinstance(coro, Coroutine):
            return _GeneratorWrapper(coro)
        # Whatever else it is, awaiting it will tell.
        return coro

    return wrapped


__all__ = [name for name in globals() if not name.startswith("_") and name != "sys"]
