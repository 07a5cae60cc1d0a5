"""Weak proxies: objects that pass everything on to a referent they do not keep alive."""
from _weakref import ref as _ref

_SPECIAL = """
    len bool str bytes format lt le gt ge eq ne getitem setitem delitem contains iter next reversed
    add radd iadd sub rsub isub mul rmul imul truediv rtruediv itruediv floordiv rfloordiv ifloordiv
    mod rmod imod divmod rdivmod pow rpow ipow lshift rlshift rshift rrshift and rand iand or ror ior
    xor rxor ixor matmul rmatmul imatmul neg pos abs invert int float index complex enter exit
""".split()


def _referent(proxy):
    target = object.__getattribute__(proxy, "_target")()
    if target is None:
        raise ReferenceError("weakly-referenced object no longer exists")
    return target


class ProxyType:
    __slots__ = ("_target", "__weakref__")
    __hash__ = None

    def __new__(cls, target, callback=None):
        self = object.__new__(cls)
        done = None if callback is None else (lambda _: callback(self))
        object.__setattr__(self, "_target", _ref(target, done))
        return self

    def __getattribute__(self, name):
        return getattr(_referent(self), name)

    def __setattr__(self, name, value):
        setattr(_referent(self), name, value)

    def __delattr__(self, name):
        delattr(_referent(self), name)

    def __repr__(self):
        target = object.__getattribute__(self, "_target")()
        return f"<weakproxy at {id(self):#x} to {type(target).__name__} at {id(target):#x}>"


def _pass_on(name):
    def method(self, *args):
        return getattr(_referent(self), name)(*args)
    method.__name__ = name
    return method


for _name in _SPECIAL:
    setattr(ProxyType, f"__{_name}__", _pass_on(f"__{_name}__"))


class CallableProxyType(ProxyType):
    __slots__ = ()

    def __call__(self, *args, **kwargs):
        return _referent(self)(*args, **kwargs)


def proxy(object, callback=None, /):
    cls = CallableProxyType if callable(object) else ProxyType
    return cls(object, callback)
