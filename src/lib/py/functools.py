"""Tools for functions: partial application, caches, dispatch by type, wrapping.

partial, the callable of lru_cache and cmp_to_key are in C.  Dispatch by type lives at the end:
singledispatch finds the implementation for a class through its MRO, with the registered ABCs that
the class satisfies merged in.
"""

__all__ = ["update_wrapper", "wraps", "WRAPPER_ASSIGNMENTS", "WRAPPER_UPDATES", "total_ordering",
           "cache", "cmp_to_key", "lru_cache", "reduce", "partial", "partialmethod",
           "singledispatch", "singledispatchmethod", "cached_property", "Placeholder"]

from _functools import (Placeholder, _PlaceholderType, _lru_cache_wrapper, _own_get, _own_set,
                        cmp_to_key, partial)
from abc import get_cache_token
from collections import namedtuple
from reprlib import recursive_repr

GenericAlias = type(list[int])
_Union = type(int | str)
_missing = object()


class _Holder:
    def method(self):
        pass


MethodType = type(_Holder().method)
FunctionType = type(_Holder.method)
del _Holder

WRAPPER_ASSIGNMENTS = ("__module__", "__name__", "__qualname__", "__doc__", "__annotate__",
                       "__type_params__")
WRAPPER_UPDATES = ("__dict__",)


def update_wrapper(wrapper, wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    for name in assigned:
        try:
            value = getattr(wrapped, name)
        except AttributeError:
            continue
        setattr(wrapper, name, value)
    for name in updated:
        getattr(wrapper, name).update(getattr(wrapped, name, {}))
    # Last, so that what __dict__ brought along does not hide it.
    wrapper.__wrapped__ = wrapped
    return wrapper


def wraps(wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    """Decorator factory to apply update_wrapper() to a wrapper function

    Returns a decorator that invokes update_wrapper() with the decorated
    function as the wrapper argument and the arguments to wraps() as the
    remaining arguments. Default arguments are as for update_wrapper().
    """

    def decorator(wrapper):
        return update_wrapper(wrapper, wrapped, assigned, updated)

    return decorator


# Each operator a class may define, with how the other three follow from it. The name of the
# function in operator is the method's name without underscores.

def _not_root(name):
    # other = not root
    def method(self, other):
        answer = getattr(type(self), name)(self, other)
        return answer if answer is NotImplemented else not answer
    return method


def _root_or_equal(name):
    def method(self, other):
        answer = getattr(type(self), name)(self, other)
        return answer if answer is NotImplemented else answer or self == other
    return method


def _root_and_unequal(name):
    def method(self, other):
        answer = getattr(type(self), name)(self, other)
        return answer if answer is NotImplemented else answer and self != other
    return method


def _not_root_and_unequal(name):
    def method(self, other):
        answer = getattr(type(self), name)(self, other)
        return answer if answer is NotImplemented else not answer and self != other
    return method


def _not_root_or_equal(name):
    def method(self, other):
        answer = getattr(type(self), name)(self, other)
        return answer if answer is NotImplemented else not answer or self == other
    return method


_orderings = {
    "__lt__": (("__gt__", _not_root_and_unequal), ("__le__", _root_or_equal),
               ("__ge__", _not_root)),
    "__le__": (("__ge__", _not_root_or_equal), ("__lt__", _root_and_unequal),
               ("__gt__", _not_root)),
    "__gt__": (("__lt__", _not_root_and_unequal), ("__ge__", _root_or_equal),
               ("__le__", _not_root)),
    "__ge__": (("__le__", _not_root_or_equal), ("__gt__", _root_and_unequal),
               ("__lt__", _not_root)),
}


# One function for each derived method and root, made once: they can be pickled by name, and a
# class that is ordered costs three references.
_derived_orderings = {}


def _ordering_functions():
    for root, rows in _orderings.items():
        for name, make in rows:
            function = make(root)
            function.__name__ = name
            function.__qualname__ = f"_{name[2:-2]}_from_{root[2:-2]}"
            function.__module__ = __name__
            function.__doc__ = getattr(int, name).__doc__
            globals()[function.__qualname__] = function
            _derived_orderings[root, name] = function


_ordering_functions()


def total_ordering(cls):
    """Class decorator that fills in missing ordering methods"""
    roots = {name for name in _orderings
             if getattr(cls, name, None) is not getattr(object, name, None)}
    if not roots:
        raise ValueError("must define at least one ordering operation: < > <= >=")
    root = max(roots)  # prefers __lt__ to __le__ to __gt__ to __ge__
    for name, _ in _orderings[root]:
        if name not in roots:
            setattr(cls, name, _derived_orderings[root, name])
    return cls


def reduce(function, iterable, /, initial=_missing):
    """Apply a function of two arguments cumulatively to an iterable, from left to right.

    This effectively reduces the iterable to a single value.  If initial is present,
    it is placed before the items of the iterable in the calculation, and serves as
    a default when the iterable is empty.

    For example, reduce(lambda x, y: x+y, [1, 2, 3, 4, 5])
    calculates ((((1 + 2) + 3) + 4) + 5).
    """
    try:
        it = iter(iterable)
    except TypeError:
        if hasattr(type(iterable), "__iter__"):
            raise
        raise TypeError("reduce() arg 2 must support iteration") from None
    if initial is _missing:
        for value in it:
            break
        else:
            raise TypeError("reduce() of empty iterable with no initial value")
    else:
        value = initial
    for item in it:
        value = function(value, item)
    return value


def _fill(stored, given):
    # The placeholders among the stored arguments take the first of the given ones.
    given = iter(given)
    return (*[next(given) if arg is Placeholder else arg for arg in stored], *given)


def _count_holes(args):
    count = 0
    for arg in args:
        if arg is Placeholder:
            count += 1
    return count


@recursive_repr()
def _partial_repr(self):
    # Of a partial and a partialmethod. A repr below may change what they have.
    cls = type(self)
    args, keywords = self.args, self.keywords
    parts = [repr(self.func)]
    parts.extend(map(repr, args))
    parts.extend(f"{key}={value!r}" for key, value in keywords.items())
    return f"{cls.__module__}.{cls.__qualname__}({', '.join(parts)})"


def _joined(inner, args):
    # The arguments of a partial made of a partial: new ones fill the old placeholders first.
    holes = inner._holes
    if not holes:
        return inner.args + args
    args = _fill(inner.args, args + (Placeholder,) * (holes - len(args)))
    while args and args[-1] is Placeholder:
        args = args[:-1]
    return args


class partialmethod:
    """Method descriptor with partial application of the given arguments and keywords.

    Supports wrapping existing descriptors and handles non-descriptor
    callables as instance methods.
    """

    __slots__ = ("func", "args", "keywords", "_holes", "__dict__", "__weakref__")

    def __new__(cls, func, /, *args, **keywords):
        if not callable(func) and getattr(func, "__get__", None) is None:
            raise TypeError(f"the first argument {func!r} must be a callable or a descriptor")
        if args and args[-1] is Placeholder:
            raise TypeError("trailing Placeholders are not allowed")
        for value in keywords.values():
            if value is Placeholder:
                raise TypeError("Placeholder cannot be passed as a keyword argument")
        if isinstance(func, partialmethod):
            args = _joined(func, args)
            keywords = {**func.keywords, **keywords}
            func = func.func
        self = object.__new__(cls)
        self.func = func
        self.args = args
        self.keywords = keywords
        self._holes = _count_holes(args)
        return self

    __repr__ = _partial_repr

    def _make_unbound_method(self):
        def _method(cls_or_self, /, *args, **keywords):
            keywords = {**self.keywords, **keywords}
            if self._holes:
                if len(args) < self._holes:
                    raise TypeError("missing positional arguments in 'partialmethod' call; "
                                    f"expected at least {self._holes}, got {len(args)}")
                return self.func(cls_or_self, *_fill(self.args, args), **keywords)
            return self.func(cls_or_self, *self.args, *args, **keywords)

        _method.__isabstractmethod__ = self.__isabstractmethod__
        _method.__partialmethod__ = self
        return _method

    def __get__(self, obj, cls=None):
        bind = getattr(self.func, "__get__", None)
        if bind is not None and not isinstance(self.func, partial):
            # A descriptor (function, classmethod, property-like): what it gives is applied to.
            bound = bind(obj, cls)
            if bound is not self.func:
                result = partial(bound, *self.args, **self.keywords)
                try:
                    result.__self__ = bound.__self__
                except AttributeError:
                    pass
                return result
        return self._make_unbound_method().__get__(obj, cls)

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, "__isabstractmethod__", False)

    __class_getitem__ = classmethod(GenericAlias)


def _unwrap_partial(func):
    while isinstance(func, partial):
        func = func.func
    return func


def _unwrap_partialmethod(func):
    before = None
    while func is not before:
        before = func
        while isinstance(getattr(func, "__partialmethod__", None), partialmethod):
            func = func.__partialmethod__
        while isinstance(func, partialmethod):
            func = getattr(func, "func")
        func = _unwrap_partial(func)
    return func


_CacheInfo = namedtuple("CacheInfo", ["hits", "misses", "maxsize", "currsize"])


# What the keys of lru_cache look like, for those who keep a cache of their own.
_keywords_mark = (object(),)


def _make_key(args, kwds, typed, kwd_mark=_keywords_mark):
    # A lone int or str is its own key, anything else goes into a tuple.
    if not kwds and not typed:
        if len(args) == 1:
            kind = type(args[0])
            if kind is int or kind is str:
                return args[0]
        return args
    key = args
    if kwds:
        key += kwd_mark
        for item in kwds.items():
            key += item
    if typed:
        key += tuple([type(value) for value in args])
        if kwds:
            key += tuple([type(value) for value in kwds.values()])
    return key


def lru_cache(maxsize=128, typed=False):
    """Least-recently-used cache decorator.

    If *maxsize* is set to None, the LRU features are disabled and the cache
    can grow without bound.

    If *typed* is True, arguments of different types will be cached separately.
    For example, f(decimal.Decimal("3.0")) and f(3.0) will be treated as
    distinct calls with distinct results. Some types such as str and int may
    be cached separately even when typed is false.

    Arguments to the cached function must be hashable.

    View the cache statistics named tuple (hits, misses, maxsize, currsize)
    with f.cache_info().  Clear the cache and statistics with f.cache_clear().
    Access the underlying function with f.__wrapped__.
    """
    if isinstance(maxsize, int):
        if maxsize < 0:
            maxsize = 0
    elif callable(maxsize) and isinstance(typed, bool):
        function, maxsize = maxsize, 128
        wrapper = _lru_cache_wrapper(function, maxsize, typed, _CacheInfo)
        wrapper.cache_parameters = lambda: {"maxsize": maxsize, "typed": typed}
        return update_wrapper(wrapper, function)
    elif maxsize is not None:
        raise TypeError("Expected first argument to be an integer, a callable, or None")

    def decorating_function(user_function):
        wrapper = _lru_cache_wrapper(user_function, maxsize, typed, _CacheInfo)
        wrapper.cache_parameters = lambda: {"maxsize": maxsize, "typed": typed}
        return update_wrapper(wrapper, user_function)

    return decorating_function


def cache(user_function, /):
    return lru_cache(maxsize=None)(user_function)


class cached_property:
    """A property that is computed once per instance and then kept in its __dict__."""

    def __init__(self, func):
        self.func = func
        self.attrname = None
        self.__doc__ = func.__doc__
        self.__module__ = func.__module__

    def __set_name__(self, owner, name):
        if self.attrname is None:
            self.attrname = name
        elif name != self.attrname:
            raise TypeError("Cannot assign the same cached_property to two different names "
                            f"({self.attrname!r} and {name!r}).")

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        name = self.attrname
        if name is None:
            raise TypeError(
                "Cannot use cached_property instance without calling __set_name__ on it.")
        # Not through __dict__, which would have to be made first.
        value = _own_get(instance, name, _missing)
        if value is _missing:
            value = self.func(instance)
            _own_set(instance, name, value)
        elif value is NotImplemented:
            value = self._get_in_dict(instance, name)
        return value

    def _get_in_dict(self, instance, name):
        try:
            store = instance.__dict__
        except AttributeError:
            raise TypeError(f"No '__dict__' attribute on {type(instance).__name__!r} "
                            f"instance to cache {name!r} property.") from None
        value = store.get(name, _missing)
        if value is _missing:
            value = self.func(instance)
            try:
                store[name] = value
            except TypeError:
                raise TypeError(
                    f"The '__dict__' attribute on {type(instance).__name__!r} instance "
                    f"does not support item assignment for caching {name!r} property.") from None
        return value

    __class_getitem__ = classmethod(GenericAlias)


def _merge(lists):
    # C3: takes the first head that no other list has in its tail, again and again.
    merged = []
    while True:
        lists = [items for items in lists if items]
        if not lists:
            return merged
        for items in lists:
            head = items[0]
            if not any(head in other[1:] for other in lists):
                break
        else:
            raise RuntimeError("Inconsistent hierarchy")
        merged.append(head)
        for items in lists:
            if items[0] is head:
                del items[0]


def _c3_mro(cls, abcs=()):
    # The MRO of cls as if it inherited from the ABCs too. They go in where the ABCs among the
    # explicit bases end; an ABC that one of the bases satisfies belongs to that base.
    bases = cls.__bases__
    boundary = 0
    for place in range(len(bases), 0, -1):
        if hasattr(bases[place - 1], "__abstractmethods__"):
            boundary = place
            break
    here = [abc for abc in abcs if issubclass(cls, abc)
            and not any(issubclass(base, abc) for base in bases)]
    rest = [abc for abc in abcs if abc not in here]
    groups = [list(bases[:boundary]), here, list(bases[boundary:])]
    orders = [_c3_mro(parent, rest) for group in groups for parent in group]
    return _merge([[cls], *orders, *groups])


def _compose_mro(cls, types):
    """Calculates the method resolution order for a given class *cls*.

    Includes relevant abstract base classes (with their respective bases) from
    the *types* iterable.
    """
    mro = set(cls.__mro__)

    def related(kind):
        return (kind not in mro and hasattr(kind, "__mro__")
                and not isinstance(kind, GenericAlias) and issubclass(cls, kind))

    kinds = [kind for kind in types if related(kind)]
    # Only the most derived ones: the others come along with them.
    kinds = [kind for kind in kinds
             if not any(kind is not other and kind in other.__mro__ for other in kinds)]
    wanted = set(kinds)
    abcs = []
    for kind in kinds:
        chains = []
        for sub in kind.__subclasses__():
            if sub not in mro and issubclass(cls, sub):
                chains.append([step for step in sub.__mro__ if step in wanted])
        if not chains:
            abcs.append(kind)
            continue
        chains.sort(key=len, reverse=True)
        for chain in chains:
            for step in chain:
                if step not in abcs:
                    abcs.append(step)
    return _c3_mro(cls, abcs)


def _find_impl(cls, registry):
    match = None
    for kind in _compose_mro(cls, registry.keys()):
        if match is not None:
            # Two ABCs that have nothing to do with each other fit equally well.
            if (kind in registry and kind not in cls.__mro__ and match not in cls.__mro__
                    and not issubclass(match, kind)):
                raise RuntimeError(f"Ambiguous dispatch: {match} or {kind}")
            break
        if kind in registry:
            match = kind
    return registry.get(match)


def _is_valid_dispatch_type(cls):
    if isinstance(cls, type):
        return True
    return isinstance(cls, _Union) and all(isinstance(arg, type) for arg in cls.__args__)


def _annotated_class(func):
    # The class in the annotation of the first parameter, for `@f.register` without arguments.
    if getattr(func, "__annotate__", None) is None:
        raise TypeError(f"Invalid first argument to `register()`: {func!r}. "
                        "Use either `@register(some_class)` or plain `@register` "
                        "on an annotated function.")
    from annotationlib import Format, ForwardRef
    from typing import get_type_hints
    name, cls = next(iter(get_type_hints(func, format=Format.FORWARDREF).items()))
    if not _is_valid_dispatch_type(cls):
        if isinstance(cls, _Union):
            raise TypeError(f"Invalid annotation for {name!r}. "
                            f"{cls!r} not all arguments are classes.")
        if isinstance(cls, ForwardRef):
            raise TypeError(f"Invalid annotation for {name!r}. "
                            f"{cls!r} is an unresolved forward reference.")
        raise TypeError(f"Invalid annotation for {name!r}. {cls!r} is not a class.")
    return cls


def singledispatch(func):
    registry = {}
    # class -> implementation, as found; emptied by register(), and when an ABC has new members
    # (the token changes). It holds classes, so it is not allowed to grow without end.
    found = {}
    token = None

    def dispatch(cls):
        nonlocal token
        if token is not None:
            now = get_cache_token()
            if token != now:
                found.clear()
                token = now
        try:
            return found[cls]
        except KeyError:
            pass
        implementation = registry.get(cls)
        if implementation is None:
            implementation = _find_impl(cls, registry)
        if len(found) >= 512:
            found.clear()
        found[cls] = implementation
        return implementation

    def register(cls, func=None):
        nonlocal token
        if _is_valid_dispatch_type(cls):
            if func is None:
                return lambda f: register(cls, f)
        else:
            if func is not None:
                raise TypeError("Invalid first argument to `register()`. "
                                f"{cls!r} is not a class or union type.")
            func = cls
            cls = _annotated_class(func)
        for kind in cls.__args__ if isinstance(cls, _Union) else (cls,):
            registry[kind] = func
            if token is None and hasattr(kind, "__abstractmethods__"):
                token = get_cache_token()
        found.clear()
        return func

    def wrapper(*args, **kw):
        if not args:
            raise TypeError(f"{name} requires at least 1 positional argument")
        return dispatch(args[0].__class__)(*args, **kw)

    name = getattr(func, "__name__", "singledispatch function")
    registry[object] = func
    wrapper.register = register
    wrapper.dispatch = dispatch
    wrapper.registry = type(type.__dict__)(registry)
    wrapper._clear_cache = found.clear
    update_wrapper(wrapper, func)
    return wrapper


class singledispatchmethod:
    """Single-dispatch generic method descriptor.

    Supports wrapping existing descriptors and handles non-descriptor
    callables as instance methods.
    """

    def __init__(self, func):
        if not callable(func) and not hasattr(func, "__get__"):
            raise TypeError(f"{func!r} is not callable or a descriptor")
        self.dispatcher = singledispatch(func)
        self.func = func

    def register(self, cls, method=None):
        return self.dispatcher.register(cls, func=method)

    def __get__(self, obj, cls=None):
        return _singledispatchmethod_get(self, obj, cls)

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, "__isabstractmethod__", False)

    def __repr__(self):
        return f"<single dispatch method descriptor {_function_name(self.func)}>"


def _function_name(func):
    name = getattr(func, "__qualname__", None) or getattr(func, "__name__", None)
    return "?" if name is None else name


class _singledispatchmethod_get:
    """What a singledispatchmethod gives for an object or a class: callable, with register()."""

    def __init__(self, unbound, obj, cls):
        self._unbound = unbound
        self._dispatch = unbound.dispatcher.dispatch
        self._obj = obj
        self._cls = cls
        # Before attributes are forwarded to the function, its own identity.
        func = unbound.func
        try:
            self.__module__ = func.__module__
        except AttributeError:
            pass
        try:
            self.__doc__ = func.__doc__
        except AttributeError:
            pass
        # Seen by staticmethods: the dispatched argument is the first, not the second.
        self._skip = 0

    def __repr__(self):
        name = _function_name(self._unbound.func)
        if self._obj is not None:
            return f"<bound single dispatch method {name} of {self._obj!r}>"
        return f"<single dispatch method {name}>"

    def __call__(self, /, *args, **kwargs):
        if not args:
            name = getattr(self._unbound.func, "__name__", "singledispatchmethod method")
            raise TypeError(f"{name} requires at least 1 positional argument")
        place = 0
        if self._obj is None and len(args) > 1 and self._takes_self():
            place = 1
        method = self._dispatch(args[place].__class__)
        if hasattr(method, "__get__"):
            method = method.__get__(self._obj, self._cls)
        return method(*args, **kwargs)

    def _takes_self(self):
        # Called through the class, a plain function gets the object as an argument.
        return (isinstance(self._unbound.func, FunctionType)
                and isinstance(self._cls, type))

    def __getattr__(self, name):
        # Only what update_wrapper would have copied, and only when it is asked for.
        if name not in {"__name__", "__qualname__", "__isabstractmethod__", "__annotations__",
                        "__type_params__"}:
            raise AttributeError
        return getattr(self._unbound.func, name)

    @property
    def __wrapped__(self):
        return self._unbound.func

    @property
    def register(self):
        return self._unbound.register
