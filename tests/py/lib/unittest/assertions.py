# Each assertion, met and not met, and the text it fails with.
import unittest
import warnings

test = unittest.TestCase()


def show(name, *args, **kw):
    try:
        result = getattr(test, name)(*args, **kw)
    except BaseException as error:
        print(name, type(error).__name__, repr(str(error)))
    else:
        print(name, "met", result)


class Odd:
    def __repr__(self):
        raise ValueError


def warn(text):
    warnings.warn(text, DeprecationWarning)


for name, met, unmet in (("True", (1,), ([],)), ("False", (0,), ("x",)), ("Is", (1, 1), (1, 2)),
                         ("IsNot", (1, 2), (None, None)), ("IsNone", (None,), (0,)),
                         ("IsNotNone", (0,), (None,)), ("In", (1, [1]), (2, [1])),
                         ("NotIn", (2, [1]), (1, [1])), ("Less", (1, 2), (2, 2)),
                         ("LessEqual", (2, 2), (3, 2)), ("Greater", (3, 2), (2, 2)),
                         ("GreaterEqual", (2, 2), (1, 2)), ("NotEqual", (1, 2), (1, 1.0)),
                         ("IsInstance", (1, int), (1, (str, list))),
                         ("NotIsInstance", (1, str), (1, (str, int))),
                         ("IsSubclass", (bool, int), (int, (str, bool))),
                         ("NotIsSubclass", (int, bool), (bool, (str, int))),
                         ("HasAttr", (1, "real"), (1, "nothing")),
                         ("NotHasAttr", (1, "nothing"), (int, "real")),
                         ("HasAttr", (unittest, "case"), (unittest, "nothing")),
                         ("Regex", ("abc", "b+"), ("abc", "x")),
                         ("NotRegex", ("abc", "x"), ("abc", "b.")),
                         ("StartsWith", ("abc", "a"), ("abc", ("b", "c"))),
                         ("NotStartsWith", ("abc", "b"), ("abc", ("b", "a"))),
                         ("EndsWith", (b"abc", b"c"), ("x" * 100, "y")),
                         ("NotEndsWith", ("abc", "b"), ("abc", "bc"))):
    show("assert" + name, *met)
    show("assert" + name, *unmet)
    show("assert" + name, *unmet, "a word")
show("assertIsSubclass", 1, int)
show("assertStartsWith", [], "a")
show("assertStartsWith", "abc", b"a")
show("assertEndsWith", b"abc", ("c",))
show("assertEndsWith", "abc", 3)
show("assertTrue", Odd() and 0)
show("assertIs", Odd, 1)

# Equality, with what differs shown.
for pair in ((1, 2), ("a\n", "b"), ("a", "b"), ("a\nb", "a\nc"), ("a\nb\n", "a\nb"), ("", "a"),
             ("a\nb", ""), ([1, 2], [1, 3]), ([1], [1, 2]), ([1, 2, 3], [1]), ((1,), (2,)),
             ({1}, {2, 1}), (frozenset({1, 2}), frozenset({2})), ({1: 2}, {1: 3}), ([1], (1,)),
             ([1] * 100, [1] * 99 + [2]), ("x" * 200 + "a", "x" * 200 + "b"),
             ({"a": ["x"] * 40}, {"a": ["y"] * 40}), (b"a" * 100, b"a" * 99)):
    show("assertEqual", *pair)
show("assertEqual", [1], [2], "a word")
test.maxDiff = None
show("assertEqual", ["a", "b"] * 60, ["a", "b"] * 59)
show("assertSequenceEqual", [1, 2], (1, 2))
show("assertSequenceEqual", [1, 2], (1, 3))
show("assertSequenceEqual", 1, 2)
show("assertSequenceEqual", "ab", "ac")
show("assertListEqual", [1], (1,))
show("assertTupleEqual", [1], (1,))
show("assertSetEqual", 1, {2})
show("assertSetEqual", {1}, 2)
show("assertDictEqual", 1, {})
show("assertMultiLineEqual", "a", 1)
show("assertCountEqual", [1, 1, 2], [2, 1, 1])
show("assertCountEqual", [1, 1], [1, [2]])
show("assertCountEqual", "aab", "abc", "a word")
show("assertAlmostEqual", 1, 1.00000001)
show("assertAlmostEqual", 1, 2)
show("assertAlmostEqual", 1, 1.2, places=1)
show("assertAlmostEqual", 1, 2, delta=0.5)
show("assertAlmostEqual", 1, 2, delta=0.5, places=3)
show("assertNotAlmostEqual", 1, 1.00000001)
show("assertNotAlmostEqual", 1, 1.1, delta=0.2)
show("assertNotAlmostEqual", 1, 1.1)

# What code raises, and warns of.
show("assertRaises", ValueError, int, "x")
show("assertRaises", ValueError, int, "1")
show("assertRaises", (ValueError, KeyError), int, "1")
show("assertRaises", KeyError, int, "x")
show("assertRaises", 1)
show("assertRaises", ValueError, foo=1)
show("assertRaises", ValueError, None)
show("assertRaisesRegex", ValueError, "invalid", int, "x")
show("assertRaisesRegex", ValueError, "abc", int, "x")
show("assertWarns", DeprecationWarning, warn, "old")
show("assertWarns", UserWarning, int, "1")
show("assertWarns", int)
show("assertWarnsRegex", DeprecationWarning, "ol", warn, "old")
show("assertWarnsRegex", DeprecationWarning, "new", warn, "old")
with test.assertRaises(ZeroDivisionError) as raised:
    1 / 0
print(repr(raised.exception), raised.exception.__traceback__)
with test.assertWarns(DeprecationWarning) as warned:
    warn("a text")
print(repr(warned.warning), warned.lineno)
try:
    with test.assertRaises(KeyError, msg="a word"):
        pass
except AssertionError as error:
    print(error)

test.longMessage = False
show("assertEqual", 1, 2, "only this")
show("assertEqual", 1, 2)


class Point:
    def __init__(self, x):
        self.x = x


def same_point(first, second, msg=None):
    if first.x != second.x:
        raise test.failureException(msg or f"{first.x} and {second.x}")


test.addTypeEqualityFunc(Point, same_point)
show("assertEqual", Point(1), Point(1))
show("assertEqual", Point(1), Point(2))
