# The parser, the checker and the options.
import doctest

TEXT = """
Before.

    >>> a = [
    ...     1]
    >>> a   # doctest: +ELLIPSIS, -NORMALIZE_WHITESPACE
    [1]

    Between.
    >>> # a comment
    >>> 1 / 0
    Traceback (most recent call last):
        ...
    ZeroDivisionError: division by zero

After.
"""
parser = doctest.DocTestParser()
for piece in parser.parse(TEXT):
    if isinstance(piece, str):
        print(repr(piece))
    else:
        print(vars(piece))
print(doctest.script_from_examples(TEXT))
for wrong in (">>>x", "  >>> a\n ... b", "  >>> a\n b", ">>> a # doctest: +NOTHING",
              ">>> # doctest: +SKIP", ">>> a\n...b"):
    try:
        print(parser.get_examples(wrong, "name"))
    except ValueError as error:
        print(error)
check = doctest.OutputChecker().check_output
for want, got, flags in (("a\n", "a\n", 0), ("a\n", "b\n", 0), ("1\n", "True\n", 0),
                         ("1\n", "True\n", doctest.DONT_ACCEPT_TRUE_FOR_1),
                         ("a\n<BLANKLINE>\nb\n", "a\n\nb\n", 0),
                         ("a\n<BLANKLINE>\nb\n", "a\n\nb\n", doctest.DONT_ACCEPT_BLANKLINE),
                         ("a   b\n", "a b\n", doctest.NORMALIZE_WHITESPACE), ("a   b\n", "a b\n", 0),
                         ("a...d\n", "abcd\n", doctest.ELLIPSIS), ("a...d\n", "abcd\n", 0),
                         ("...\n", "", doctest.ELLIPSIS), ("aa...aa", "aaa", doctest.ELLIPSIS),
                         ("a...b...c", "aXbYc", doctest.ELLIPSIS),
                         ("a...b...c", "aXcYb", doctest.ELLIPSIS)):
    print(repr(want), repr(got), flags, check(want, got, flags))
print(sorted(doctest.OPTIONFLAGS_BY_NAME.items(), key=lambda item: item[1]))
print(doctest.register_optionflag("MINE"), doctest.register_optionflag("MINE"))


def details():
    """
    >>> raise ValueError("other words")   # doctest: +IGNORE_EXCEPTION_DETAIL
    Traceback (most recent call last):
    ValueError: some words
    >>> compile("a b", "<x>", "exec")
    Traceback (most recent call last):
    SyntaxError: invalid syntax
    >>> print("out"); None
    out
    >>> for i in range(2):
    ...     i
    0
    1
    >>> "é"
    'é'
    >>> _
    'é'
    >>> def f():
    ...     5
    >>> f()
    """


runner = doctest.DocTestRunner(verbose=False)
for test in doctest.DocTestFinder().find(details, "details", globs={}):
    print(test.name, test.lineno is not None, len(test.examples), repr(test)[:8])
    print(runner.run(test))
debug = doctest.DebugRunner(verbose=False)
test = parser.get_doctest(">>> 1\n2\n", {}, "one", "file", 0)
try:
    debug.run(test)
except doctest.DocTestFailure as failure:
    print(failure.example.want, failure.got, failure)
test = parser.get_doctest(">>> 1 / 0\n2\n", {}, "one", "file", 0)
try:
    debug.run(test)
except doctest.UnexpectedException as failure:
    print(failure.exc_info[0], failure)
