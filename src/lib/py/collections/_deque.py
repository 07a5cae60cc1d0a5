"""deque: a list with room at its left end.

The items are self._items[self._head:]; what is left of _head is free. Popping on the left only
moves _head (and drops the room when more than half of the list is room), appending on the left
moves it back, and when there is no room as much is made as there are items: both ends are O(1) in
the mean, and indexing is O(1) everywhere.  _state changes with every change of length or order,
so that an iterator notices.
"""

from operator import index as _index
from reprlib import recursive_repr as _recursive_repr

__name__ = "collections"


class deque:
    """A list-like sequence optimized for data accesses near its endpoints."""

    __slots__ = ("_items", "_head", "_maxlen", "_state", "__weakref__")
    __abc_tpflags__ = 1 << 5

    __hash__ = None

    def __new__(cls, *args, **kwargs):
        self = object.__new__(cls)
        self._items = []
        self._head = 0
        self._maxlen = None
        self._state = 0
        return self

    def __init__(self, iterable=(), maxlen=None):
        if maxlen is not None:
            if not isinstance(maxlen, int):
                raise TypeError("an integer is required")
            if maxlen < 0:
                raise ValueError("maxlen must be non-negative")
        self._maxlen = maxlen
        self._items = []
        self._head = 0
        self._state += 1
        if maxlen is None and type(iterable) is list:
            self._items = iterable[:]
        else:
            self.extend(iterable)

    @property
    def maxlen(self):
        """maximum size of a deque or None if unbounded"""
        return self._maxlen

    def append(self, item, /):
        """Add an element to the right side of the deque."""
        items = self._items
        items.append(item)
        self._state += 1
        if self._maxlen is not None and len(items) - self._head > self._maxlen:
            self._drop_left()

    def appendleft(self, item, /):
        """Add an element to the left side of the deque."""
        head = self._head
        if not head:
            head = max(len(self._items), 4)
            self._items[:0] = [None] * head
        head -= 1
        self._items[head] = item
        self._head = head
        self._state += 1
        if self._maxlen is not None and len(self._items) - head > self._maxlen:
            self._items.pop()

    def _drop_left(self):
        head = self._head
        items = self._items
        item = items[head]
        items[head] = None
        head += 1
        if head > 16 and head * 2 > len(items):
            del items[:head]
            head = 0
        self._head = head
        return item

    def pop(self):
        """Remove and return the rightmost element."""
        items = self._items
        if len(items) == self._head:
            raise IndexError("pop from an empty deque")
        self._state += 1
        return items.pop()

    def popleft(self):
        """Remove and return the leftmost element."""
        if len(self._items) == self._head:
            raise IndexError("pop from an empty deque")
        self._state += 1
        return self._drop_left()

    def extend(self, iterable, /):
        """Extend the right side of the deque with elements from the iterable."""
        if iterable is self:
            iterable = self._live()
        if self._maxlen is None:
            self._items.extend(iterable)
            self._state += 1
            return
        for item in iterable:
            self.append(item)

    def extendleft(self, iterable, /):
        """Extend the left side of the deque with elements from the iterable."""
        if iterable is self:
            iterable = self._live()
        for item in iterable:
            self.appendleft(item)

    def clear(self):
        """Remove all elements from the deque."""
        self._items = []
        self._head = 0
        self._state += 1

    def copy(self):
        """Return a shallow copy of a deque."""
        cls = type(self)
        if cls is deque:
            new = deque()
            new._items = self._live()
            new._maxlen = self._maxlen
            return new
        new = cls(self) if self._maxlen is None else cls(self, self._maxlen)
        if not isinstance(new, deque):
            raise TypeError(f"{cls.__name__}() must return a deque, not {type(new).__name__}")
        return new

    __copy__ = copy

    def count(self, value, /):
        """Return number of occurrences of value."""
        found = 0
        state = self._state
        for item in self._live():
            if item is value or item == value:
                found += 1
            if state != self._state:
                raise RuntimeError("deque mutated during iteration")
        return found

    def __contains__(self, value, /):
        state = self._state
        for item in self._live():
            if item is value or item == value:
                return True
            if state != self._state:
                raise RuntimeError("deque mutated during iteration")
        return False

    def index(self, value, start=0, stop=None, /):
        """Return first index of value.

        Raises ValueError if the value is not present.
        """
        size = len(self._items) - self._head
        start = _index(start)
        stop = size if stop is None else _index(stop)
        if start < 0:
            start = max(start + size, 0)
        if stop < 0:
            stop += size
        state = self._state
        for place in range(start, min(stop, size)):
            item = self._items[self._head + place]
            if item is value or item == value:
                return place
            if state != self._state:
                raise RuntimeError("deque mutated during iteration")
        raise ValueError("deque.index(x): x not in deque")

    def insert(self, index, value, /):
        """Insert value before index."""
        size = len(self._items) - self._head
        if self._maxlen is not None and size >= self._maxlen:
            raise IndexError("deque already at its maximum size")
        if index < 0:
            index = max(index + size, 0)
        if index == 0:
            return self.appendleft(value)
        self._items.insert(self._head + index, value)
        self._state += 1

    def remove(self, value, /):
        """Remove first occurrence of value."""
        state = self._state
        for place, item in enumerate(self._live()):
            same = item is value or item == value
            if state != self._state:
                raise IndexError("deque mutated during remove().")
            if same:
                del self._items[self._head + place]
                self._state += 1
                return
        raise ValueError("deque.remove(x): x not in deque")

    def reverse(self):
        """Reverse *IN PLACE*."""
        items = self._live()
        items.reverse()
        self._items = items
        self._head = 0
        self._state += 1

    def rotate(self, n=1, /):
        """Rotate the deque n steps to the right.  If n is negative, rotates left."""
        n = _index(n)
        size = len(self._items) - self._head
        if size < 2:
            return
        n %= size
        if not n:
            return
        if n == 1:
            item = self._items.pop()
            self._put_left(item)
        elif n == size - 1:
            self._items.append(self._drop_left())
        else:
            items = self._live()
            self._items = items[-n:] + items[:-n]
            self._head = 0
        self._state += 1

    def _put_left(self, item):
        if not self._head:
            self._head = max(len(self._items), 4)
            self._items[:0] = [None] * self._head
        self._head -= 1
        self._items[self._head] = item

    def _live(self):
        return self._items[self._head:]

    def __len__(self):
        return len(self._items) - self._head

    def __iter__(self):
        return self._walk(0, self._state, False)

    def __reversed__(self):
        return self._walk(0, self._state, True)

    def _walk(self, place, state, backwards):
        size = len(self._items) - self._head
        while place < size:
            if self._state != state:
                raise RuntimeError("deque mutated during iteration")
            if backwards:
                yield self._items[~place]
            else:
                yield self._items[self._head + place]
            place += 1

    def _place(self, index):
        index = _index(index)
        size = len(self._items) - self._head
        if index < 0:
            index += size
        if not 0 <= index < size:
            raise IndexError("deque index out of range")
        return self._head + index

    def __getitem__(self, index, /):
        if type(index) is not int and not hasattr(type(index), "__index__"):
            raise TypeError(f"sequence index must be integer, not '{type(index).__name__}'")
        return self._items[self._place(index)]

    def __setitem__(self, index, value, /):
        if type(index) is not int and not hasattr(type(index), "__index__"):
            raise TypeError(f"sequence index must be integer, not '{type(index).__name__}'")
        self._items[self._place(index)] = value

    def __delitem__(self, index, /):
        if type(index) is not int and not hasattr(type(index), "__index__"):
            raise TypeError(f"sequence index must be integer, not '{type(index).__name__}'")
        del self._items[self._place(index)]
        self._state += 1

    @_recursive_repr("[...]")
    def __repr__(self):
        tail = "" if self._maxlen is None else f", maxlen={self._maxlen}"
        return f"{type(self).__name__}({self._live()!r}{tail})"

    def __add__(self, other, /):
        if not isinstance(other, deque):
            raise TypeError(f'can only concatenate deque (not "{type(other).__name__}") to deque')
        new = self.copy()
        new.extend(other)
        return new

    def __iadd__(self, other, /):
        self.extend(other)
        return self

    def __mul__(self, n, /):
        if not hasattr(type(n), "__index__"):
            return NotImplemented
        new = self.copy()
        new *= n
        return new

    __rmul__ = __mul__

    def __imul__(self, n, /):
        if not hasattr(type(n), "__index__"):
            return NotImplemented
        items = self._live() * _index(n)
        if self._maxlen is not None:
            items = items[len(items) - self._maxlen:] if len(items) > self._maxlen else items
        self._items = items
        self._head = 0
        self._state += 1
        return self

    def __eq__(self, other, /):
        if not isinstance(other, deque):
            return NotImplemented
        return len(self) == len(other) and self._live() == other._live()

    def __lt__(self, other, /):
        if not isinstance(other, deque):
            return NotImplemented
        return self._live() < other._live()

    def __le__(self, other, /):
        if not isinstance(other, deque):
            return NotImplemented
        return self._live() <= other._live()

    def __gt__(self, other, /):
        if not isinstance(other, deque):
            return NotImplemented
        return self._live() > other._live()

    def __ge__(self, other, /):
        if not isinstance(other, deque):
            return NotImplemented
        return self._live() >= other._live()

    def __reduce__(self):
        state = self.__getstate__()
        if self._maxlen is None:
            return type(self), (), state, iter(self)
        return type(self), ((), self._maxlen), state, iter(self)

    def __getstate__(self):
        # The attributes of a subclass; the items go separately.
        state = object.__getstate__(self)
        if not isinstance(state, tuple):
            return state
        attributes, slots = state
        for name in deque.__slots__:
            slots.pop(name, None)
        return (attributes, slots) if slots else attributes

    def __sizeof__(self):
        return object.__sizeof__(self) + self._items.__sizeof__()

    __class_getitem__ = classmethod(type(list[int]))
