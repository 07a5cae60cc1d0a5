"""UserDict, UserList and UserString: containers meant to be inherited from.

The contents are in `data`, and every method goes through it, so that a subclass which overrides
__setitem__ or __getitem__ is obeyed.
"""

import _collections_abc as _abc

__name__ = "collections"


def _twin(original, data):
    # An object with the same attributes, without a call of __init__, and with its own data.
    cls = original.__class__
    twin = cls.__new__(cls)
    vars(twin).update(vars(original), data=data)
    return twin


class UserDict(_abc.MutableMapping):
    """A dictionary to inherit from: all goes through its methods, and `data` is the dictionary
    inside.
    """

    def __init__(self, dict=None, /, **kwargs):
        self.data = {}
        for items in (dict, kwargs or None):
            if items is not None:
                self.update(items)

    def __len__(self):
        return len(self.data)

    def __getitem__(self, key):
        if key in self.data:
            return self.data[key]
        missing = getattr(self.__class__, "__missing__", None)
        if missing is not None:
            return missing(self, key)
        raise KeyError(key)

    def __setitem__(self, key, item):
        self.data[key] = item

    def __delitem__(self, key):
        del self.data[key]

    def __iter__(self):
        return iter(self.data)

    def __contains__(self, key):
        return key in self.data

    # A key that only __missing__ would answer is not there.
    def get(self, key, default=None):
        """The value of a key, or the default."""
        return self[key] if key in self else default

    def __repr__(self):
        return repr(self.data)

    def __or__(self, other):
        theirs = other.data if isinstance(other, UserDict) else other
        return self.__class__(self.data | theirs) if isinstance(theirs, dict) else NotImplemented

    def __ror__(self, other):
        theirs = other.data if isinstance(other, UserDict) else other
        return self.__class__(theirs | self.data) if isinstance(theirs, dict) else NotImplemented

    def __ior__(self, other):
        self.data |= other.data if isinstance(other, UserDict) else other
        return self

    def __copy__(self):
        return _twin(self, self.data.copy())

    def copy(self):
        """A dictionary with the same items."""
        data = self.data
        if type(self) is UserDict:
            return UserDict(data.copy())
        from copy import copy
        # A subclass may have an __init__ of its own: copy.copy goes round it, and the contents pass
        # through update() as they would from a caller.
        self.data = {}
        try:
            twin = copy(self)
        finally:
            self.data = data
        twin.update(self)
        return twin

    @classmethod
    def fromkeys(cls, iterable, value=None):
        """A new dictionary with these keys, and the same value for all."""
        made = cls()
        for key in iterable:
            made[key] = value
        return made


class UserList(_abc.MutableSequence):
    """A list to inherit from: `data` is the list inside."""

    def __init__(self, initlist=None):
        # A list is copied as it is: an iterator of its own would be gone through otherwise.
        given = initlist.data if isinstance(initlist, UserList) else initlist
        if given is None:
            self.data = []
        elif type(given) is list:
            self.data = given[:]
        else:
            self.data = list(given)

    def __repr__(self):
        return repr(self.data)

    def __lt__(self, other):
        return self.data < self.__cast(other)

    def __le__(self, other):
        return self.data <= self.__cast(other)

    def __eq__(self, other):
        return self.data == self.__cast(other)

    def __gt__(self, other):
        return self.data > self.__cast(other)

    def __ge__(self, other):
        return self.data >= self.__cast(other)

    def __cast(self, other):
        return other.data if isinstance(other, UserList) else other

    def __contains__(self, item):
        return item in self.data

    def __len__(self):
        return len(self.data)

    def __getitem__(self, i):
        if isinstance(i, slice):
            return self.__class__(self.data[i])
        return self.data[i]

    def __setitem__(self, i, item):
        self.data[i] = item

    def __delitem__(self, i):
        del self.data[i]

    def __list(self, other):
        if isinstance(other, UserList):
            return other.data
        return other if isinstance(other, type(self.data)) else list(other)

    def __add__(self, other):
        return self.__class__(self.data + self.__list(other))

    def __radd__(self, other):
        return self.__class__(self.__list(other) + self.data)

    def __iadd__(self, other):
        self.data += self.__list(other)
        return self

    def __mul__(self, n):
        return self.__class__(self.data * n)

    __rmul__ = __mul__

    def __imul__(self, n):
        self.data *= n
        return self

    def __copy__(self):
        return _twin(self, self.data[:])

    def append(self, item):
        self.data.append(item)

    def insert(self, i, item):
        self.data.insert(i, item)

    def pop(self, i=-1):
        return self.data.pop(i)

    def remove(self, item):
        self.data.remove(item)

    def clear(self):
        self.data.clear()

    def copy(self):
        """A list with the same items."""
        return self.__class__(self)

    def count(self, item):
        return self.data.count(item)

    def index(self, item, *args):
        return self.data.index(item, *args)

    def reverse(self):
        self.data.reverse()

    def sort(self, /, *args, **kwds):
        self.data.sort(*args, **kwds)

    def extend(self, other):
        self.data.extend(other.data if isinstance(other, UserList) else other)


def _plain(value):
    return value.data if isinstance(value, UserString) else value


class UserString(_abc.Sequence):
    """A text to inherit from: `data` is the text inside."""

    def __init__(self, seq):
        if isinstance(seq, str):
            self.data = seq
        else:
            self.data = seq.data if isinstance(seq, UserString) else str(seq)

    def __str__(self):
        return str(self.data)

    def __repr__(self):
        return repr(self.data)

    def __int__(self):
        return int(self.data)

    def __float__(self):
        return float(self.data)

    def __complex__(self):
        return complex(self.data)

    def __hash__(self):
        return hash(self.data)

    def __getnewargs__(self):
        return (self.data[:],)

    def __eq__(self, string):
        return self.data == _plain(string)

    def __lt__(self, string):
        return self.data < _plain(string)

    def __le__(self, string):
        return self.data <= _plain(string)

    def __gt__(self, string):
        return self.data > _plain(string)

    def __ge__(self, string):
        return self.data >= _plain(string)

    def __contains__(self, char):
        return _plain(char) in self.data

    def __len__(self):
        return len(self.data)

    def __getitem__(self, index):
        return self.__class__(self.data[index])

    def __add__(self, other):
        if isinstance(other, UserString):
            other = other.data
        elif not isinstance(other, str):
            other = str(other)
        return self.__class__(self.data + other)

    def __radd__(self, other):
        return self.__class__((other if isinstance(other, str) else str(other)) + self.data)

    def __mul__(self, n):
        return self.__class__(self.data * n)

    __rmul__ = __mul__

    def __mod__(self, args):
        return self.__class__(self.data % args)

    def __rmod__(self, template):
        return self.__class__(str(template) % self)

    def capitalize(self):
        return self.__class__(self.data.capitalize())

    def casefold(self):
        return self.__class__(self.data.casefold())

    def center(self, width, *args):
        return self.__class__(self.data.center(width, *args))

    def count(self, sub, start=0, end=2**63 - 1):
        return self.data.count(_plain(sub), start, end)

    def removeprefix(self, prefix, /):
        return self.__class__(self.data.removeprefix(_plain(prefix)))

    def removesuffix(self, suffix, /):
        return self.__class__(self.data.removesuffix(_plain(suffix)))

    def encode(self, encoding="utf-8", errors="strict"):
        return self.data.encode("utf-8" if encoding is None else encoding,
                                "strict" if errors is None else errors)

    def endswith(self, suffix, start=0, end=2**63 - 1):
        return self.data.endswith(suffix, start, end)

    def expandtabs(self, tabsize=8):
        return self.__class__(self.data.expandtabs(tabsize))

    def find(self, sub, start=0, end=2**63 - 1):
        return self.data.find(_plain(sub), start, end)

    def format(self, /, *args, **kwds):
        return self.data.format(*args, **kwds)

    def format_map(self, mapping):
        return self.data.format_map(mapping)

    def index(self, sub, start=0, end=2**63 - 1):
        return self.data.index(_plain(sub), start, end)

    def isalpha(self):
        return self.data.isalpha()

    def isalnum(self):
        return self.data.isalnum()

    def isascii(self):
        return self.data.isascii()

    def isdecimal(self):
        return self.data.isdecimal()

    def isdigit(self):
        return self.data.isdigit()

    def isidentifier(self):
        return self.data.isidentifier()

    def islower(self):
        return self.data.islower()

    def isnumeric(self):
        return self.data.isnumeric()

    def isprintable(self):
        return self.data.isprintable()

    def isspace(self):
        return self.data.isspace()

    def istitle(self):
        return self.data.istitle()

    def isupper(self):
        return self.data.isupper()

    def join(self, seq):
        return self.data.join(seq)

    def ljust(self, width, *args):
        return self.__class__(self.data.ljust(width, *args))

    def lower(self):
        return self.__class__(self.data.lower())

    def lstrip(self, chars=None):
        return self.__class__(self.data.lstrip(_plain(chars)))

    maketrans = str.maketrans

    def partition(self, sep):
        return self.data.partition(_plain(sep))

    def replace(self, old, new, maxsplit=-1):
        return self.__class__(self.data.replace(_plain(old), _plain(new), maxsplit))

    def rfind(self, sub, start=0, end=2**63 - 1):
        return self.data.rfind(_plain(sub), start, end)

    def rindex(self, sub, start=0, end=2**63 - 1):
        return self.data.rindex(_plain(sub), start, end)

    def rjust(self, width, *args):
        return self.__class__(self.data.rjust(width, *args))

    def rpartition(self, sep):
        return self.data.rpartition(_plain(sep))

    def rstrip(self, chars=None):
        return self.__class__(self.data.rstrip(_plain(chars)))

    def split(self, sep=None, maxsplit=-1):
        return self.data.split(_plain(sep), maxsplit)

    def rsplit(self, sep=None, maxsplit=-1):
        return self.data.rsplit(_plain(sep), maxsplit)

    def splitlines(self, keepends=False):
        return self.data.splitlines(keepends)

    def startswith(self, prefix, start=0, end=2**63 - 1):
        return self.data.startswith(prefix, start, end)

    def strip(self, chars=None):
        return self.__class__(self.data.strip(_plain(chars)))

    def swapcase(self):
        return self.__class__(self.data.swapcase())

    def title(self):
        return self.__class__(self.data.title())

    def translate(self, *args):
        return self.__class__(self.data.translate(*args))

    def upper(self):
        return self.__class__(self.data.upper())

    def zfill(self, width):
        return self.__class__(self.data.zfill(width))
