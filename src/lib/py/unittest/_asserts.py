"""The assertions of a TestCase, and the text each fails with."""

import types

from ._expectations import (
    _AssertNotWarnsContext, _AssertRaisesContext, _AssertWarnsContext, watch)
from .util import (
    _common_shorten_repr, _count_diff_all_purpose, _count_diff_hashable, safe_repr)

__unittest = True

EQUALITY = {dict: "assertDictEqual", list: "assertListEqual", tuple: "assertTupleEqual",
            set: "assertSetEqual", frozenset: "assertSetEqual", str: "assertMultiLineEqual"}
DIFF_OMITTED = "\nDiff is %s characters long. Set self.maxDiff to None to see it."


class Assertions:
    """What a test says of what it sees. msg, where given, stands in the text of the failure, behind
    the one that the assertion makes itself if longMessage is true.
    """

    failureException = AssertionError
    longMessage = True
    maxDiff = 80 * 8  # longer differences are left out of the text; None: never
    _diffThreshold = 2 ** 16  # longer strings are not compared line by line

    def fail(self, msg=None):
        """Fail."""
        raise self.failureException(msg)

    def _formatMessage(self, msg, standardMsg):
        if msg is None or not self.longMessage:
            return msg or standardMsg
        try:
            return f"{standardMsg} : {msg}"
        except UnicodeDecodeError:
            return f"{safe_repr(standardMsg)} : {safe_repr(msg)}"

    def _fail(self, msg, text):
        raise self.failureException(self._formatMessage(msg, text))

    def _truncateMessage(self, message, diff):
        if self.maxDiff is None or len(diff) <= self.maxDiff:
            return message + diff
        return message + DIFF_OMITTED % len(diff)

    # Truth and identity.

    def assertFalse(self, expr, msg=None):
        """expr is false."""
        if expr:
            self._fail(msg, f"{safe_repr(expr)} is not false")

    def assertTrue(self, expr, msg=None):
        """expr is true."""
        if not expr:
            self._fail(msg, f"{safe_repr(expr)} is not true")

    def assertIs(self, expr1, expr2, msg=None):
        """Both are the same object."""
        if expr1 is not expr2:
            self._fail(msg, f"{safe_repr(expr1)} is not {safe_repr(expr2)}")

    def assertIsNot(self, expr1, expr2, msg=None):
        """They are two objects."""
        if expr1 is expr2:
            self._fail(msg, f"unexpectedly identical: {safe_repr(expr1)}")

    def assertIsNone(self, obj, msg=None):
        """obj is None."""
        if obj is not None:
            self._fail(msg, f"{safe_repr(obj)} is not None")

    def assertIsNotNone(self, obj, msg=None):
        """obj is not None."""
        if obj is None:
            self._fail(msg, "unexpectedly None")

    # Equality and order.

    def addTypeEqualityFunc(self, typeobj, function):
        """Let function(first, second, msg=None) compare two objects whose type is exactly typeobj
        in assertEqual.
        """
        self._type_equality_funcs[typeobj] = function

    def _getAssertEqualityFunc(self, first, second):
        if type(first) is type(second):
            found = self._type_equality_funcs.get(type(first))
            if found is not None:
                return getattr(self, found) if isinstance(found, str) else found
        return self._baseAssertEqual

    def _baseAssertEqual(self, first, second, msg=None):
        if not first == second:
            self._fail(msg, "%s != %s" % _common_shorten_repr(first, second))

    def assertEqual(self, first, second, msg=None):
        """first == second, with a comparison made for their type if there is one."""
        self._getAssertEqualityFunc(first, second)(first, second, msg=msg)

    def assertNotEqual(self, first, second, msg=None):
        """first != second."""
        if not first != second:
            self._fail(msg, f"{safe_repr(first)} == {safe_repr(second)}")

    def assertLess(self, a, b, msg=None):
        """a < b."""
        if not a < b:
            self._fail(msg, f"{safe_repr(a)} not less than {safe_repr(b)}")

    def assertLessEqual(self, a, b, msg=None):
        """a <= b."""
        if not a <= b:
            self._fail(msg, f"{safe_repr(a)} not less than or equal to {safe_repr(b)}")

    def assertGreater(self, a, b, msg=None):
        """a > b."""
        if not a > b:
            self._fail(msg, f"{safe_repr(a)} not greater than {safe_repr(b)}")

    def assertGreaterEqual(self, a, b, msg=None):
        """a >= b."""
        if not a >= b:
            self._fail(msg, f"{safe_repr(a)} not greater than or equal to {safe_repr(b)}")

    def assertAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        """They differ by less than shows with so many decimal places (7), or by at most delta."""
        if first == second:
            return
        near, apart, tolerance = _compare_almost(first, second, places, delta)
        if not near:
            self._fail(msg, f"{safe_repr(first)} != {safe_repr(second)} within {tolerance} "
                            f"({safe_repr(apart)} difference)")

    def assertNotAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        """They differ by more than that."""
        near, apart, tolerance = _compare_almost(first, second, places, delta)
        if first == second or near:
            text = f"{safe_repr(first)} == {safe_repr(second)} within {tolerance}"
            if delta is not None:
                text += f" ({safe_repr(apart)} difference)"
            self._fail(msg, text)

    # Containers.

    def assertIn(self, member, container, msg=None):
        """member in container."""
        if member not in container:
            self._fail(msg, f"{safe_repr(member)} not found in {safe_repr(container)}")

    def assertNotIn(self, member, container, msg=None):
        """member not in container."""
        if member in container:
            self._fail(msg, f"{safe_repr(member)} unexpectedly found in {safe_repr(container)}")

    def assertSequenceEqual(self, seq1, seq2, msg=None, seq_type=None):
        """Equal sequences, both of seq_type if that is given."""
        name = "sequence" if seq_type is None else seq_type.__name__
        if seq_type is not None:
            for each, which in ((seq1, "First"), (seq2, "Second")):
                if not isinstance(each, seq_type):
                    raise self.failureException(
                        f"{which} sequence is not a {name}: {safe_repr(each)}")
        text = _difference_of_sequences(seq1, seq2, name, seq_type)
        if text is None:
            return
        text = self._truncateMessage(text, "\n" + _difference_of_lines(seq1, seq2))
        self.fail(self._formatMessage(msg, text))

    def assertListEqual(self, list1, list2, msg=None):
        """Equal lists."""
        self.assertSequenceEqual(list1, list2, msg, seq_type=list)

    def assertTupleEqual(self, tuple1, tuple2, msg=None):
        """Equal tuples."""
        self.assertSequenceEqual(tuple1, tuple2, msg, seq_type=tuple)

    def assertSetEqual(self, set1, set2, msg=None):
        """Equal sets, or what has the method difference."""
        only = []
        for one, other, which in ((set1, set2, "first"), (set2, set1, "second")):
            try:
                only.append(one.difference(other))
            except TypeError as error:
                self.fail(f"invalid type when attempting set difference: {error}")
            except AttributeError as error:
                self.fail(f"{which} argument does not support set difference: {error}")
        if not (only[0] or only[1]):
            return
        lines = []
        for items, one, other in ((only[0], "first", "second"), (only[1], "second", "first")):
            if items:
                lines.append(f"Items in the {one} set but not the {other}:")
                lines += [repr(item) for item in items]
        self.fail(self._formatMessage(msg, "\n".join(lines)))

    def assertDictEqual(self, d1, d2, msg=None):
        """Equal dicts."""
        self.assertIsInstance(d1, dict, "First argument is not a dictionary")
        self.assertIsInstance(d2, dict, "Second argument is not a dictionary")
        if d1 != d2:
            text = "%s != %s" % _common_shorten_repr(d1, d2)
            text = self._truncateMessage(text, "\n" + _difference_of_lines(d1, d2))
            self.fail(self._formatMessage(msg, text))

    def assertCountEqual(self, first, second, msg=None):
        """The same items, each as often, in whatever order."""
        from collections import Counter
        first, second = list(first), list(second)
        try:
            if Counter(first) == Counter(second):
                return
            differences = _count_diff_hashable(first, second)
        except TypeError:
            differences = _count_diff_all_purpose(first, second)
        if differences:
            lines = ["First has %d, Second has %d:  %r" % each for each in differences]
            text = self._truncateMessage("Element counts were not equal:\n", "\n".join(lines))
            self.fail(self._formatMessage(msg, text))

    # Text.

    def assertMultiLineEqual(self, first, second, msg=None):
        """Equal strings; the lines that differ are shown."""
        self.assertIsInstance(first, str, "First argument is not a string")
        self.assertIsInstance(second, str, "Second argument is not a string")
        if first == second:
            return
        if len(first) > self._diffThreshold or len(second) > self._diffThreshold:
            self._baseAssertEqual(first, second, msg)
        import difflib
        left, right = first, second
        if first and second:
            if not (first.endswith("\n") and second.endswith("\n")):
                left, right = first + "\n", second + "\n"
        elif first and not first.endswith("\n"):
            left += "\n"
        elif second and not second.endswith("\n"):
            right += "\n"
        diff = "\n" + "".join(difflib.ndiff(left.splitlines(True), right.splitlines(True)))
        text = self._truncateMessage("%s != %s" % _common_shorten_repr(first, second), diff)
        self.fail(self._formatMessage(msg, text))

    def assertRegex(self, text, expected_regex, msg=None):
        """The expression is found in text."""
        expected_regex = _compiled(expected_regex)
        if not expected_regex.search(text):
            self._fail(msg, f"Regex didn't match: {expected_regex.pattern!r} not found in {text!r}")

    def assertNotRegex(self, text, unexpected_regex, msg=None):
        """The expression is not found in text."""
        unexpected_regex = _compiled(unexpected_regex, must=False)
        found = unexpected_regex.search(text)
        if found:
            self._fail(msg, f"Regex matched: {found.group()!r} matches "
                            f"{unexpected_regex.pattern!r} in {text!r}")

    def assertStartsWith(self, s, prefix, msg=None):
        """s begins with prefix, or with one of them."""
        self._check_end(s, prefix, "startswith", "start", msg)

    def assertNotStartsWith(self, s, prefix, msg=None):
        """s does not begin with prefix."""
        self._check_no_end(s, prefix, "startswith", "start", msg)

    def assertEndsWith(self, s, suffix, msg=None):
        """s ends with suffix, or with one of them."""
        self._check_end(s, suffix, "endswith", "end", msg)

    def assertNotEndsWith(self, s, suffix, msg=None):
        """s does not end with suffix."""
        self._check_no_end(s, suffix, "endswith", "end", msg)

    def _tail_type_check(self, s, tails, msg):
        tails = tails if isinstance(tails, tuple) else (tails,)
        for tail in tails:
            kind = str if isinstance(tail, str) else (
                bytes if isinstance(tail, (bytes, bytearray)) else None)
            if kind is str and not isinstance(s, str):
                self._fail(msg, f"Expected str, not {type(s).__name__}")
            if kind is bytes and not isinstance(s, (bytes, bytearray)):
                self._fail(msg, f"Expected bytes, not {type(s).__name__}")

    def _has_end(self, s, tail, method, msg):
        try:
            return getattr(s, method)(tail)
        except (AttributeError, TypeError):
            self._tail_type_check(s, tail, msg)
            raise

    def _check_end(self, s, tail, method, verb, msg):
        if not self._has_end(s, tail, method, msg):
            form = "any of " if isinstance(tail, tuple) else ""
            self._fail(msg, f"{safe_repr(s, short=True)} doesn't {verb} with "
                            f"{form}{safe_repr(tail, short=True)}")

    def _check_no_end(self, s, tail, method, verb, msg):
        if self._has_end(s, tail, method, msg):
            if isinstance(tail, tuple):
                tail = next(each for each in tail if getattr(s, method)(each))
            self._fail(msg, f"{safe_repr(s, short=True)} {verb}s with "
                            f"{safe_repr(tail, short=True)}")

    # Types and attributes.

    def assertIsInstance(self, obj, cls, msg=None):
        """isinstance(obj, cls)."""
        if not isinstance(obj, cls):
            form = "any of " if isinstance(cls, tuple) else ""
            self._fail(msg, f"{safe_repr(obj)} is not an instance of {form}{cls!r}")

    def assertNotIsInstance(self, obj, cls, msg=None):
        """Not isinstance(obj, cls)."""
        if isinstance(obj, cls):
            if isinstance(cls, tuple):
                cls = next(each for each in cls if isinstance(obj, each))
            self._fail(msg, f"{safe_repr(obj)} is an instance of {cls!r}")

    def assertIsSubclass(self, cls, superclass, msg=None):
        """issubclass(cls, superclass)."""
        if not self._derives(cls, superclass, msg):
            form = "any of " if isinstance(superclass, tuple) else ""
            self._fail(msg, f"{cls!r} is not a subclass of {form}{superclass!r}")

    def assertNotIsSubclass(self, cls, superclass, msg=None):
        """Not issubclass(cls, superclass)."""
        if self._derives(cls, superclass, msg):
            if isinstance(superclass, tuple):
                superclass = next(each for each in superclass if issubclass(cls, each))
            self._fail(msg, f"{cls!r} is a subclass of {superclass!r}")

    def _derives(self, cls, superclass, msg):
        try:
            return issubclass(cls, superclass)
        except TypeError:
            if not isinstance(cls, type):
                self._fail(msg, f"{cls!r} is not a class")
            raise

    def assertHasAttr(self, obj, name, msg=None):
        """hasattr(obj, name)."""
        if not hasattr(obj, name):
            self._fail(msg, f"{_described(obj)} has no attribute {name!r}")

    def assertNotHasAttr(self, obj, name, msg=None):
        """Not hasattr(obj, name)."""
        if hasattr(obj, name):
            self._fail(msg, f"{_described(obj)} has unexpected attribute {name!r}")

    # What a piece of code does.

    def assertRaises(self, expected_exception, *args, **kwargs):
        """A call, or what is in the `with` block, raises the exception; the context keeps it as
        its attribute `exception`.
        """
        return watch("assertRaises", _AssertRaisesContext(expected_exception, self), args, kwargs)

    def assertRaisesRegex(self, expected_exception, expected_regex, *args, **kwargs):
        """The same, and the expression is found in its text."""
        context = _AssertRaisesContext(expected_exception, self, expected_regex)
        return watch("assertRaisesRegex", context, args, kwargs)

    def assertWarns(self, expected_warning, *args, **kwargs):
        """A call, or what is in the `with` block, warns so."""
        return watch("assertWarns", _AssertWarnsContext(expected_warning, self), args, kwargs)

    def assertWarnsRegex(self, expected_warning, expected_regex, *args, **kwargs):
        """The same, and the expression is found in its text."""
        context = _AssertWarnsContext(expected_warning, self, expected_regex)
        return watch("assertWarnsRegex", context, args, kwargs)

    def _assertNotWarns(self, expected_warning, *args, **kwargs):
        context = _AssertNotWarnsContext(expected_warning, self)
        return watch("_assertNotWarns", context, args, kwargs)

    def assertLogs(self, logger=None, level=None):
        """What is in the `with` block logs something of this level or above."""
        from ._log import _AssertLogsContext
        return _AssertLogsContext(self, logger, level, no_logs=False)

    def assertNoLogs(self, logger=None, level=None):
        """What is in the `with` block logs nothing of this level or above."""
        from ._log import _AssertLogsContext
        return _AssertLogsContext(self, logger, level, no_logs=True)


def _compare_almost(first, second, places, delta):
    # (whether they are near, how far apart they are, the words for the tolerance)
    if delta is not None:
        if places is not None:
            raise TypeError("specify delta or places not both")
        apart = abs(first - second)
        return apart <= delta, apart, f"{safe_repr(delta)} delta"
    places = 7 if places is None else places
    apart = abs(first - second)
    return round(apart, places) == 0, apart, f"{places!r} places"


def _compiled(regex, must=True):
    if isinstance(regex, (str, bytes)):
        if must:
            assert regex, "expected_regex must not be empty."
        import re
        return re.compile(regex)
    return regex


def _described(obj):
    if isinstance(obj, types.ModuleType):
        return f"module {obj.__name__!r}"
    if isinstance(obj, type):
        return f"type object {obj.__name__!r}"
    return f"{type(obj).__name__!r} object"


def _difference_of_lines(one, other):
    import difflib
    import pprint
    return "\n".join(difflib.ndiff(pprint.pformat(one).splitlines(),
                                   pprint.pformat(other).splitlines()))


def _difference_of_sequences(seq1, seq2, name, seq_type):
    # None when they are equal, else what differs in words.
    sizes = []
    for each, which in ((seq1, "First"), (seq2, "Second")):
        try:
            sizes.append(len(each))
        except (TypeError, NotImplementedError):
            return f"{which} {name} has no length.    Non-sequence?"
    if seq1 == seq2:
        return None
    len1, len2 = sizes
    text = "%ss differ: %s != %s\n" % (name.capitalize(), *_common_shorten_repr(seq1, seq2))
    for i in range(min(sizes)):
        pair = []
        for each, which in ((seq1, "first"), (seq2, "second")):
            try:
                pair.append(each[i])
            except (TypeError, IndexError, NotImplementedError):
                text += f"\nUnable to index element {i} of {which} {name}\n"
                break
        if len(pair) < 2:
            break
        if pair[0] != pair[1]:
            text += "\nFirst differing element %d:\n%s\n%s\n" % (i, *_common_shorten_repr(*pair))
            break
    else:
        if len1 == len2 and seq_type is None and type(seq1) != type(seq2):
            return None  # equal items in containers that are never equal
    if len1 != len2:
        longer, which, start = (seq1, "First", len2) if len1 > len2 else (seq2, "Second", len1)
        text += f"\n{which} {name} contains {abs(len1 - len2)} additional elements.\n"
        try:
            text += f"First extra element {start}:\n{safe_repr(longer[start])}\n"
        except (TypeError, IndexError, NotImplementedError):
            text += f"Unable to index element {start} of {which.lower()} {name}\n"
    return text
