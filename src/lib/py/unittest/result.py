"""What happened to the tests that were run."""

import io
import sys
import traceback
from functools import wraps

from . import util

__unittest = True

STDOUT_LINE = "\nStdout:\n%s"
STDERR_LINE = "\nStderr:\n%s"


def failfast(method):
    """Of a method that notes a failure: stop after it, if the result is to fail fast."""
    @wraps(method)
    def stopping(self, *args, **kw):
        if getattr(self, "failfast", False):
            self.stop()
        return method(self, *args, **kw)
    return stopping


class TestResult:
    """Keeps how tests ended. A runner shows it; tests are told to stop through it.

    failures, errors, expectedFailures: lists of (test, text of the traceback). skipped: (test,
    reason). unexpectedSuccesses: tests. collectedDurations: (name, seconds).
    """

    testsRun = 0
    shouldStop = tb_locals = False
    buffer = False  # what tests print is kept, and shown when they fail
    _mirrorOutput = _testRunEntered = _moduleSetUpFailed = False
    _previousTestClass = _stdout_buffer = _stderr_buffer = None

    def __init__(self, stream=None, descriptions=None, verbosity=None):
        self.failfast = False
        self.failures, self.errors, self.skipped = [], [], []
        self.expectedFailures, self.unexpectedSuccesses = [], []
        self.collectedDurations = []
        self._original_stdout, self._original_stderr = sys.stdout, sys.stderr

    def printErrors(self):
        """Show the failures; the one of a runner does."""

    def startTest(self, test):
        """A test begins."""
        self.testsRun += 1
        self._mirrorOutput = False
        self._setupStdout()

    def startTestRun(self):
        """The whole run begins."""

    def stopTest(self, test):
        """A test has ended, however."""
        self._restoreStdout()
        self._mirrorOutput = False

    def stopTestRun(self):
        """The whole run has ended."""

    def _setupStdout(self):
        if self.buffer:
            if self._stderr_buffer is None:
                self._stdout_buffer, self._stderr_buffer = io.StringIO(), io.StringIO()
            sys.stdout, sys.stderr = self._stdout_buffer, self._stderr_buffer

    def _kept_output(self):
        # (stream, text) of what was printed since the test began.
        for stream, kept, form in ((self._original_stdout, sys.stdout, STDOUT_LINE),
                                   (self._original_stderr, sys.stderr, STDERR_LINE)):
            text = kept.getvalue() if self.buffer else ""
            if text:
                yield stream, form % (text if text.endswith("\n") else text + "\n")

    def _restoreStdout(self):
        if not self.buffer:
            return
        if self._mirrorOutput:
            for stream, text in self._kept_output():
                stream.write(text)
        sys.stdout, sys.stderr = self._original_stdout, self._original_stderr
        for kept in (self._stdout_buffer, self._stderr_buffer):
            kept.seek(0)
            kept.truncate()

    @failfast
    def _add(self, where, test, err, shown=None):
        where.append((test if shown is None else shown, self._exc_info_to_string(err, test)))
        self._mirrorOutput = True

    def addError(self, test, err):
        """A test raised what is no failure; err is what sys.exc_info() gave."""
        self._add(self.errors, test, err)

    def addFailure(self, test, err):
        """A test failed."""
        self._add(self.failures, test, err)

    def addSubTest(self, test, subtest, err):
        """A part of a test has ended; err is None when it passed."""
        if err is not None:
            failed = issubclass(err[0], test.failureException)
            self._add(self.failures if failed else self.errors, test, err, subtest)

    def addSuccess(self, test):
        """A test passed."""

    def addSkip(self, test, reason):
        """A test was not made."""
        self.skipped.append((test, reason))

    def addExpectedFailure(self, test, err):
        """A test failed as it should."""
        self.expectedFailures.append((test, self._exc_info_to_string(err, test)))

    @failfast
    def addUnexpectedSuccess(self, test):
        """A test that should fail has passed."""
        self.unexpectedSuccesses.append(test)

    def addDuration(self, test, elapsed):
        """How many seconds a test took."""
        if hasattr(self, "collectedDurations"):  # not if its class has an __init__ of before
            self.collectedDurations.append((str(test), elapsed))

    def wasSuccessful(self):
        """Whether nothing went wrong so far."""
        return not (self.failures or self.errors
                    or getattr(self, "unexpectedSuccesses", None))

    def stop(self):
        """Make no more tests."""
        self.shouldStop = True

    def _exc_info_to_string(self, err, test):
        kind, value, tb = err
        shown = traceback.TracebackException(
            kind, value, self._clean_tracebacks(kind, value, tb, test),
            capture_locals=self.tb_locals, compact=True)
        lines = list(shown.format(colorize=_can_colorize()))
        return "".join(lines + [text for _, text in self._kept_output()])

    def _clean_tracebacks(self, kind, value, tb, test):
        # Also of what caused the exception.
        todo, seen = [value], {id(None), id(value)}
        while todo:
            value = todo.pop()
            for other in (getattr(value, "__cause__", None), getattr(value, "__context__", None)):
                if id(other) not in seen:
                    seen.add(id(other))
                    todo.append(other)
                    other.__traceback__ = self._own_levels(other.__traceback__, type(other), test)
        return self._own_levels(tb, kind, test)

    def _own_levels(self, tb, kind, test):
        # Without the frames of unittest at the beginning, and of an assertion at the end.
        while tb is not None and self._is_relevant_tb_level(tb):
            tb = tb.tb_next
        if kind is test.failureException:
            self._remove_unittest_tb_frames(tb)
        return tb

    def _is_relevant_tb_level(self, tb):
        return "__unittest" in tb.tb_frame.f_globals

    def _remove_unittest_tb_frames(self, tb):
        last = None
        while tb is not None and not self._is_relevant_tb_level(tb):
            last, tb = tb, tb.tb_next
        if last is not None:
            last.tb_next = None

    def __repr__(self):
        return (f"<{util.strclass(self.__class__)} run={self.testsRun} "
                f"errors={len(self.errors)} failures={len(self.failures)}>")


def _can_colorize():
    return False
