"""How objects of other people's types are pickled and copied."""

__all__ = ["pickle", "constructor", "add_extension", "remove_extension", "clear_extension_cache"]

dispatch_table = {}


def pickle(ob_type, pickle_function, constructor_ob=None):
    """Let objects of a type be pickled, and copied, by what pickle_function(object) gives."""
    if constructor_ob is not None and callable(pickle_function):
        dispatch_table[ob_type] = pickle_function
        constructor(constructor_ob)
    elif callable(pickle_function):
        dispatch_table[ob_type] = pickle_function
    else:
        raise TypeError("reduction functions must be callable")


def constructor(object):
    """Say that unpickling may call an object; TypeError if it cannot be called."""
    if not callable(object):
        raise TypeError("constructors must be callable")


def pickle_complex(c):
    """What makes an equal complex number."""
    return complex, (c.real, c.imag)


def pickle_union(obj):
    """What makes an equal union."""
    import typing
    import operator
    return operator.getitem, (typing.Union, obj.__args__)


def pickle_super(s):
    """What makes an equal super() of a class and an object."""
    return super, (s.__thisclass__, s.__self__)


pickle(complex, pickle_complex, complex)
pickle(super, pickle_super)
pickle(type(int | str), pickle_union)


def _reconstructor(cls, base, state):
    # What protocols 0 and 1 make an object with.
    plain = base is object
    made = object.__new__(cls) if plain else base.__new__(cls, state)
    if not plain and object.__init__ != base.__init__:
        base.__init__(made, state)
    return made


_HEAPTYPE = 1 << 9
_IMMUTABLE = 1 << 8
_new_type = type(int.__new__)
_alias_type = type(list[int])


def _reduce_ex(self, proto):
    assert proto < 2
    cls = self.__class__
    base = _builtin_base(cls)
    if base is cls and base is not object:
        raise TypeError(f"cannot pickle {cls.__name__!r} object")
    call = _reconstructor, (cls, base, None if base is object else base(self))
    slots = getattr(self, "__slots__", None)
    if hasattr(self, "__getstate__"):
        if slots and type(self).__getstate__ is object.__getstate__:
            raise TypeError("a class that defines __slots__ without defining __getstate__ "
                            "cannot be pickled")
        state = self.__getstate__()
    elif slots:
        raise TypeError(f"cannot pickle {cls.__name__!r} object: a class that defines "
                        "__slots__ without overriding __getstate__ cannot be pickled with "
                        f"protocol {proto}")
    else:
        state = getattr(self, "__dict__", None)
    return (*call, state) if state else call


def _builtin_base(cls):
    # The first class of the mro that is not written in Python, and so makes the object itself.
    for base in cls.__mro__:
        if not getattr(base, "__flags__", _HEAPTYPE) & _HEAPTYPE:
            return base
        if base.__flags__ & _IMMUTABLE and "__new__" in base.__dict__:
            return base  # a class of the library that stands for one in C
        new = base.__new__
        if isinstance(new, _new_type) and new.__self__ is base:
            return base
    return object


def __newobj__(cls, *args):
    return cls.__new__(cls, *args)


def __newobj_ex__(cls, args, kwargs):
    """What protocol 4 calls for classes whose __new__ takes keywords."""
    return cls.__new__(cls, *args, **kwargs)


def _slotnames(cls):
    """The names in the __slots__ of a class and of those it inherits from, which are kept on the
    class.
    """
    # Kept in the class, as it is asked for with every object.
    names = cls.__dict__.get("__slotnames__")
    if names is not None:
        return names
    names = []
    if hasattr(cls, "__slots__"):
        for base in cls.__mro__:
            slots = base.__dict__.get("__slots__", ())
            if isinstance(slots, str):
                slots = (slots,)
            stripped = base.__name__.lstrip("_")
            prefix = stripped and "_" + stripped
            names += [prefix + name if name.startswith("__") and not name.endswith("__") else name
                      for name in slots if name not in ("__dict__", "__weakref__")]
    try:
        cls.__slotnames__ = names
    except Exception:
        pass
    return names


_extension_registry = {}  # key -> code
_inverted_registry = {}  # code -> key
_extension_cache = {}  # code -> object


def add_extension(module, name, code):
    """Let pickles name an object of a module by a number, 1 to 2**31 - 1."""
    code, key = int(code), (module, name)
    if code < 1 or code > 0x7FFFFFFF:
        raise ValueError("code out of range")
    its_code, its_key = _extension_registry.get(key), _inverted_registry.get(code)
    if (its_code, its_key) == (code, key):
        return
    if its_code is not None:
        raise ValueError(f"key {key} is already registered with code {its_code}")
    if its_key is not None:
        raise ValueError(f"code {code} is already in use for key {its_key}")
    _extension_registry[key], _inverted_registry[code] = code, key


def remove_extension(module, name, code):
    """Take a number for pickles back."""
    key = module, name
    if _extension_registry.get(key) != code or _inverted_registry.get(code) != key:
        raise ValueError(f"key {key} is not registered with code {code}")
    del _extension_registry[key]
    del _inverted_registry[code]
    _extension_cache.pop(code, None)


def clear_extension_cache():
    """Forget objects that were looked up by numbers."""
    _extension_cache.clear()


# What the core's object calls.

def _native_base(cls):
    for base in cls.__mro__:
        if not base.__flags__ & _HEAPTYPE:
            return base


def _full_name(cls):
    if cls.__flags__ & _HEAPTYPE or cls.__module__ == "builtins":
        return cls.__name__
    return f"{cls.__module__}.{cls.__name__}"


def _special(self, cls, name):
    # The class's attribute bound to self, as special methods are; or None.
    for base in cls.__mro__:
        found = base.__dict__.get(name)
        if found is not None:
            bind = getattr(type(found), "__get__", None)
            return found if bind is None else bind(found, self, cls)
    return None


def _new_arguments(self, cls):
    # What __getnewargs_ex__ or __getnewargs__ of the class gives: (args, kwargs) or None.
    ask = _special(self, cls, "__getnewargs_ex__")
    if ask is not None:
        given = ask()
        if not isinstance(given, tuple):
            raise TypeError("__getnewargs_ex__ should return a tuple, "
                            f"not '{type(given).__name__}'")
        if len(given) != 2:
            raise ValueError("__getnewargs_ex__ should return a tuple of length 2, "
                             f"not {len(given)}")
        for place, item, kind in ("first", given[0], tuple), ("second", given[1], dict):
            if not isinstance(item, kind):
                raise TypeError(f"{place} item of the tuple returned by __getnewargs_ex__ must be "
                                f"a {kind.__name__}, not '{type(item).__name__}'")
        return given
    ask = _special(self, cls, "__getnewargs__")
    if ask is not None:
        args = ask()
        if not isinstance(args, tuple):
            raise TypeError(f"__getnewargs__ should return a tuple, not '{type(args).__name__}'")
        return args, {}
    return None


def _check_state(self, cls):
    # What an object of a class in C holds is not in its attributes.
    if cls.__itemsize__ and cls.__new__ is not object.__new__:
        raise TypeError(f"cannot pickle {_full_name(cls)} objects")
    if _native_base(cls) not in (object, type(None)):
        raise TypeError(f"cannot pickle {_full_name(cls)!r} object")


def _reduce_2(self):
    """What object.__reduce_ex__(2) and above returns."""
    cls = type(self)
    given = _new_arguments(self, cls)
    if given is None:
        call = __newobj__, (cls,)
    elif given[1]:
        call = __newobj_ex__, (cls, *given)
    else:
        call = __newobj__, (cls, *given[0])
    items = iter(self) if isinstance(self, list) else None
    pairs = iter(self.items()) if isinstance(self, dict) else None
    # asked of the object: that of a class is its instances', that of super() another object's
    getstate = self.__getstate__
    if (given is None and items is pairs is None and cls.__getstate__ is object.__getstate__
            and getattr(getstate, "__self__", None) is self):
        _check_state(self, cls)
    return *call, getstate(), items, pairs


def _own_namespace(self):
    # __dict__ as object has it: that of a class made in C does not count, nor what super() shows.
    cls = type(self)
    if issubclass(cls, type):
        return self.__dict__ if self.__flags__ & _HEAPTYPE else None
    if issubclass(cls, (super, _alias_type)):
        return None
    return getattr(self, "__dict__", None)


def _getstate(self, own=True):
    """What object.__getstate__ returns: __dict__, with the slots beside it where there are any."""
    state = (_own_namespace(self) if own is True else own) or None  # False: there is none
    slots = {}
    for name in _slotnames(type(self)):
        try:
            slots[name] = getattr(self, name)
        except AttributeError:
            pass
    if slots:
        return state, slots
    return dict(state) if state else None
