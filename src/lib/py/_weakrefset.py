"""WeakSet: a set whose elements do not keep their objects alive.

The set holds weak references, which compare and hash as their objects do.  A dead one is removed
by its callback, or, while somebody iterates, when the last iteration has ended.
"""

from _weakref import ref

__all__ = ["WeakSet"]

GenericAlias = type(list[int])


class _IterationGuard:
    # Entered by each iteration over a weak container: removals wait until the last has gone.
    __slots__ = ("_container",)

    def __init__(self, container):
        self._container = ref(container)

    def __enter__(self):
        if (container := self._container()) is not None:
            container._iterating.add(self)
        return self

    def __exit__(self, e, t, b):
        if (container := self._container()) is not None:
            container._iterating.remove(self)
            if not container._iterating:
                container._commit_removals()


class WeakSet:
    """A set that does not keep its elements alive: an object that goes leaves the set."""

    def __init__(self, data=None):
        def dead(reference, own_ref=ref(self)):
            self = own_ref()
            if self is None:
                return
            if self._iterating:
                self._pending_removals.append(reference)
            else:
                self.data.discard(reference)

        self.data = set()
        self._iterating = set()
        self._pending_removals = []
        self._remove = dead
        if data is not None:
            self.update(data)

    def _commit_removals(self):
        pending, discard = self._pending_removals, self.data.discard
        while pending:
            discard(pending.pop())

    def __iter__(self):
        with _IterationGuard(self):
            for reference in self.data:
                if (item := reference()) is not None:
                    yield item

    def __len__(self):
        return len(self.data) - len(self._pending_removals)

    def __contains__(self, item):
        try:
            return ref(item) in self.data
        except TypeError:
            return False  # what cannot be referred to cannot be in it

    def __reduce__(self):
        return self.__class__, (list(self),), self.__getstate__()

    def add(self, item):
        """Put an object in."""
        if self._pending_removals:
            self._commit_removals()
        self.data.add(ref(item, self._remove))

    def clear(self):
        """Take everything out."""
        if self._pending_removals:
            self._commit_removals()
        self.data.clear()

    def copy(self):
        """Another set with the same elements."""
        return self.__class__(self)

    def pop(self):
        """Take some element out and return it; KeyError if there is none."""
        self._commit_removals()
        while self.data:
            if (item := self.data.pop()()) is not None:
                return item
        raise KeyError("pop from empty WeakSet")

    def remove(self, item):
        """Take an object out; KeyError if it is not there."""
        if self._pending_removals:
            self._commit_removals()
        self.data.remove(ref(item))

    def discard(self, item):
        """Take an object out; nothing happens if it is not there."""
        if self._pending_removals:
            self._commit_removals()
        self.data.discard(ref(item))

    def update(self, other):
        """Put all the elements of an iterable in."""
        for item in other:
            self.add(item)

    def __ior__(self, other):
        self.update(other)
        return self

    def difference(self, other):
        """A set of what is not in the iterable."""
        new = self.copy()
        new.difference_update(other)
        return new

    __sub__ = difference

    def difference_update(self, other):
        """Take out what the iterable has."""
        self._commit_removals()
        if other is self:
            self.data.clear()
        else:
            self.data -= {ref(item) for item in other}

    def __isub__(self, other):
        self.difference_update(other)
        return self

    def intersection(self, other):
        """A set of what the iterable has, too."""
        return self.__class__(item for item in other if item in self)

    __and__ = intersection

    def intersection_update(self, other):
        """Keep only what the iterable has, too."""
        self._commit_removals()
        self.data &= {ref(item) for item in other}

    def __iand__(self, other):
        self.intersection_update(other)
        return self

    def issubset(self, other):
        """Whether the iterable has every element."""
        return self.data.issubset(ref(item) for item in other)

    __le__ = issubset

    def __lt__(self, other):
        return self.data < set(map(ref, other))

    def issuperset(self, other):
        """Whether every item of the iterable is in the set."""
        return self.data.issuperset(ref(item) for item in other)

    __ge__ = issuperset

    def __gt__(self, other):
        return self.data > set(map(ref, other))

    def __eq__(self, other):
        if not isinstance(other, self.__class__):
            return NotImplemented
        return self.data == set(map(ref, other))

    def symmetric_difference(self, other):
        """A set of what is in just one of the two."""
        new = self.copy()
        new.symmetric_difference_update(other)
        return new

    __xor__ = symmetric_difference

    def symmetric_difference_update(self, other):
        """Take out what the iterable has, and put in what it has besides."""
        self._commit_removals()
        if other is self:
            self.data.clear()
        else:
            self.data ^= {ref(item, self._remove) for item in other}

    def __ixor__(self, other):
        self.symmetric_difference_update(other)
        return self

    def union(self, other):
        """A set of what is in one of the two or in both."""
        return self.__class__(item for part in (self, other) for item in part)

    __or__ = union

    def isdisjoint(self, other):
        """Whether no item of the iterable is in the set."""
        return len(self.intersection(other)) == 0

    def __repr__(self):
        return repr(self.data)

    __class_getitem__ = classmethod(GenericAlias)
