"""The contexts in which a piece of code must raise or warn: assertRaises and its relatives."""

import re
import sys
import traceback
import warnings

__unittest = True


class _Expectation:
    # What they share: a context, or one call when a callable is given with it.
    def __init__(self, expected, test_case, expected_regex=None):
        self.test_case, self.expected = test_case, expected
        if expected_regex is not None:
            expected_regex = re.compile(expected_regex)
        self.expected_regex = expected_regex
        self.obj_name = self.msg = None

    def _fail(self, text):
        raise self.test_case.failureException(self.test_case._formatMessage(self.msg, text))

    def _fail_by(self, text):
        name = getattr(self.expected, "__name__", None) or str(self.expected)
        self._fail(f"{name} {text} by {self.obj_name}" if self.obj_name else f"{name} {text}")


def watch(name, context, args, kwargs):
    """The result of the method `name`: the context, or None after the call it was to watch."""
    if not _all_derive(context.expected, context._base_type):
        raise TypeError(f"{name}() arg 1 must be {context._base_type_str}")
    if args:
        called, *args = args
        context.obj_name = getattr(called, "__name__", None) or str(called)
        with context:
            called(*args, **kwargs)
        return None
    context.msg = kwargs.pop("msg", None)
    for other in kwargs:
        raise TypeError(f"{other!r} is an invalid keyword argument for this function")
    return context


def _all_derive(expected, base):
    if isinstance(expected, tuple):
        return all(_all_derive(each, base) for each in expected)
    return isinstance(expected, type) and issubclass(expected, base)


class _AssertRaisesContext(_Expectation):
    """What assertRaises and assertRaisesRegex give; .exception is what was raised."""

    _base_type = BaseException
    _base_type_str = "an exception type or tuple of exception types"

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_value, tb):
        if exc_type is None:
            self._fail_by("not raised")
        traceback.clear_frames(tb)
        if not issubclass(exc_type, self.expected):
            return False
        self.exception = exc_value.with_traceback(None)
        if self.expected_regex is not None:
            text = str(exc_value)
            if not self.expected_regex.search(text):
                self._fail(f'"{self.expected_regex.pattern}" does not match "{text}"')
        return True


class _AssertWarnsContext(_Expectation):
    """What assertWarns and assertWarnsRegex give; .warning is what was warned of, .filename and
    .lineno are the place.
    """

    _base_type = Warning
    _base_type_str = "a warning type or tuple of warning types"

    def __enter__(self):
        # Each module remembers what it has warned of, and would be silent the second time.
        for module in list(sys.modules.values()):
            if getattr(module, "__warningregistry__", None):
                module.__warningregistry__ = {}
        self._catching = warnings.catch_warnings(record=True, action="always",
                                                 category=self.expected)
        self.warnings = self._catching.__enter__()
        return self

    def __exit__(self, exc_type, exc_value, tb):
        self._catching.__exit__(exc_type, exc_value, tb)
        if exc_type is None:
            self.judge([each for each in self.warnings
                        if isinstance(each.message, self.expected)])

    def judge(self, found):
        regex = self.expected_regex
        for each in found:
            if regex is None or regex.search(str(each.message)):
                self.warning, self.filename, self.lineno = each.message, each.filename, each.lineno
                return
        if found:
            self._fail(f'"{regex.pattern}" does not match "{found[0].message}"')
        self._fail_by("not triggered")


class _AssertNotWarnsContext(_AssertWarnsContext):
    # The opposite.
    def judge(self, found):
        if found:
            self._fail_by("triggered")
