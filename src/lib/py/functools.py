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
    """Make a function that calls another one look like that, and return it.

    assigned are the attributes it takes over, updated those that are dictionaries.
    """
    for name in assigned:
        value = getattr(wrapped, name, _missing)
        if value is not _missing:
            setattr(wrapper, name, value)
    for name in updated:
        getattr(wrapper, name).update(getattr(wrapped, name, ()))
    # Last, so that what __dict__ brought along does not hide it.
    wrapper.__wrapped__ = wrapped
    return wrapper


def wraps(wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    """Decorator: the function below, which calls another one, is made to look like that."""

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
    """Decorator: from one comparison that a class has, and ==, come the others."""
    own = [name for name in ("__lt__", "__le__", "__gt__", "__ge__")
           if getattr(cls, name, None) is not getattr(object, name, None)]
    if not own:
        raise ValueError("must define at least one ordering operation: < > <= >=")
    root = max(own)  # the last by name: __lt__ if it is there
    for name in [name for name, _ in _orderings[root] if name not in own]:
        setattr(cls, name, _derived_orderings[root, name])
    return cls


def reduce(function, iterable, /, initial=_missing):
    """Combine the items by function(so far, item), from left to right; initial comes first, and is
    the result for no items.
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
    cls, args, keywords = type(self), self.args, self.keywords
    shown = [repr(self.func), *[repr(arg) for arg in args],
             *[f"{name}={value!r}" for name, value in keywords.items()]]
    return f"{cls.__module__}.{cls.__qualname__}({', '.join(shown)})"


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
    """A method that calls another one with some arguments already given."""

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
        if bind is not None:
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
    # The function inside of partial methods and partials, however they are nested.
    while True:
        inner = getattr(func, "__partialmethod__", None)
        if isinstance(inner, partialmethod):
            func = inner
        elif isinstance(func, partialmethod):
            func = func.func
        else:
            inner = _unwrap_partial(func)
            if inner is func:
                return func
            func = inner


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
    """Decorator: results are kept for the arguments they were computed for.

    At most maxsize of them, those used last; None for no limit. typed tells 1 from 1.0. The
    function gets cache_info() and cache_clear().
    """
    if callable(maxsize) and isinstance(typed, bool):
        return _with_cache(maxsize, 128, typed)
    if maxsize is not None and not isinstance(maxsize, int):
        raise TypeError("Expected first argument to be an integer, a callable, or None")
    limit = maxsize if maxsize is None else max(maxsize, 0)

    def decorating_function(user_function):
        return _with_cache(user_function, limit, typed)

    return decorating_function


def _with_cache(function, maxsize, typed):
    wrapper = _lru_cache_wrapper(function, maxsize, typed, _CacheInfo)
    wrapper.cache_parameters = lambda: {"maxsize": maxsize, "typed": typed}
    return update_wrapper(wrapper, function)


def cache(user_function, /):
    """Decorator: results are kept for the arguments they were computed for, without limit."""
    return lru_cache(maxsize=None)(user_function)


class cached_property:
    """A property that is computed once, and then is a plain attribute of the object."""

    def __init__(self, func):
        self.func, self.attrname = func, None
        self.__doc__, self.__module__ = func.__doc__, func.__module__

    def __set_name__(self, owner, name):
        known = self.attrname
        if known is not None and known != name:
            raise TypeError("Cannot assign the same cached_property to two different names "
                            f"({known!r} and {name!r}).")
        self.attrname = name

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
            attributes = instance.__dict__
        except AttributeError:
            raise TypeError(f"No '__dict__' attribute on {type(instance).__name__!r} "
                            f"instance to cache {name!r} property.") from None
        found = attributes.get(name, _missing)
        if found is not _missing:
            return found
        computed = self.func(instance)
        try:
            attributes[name] = computed
        except TypeError:
            raise TypeError(
                f"The '__dict__' attribute on {type(instance).__name__!r} instance "
                f"does not support item assignment for caching {name!r} property.") from None
        return computed

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
    """The classes of cls with those abstract ones of `types` that count it as a subclass, in the
    order of a method look-up.
    """
    own = {*cls.__mro__}
    counted = [kind for kind in types
               if kind not in own and hasattr(kind, "__mro__")
               and not isinstance(kind, GenericAlias) and issubclass(cls, kind)]
    # Only the most derived ones: the others come along with them.
    inherited = {base for kind in counted for base in kind.__mro__[1:]}
    wanted = [kind for kind in counted if kind not in inherited]
    abcs = {}
    for kind in wanted:
        # Below it there may be classes that also count cls: what they inherit comes with them,
        # the longest way first.
        ways = [[step for step in sub.__mro__ if step in wanted] for sub in kind.__subclasses__()
                if sub not in own and issubclass(cls, sub)]
        for way in sorted(ways, key=len, reverse=True) or [[kind]]:
            abcs.update(dict.fromkeys(way))
    return _c3_mro(cls, list(abcs))


def _find_impl(cls, registry):
    kinds = iter(_compose_mro(cls, registry.keys()))
    match = next((kind for kind in kinds if kind in registry), None)
    rival = next(kinds, None)
    if (rival in registry and rival not in cls.__mro__ and match not in cls.__mro__
            and not issubclass(match, rival)):
        raise RuntimeError(f"Ambiguous dispatch: {match} or {rival}")
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
    """Decorator: a function that has other implementations for other types of its first argument;
    register() adds them.
    """
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
    """Decorator: a method that has other implementations for other types of its first argument
    behind self.
    """

    def __init__(self, func):
        if hasattr(func, "__get__") or callable(func):
            self.func, self.dispatcher = func, singledispatch(func)
        else:
            raise TypeError(f"{func!r} is not callable or a descriptor")

    def register(self, cls, method=None):
        """Add the implementation for a type: register(type, function), or as a decorator."""
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
        self._unbound, self._dispatch = unbound, unbound.dispatcher.dispatch
        self._obj, self._cls = obj, cls
        self._skip = 0  # how many arguments stand before the one that is dispatched on
        # Before attributes are forwarded to the function, its own identity.
        for name in ("__module__", "__doc__"):
            value = getattr(unbound.func, name, _missing)
            if value is not _missing:
                setattr(self, name, value)

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
