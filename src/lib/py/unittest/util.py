"""What the modules of unittest share: short representations, and differences of sequences."""

import functools
from collections import Counter
from os.path import commonprefix

__unittest = True

# How long a representation in a message may be, and the parts that a long one is cut into: the
# beginning, what precedes the difference, the difference and the end; "[N chars]" stands between.
_MAX_LENGTH = 80
_PLACEHOLDER_LEN = 12
_MIN_BEGIN_LEN = 5
_MIN_END_LEN = 5
_MIN_COMMON_LEN = 5
_MIN_DIFF_LEN = _MAX_LENGTH - (_MIN_BEGIN_LEN + _MIN_COMMON_LEN + _MIN_END_LEN
                               + 2 * _PLACEHOLDER_LEN)


def _shorten(text, begin, end):
    left_out = len(text) - begin - end
    if left_out <= _PLACEHOLDER_LEN:
        return text
    return f"{text[:begin]}[{left_out} chars]{text[len(text) - end:]}"


def _common_shorten_repr(*objects):
    """The representations of objects, cut alike so that where they differ is still seen."""
    texts = tuple(safe_repr(each) for each in objects)
    longest = max(len(text) for text in texts)
    if longest <= _MAX_LENGTH:
        return texts
    common = commonprefix(texts)
    rest = len(common)
    room = _MAX_LENGTH - (longest - rest + _MIN_BEGIN_LEN + _PLACEHOLDER_LEN)
    if room > _MIN_COMMON_LEN:
        common = _shorten(common, _MIN_BEGIN_LEN, room)
        return tuple(common + text[rest:] for text in texts)
    common = _shorten(common, _MIN_BEGIN_LEN, _MIN_COMMON_LEN)
    return tuple(common + _shorten(text[rest:], _MIN_DIFF_LEN, _MIN_END_LEN) for text in texts)


def safe_repr(obj, short=False):
    """repr(obj), or the plain one of object when that raises; cut if it should be short."""
    try:
        text = repr(obj)
    except Exception:
        text = object.__repr__(obj)
    fits = not short or len(text) < _MAX_LENGTH
    return text if fits else f"{text[:_MAX_LENGTH]} [truncated]..."


def call_if_there(obj, name):
    """Call a method without arguments, unless there is none of that name."""
    method = getattr(obj, name, None)
    if method is not None:
        method()


def make_with(kind, args, *choices):
    """Call a class with the first of the choices of keyword arguments that it takes."""
    *choices, last = choices
    for options in choices:
        try:
            return kind(*args, **options)
        except TypeError:
            pass
    return kind(*args, **last)


def import_dotted(name):
    """What a dotted name stands for: a module, or an attribute of one."""
    return functools.reduce(getattr, name.split(".")[1:], __import__(name))


def strclass(cls):
    """The full name of a class."""
    return f"{cls.__module__}.{cls.__qualname__}"


def sorted_list_difference(expected, actual):
    """(what only the first has, what only the second has) of two sorted lists, without repeats."""
    missing, unexpected = [], []
    i = j = 0
    while i < len(expected) and j < len(actual):
        left, right = expected[i], actual[j]
        if left < right:
            missing.append(left)
        elif right < left:
            unexpected.append(right)
        if not right < left:
            i = _behind(expected, i, left)
        if not left < right:
            j = _behind(actual, j, right)
    return missing + expected[i:], unexpected + actual[j:]


def _behind(items, place, item):
    while place < len(items) and items[place] == item:
        place += 1
    return place


def unorderable_list_difference(expected, actual):
    """The same of lists in any order, whose items need only equality; empties both."""
    missing = []
    for item in reversed(expected):
        if item in actual:
            actual.remove(item)
        else:
            missing.append(item)
    expected.clear()
    return missing, actual


def three_way_cmp(x, y):
    """-1, 0 or 1, as x is below, equal to or above y."""
    return (x > y) - (x < y)


def _count_diff_all_purpose(actual, expected):
    """(count in one, count in the other, item) for the items whose counts differ, by equality."""
    rest, other = list(actual), list(expected)
    differences = []
    while rest:
        item = rest[0]
        n_rest, n_other = _take_out(rest, item), _take_out(other, item)
        if n_rest != n_other:
            differences.append((n_rest, n_other, item))
    while other:
        item = other[0]
        differences.append((0, _take_out(other, item), item))
    return differences


def _take_out(items, item):
    before = len(items)
    items[:] = [each for each in items if not (each is item or each == item)]
    return before - len(items)


def _count_diff_hashable(actual, expected):
    """The same of items that can be hashed."""
    counts, others = Counter(actual), Counter(expected)
    differences = [(n, others.get(item, 0), item) for item, n in counts.items()
                   if n != others.get(item, 0)]
    differences += [(0, n, item) for item, n in others.items() if item not in counts]
    return differences
