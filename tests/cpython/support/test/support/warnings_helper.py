"""test.support.warnings_helper: which warnings a piece of code gives."""

import contextlib
import functools
import importlib
import re
import sys
import warnings


def import_deprecated(name):
    """Import a module without a word of its being deprecated."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", category=DeprecationWarning)
        return importlib.import_module(name)


def check_syntax_warning(testcase, statement, errtext="", *, lineno=1, offset=None):
    """Compiling the statement warns once, and raises if warnings are errors."""
    from . import check_syntax_error
    with warnings.catch_warnings(record=True) as seen:
        warnings.simplefilter("always", SyntaxWarning)
        compile(statement, "<testcase>", "exec")
    testcase.assertEqual(len(seen), 1, seen)
    warned, = seen
    testcase.assertTrue(issubclass(warned.category, SyntaxWarning))
    if errtext:
        testcase.assertRegex(str(warned.message), errtext)
    testcase.assertEqual(warned.filename, "<testcase>")
    if lineno is not None:
        testcase.assertEqual(warned.lineno, lineno)
    with warnings.catch_warnings():
        warnings.simplefilter("error", SyntaxWarning)
        check_syntax_error(testcase, statement, errtext, lineno=lineno, offset=offset)


def ignore_warnings(*, category, message=""):
    """Of a test: such warnings are not shown in it."""
    def mark(test):
        @functools.wraps(test)
        def quiet(*args, **kwargs):
            with warnings.catch_warnings():
                warnings.filterwarnings("ignore", category=category, message=message)
                return test(*args, **kwargs)
        return quiet
    return mark


class WarningsRecorder:
    """The warnings so far; an attribute that it does not have is the last one's."""

    def __init__(self, warnings_list):
        self._warnings, self._seen = warnings_list, 0

    def __getattr__(self, attr):
        if len(self._warnings) > self._seen:
            return getattr(self._warnings[-1], attr)
        if attr in warnings.WarningMessage._WARNING_DETAILS:
            return None
        raise AttributeError(f"{self!r} has no attribute {attr!r}")

    @property
    def warnings(self):
        return self._warnings[self._seen:]

    def reset(self):
        """Begin anew."""
        self._seen = len(self._warnings)


@contextlib.contextmanager
def check_warnings(*filters, **kwargs):
    """Each filter (text, category) is met, and there is no other warning; a WarningsRecorder."""
    quiet = kwargs.get("quiet")
    if not filters:
        filters = (("", Warning),)
        quiet = True if quiet is None else quiet
    namespace = sys._getframe(2).f_globals
    if "__warningregistry__" in namespace:
        namespace["__warningregistry__"].clear()
    with warnings.catch_warnings(record=True) as seen:
        sys.modules["warnings"].simplefilter("always")
        yield WarningsRecorder(seen)
    rest, missing = [each.message for each in seen], []
    for text, category in filters:
        met = [each for each in rest if re.match(text, str(each), re.I)
               and issubclass(each.__class__, category)]
        rest = [each for each in rest if not any(each is one for one in met)]
        if not met and not quiet:
            missing.append((text, category.__name__))
    if rest:
        raise AssertionError(f"unhandled warning {rest[0]}")
    if missing:
        raise AssertionError("filter (%r, %s) did not catch any warning" % missing[0])


@contextlib.contextmanager
def check_no_warnings(testcase, message="", category=Warning, force_gc=False):
    """There is no such warning."""
    from . import gc_collect
    with warnings.catch_warnings(record=True) as seen:
        warnings.filterwarnings("always", message=message, category=category)
        yield
        if force_gc:
            gc_collect()
    testcase.assertEqual(seen, [])


@contextlib.contextmanager
def check_no_resource_warning(testcase):
    """Nothing was forgotten to be closed."""
    with check_no_warnings(testcase, category=ResourceWarning, force_gc=True):
        yield


@contextlib.contextmanager
def save_restore_warnings_filters():
    """The filters are put back behind it."""
    kept = warnings.filters[:]
    try:
        yield
    finally:
        warnings.filters[:] = kept
