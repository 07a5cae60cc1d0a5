"""Iterator building blocks.

Two shapes.  A class whose items cost no call of the caller's functions runs a generator, kept in
`_it`: `__next__` only passes on, and a loop that knows the layout may iterate over `_it` itself.
A class that calls a function, or whose repr tells where it stands, keeps its state in slots and
does the work in `__next__`, so that an exception passes through without ending the iterator.
`_next` is always the bound __next__ of the iterator underneath.
"""

from operator import index as _index
from sys import maxsize as _maxsize

_missing = object()
_alias = classmethod(type(list[int]))


class accumulate:
    """Return series of accumulated sums (or other binary function results)."""

    __slots__ = ("_next", "_func", "_total", "_initial", "__weakref__")

    def __init__(self, iterable, func=None, *, initial=None):
        self._next = iter(iterable).__next__
        self._func = func
        self._total = _missing
        self._initial = initial

    def __iter__(self):
        return self

    def __next__(self):
        total = self._total
        if total is _missing:
            total = self._initial
            if total is None:
                total = self._next()
            self._total = total
            return total
        item = self._next()
        func = self._func
        total = self._total = total + item if func is None else func(total, item)
        return total


class batched:
    """Batch data into tuples of length n. The last batch may be shorter than n.

    Loops over the input iterable and accumulates data into tuples
    up to size n.  The input is consumed lazily, just enough to
    fill a batch.  The result is yielded as soon as a batch is full
    or when the input iterable is exhausted.

    If "strict" is True, raises a ValueError if the final batch is shorter
    than n.
    """

    __slots__ = ("_it", "__weakref__")

    def __init__(self, iterable, n, *, strict=False):
        n = _index(n)
        if n < 1:
            raise ValueError("n must be at least one")
        self._it = self._run(iter(iterable), n, strict)

    @staticmethod
    def _run(it, n, strict):
        batch = []
        for item in it:
            batch.append(item)
            if len(batch) == n:
                yield tuple(batch)
                batch = []
        if batch:
            if strict:
                raise ValueError("batched(): incomplete batch")
            yield tuple(batch)

    def __iter__(self):
        return self

    def __next__(self):
        return next(self._it)


class chain:
    """Return a chain object whose .__next__() method returns elements from the
    first iterable until it is exhausted, then elements from the next
    iterable, until all of the iterables are exhausted.
    """

    __slots__ = ("_it", "__weakref__")

    def __init__(self, *iterables):
        self._it = self._run(iterables)

    @classmethod
    def from_iterable(cls, iterable, /):
        """Alternative chain() constructor: a single iterable argument, evaluated lazily."""
        self = cls()
        self._it = cls._run(iter(iterable))
        return self

    @staticmethod
    def _run(iterables):
        for iterable in iterables:
            yield from iterable

    def __iter__(self):
        return self

    def __next__(self):
        return next(self._it)

    __class_getitem__ = _alias


class combinations:
    """Return successive r-length combinations of elements in the iterable.

    combinations(range(4), 3) --> (0,1,2), (0,1,3), (0,2,3), (1,2,3)
    """

    __slots__ = ("_it", "__weakref__")

    def __init__(self, iterable, r):
        pool = tuple(iterable)
        r = _index(r)
        if r < 0:
            raise ValueError("r must be non-negative")
        self._it = self._run(pool, r)

    @staticmethod
    def _run(pool, r):
        n = len(pool)
        if r > n:
            return
        chosen = list(range(r))
        result = list(pool[:r])
        while True:
            yield tuple(result)
            # The rightmost index that can still grow, and all after it directly behind it.
            place = r - 1
            while place >= 0 and chosen[place] == place + n - r:
                place -= 1
            if place < 0:
                return
            at = chosen[place]
            while place < r:
                at += 1
                chosen[place] = at
                result[place] = pool[at]
                place += 1

    def __iter__(self):
        return self

    def __next__(self):
        return next(self._it)


class combinations_with_replacement:
    """Return successive r-length combinations of elements in the iterable allowing individual
    elements to have successive repeats.

    combinations_with_replacement('ABC', 2) --> ('A','A'), ('A','B'), ('A','C'), ('B','B'),
    ('B','C'), ('C','C')
    """

    __slots__ = ("_it", "__weakref__")

    def __init__(self, iterable, r):
        pool = tuple(iterable)
        r = _index(r)
        if r < 0:
            raise ValueError("r must be non-negative")
        self._it = self._run(pool, r)

    @staticmethod
    def _run(pool, r):
        last = len(pool) - 1
        if last < 0 and r:
            return
        chosen = [0] * r
        result = [pool[0]] * r if r else []
        while True:
            yield tuple(result)
            place = r - 1
            while place >= 0 and chosen[place] == last:
                place -= 1
            if place < 0:
                return
            at = chosen[place] + 1
            item = pool[at]
            while place < r:
                chosen[place] = at
                result[place] = item
                place += 1

    def __iter__(self):
        return self

    def __next__(self):
        return next(self._it)


class compress:
    """Return data elements corresponding to true selector elements.

    Forms a shorter iterator from selected data elements using the selectors to
    choose the data elements.
    """

    __slots__ = ("_next", "_select", "__weakref__")

    def __init__(self, data, selectors):
        self._next = iter(data).__next__
        self._select = iter(selectors).__next__

    def __iter__(self):
        return self

    def __next__(self):
        advance, select = self._next, self._select
        while True:
            item = advance()
            if select():
                return item


class count:
    """Return a count object whose .__next__() method returns consecutive values.

    Equivalent to:
        def count(firstval=0, step=1):
            x = firstval
            while 1:
                yield x
                x += step
    """

    __slots__ = ("_value", "_step", "__weakref__")

    def __init__(self, start=0, step=1):
        for number in (start, step):
            kind = type(number)
            if kind is not int and not (hasattr(kind, "__index__") or hasattr(kind, "__float__")
                                        or hasattr(kind, "__complex__") or kind is complex):
                raise TypeError("a number is required")
        self._value = start
        self._step = step

    def __iter__(self):
        return self

    def __next__(self):
        value = self._value
        self._value = value + self._step
        return value

    def __repr__(self):
        step = self._step
        name = type(self).__name__
        if isinstance(step, int) and step == 1:
            return f"{name}({self._value!r})"
        return f"{name}({self._value!r}, {step!r})"


class cycle:
    """Return elements from the iterable until it is exhausted. Then repeat the sequence
    indefinitely.
    """

    __slots__ = ("_it", "__weakref__")

    def __init__(self, iterable, /):
        self._it = self._run(iter(iterable))

    @staticmethod
    def _run(it):
        saved = []
        for item in it:
            saved.append(item)
            yield item
        while saved:
            yield from saved

    def __iter__(self):
        return self

    def __next__(self):
        return next(self._it)


class dropwhile:
    """Drop items from the iterable while predicate(item) is true.

    Afterwards, return every element until the iterable is exhausted.
    """

    __slots__ = ("_next", "_predicate", "__weakref__")

    def __init__(self, predicate, iterable, /):
        self._next = iter(iterable).__next__
        self._predicate = predicate

    def __iter__(self):
        return self

    def __next__(self):
        item = self._next()
        predicate = self._predicate
        if predicate is not None or item is None:
            while predicate is not _missing and predicate(item):
                item = self._next()
            self._predicate = _missing
        return item


class filterfalse:
    """Return those items of iterable for which function(item) is false.

    If function is None, return the items that are false.
    """

    __slots__ = ("_next", "_function", "__weakref__")

    def __init__(self, function, iterable, /):
        self._next = iter(iterable).__next__
        self._function = bool if function is None else function

    def __iter__(self):
        return self

    def __next__(self):
        advance, function = self._next, self._function
        while True:
            item = advance()
            if not function(item):
                return item


class groupby:
    """make an iterator that returns consecutive keys and groups from the iterable

    iterable
      Elements to divide into groups according to the key function.
    key
      A function for computing the group category for each element.
      If the key function is not specified or is None, the element itself
      is used for grouping.
    """

    # _key and _item are what was read last, _target is the key of the group being read; moving
    # on to the next group means reading until they differ. Only the group made last is _live.
    __slots__ = ("_next", "_function", "_key", "_item", "_target", "_live", "__weakref__")

    def __init__(self, iterable, key=None):
        self._next = iter(iterable).__next__
        self._function = key
        self._key = self._target = _missing
        self._item = None
        self._live = None

    def __iter__(self):
        return self

    def __next__(self):
        self._live = None
        while True:
            key = self._key
            if key is not _missing:
                target = self._target
                if target is _missing or not (key is target or target == key):
                    break
            self._step()
        self._target = key = self._key
        group = self._live = _grouper(self, key)
        return key, group

    def _step(self):
        item = self._next()
        function = self._function
        self._key = item if function is None else function(item)
        self._item = item


class _grouper:
    __slots__ = ("_parent", "_target", "__weakref__")

    def __init__(self, parent, target):
        if not isinstance(parent, groupby):
            raise TypeError(f"_grouper() argument 1 must be itertools.groupby, "
                            f"not {type(parent).__name__}")
        self._parent = parent
        self._target = target
        parent._live = self

    def __iter__(self):
        return self

    def __next__(self):
        parent = self._parent
        if parent._live is not self:
            raise StopIteration
        if parent._item is _missing:
            parent._step()
        key, target = parent._key, self._target
        if not (key is target or target == key):
            raise StopIteration
        item = parent._item
        parent._item = _missing
        return item


class islice:
    """islice(iterable, stop) --> islice object
    islice(iterable, start, stop[, step]) --> islice object

    Return an iterator whose next() method returns selected values from an
    iterable.  If start is specified, will skip all preceding elements;
    otherwise, start defaults to zero.  Step defaults to one.  If
    specified as another value, step determines how many values are
    skipped between successive calls.  Works like a slice() on a list
    but returns an iterator.
    """

    __slots__ = ("_it", "__weakref__")

    def __init__(self, iterable, /, *args):
        n = len(args)
        if not n:
            raise TypeError("islice expected at least 2 arguments, got 1")
        if n > 3:
            raise TypeError(f"islice expected at most 4 arguments, got {n + 1}")
        start = _bound(args[0], "Indices for islice()") if n > 1 else 0
        stop = args[0] if n == 1 else args[1]
        if stop is not None:
            stop = _bound(stop, "Stop argument for islice()")
        step = 1
        if n == 3 and args[2] is not None:
            try:
                step = _index(args[2])
            except TypeError:
                step = 0
            if not 0 < step <= _maxsize:
                raise ValueError("Step for islice() must be a positive integer or None.")
        self._it = self._run(iter(iterable), start, stop, step)

    @staticmethod
    def _run(it, start, stop, step):
        # `at` items have been read. What is skipped is read only when an item is asked for, and
        # never anything at or after `stop`.
        at = 0
        wanted = start
        if stop is not None:
            if wanted >= stop:
                if wanted:
                    for _ in it:
                        at += 1
                        if at >= wanted:
                            return
                return
            for item in it:
                if at == wanted:
                    yield item
                    wanted = min(wanted + step, stop)
                    if at + 1 >= stop:
                        return
                at += 1
                if at >= stop:
                    return
        elif step == 1:
            for item in it:
                if at >= start:
                    yield item
                    break
                at += 1
            yield from it
        else:
            for item in it:
                if at == wanted:
                    yield item
                    wanted += step
                at += 1

    def __iter__(self):
        return self

    def __next__(self):
        return next(self._it)


def _bound(value, what):
    # A start or stop: none is zero here, and what is not an integer in range is refused.
    if value is None:
        return 0
    try:
        value = _index(value)
    except TypeError:
        value = -1
    if not 0 <= value <= _maxsize:
        raise ValueError(f"{what} must be None or an integer: 0 <= x <= sys.maxsize.")
    return value


class pairwise:
    """Return an iterator of overlapping pairs taken from the input iterator.

    s -> (s0,s1), (s1,s2), (s2, s3), ...
    """

    __slots__ = ("_it", "__weakref__")

    def __init__(self, iterable, /):
        self._it = self._run(iter(iterable))

    @staticmethod
    def _run(it):
        for before in it:
            break
        else:
            return
        for item in it:
            yield before, item
            before = item

    def __iter__(self):
        return self

    def __next__(self):
        return next(self._it)


class permutations:
    """Return successive r-length permutations of elements in the iterable.

    permutations(range(3), 2) --> (0,1), (0,2), (1,0), (1,2), (2,0), (2,1)
    """

    __slots__ = ("_it", "__weakref__")

    def __init__(self, iterable, r=None):
        pool = tuple(iterable)
        if r is None:
            r = len(pool)
        elif not isinstance(r, int):
            raise TypeError("Expected int as r")
        if r < 0:
            raise ValueError("r must be non-negative")
        self._it = self._run(pool, r)

    @staticmethod
    def _run(pool, r):
        n = len(pool)
        if r > n:
            return
        # The first r of `order` are the permutation. turns[i] counts how many items may still
        # come to place i before it has seen all.
        order = list(range(n))
        turns = list(range(n, n - r, -1))
        result = list(pool[:r])
        while True:
            yield tuple(result)
            place = r - 1
            while place >= 0:
                turns[place] -= 1
                if turns[place]:
                    break
                # All seen: back to ascending order from here on.
                order.append(order.pop(place))
                turns[place] = n - place
                place -= 1
            if place < 0:
                return
            other = n - turns[place]
            order[place], order[other] = order[other], order[place]
            while place < r:
                result[place] = pool[order[place]]
                place += 1

    def __iter__(self):
        return self

    def __next__(self):
        return next(self._it)


class product:
    """Cartesian product of input iterables.  Equivalent to nested for-loops.

    For example, product(A, B) returns the same as:  ((x,y) for x in A for y in B).
    The leftmost iterators are in the outermost for-loop, so the output tuples
    cycle in a manner similar to an odometer (with the rightmost element changing
    on every iteration).

    To compute the product of an iterable with itself, specify the number
    of repetitions with the optional repeat keyword argument. For example,
    product(A, repeat=4) means the same as product(A, A, A, A).
    """

    __slots__ = ("_it", "__weakref__")

    def __init__(self, *iterables, repeat=1):
        repeat = _index(repeat)
        if repeat < 0:
            raise ValueError("repeat argument cannot be negative")
        if repeat == 0:
            iterables = ()
        elif len(iterables) * repeat > 1 << 40:
            raise OverflowError("repeat argument too large")
        self._it = self._run([tuple(iterable) for iterable in iterables] * repeat)

    @staticmethod
    def _run(pools):
        if not pools:
            yield ()
            return
        for pool in pools:
            if not pool:
                return
        *outer, inner = pools
        last = len(outer)
        at = [0] * last
        result = [pool[0] for pool in outer]
        head = tuple(result)
        while True:
            # The innermost loop is a real one, and its head stays for all of it.
            for item in inner:
                yield (*head, item)
            place = last - 1
            while place >= 0:
                pool = outer[place]
                at[place] += 1
                if at[place] < len(pool):
                    result[place] = pool[at[place]]
                    break
                at[place] = 0
                result[place] = pool[0]
                place -= 1
            if place < 0:
                return
            head = tuple(result)

    def __iter__(self):
        return self

    def __next__(self):
        return next(self._it)


class repeat:
    """repeat(object [,times]) -> create an iterator which returns the object
    for the specified number of times.  If not specified, returns the object
    endlessly.
    """

    __slots__ = ("_object", "_times", "__weakref__")

    def __init__(self, object, times=_missing):
        self._object = object
        # Below zero means without end; a negative number given by the caller means none.
        self._times = -1 if times is _missing else max(_index(times), 0)

    def __iter__(self):
        return self

    def __next__(self):
        times = self._times
        if times > 0:
            self._times = times - 1
        elif not times:
            raise StopIteration
        return self._object

    def __length_hint__(self):
        if self._times < 0:
            raise TypeError("len() of unsized object")
        return self._times

    def __repr__(self):
        if self._times < 0:
            return f"{type(self).__name__}({self._object!r})"
        return f"{type(self).__name__}({self._object!r}, {self._times})"


class starmap:
    """Return an iterator whose values are returned from the function evaluated with an argument
    tuple taken from the given sequence.
    """

    __slots__ = ("_next", "_function", "__weakref__")

    def __init__(self, function, iterable, /):
        self._next = iter(iterable).__next__
        self._function = function

    def __iter__(self):
        return self

    def __next__(self):
        return self._function(*self._next())


class takewhile:
    """Return successive entries from an iterable as long as the predicate evaluates to true for
    each entry.
    """

    __slots__ = ("_next", "_predicate", "__weakref__")

    def __init__(self, predicate, iterable, /):
        self._next = iter(iterable).__next__
        self._predicate = predicate

    def __iter__(self):
        return self

    def __next__(self):
        item = self._next()
        if self._predicate(item):
            return item
        self._next = _stop
        raise StopIteration


def _stop():
    raise StopIteration


class _tee:
    """Iterator wrapped to make it copyable."""

    # Items that not every copy has seen hang in a chain of [next cell, item]; a cell whose item
    # is not read yet has None for a next. A copy is a place in the chain.
    __slots__ = ("_source", "_cell", "__weakref__")

    def __new__(cls, iterable, /):
        self = object.__new__(cls)
        if isinstance(iterable, _tee):
            self._source = iterable._source
            self._cell = iterable._cell
        else:
            # [advance, whether it is running]
            self._source = [iter(iterable).__next__, False]
            self._cell = [None, None]
        return self

    def __iter__(self):
        return self

    def __next__(self):
        cell = self._cell
        if cell[0] is None:
            source = self._source
            if source[1]:
                raise RuntimeError("cannot re-enter the tee iterator")
            source[1] = True
            try:
                cell[1] = source[0]()
            finally:
                source[1] = False
            cell[0] = [None, None]
        self._cell = cell[0]
        return cell[1]

    def __copy__(self):
        """Returns an independent iterator."""
        new = object.__new__(_tee)
        new._source = self._source
        new._cell = self._cell
        return new


def tee(iterable, n=2, /):
    "Returns a tuple of n independent iterators."
    n = _index(n)
    if n < 0:
        raise ValueError("n must be >= 0")
    if not n:
        return ()
    first = _tee(iterable)
    return (first, *[first.__copy__() for _ in range(n - 1)])


class zip_longest:
    """Return a zip_longest object whose .__next__() method returns a tuple where
    the i-th element comes from the i-th iterable argument.  The .__next__()
    method continues until the longest iterable in the argument sequence
    is exhausted and then it raises StopIteration.  When the shorter iterables
    are exhausted, the fillvalue is substituted in their place.  The fillvalue
    defaults to None or can be specified by a keyword argument.
    """

    __slots__ = ("_it", "__weakref__")

    def __init__(self, *iterables, fillvalue=None):
        self._it = self._run([iter(iterable).__next__ for iterable in iterables], fillvalue)

    @staticmethod
    def _run(sources, fillvalue):
        active = len(sources)
        if not active:
            return
        places = range(active)
        while True:
            row = []
            for place in places:
                advance = sources[place]
                if advance is None:
                    row.append(fillvalue)
                    continue
                try:
                    row.append(advance())
                except StopIteration:
                    active -= 1
                    if not active:
                        return
                    sources[place] = None
                    row.append(fillvalue)
            yield tuple(row)

    def __iter__(self):
        return self

    def __next__(self):
        return next(self._it)
