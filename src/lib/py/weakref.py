"""Weak references: references that do not keep their object alive, and containers of them.

The reference types are the core's.  A dictionary here holds references as keys or as values; a
dead one is taken out by its callback, or once no iteration is under way any more.
"""

from _weakref import ReferenceType, getweakrefcount, getweakrefs, ref
from _weakproxy import CallableProxyType, ProxyType, proxy

import sys

from _collections_abc import Mapping, MutableMapping, MutableSet
from _weakrefset import WeakSet, _IterationGuard

ProxyTypes = (ProxyType, CallableProxyType)

__all__ = ["ref", "proxy", "getweakrefcount", "getweakrefs", "WeakKeyDictionary",
           "ReferenceType", "ProxyType", "CallableProxyType", "ProxyTypes",
           "WeakValueDictionary", "WeakSet", "WeakMethod", "finalize"]

MutableSet.register(WeakSet)


class WeakMethod(ref):
    """A weak reference to a bound method, which lives as long as its object and its function.

    Calling it gives the method, or None. (A plain reference to a bound method dies at once, as
    nothing else holds that method.)
    """

    __slots__ = ("_func_ref", "_meth_type", "_alive", "__weakref__")

    def __new__(cls, meth, callback=None):
        obj, func = getattr(meth, "__self__", None), getattr(meth, "__func__", None)
        if obj is None or func is None:
            raise TypeError(f"argument should be a bound method, not {type(meth)}")

        def gone(_):
            # The callback must not keep us alive, and runs once for the two references.
            self = own_ref()
            if self is None or not self._alive:
                return
            self._alive = False
            if callback is not None:
                callback(self)

        self = super().__new__(cls, obj, gone)
        own_ref = ref(self)
        self._alive = True
        self._meth_type, self._func_ref = type(meth), ref(func, gone)
        return self

    def __call__(self):
        obj, func = super().__call__(), self._func_ref()
        return None if obj is None or func is None else self._meth_type(func, obj)

    def __eq__(self, other):
        if not isinstance(other, WeakMethod):
            return NotImplemented
        if self._alive and other._alive:
            return super().__eq__(other) and self._func_ref == other._func_ref
        return self is other

    def __ne__(self, other):
        same = self.__eq__(other)
        return same if same is NotImplemented else not same

    __hash__ = ref.__hash__


class KeyedRef(ref):
    """A weak reference that knows the key of its object in a WeakValueDictionary.

    So one callback serves all the entries of the dictionary.
    """

    __slots__ = ("key",)

    def __new__(cls, ob, callback, key):
        self = super().__new__(cls, ob, callback)
        self.key = key
        return self

    def __init__(self, ob, callback, key):
        super().__init__(ob, callback)


class _WeakDict(MutableMapping):
    # What the two dictionaries share. `data` has the references in it; what is dead counts as not
    # there. The classes say how to take out a dead reference (_forget) and how to go through the
    # pairs that are alive (_live).

    def __init__(self):
        def dead(reference, own_ref=ref(self)):
            self = own_ref()
            if self is None:
                return
            if self._iterating:
                self._pending_removals.append(reference)
            else:
                self._forget(reference)

        self.data = {}
        self._iterating = set()
        self._pending_removals = []
        self._remove = dead

    def _commit_removals(self):
        while self._pending_removals:
            self._forget(self._pending_removals.pop())

    def __repr__(self):
        return f"<{self.__class__.__name__} at {id(self):#x}>"

    def __copy__(self):
        return self.copy()

    def __ior__(self, other):
        self.update(other)
        return self

    def __or__(self, other):
        if not isinstance(other, Mapping):
            return NotImplemented
        joined = self.copy()
        joined.update(other)
        return joined

    def __ror__(self, other):
        if not isinstance(other, Mapping):
            return NotImplemented
        joined = self.__class__()
        for part in (other, self):
            joined.update(part)
        return joined

    def items(self):
        """Iterate over the pairs of key and value that are alive."""
        return self._live()

    def keys(self):
        """Iterate over the keys of what is alive."""
        return (key for key, _ in self._live())

    def values(self):
        """Iterate over the values of what is alive."""
        return (value for _, value in self._live())

    def __iter__(self):
        return (key for key, _ in self._live())

    def update(self, other=None, /, **kwargs):
        """Set the items of a mapping or of pairs, and those of the keyword arguments."""
        if other is not None:
            for key, value in (other if hasattr(other, "items") else dict(other)).items():
                self[key] = value
        for key in kwargs:
            self[key] = kwargs[key]


class WeakValueDictionary(_WeakDict):
    """A dictionary that does not keep its values alive: with its value an entry goes."""

    def __init__(self, other=(), /, **kw):
        super().__init__()
        self.update(other, **kw)

    def _forget(self, reference):
        # The key may have got a new value meanwhile.
        current = self.data.get(reference.key)
        if current is not None and current() is None:
            del self.data[reference.key]

    def _live(self):
        self._commit_removals()
        with _IterationGuard(self):
            for key, reference in self.data.items():
                if (value := reference()) is not None:
                    yield key, value

    def __len__(self):
        self._commit_removals()
        return len(self.data)

    def __getitem__(self, key):
        value = self.data[key]()
        if value is not None:
            return value
        raise KeyError(key)

    def __setitem__(self, key, value):
        if self._pending_removals:
            self._commit_removals()
        self.data[key] = KeyedRef(value, self._remove, key)

    def __delitem__(self, key):
        self._commit_removals()
        del self.data[key]

    def __contains__(self, key):
        return key in self.data and self.data[key]() is not None

    def copy(self):
        """Another dictionary with the same keys and values."""
        return WeakValueDictionary(self)

    def __deepcopy__(self, memo):
        from copy import deepcopy
        new = self.__class__()
        for key, value in self._live():
            new[deepcopy(key, memo)] = value
        return new

    def get(self, key, default=None):
        """The value of a key, or the default."""
        reference = self.data.get(key)
        if reference is None or (value := reference()) is None:
            return default
        return value

    def valuerefs(self):
        """The weak references to the values, in a list; some may be dead."""
        self._commit_removals()
        return list(self.data.values())

    def itervaluerefs(self):
        """Iterate over the weak references to the values; some may be dead."""
        self._commit_removals()
        with _IterationGuard(self):
            yield from self.data.values()

    def popitem(self):
        """Take out the last item that is alive, and return key and value."""
        self._commit_removals()
        value = None
        while value is None:
            key, reference = self.data.popitem()
            value = reference()
        return key, value

    def pop(self, key, *args):
        """Take a key out and return its value; the default, if given, when it is not there."""
        self._commit_removals()
        reference = self.data.pop(key, None)
        if reference is not None and (value := reference()) is not None:
            return value
        if not args:
            raise KeyError(key)
        return args[0]

    def setdefault(self, key, default=None):
        """The value of the key, which is set to the default if it is not there."""
        value = self.get(key)
        if value is None:
            self[key] = value = default
        return value


class WeakKeyDictionary(_WeakDict):
    """A dictionary that does not keep its keys alive: with its key an entry goes.

    It adds something to objects that belong to others.
    """

    # A dead key is in nobody's hands, so nobody can ask for it: what waits for removal matters
    # only to the length.

    def __init__(self, dict=None):
        super().__init__()
        if dict is not None:
            self.update(dict)

    def _forget(self, reference):
        self.data.pop(reference, None)

    def _live(self):
        with _IterationGuard(self):
            for reference, value in self.data.items():
                if (key := reference()) is not None:
                    yield key, value

    def __len__(self):
        # Some of what waits may have been taken out another way.
        waiting = [1 for reference in self._pending_removals if reference in self.data]
        return len(self.data) - len(waiting)

    def __getitem__(self, key):
        return self.data[ref(key)]

    def __setitem__(self, key, value):
        self.data[ref(key, self._remove)] = value

    def __delitem__(self, key):
        del self.data[ref(key)]

    def __contains__(self, key):
        try:
            return ref(key) in self.data
        except TypeError:
            return False

    def copy(self):
        """Another dictionary with the same keys and values."""
        return WeakKeyDictionary(self)

    def __deepcopy__(self, memo):
        from copy import deepcopy
        new = self.__class__()
        for key, value in self._live():
            new[key] = deepcopy(value, memo)
        return new

    def get(self, key, default=None):
        """The value of a key, or the default."""
        return self.data.get(ref(key), default)

    def keyrefs(self):
        """The weak references to the keys, in a list; some may be dead."""
        return list(self.data)

    def popitem(self):
        """Take out the last item that is alive, and return key and value."""
        key = None
        while key is None:
            reference, value = self.data.popitem()
            key = reference()
        return key, value

    def pop(self, key, *args):
        """Take a key out and return its value; the default, if given, when it is not there."""
        return self.data.pop(ref(key), *args)

    def setdefault(self, key, default=None):
        """The value of the key, which is set to the default if it is not there."""
        return self.data.setdefault(ref(key, self._remove), default)


class _Finalizer:
    # What finalize keeps of one object.
    __slots__ = ("weakref", "func", "args", "kwargs", "atexit")


class finalize:
    """Calls a function when an object goes, or at the end of the program, whichever is first.

    It need not be kept: it stays alive until it was called or detached. Calling it calls the
    function now, and never again.
    """

    # The registry keeps the finalizers alive, which have no state of their own: whether one is
    # in the registry is whether it is alive. Its order is the order of creation.
    __slots__ = ()
    _registry = {}
    _shutdown = False
    _registered_with_atexit = False

    def __init__(self, obj, func, /, *args, **kwargs):
        if not finalize._registered_with_atexit:
            finalize._registered_with_atexit = True
            try:
                import atexit
            except ImportError:
                pass
            else:
                atexit.register(self._exitfunc)
        entry = _Finalizer()
        entry.weakref = ref(obj, self)
        entry.func, entry.args, entry.kwargs, entry.atexit = func, args, kwargs, True
        self._registry[self] = entry

    def __call__(self, _=None):
        entry = self._registry.pop(self, None)
        if entry is not None and not self._shutdown:
            return entry.func(*entry.args, **entry.kwargs)

    def __repr__(self):
        shown = f"<{type(self).__name__} object at {id(self):#x}; "
        known = self.peek()
        if known is None:
            return shown + "dead>"
        return f"{shown}for {type(known[0]).__name__!r} at {id(known[0]):#x}>"

    def peek(self):
        """The object, the function, its arguments and keyword arguments; None when dead."""
        entry = self._registry.get(self)
        if entry is not None and (obj := entry.weakref()) is not None:
            return obj, entry.func, entry.args, entry.kwargs

    def detach(self):
        """Give up: what peek() gives is returned, and the function will not be called."""
        known = self.peek()
        if known is not None and self._registry.pop(self, None) is not None:
            return known

    @property
    def alive(self):
        """Whether the function is still to be called."""
        return self in self._registry

    @property
    def atexit(self):
        """Whether the end of the program calls the function; can be set."""
        entry = self._registry.get(self)
        return entry is not None and entry.atexit

    @atexit.setter
    def atexit(self, value):
        if self in self._registry:
            self._registry[self].atexit = bool(value)

    @classmethod
    def _exitfunc(cls):
        # The latest first; a finalizer may make another one, which then is the latest.
        try:
            while True:
                for finalizer in reversed(cls._registry):
                    if cls._registry[finalizer].atexit:
                        break
                else:
                    return
                try:
                    finalizer()
                except Exception:
                    sys.excepthook(*sys.exc_info())
        finally:
            # Too late for any other: they would find half of the program gone.
            finalize._shutdown = True
