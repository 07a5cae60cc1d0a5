"""Weak proxies: objects that pass everything on to a referent they do not keep alive."""

import operator as _operator
from _weakref import getweakrefs as _getweakrefs, ref as _ref

_target_of = object.__getattribute__


class _Link(_ref):
    """A proxy's reference to its referent; by it the proxy is found again."""

    __slots__ = ("owner",)


def _referent(proxy):
    target = _target_of(proxy, "_link")()
    if target is None:
        raise ReferenceError("weakly-referenced object no longer exists")
    return target


def _bare(value):
    # In an operation of two the other one may be a proxy as well.
    kind = type(value)
    return _referent(value) if kind is ProxyType or kind is CallableProxyType else value


class ProxyType:
    __slots__ = ("_link", "__weakref__")
    __module__ = "weakref"
    __hash__ = None

    def __new__(cls, *args, **kwargs):
        raise TypeError(f"cannot create '{cls.__module__}.{cls.__name__}' instances")

    def __getattribute__(self, name):
        return getattr(_referent(self), name)

    def __setattr__(self, name, value):
        setattr(_referent(self), name, value)

    def __delattr__(self, name):
        delattr(_referent(self), name)

    def __repr__(self):
        target = _target_of(self, "_link")()
        if target is None:
            return f"<weakproxy at {id(self):#x}; dead>"
        kind = type(target)
        name = kind.__qualname__
        if kind.__module__ != "builtins":
            name = f"{kind.__module__}.{name}"
        return f"<weakproxy at {id(self):#x}; to '{name}' at {id(target):#x}>"

    def __next__(self):
        target = _referent(self)
        if not hasattr(type(target), "__next__"):
            raise TypeError("Weakref proxy referenced a non-iterator "
                            f"'{type(target).__name__}' object")
        return next(target)

    def __contains__(self, value):
        return value in _referent(self)

    def __bytes__(self):
        return _referent(self).__bytes__()

    def __pow__(self, other, modulus=None):
        if modulus is None:
            return _referent(self) ** _bare(other)
        return pow(_referent(self), _bare(other), _bare(modulus))


def _passed_on(name, function):
    def method(self, *args):
        return function(_referent(self), *[_bare(arg) for arg in args])
    method.__name__ = method.__qualname__ = name
    return method


def _reflected(name, function):
    def method(self, other):
        return function(_bare(other), _referent(self))
    method.__name__ = method.__qualname__ = name
    return method


def _fill():
    for function in (bool, len, str, iter, reversed, int, float):
        name = f"__{function.__name__}__"
        setattr(ProxyType, name, _passed_on(name, function))
    for name in "lt le gt ge eq ne getitem setitem delitem neg pos abs invert index".split():
        special = f"__{name}__"
        setattr(ProxyType, special, _passed_on(special, getattr(_operator, name)))
    for name in ("add sub mul truediv floordiv mod pow lshift rshift and_ or_ xor matmul").split():
        function = getattr(_operator, name)
        name = name.rstrip("_")
        if name != "pow":
            setattr(ProxyType, f"__{name}__", _passed_on(f"__{name}__", function))
        setattr(ProxyType, f"__r{name}__", _reflected(f"__r{name}__", function))
        in_place = getattr(_operator, "i" + name)
        setattr(ProxyType, f"__i{name}__", _passed_on(f"__i{name}__", in_place))
    ProxyType.__divmod__ = _passed_on("__divmod__", divmod)
    ProxyType.__rdivmod__ = _reflected("__rdivmod__", divmod)


_fill()


class CallableProxyType(ProxyType):
    __slots__ = ()
    __module__ = "weakref"

    def __call__(self, /, *args, **kwargs):
        return _referent(self)(*args, **kwargs)


def proxy(object, callback=None, /):
    """An object that passes everything on to another one, without keeping it alive; ReferenceError
    once that is gone. callback(proxy) is called then.
    """
    kind = CallableProxyType if callable(object) else ProxyType
    if callback is None:
        # One without a callback serves all who ask.
        for link in _getweakrefs(object):
            if type(link) is _Link and link.owner is not None:
                found = link.owner()
                if found is not None:
                    return found
        link = _Link(object)
    else:
        link = _Link(object, lambda link: callback(self))
    self = _new(kind)
    _set_link(self, link)
    try:
        link.owner = _ref(self) if callback is None else None
    except TypeError:
        link.owner = None  # not found again where slots alone leave no room for a weak reference
    return self


_new = object.__new__
_set_link = ProxyType.__dict__["_link"].__set__
