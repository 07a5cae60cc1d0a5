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

    _previousTestClass = None
    _testRunEntered = False
    _moduleSetUpFailed = False

    def __init__(self, stream=None, descriptions=None, verbosity=None):
        self.failfast = False
        self.failures, self.errors, self.skipped = [], [], []
        self.expectedFailures, self.unexpectedSuccesses = [], []
        self.collectedDurations = []
        self.testsRun = 0
        self.shouldStop = False
        self.buffer = False  # what tests print is kept, and shown when they fail
        self.tb_locals = False
        self._stdout_buffer = self._stderr_buffer = None
        self._original_stdout, self._original_stderr = sys.stdout, sys.stderr
        self._mirrorOutput = False

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

    def _restoreStdout(self):
        if not self.buffer:
            return
        if self._mirrorOutput:
            for kept, stream, form in ((sys.stdout, self._original_stdout, STDOUT_LINE),
                                       (sys.stderr, self._original_stderr, STDERR_LINE)):
                if text := kept.getvalue():
                    stream.write(form % _with_end(text))
        sys.stdout, sys.stderr = self._original_stdout, self._original_stderr
        for kept in (self._stdout_buffer, self._stderr_buffer):
            kept.seek(0)
            kept.truncate()

    @failfast
    def addError(self, test, err):
        """A test raised what is no failure; err is what sys.exc_info() gave."""
        self.errors.append((test, self._exc_info_to_string(err, test)))
        self._mirrorOutput = True

    @failfast
    def addFailure(self, test, err):
        """A test failed."""
        self.failures.append((test, self._exc_info_to_string(err, test)))
        self._mirrorOutput = True

    def addSubTest(self, test, subtest, err):
        """A part of a test has ended; err is None when it passed."""
        if err is None:
            return
        if getattr(self, "failfast", False):
            self.stop()
        failed = issubclass(err[0], test.failureException)
        where = self.failures if failed else self.errors
        where.append((subtest, self._exc_info_to_string(err, test)))
        self._mirrorOutput = True

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
        if self.buffer:
            for kept, form in ((sys.stdout, STDOUT_LINE), (sys.stderr, STDERR_LINE)):
                if text := kept.getvalue():
                    lines.append(form % _with_end(text))
        return "".join(lines)

    def _clean_tracebacks(self, kind, value, tb, test):
        # The frames of unittest itself are left out: those at the beginning, and when an assertion
        # failed those at the end. The same of what caused the exception.
        cleaned, first, seen = None, True, {id(value)}
        todo = [(kind, value, tb)]
        while todo:
            kind, value, tb = todo.pop()
            while tb is not None and self._is_relevant_tb_level(tb):
                tb = tb.tb_next
            if kind is test.failureException:
                self._remove_unittest_tb_frames(tb)
            if first:
                first, cleaned = False, tb
            else:
                value.__traceback__ = tb
            if value is not None:
                for other in (value.__cause__, value.__context__):
                    if other is not None and id(other) not in seen:
                        todo.append((type(other), other, other.__traceback__))
                        seen.add(id(other))
        return cleaned

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


def _with_end(text):
    return text if text.endswith("\n") else text + "\n"


def _can_colorize():
    return False
