"""Container datatypes: namedtuple, deque, ChainMap, Counter, OrderedDict, defaultdict, User*.

Dicts keep their order by themselves, so OrderedDict is a dict with the few operations that work
on the order. deque is in C, the User classes in _user.py; collections.abc is
_collections_abc.
"""

__all__ = ["ChainMap", "Counter", "OrderedDict", "UserDict", "UserList", "UserString",
           "defaultdict", "deque", "namedtuple"]

import sys as _sys

import _collections_abc
from _collections_abc import MutableMapping
from heapq import nlargest as _nlargest
from itertools import chain as _chain, repeat as _repeat, starmap as _starmap
from keyword import iskeyword as _iskeyword
from _collections import (
    OrderedDict as _ordered, _count_elements, _deque_iterator, _deque_reverse_iterator, _replaced,
    _tuplegetter, defaultdict as _default, deque)
from operator import itemgetter as _itemgetter
from reprlib import recursive_repr as _recursive_repr

from collections import abc
from collections._user import UserDict, UserList, UserString

MutableMapping.register(UserDict)
_collections_abc.MutableSequence.register(deque)

_absent = object()


def _merged(into, other):
    into.update(other)
    return into


class OrderedDict(dict):
    """A dictionary whose order counts: in comparisons, and by move_to_end()."""

    # The order is the one of the dict below.

    __init__ = _ordered.__init__
    update = _ordered.update
    popitem = _ordered.popitem
    move_to_end = _ordered.move_to_end
    keys = _ordered.keys
    items = _ordered.items
    values = _ordered.values
    pop = _ordered.pop
    setdefault = _ordered.setdefault
    copy = _ordered.copy
    __reversed__ = _ordered.__reversed__
    __eq__ = _ordered.__eq__
    __ne__ = _ordered.__ne__

    @_recursive_repr()
    def __repr__(self):
        if not self:
            return f"{self.__class__.__name__}()"
        return f"{self.__class__.__name__}({dict(self.items())!r})"

    def __reduce__(self):
        """What makes an equal dictionary, for pickle and copy."""
        state = self.__getstate__()
        return self.__class__, (), state or None, None, iter(self.items())

    @classmethod
    def fromkeys(cls, iterable, value=None):
        """A new dictionary with these keys, and the same value for all."""
        made = cls()
        if cls is OrderedDict:
            dict.update(made, dict.fromkeys(iterable, value))
            return made
        for key in iterable:
            made[key] = value
        return made

    def __or__(self, other):
        return _merged(self.__class__(self), other) if isinstance(other, dict) else NotImplemented

    def __ror__(self, other):
        return _merged(self.__class__(other), self) if isinstance(other, dict) else NotImplemented

    def __ior__(self, other):
        self.update(other)
        return self


# What the methods in C leave to Python: other classes' methods, keys with an __eq__ of their own.

def _ordered_update(self, other, kwds):
    MutableMapping.update(self, other, **kwds)


def _ordered_setdefault(self, key, default):
    if key in self:
        return self[key]
    self[key] = default
    return default


def _ordered_copy(self):
    new = self.__class__()
    for key in self:
        new[key] = self[key]
    return new


def _ordered_eq(self, other):
    same = dict.__eq__(self, other)
    if same is True and isinstance(other, OrderedDict):
        return [*dict.__iter__(self)] == [*dict.__iter__(other)]
    return same


def _ordered_ne(self, other):
    same = _ordered_eq(self, other)
    return same if same is NotImplemented else not same


class defaultdict(dict):
    """A dict that makes a missing value by calling default_factory when d[key] asks for it."""

    __slots__ = ("default_factory",)

    __init__ = _default.__init__
    __missing__ = _default.__missing__
    copy = __copy__ = _default.copy

    def __repr__(self):
        factory = self.default_factory
        # A bound method of this very dict may be its factory.
        plain = factory is None or type(factory) is type
        factory = repr(factory) if plain else _factory_repr(self)
        return f"{type(self).__name__}({factory}, {dict.__repr__(self)})"

    def __reduce__(self):
        factory = self.default_factory
        return (type(self), () if factory is None else (factory,), None, None,
                iter(self.items()))

    def __or__(self, other, /):
        return _merged(self.copy(), other) if isinstance(other, dict) else NotImplemented

    def __ror__(self, other, /):
        if isinstance(other, dict):
            return _merged(type(self)(self.default_factory, other), self)
        return NotImplemented


@_recursive_repr()
def _factory_repr(self):
    # A bound method of this very dict may be its factory.
    return repr(self.default_factory)


def _make(cls, iterable):
    new = tuple.__new__(cls, iterable)
    if len(new) != len(cls._fields):
        raise TypeError(f"Expected {len(cls._fields)} arguments, got {len(new)}")
    return new


def _replace(self, /, **kwds):
    made = _replaced(self, kwds)
    if made is NotImplemented:
        take = kwds.pop
        made = self._make([take(name, value) for name, value in zip(self._fields, self)])
        if kwds:
            raise TypeError(f"Got unexpected field names: {[*kwds]!r}")
    return made


def _asdict(self):
    """The fields by name, in a dictionary."""
    return dict(zip(self._fields, self))


def _getnewargs(self):
    """The fields, for pickle and copy."""
    return tuple(self)


def _tuple_repr_of(fields):
    template = f"({', '.join([name + '=%r' for name in fields])})"

    def _tuple_repr(self):
        """The call that makes it, with the names of the fields."""
        return self.__class__.__name__ + template % self
    return _tuple_repr


def _copied(function, name, typename, doc=None):
    # One function of its own per class, under the class's qualified name, on shared code.
    kind = type(_copied)
    new = kind(function.__code__, function.__globals__, name, function.__defaults__,
               function.__closure__)
    new.__qualname__ = f"{typename}.{name}"
    new.__doc__ = doc or function.__doc__
    return new


def namedtuple(typename, field_names, *, rename=False, defaults=None, module=None):
    """Makes a class of tuples whose items have names, too. rename gives names that cannot be used
    another one; defaults are for the last fields.
    """
    if isinstance(field_names, str):
        field_names = field_names.replace(",", " ").split()
    field_names = list(map(str, field_names))
    typename = _sys.intern(str(typename))

    if rename:
        taken = set()
        for place, name in enumerate(field_names):
            if (not name.isidentifier() or _iskeyword(name) or name.startswith("_")
                    or name in taken):
                field_names[place] = f"_{place}"
            taken.add(name)
    for name in [typename] + field_names:
        if type(name) is not str:
            raise TypeError("Type names and field names must be strings")
        if not name.isidentifier():
            raise ValueError(
                f"Type names and field names must be valid identifiers: {name!r}")
        if _iskeyword(name):
            raise ValueError(f"Type names and field names cannot be a keyword: {name!r}")
    taken = set()
    for name in field_names:
        if name.startswith("_") and not rename:
            raise ValueError(f"Field names cannot start with an underscore: {name!r}")
        if name in taken:
            raise ValueError(f"Encountered duplicate field name: {name!r}")
        taken.add(name)

    field_defaults = {}
    if defaults is not None:
        defaults = tuple(defaults)
        if len(defaults) > len(field_names):
            raise TypeError("Got more default values than field names")
        field_defaults = dict(zip(field_names[len(field_names) - len(defaults):], defaults))

    fields = tuple(map(_sys.intern, field_names))
    names = ", ".join(fields)
    # Compiled with the fields as parameters: calls are fast, and wrong ones get the messages of
    # any other function.
    comma = "," if len(fields) == 1 else ""
    new = eval(f"lambda _cls, {names}{',' if fields else ''}: _tuple_new(_cls, ({names}{comma}))"
               if fields else "lambda _cls: _tuple_new(_cls, ())",
               {"_tuple_new": tuple.__new__, "__builtins__": {},
                "__name__": f"namedtuple_{typename}"})
    new.__name__ = "__new__"
    new.__qualname__ = f"{typename}.__new__"
    new.__doc__ = f"Make a {typename}({names})."
    if defaults is not None:
        new.__defaults__ = defaults

    replace = _copied(_replace, "_replace", typename,
                      f"A {typename} with the same fields but for those that are given.")
    namespace = {
        "__doc__": f"{typename}({names})",
        "__slots__": (),
        "_fields": fields,
        "_field_defaults": field_defaults,
        "__new__": new,
        "_make": classmethod(_copied(
            _make, "_make", typename,
            f"Make a {typename} of the items of an iterable.")),
        "__replace__": replace,
        "_replace": replace,
        "__repr__": _copied(_tuple_repr_of(fields), "__repr__", typename),
        "_asdict": _copied(_asdict, "_asdict", typename),
        "__getnewargs__": _copied(_getnewargs, "__getnewargs__", typename),
        "__match_args__": fields,
    }
    for place, name in enumerate(fields):
        namespace[name] = _tuplegetter(place, _sys.intern(f"Alias for field number {place}"))
    result = type(typename, (tuple,), namespace)

    # Pickling looks the class up by its module: the one that calls, if it can be told.
    if module is None:
        try:
            module = _sys._getframemodulename(1) or "__main__"
        except AttributeError:
            pass
    if module is not None:
        result.__module__ = module
    return result


def _count(mapping, it):
    # What _collections._count_elements does with guest code in between.
    get = mapping.get
    for elem in it:
        mapping[elem] = get(elem, 0) + 1


def _count_rest(mapping, elem, it):
    hash(elem)  # it may be what cannot be a key, and is told as in hash()
    _count(mapping, (elem,))
    _count(mapping, it)


class Counter(dict):
    """A dictionary that counts: items as keys, how many there are as values."""

    def __init__(self, iterable=None, /, **kwds):
        if type(self) is not Counter:
            super().__init__()
        elif iterable is None and not kwds:
            return
        self.update(iterable, **kwds)

    def __missing__(self, key):
        """None are there."""
        return 0

    def total(self):
        """The sum of all counts."""
        return sum(self.values())

    def most_common(self, n=None):
        """Items with their counts, the greatest first; n of them or all."""
        if n is None:
            return sorted(self.items(), key=_itemgetter(1), reverse=True)
        if n == 1:
            most = max(self.items(), key=_itemgetter(1), default=None)
            return [] if most is None else [most]
        return _nlargest(n, self.items(), key=_itemgetter(1))

    def elements(self):
        """Iterate over the items, each as often as it is counted."""
        return _chain.from_iterable(_starmap(_repeat, self.items()))

    @classmethod
    def fromkeys(cls, iterable, v=None):
        """Not for counters: this raises."""
        # What it should mean is not clear: each count 1, or added up?
        raise NotImplementedError(
            "Counter.fromkeys() is undefined.  Use Counter(iterable) instead.")

    def update(self, iterable=None, /, **kwds):
        """Add the items of an iterable, or the counts of a mapping, to the counts."""
        if type(iterable) in _no_mappings:
            _count_elements(self, iterable)
        elif isinstance(iterable, dict) or isinstance(iterable, _collections_abc.Mapping):
            if not self:
                super().update(iterable)  # faster, and the order of the mapping
            else:
                had = self.get
                for elem, count in iterable.items():
                    self[elem] = count + had(elem, 0)
        elif iterable is not None:
            _count_elements(self, iterable)
        if kwds:
            self.update(kwds)

    def subtract(self, iterable=None, /, **kwds):
        """Take the items of an iterable, or the counts of a mapping, off the counts.

        Counts may go below zero.
        """
        had = self.get
        if isinstance(iterable, dict) or isinstance(iterable, _collections_abc.Mapping):
            for elem, count in iterable.items():
                self[elem] = had(elem, 0) - count
        elif iterable is not None:
            for elem in iterable:
                self[elem] = had(elem, 0) - 1
        if kwds:
            self.subtract(kwds)

    def copy(self):
        """A counter with the same counts."""
        return self.__class__(self)

    def __reduce__(self):
        return self.__class__, (dict(self),)

    def __delitem__(self, elem):
        if elem in self:
            super().__delitem__(elem)

    def __repr__(self):
        shown = ""
        if self:
            try:
                shown = repr(dict(self.most_common()))
            except TypeError:
                shown = repr(dict(self))  # counts that cannot be compared
        return f"{self.__class__.__name__}({shown})"

    # Comparisons treat an absent element as one with count zero.

    def __eq__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return all(self[e] == other[e] for c in (self, other) for e in c)

    def __ne__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return not self == other

    def __le__(self, other):
        """Whether no count is above that of the other."""
        if not isinstance(other, Counter):
            return NotImplemented
        return all(self[e] <= other[e] for c in (self, other) for e in c)

    def __lt__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return self <= other and self != other

    def __ge__(self, other):
        """Whether no count is below that of the other."""
        if not isinstance(other, Counter):
            return NotImplemented
        return all(self[e] >= other[e] for c in (self, other) for e in c)

    def __gt__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return self >= other and self != other

    # Multiset operations give only positive counts.

    def __add__(self, other):
        """The counts of both added; only those above zero are kept."""
        if not isinstance(other, Counter):
            return NotImplemented
        sums = [(e, c + other[e]) for e, c in self.items()]
        return _positive(sums + [(e, c) for e, c in other.items() if e not in self])

    def __sub__(self, other):
        """The counts less those of the other; only those above zero are kept."""
        if not isinstance(other, Counter):
            return NotImplemented
        rest = [(e, c - other[e]) for e, c in self.items()]
        return _positive(rest + [(e, 0 - c) for e, c in other.items() if e not in self])

    def __or__(self, other):
        """The greater count of each item; only those above zero are kept."""
        if not isinstance(other, Counter):
            return NotImplemented
        most = [(e, max(c, other[e])) for e, c in self.items()]
        return _positive(most + [(e, c) for e, c in other.items() if e not in self])

    def __and__(self, other):
        """The smaller count of each item; only those above zero are kept."""
        if not isinstance(other, Counter):
            return NotImplemented
        return _positive([(e, min(c, other[e])) for e, c in self.items()])

    def __pos__(self):
        return _positive(self.items())

    def __neg__(self):
        return _positive([(e, 0 - c) for e, c in self.items()])

    def _keep_positive(self):
        for elem in [elem for elem, count in self.items() if not count > 0]:
            del self[elem]
        return self

    def __iadd__(self, other):
        """Add the other's counts; only those above zero are kept."""
        for elem, count in other.items():
            self[elem] += count
        return self._keep_positive()

    def __isub__(self, other):
        """Take the other's counts off; only those above zero are kept."""
        for elem, count in other.items():
            self[elem] -= count
        return self._keep_positive()

    def __ior__(self, other):
        """Take the greater count of each item; only those above zero are kept."""
        for elem, count in other.items():
            if count > self[elem]:
                self[elem] = count
        return self._keep_positive()

    def __iand__(self, other):
        """Take the smaller count of each item; only those above zero are kept."""
        for elem, count in self.items():
            if other[elem] < count:
                self[elem] = other[elem]
        return self._keep_positive()


# What is counted item by item, without asking whether it is a mapping.
_no_mappings = frozenset((list, tuple, str, type(_count for _ in ())))


def _positive(counts):
    new = Counter()
    dict.update(new, {elem: count for elem, count in counts if count > 0})
    return new


class ChainMap(MutableMapping):
    """Several mappings as one: what the first has hides what the others have, and changes go to the
    first.
    """

    def __init__(self, *maps):
        self.maps = list(maps) or [{}]

    def __missing__(self, key):
        raise KeyError(key)

    def __getitem__(self, key):
        # Asked by lookup, not by `in`: a mapping may make what is missing.
        for mapping in self.maps:
            try:
                return mapping[key]
            except KeyError:
                pass
        return self.__missing__(key)

    def get(self, key, default=None):
        """The value of a key, or the default."""
        return self[key] if key in self else default

    def __len__(self):
        return len(set().union(*self.maps))

    def __iter__(self):
        # The order is that of the last mapping updated by the ones before it.
        seen = {}
        for mapping in reversed(self.maps):
            seen |= mapping if type(mapping) is dict else dict.fromkeys(mapping)
        return iter(seen)

    def __contains__(self, key):
        return any([key in mapping for mapping in self.maps])

    def __bool__(self):
        return any(self.maps)

    @_recursive_repr()
    def __repr__(self):
        return f"{self.__class__.__name__}({', '.join(map(repr, self.maps))})"

    @classmethod
    def fromkeys(cls, iterable, value=None, /):
        """A chain of one dictionary with these keys, and the same value for all."""
        return cls(dict.fromkeys(iterable, value))

    def copy(self):
        """A chain with a copy of the first mapping, and the others as they are."""
        return self.__class__(self.maps[0].copy(), *self.maps[1:])

    __copy__ = copy

    def new_child(self, m=None, **kwargs):
        """A chain with another mapping in front, by default an empty one."""
        if m is not None and kwargs:
            m.update(kwargs)
        return self.__class__(kwargs if m is None else m, *self.maps)

    @property
    def parents(self):
        """A chain without the first mapping."""
        return self.__class__(*self.maps[1:])

    def __setitem__(self, key, value):
        self.maps[0][key] = value

    def __delitem__(self, key):
        try:
            del self.maps[0][key]
        except KeyError:
            raise KeyError(f"Key not found in the first mapping: {key!r}")

    def popitem(self):
        """Take an item out of the first mapping and return it."""
        try:
            return self.maps[0].popitem()
        except KeyError:
            raise KeyError("No keys found in the first mapping.")

    def pop(self, key, *args):
        """Take a key out of the first mapping and return its value."""
        try:
            return self.maps[0].pop(key, *args)
        except KeyError:
            raise KeyError(f"Key not found in the first mapping: {key!r}")

    def clear(self):
        """Empty the first mapping."""
        self.maps[0].clear()

    def __ior__(self, other):
        self.maps[0].update(other)
        return self

    def __or__(self, other):
        if isinstance(other, _collections_abc.Mapping):
            joined = self.copy()
            joined.maps[0].update(other)
            return joined
        return NotImplemented

    def __ror__(self, other):
        if not isinstance(other, _collections_abc.Mapping):
            return NotImplemented
        flat = {**other}
        for mapping in self.maps[::-1]:
            flat.update(mapping)
        return self.__class__(flat)
