"""Abstract base classes for containers; `collections.abc` is another name for this module.

The classes with one or a few methods recognise any class that has these methods (_structural);
the richer ones are only for classes that inherit or register, and bring the methods that can be
derived from the abstract ones.
"""

import sys
from abc import ABCMeta, abstractmethod
from array import array as _array

GenericAlias = type(list[int])
EllipsisType = type(...)
FunctionType = type(lambda: None)

__all__ = [
    "Awaitable", "Coroutine", "AsyncIterable", "AsyncIterator", "AsyncGenerator", "Hashable",
    "Iterable", "Iterator", "Generator", "Reversible", "Sized", "Container", "Callable",
    "Collection", "Set", "MutableSet", "Mapping", "MutableMapping", "MappingView", "KeysView",
    "ItemsView", "ValuesView", "Sequence", "MutableSequence", "ByteString", "Buffer",
]

# The classes are shown under the public name.
__name__ = "collections.abc"

# Types without a name of their own, found from their objects.
bytes_iterator = type(iter(b""))
bytearray_iterator = type(iter(bytearray()))
dict_keyiterator = type(iter({}.keys()))
dict_valueiterator = type(iter({}.values()))
dict_itemiterator = type(iter({}.items()))
list_iterator = type(iter([]))
list_reverseiterator = type(iter(reversed([])))
range_iterator = type(iter(range(0)))
longrange_iterator = type(iter(range(1 << 1000)))
set_iterator = type(iter(set()))
str_iterator = type(iter(""))
tuple_iterator = type(iter(()))
zip_iterator = type(iter(zip()))
dict_keys = type({}.keys())
dict_values = type({}.values())
dict_items = type({}.items())
mappingproxy = type(type.__dict__)
framelocalsproxy = (lambda: type(sys._getframe().f_locals))()
generator = type((lambda: (yield))())


async def _coroutine():
    pass


async def _async_generator():
    yield


_sample = _coroutine()
coroutine = type(_sample)
_sample.close()
async_generator = type(_async_generator())
del _sample, _coroutine, _async_generator


def _check_methods(C, *methods):
    # The class of the mro that is the first to mention a name decides; None there takes it away.
    spaces = [base.__dict__ for base in C.__mro__]
    for name in methods:
        owners = [space for space in spaces if name in space]
        if not owners or owners[0][name] is None:
            return NotImplemented
    return True


def _structural(*methods):
    # The hook of a class that recognises others by their methods. It speaks only for the class
    # that defines it, not for subclasses, which may ask for more.
    def __subclasshook__(cls, C):
        if cls.__dict__.get("__subclasshook__") is hook:
            return _check_methods(C, *methods)
        return NotImplemented

    hook = classmethod(__subclasshook__)
    return hook


class Hashable(metaclass=ABCMeta):
    """Classes whose objects have a hash."""

    __slots__ = ()

    @abstractmethod
    def __hash__(self):
        return 0

    __subclasshook__ = _structural("__hash__")


class Awaitable(metaclass=ABCMeta):
    """Classes whose objects `await` takes."""

    __slots__ = ()

    @abstractmethod
    def __await__(self):
        yield

    __subclasshook__ = _structural("__await__")
    __class_getitem__ = classmethod(GenericAlias)


class Coroutine(Awaitable):
    """What a coroutine object offers: it can be awaited, sent values, and closed."""

    __slots__ = ()

    @abstractmethod
    def send(self, value):
        """Go on with a value as the result of the await that waits."""
        raise StopIteration

    @abstractmethod
    def throw(self, typ, val=None, tb=None):
        """Go on with an exception raised at the await that waits."""
        _raise(typ, val, tb)

    def close(self):
        """End the coroutine: GeneratorExit is thrown into it and has to come out again."""
        _refused(self.throw, "coroutine")

    __subclasshook__ = _structural("__await__", "send", "throw", "close")


class AsyncIterable(metaclass=ABCMeta):
    """Classes that `async for` can loop over."""

    __slots__ = ()

    @abstractmethod
    def __aiter__(self):
        return AsyncIterator()

    __subclasshook__ = _structural("__aiter__")
    __class_getitem__ = classmethod(GenericAlias)


class AsyncIterator(AsyncIterable):
    """Asynchronous iterators: __anext__ gives an awaitable of the next item."""

    __slots__ = ()

    @abstractmethod
    async def __anext__(self):
        """The next item, to be awaited; StopAsyncIteration at the end."""
        raise StopAsyncIteration

    def __aiter__(self):
        return self

    __subclasshook__ = _structural("__anext__", "__aiter__")


class AsyncGenerator(AsyncIterator):
    """Asynchronous generators; what is not abstract builds on asend and athrow."""

    __slots__ = ()

    async def __anext__(self):
        return await self.asend(None)

    @abstractmethod
    async def asend(self, value):
        """Go on with a value as the result of the yield that waits."""
        raise StopAsyncIteration

    @abstractmethod
    async def athrow(self, typ, val=None, tb=None):
        """Go on with an exception raised at the yield that waits."""
        _raise(typ, val, tb)

    async def aclose(self):
        """End the generator: GeneratorExit is thrown into it and has to come out again."""
        try:
            await self.athrow(GeneratorExit)
        except (GeneratorExit, StopAsyncIteration):
            return
        raise RuntimeError("asynchronous generator ignored GeneratorExit")

    __subclasshook__ = _structural("__aiter__", "__anext__", "asend", "athrow", "aclose")


# What throw() means with its old three arguments.
def _raise(typ, val, tb):
    if tb is None:
        raise typ if val is None else val
    raise (typ() if val is None else val).with_traceback(tb)


def _refused(throw, what):
    # A value that comes out in place of the exception is a refusal.
    try:
        throw(GeneratorExit)
    except (GeneratorExit, StopIteration):
        return
    raise RuntimeError(f"{what} ignored GeneratorExit")


class Iterable(metaclass=ABCMeta):
    """Classes that `for` can loop over."""

    __slots__ = ()

    @abstractmethod
    def __iter__(self):
        while False:
            yield None

    __subclasshook__ = _structural("__iter__")
    __class_getitem__ = classmethod(GenericAlias)


class Iterator(Iterable):
    """Iterators: __next__ gives the items, one a call."""

    __slots__ = ()

    @abstractmethod
    def __next__(self):
        """The next item; StopIteration at the end."""
        raise StopIteration

    def __iter__(self):
        return self

    __subclasshook__ = _structural("__iter__", "__next__")


class Reversible(Iterable):
    """Iterables that reversed() can take from the end."""

    __slots__ = ()

    @abstractmethod
    def __reversed__(self):
        while False:
            yield None

    __subclasshook__ = _structural("__reversed__", "__iter__")


class Generator(Iterator):
    """Generators; what is not abstract builds on send and throw."""

    __slots__ = ()

    def __next__(self):
        return self.send(None)

    @abstractmethod
    def send(self, value):
        """Go on with a value as the result of the yield that waits."""
        raise StopIteration

    @abstractmethod
    def throw(self, typ, val=None, tb=None):
        """Go on with an exception raised at the yield that waits."""
        _raise(typ, val, tb)

    def close(self):
        """End the generator: GeneratorExit is thrown into it and has to come out again."""
        _refused(self.throw, "generator")

    __subclasshook__ = _structural("__iter__", "__next__", "send", "throw", "close")


class Sized(metaclass=ABCMeta):
    """Classes whose objects len() can measure."""

    __slots__ = ()

    @abstractmethod
    def __len__(self):
        return 0

    __subclasshook__ = _structural("__len__")


class Container(metaclass=ABCMeta):
    """Classes whose objects can be asked `item in container`."""

    __slots__ = ()

    @abstractmethod
    def __contains__(self, x):
        return False

    __subclasshook__ = _structural("__contains__")
    __class_getitem__ = classmethod(GenericAlias)


class Collection(Sized, Iterable, Container):
    """Containers with a length that can be looped over."""

    __slots__ = ()
    __subclasshook__ = _structural("__len__", "__iter__", "__contains__")


class Buffer(metaclass=ABCMeta):
    """Classes whose bytes memoryview() can show."""

    __slots__ = ()

    @abstractmethod
    def __buffer__(self, flags: int, /) -> memoryview:
        raise NotImplementedError

    __subclasshook__ = _structural("__buffer__")


class _CallableGenericAlias(GenericAlias):
    """The alias of Callable[argtypes, resulttype].

    __args__ is flat, (argtypes..., resulttype): with an ellipsis or a parameter specification in
    the first place it has two members.
    """

    __slots__ = ()

    def __new__(cls, origin, args):
        if not isinstance(args, tuple) or len(args) != 2:
            raise TypeError("Callable must be used as Callable[[arg, ...], result].")
        params, result = args
        if isinstance(params, (list, tuple)):
            return super().__new__(cls, origin, (*params, result))
        if _is_param_expr(params):
            return super().__new__(cls, origin, args)
        raise TypeError("Expected a list of types, an ellipsis, ParamSpec, or Concatenate. "
                        f"Got {params}")

    def __repr__(self):
        *params, result = self.__args__
        if len(params) == 1 and _is_param_expr(params[0]):
            return super().__repr__()
        from annotationlib import type_repr
        shown = ", ".join([type_repr(param) for param in params])
        return f"collections.abc.Callable[[{shown}], {type_repr(result)}]"

    def __reduce__(self):
        *params, result = self.__args__
        if len(params) == 1 and _is_param_expr(params[0]):
            params = params[0]
        return _CallableGenericAlias, (Callable, (params, result))

    def __getitem__(self, item):
        if not isinstance(item, tuple):
            item = (item,)
        *params, result = super().__getitem__(item).__args__
        # A parameter specification may have been replaced by a list of types: flat again.
        if len(params) == 1 and (isinstance(params[0], tuple) or _is_param_expr(params[0])):
            params = params[0]
        return _CallableGenericAlias(Callable, (params, result))


def _is_param_expr(obj):
    # Ellipsis, a parameter specification or Concatenate[...]. The names are compared: typing
    # imports this module.
    if obj is Ellipsis or isinstance(obj, list):
        return True
    kind = type(obj)
    return kind.__module__ == "typing" and kind.__name__ in (
        "ParamSpec", "_ConcatenateGenericAlias")


class Callable(metaclass=ABCMeta):
    """Classes whose objects can be called."""

    __slots__ = ()

    @abstractmethod
    def __call__(self, *args, **kwds):
        return False

    __subclasshook__ = _structural("__call__")
    __class_getitem__ = classmethod(_CallableGenericAlias)


def _operand(self, other):
    # The other operand of a set operation as a set; None where it is not iterable.
    if isinstance(other, Set):
        return other
    return self._from_iterable(other) if isinstance(other, Iterable) else None


class Set(Collection):
    """A finite collection of distinct items. From its length, membership and iteration come
    comparison and the set operators.
    """

    __slots__ = ()

    def __le__(self, other):
        if isinstance(other, Set):
            return len(self) <= len(other) and all(item in other for item in self)
        return NotImplemented

    def __lt__(self, other):
        if not isinstance(other, Set):
            return NotImplemented
        return len(self) < len(other) and self.__le__(other)

    def __gt__(self, other):
        if not isinstance(other, Set):
            return NotImplemented
        return len(self) > len(other) and self.__ge__(other)

    def __ge__(self, other):
        if isinstance(other, Set):
            return len(self) >= len(other) and all(item in self for item in other)
        return NotImplemented

    def __eq__(self, other):
        if not isinstance(other, Set):
            return NotImplemented
        return len(self) == len(other) and self.__le__(other)

    @classmethod
    def _from_iterable(cls, it):
        """Makes the result of an operator; for classes that are not made from one iterable."""
        return cls(it)

    def __and__(self, other):
        if not isinstance(other, Iterable):
            return NotImplemented
        return self._from_iterable(value for value in other if value in self)

    __rand__ = __and__

    def isdisjoint(self, other):
        """Whether no item of the other iterable is in the set."""
        return not any(item in self for item in other)

    def __or__(self, other):
        if not isinstance(other, Iterable):
            return NotImplemented
        return self._from_iterable(elem for part in (self, other) for elem in part)

    __ror__ = __or__

    def __sub__(self, other):
        taken = _operand(self, other)
        if taken is None:
            return NotImplemented
        return self._from_iterable(item for item in self if item not in taken)

    def __rsub__(self, other):
        given = _operand(self, other)
        if given is None:
            return NotImplemented
        return self._from_iterable(item for item in given if item not in self)

    def __xor__(self, other):
        them = _operand(self, other)
        return NotImplemented if them is None else (self - them) | (them - self)

    __rxor__ = __xor__

    def _hash(self):
        """The hash value of a set, the same as frozenset's for equal contents.

        Not defined as __hash__, as not every set is hashable; a class that is immutable sets
        __hash__ = Set._hash.
        """
        word = 2 * sys.maxsize + 1
        mixed = 1927868237 * (len(self) + 1) & word
        # The order must not matter, so elements are mixed one by one and joined by xor.
        for each in map(hash, self):
            mixed ^= (each ^ 89869747 ^ each << 16) * 3644798167 & word
        mixed = (mixed ^ mixed >> 11 ^ mixed >> 25) * 69069 + 907133923 & word
        if mixed == word:
            return 590923713
        return mixed if mixed <= sys.maxsize else mixed - word - 1


Set.register(frozenset)


class MutableSet(Set):
    """A set that changes: built on add and discard."""

    __slots__ = ()

    @abstractmethod
    def add(self, value):
        """Put an item in; nothing happens if it is there."""
        raise NotImplementedError

    @abstractmethod
    def discard(self, value):
        """Take an item out; nothing happens if it is not there."""
        raise NotImplementedError

    def remove(self, value):
        """Take an item out; KeyError if it is not there."""
        if value not in self:
            raise KeyError(value)
        self.discard(value)

    def pop(self):
        """Take some item out and return it; KeyError if there is none."""
        for value in self:
            self.discard(value)
            return value
        raise KeyError

    def clear(self):
        """Take out items until none is left."""
        try:
            for _ in iter(self.pop, _absent):
                pass
        except KeyError:
            return

    def __ior__(self, it):
        for value in it:
            self.add(value)
        return self

    def __iand__(self, it):
        for value in self - it:
            self.discard(value)
        return self

    def __ixor__(self, it):
        if it is self:
            self.clear()
            return self
        for value in it if isinstance(it, Set) else self._from_iterable(it):
            (self.discard if value in self else self.add)(value)
        return self

    def __isub__(self, it):
        if it is not self:
            for value in it:
                self.discard(value)
        else:
            self.clear()
        return self


MutableSet.register(set)


class Mapping(Collection):
    """Keys with a value each. Lookup, length and iteration over the keys give the rest."""

    __slots__ = ()

    # Read where the class is made: `match` treats the class and its heirs as mappings.
    __abc_tpflags__ = 1 << 6

    @abstractmethod
    def __getitem__(self, key):
        raise KeyError

    def get(self, key, default=None):
        """The value of a key, or the default."""
        try:
            return self[key]
        except KeyError:
            return default

    def __contains__(self, key):
        found = True
        try:
            self[key]
        except KeyError:
            found = False
        return found

    def keys(self):
        """A live view of the keys that behaves like a set."""
        return KeysView(self)

    def items(self):
        """A live view of the pairs of key and value that behaves like a set."""
        return ItemsView(self)

    def values(self):
        """A live view of the values."""
        return ValuesView(self)

    def __eq__(self, other):
        if not isinstance(other, Mapping):
            return NotImplemented
        return dict(self.items()) == dict(other.items())

    __reversed__ = None


Mapping.register(mappingproxy)
Mapping.register(framelocalsproxy)
if framelocalsproxy is not mappingproxy:
    Mapping.register(framelocalsproxy)


class MappingView(Sized):
    """What the three views share: they hold a mapping and have its length."""

    __slots__ = ("_mapping",)

    def __init__(self, mapping):
        self._mapping = mapping

    def __len__(self):
        return len(self._mapping)

    def __repr__(self):
        return f"{self.__class__.__name__}({self._mapping!r})"

    __class_getitem__ = classmethod(GenericAlias)


class KeysView(MappingView, Set):
    """The keys of a mapping as a set."""

    __slots__ = ()

    @classmethod
    def _from_iterable(cls, it):
        return set(it)

    def __contains__(self, key):
        return key in self._mapping

    def __iter__(self):
        yield from self._mapping


KeysView.register(dict_keys)


class ItemsView(MappingView, Set):
    """The pairs of key and value of a mapping as a set."""

    __slots__ = ()

    @classmethod
    def _from_iterable(cls, it):
        return set(it)

    def __contains__(self, item):
        key, wanted = item
        try:
            held = self._mapping[key]
        except KeyError:
            return False
        return held is wanted or held == wanted

    def __iter__(self):
        mapping = self._mapping
        for key in mapping:
            yield key, mapping[key]


ItemsView.register(dict_items)


class ValuesView(MappingView, Collection):
    """The values of a mapping, in the order of its keys."""

    __slots__ = ()

    def __contains__(self, value):
        mapping = self._mapping
        for key in mapping:
            found = mapping[key]
            if found is value or found == value:
                return True
        return False

    def __iter__(self):
        mapping = self._mapping
        for key in mapping:
            yield mapping[key]


ValuesView.register(dict_values)

_absent = object()


class MutableMapping(Mapping):
    """A mapping that changes: built on setting and deleting one item."""

    __slots__ = ()

    @abstractmethod
    def __setitem__(self, key, value):
        raise KeyError

    @abstractmethod
    def __delitem__(self, key):
        raise KeyError

    def pop(self, key, default=_absent):
        """Take a key out and return its value; the default, if given, where it is not there."""
        if default is _absent:
            value = self[key]
        else:
            try:
                value = self[key]
            except KeyError:
                return default
        del self[key]
        return value

    def popitem(self):
        """Take out the first key and return it with its value; KeyError if the mapping is empty."""
        for key in self:
            value = self[key]
            del self[key]
            return key, value
        raise KeyError from None

    def clear(self):
        """Take out items until none is left."""
        try:
            for _ in iter(self.popitem, None):
                pass
        except KeyError:
            return

    def update(self, other=(), /, **kwds):
        """Set the items of a mapping, of an object with keys(), or of an iterable of pairs.

        The items that keyword arguments give come last.
        """
        keys = other if isinstance(other, Mapping) else None
        if keys is None and hasattr(other, "keys"):
            keys = other.keys()
        if keys is None:
            for key, value in other:
                self[key] = value
        else:
            for key in keys:
                self[key] = other[key]
        for name in kwds:
            self[name] = kwds[name]

    def setdefault(self, key, default=None):
        """The value of the key, which is set to the default if it is not there."""
        try:
            value = self[key]
        except KeyError:
            self[key] = value = default
        return value


MutableMapping.register(dict)


class Sequence(Reversible, Collection):
    """Items by number. Built on __getitem__ and __len__."""

    __slots__ = ()
    __abc_tpflags__ = 1 << 5  # as in Mapping

    @abstractmethod
    def __getitem__(self, index):
        raise IndexError

    def __iter__(self):
        for place in range(sys.maxsize):
            try:
                item = self[place]
            except IndexError:
                return
            yield item

    def __contains__(self, value):
        return any(item is value or item == value for item in self)

    def __reversed__(self):
        for place in range(len(self) - 1, -1, -1):
            yield self[place]

    def index(self, value, start=0, stop=None):
        """The place of the first item equal to the value, from start on and before stop.

        ValueError if there is none.
        """
        if (start or 0) < 0:
            start = max(start + len(self), 0)
        if stop is None:
            stop = sys.maxsize
        elif stop < 0:
            stop += len(self)
        for place in range(start, stop):
            try:
                item = self[place]
            except IndexError:
                break
            if item is value or item == value:
                return place
        raise ValueError

    def count(self, value):
        """How many items are equal to the value."""
        return sum(1 for item in self if item is value or item == value)


for _kind in (tuple, str, bytes, range, memoryview):
    Sequence.register(_kind)


class _DeprecateByteStringMeta(ABCMeta):
    def __new__(cls, name, bases, namespace, /, **kwargs):
        if name != "ByteString":
            _warn_bytestring()
        return super().__new__(cls, name, bases, namespace, **kwargs)

    def __instancecheck__(cls, instance):
        _warn_bytestring()
        return super().__instancecheck__(instance)


def _warn_bytestring():
    import warnings
    warnings._deprecated("collections.abc.ByteString", remove=(3, 17))


class ByteString(Sequence, metaclass=_DeprecateByteStringMeta):
    """The former common base of bytes and bytearray; deprecated."""

    __slots__ = ()


ByteString.register(bytes)
ByteString.register(bytearray)


class MutableSequence(Sequence):
    """A sequence that changes: built on setting, deleting and inserting one item."""

    __slots__ = ()

    @abstractmethod
    def __setitem__(self, index, value):
        raise IndexError

    @abstractmethod
    def __delitem__(self, index):
        raise IndexError

    @abstractmethod
    def insert(self, index, value):
        """Put a value in front of the item with that number."""
        raise IndexError

    def append(self, value):
        """Add a value behind the last item."""
        self.insert(len(self), value)

    def clear(self):
        """Take out items until none is left."""
        try:
            for _ in iter(self.pop, _absent):
                pass
        except IndexError:
            return

    def reverse(self):
        """Turn the order of the items around, in place."""
        low, high = 0, len(self) - 1
        while low < high:
            self[low], self[high] = self[high], self[low]
            low += 1
            high -= 1

    def extend(self, values):
        """Append every item of an iterable, which may be the sequence itself."""
        for value in list(values) if values is self else values:
            self.append(value)

    def pop(self, index=-1):
        """Take out the item with that number, the last by default, and return it."""
        value = self[index]
        del self[index]
        return value

    def remove(self, value):
        """Take out the first item equal to the value; ValueError if there is none."""
        del self[self.index(value)]

    def __iadd__(self, values):
        self.extend(values)
        return self


for _kind in (list, bytearray, _array):
    MutableSequence.register(_kind)
for _kind in (bytes_iterator, bytearray_iterator, dict_keyiterator, dict_valueiterator,
              dict_itemiterator, list_iterator, list_reverseiterator, range_iterator,
              longrange_iterator, set_iterator, str_iterator, tuple_iterator, zip_iterator):
    Iterator.register(_kind)
for _kind in (dict, dict_keys, dict_values, dict_items):
    Reversible.register(_kind)
Generator.register(generator)
Coroutine.register(coroutine)
AsyncGenerator.register(async_generator)
del _array, _kind
