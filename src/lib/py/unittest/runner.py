"""Runs tests and shows on a stream how they ended."""

import sys
import time
import warnings

from . import result
from .case import _SubTest
from .signals import registerResult
from .util import call_if_there, make_with

__unittest = True


class _WritelnDecorator:
    # A stream that can also write a line.
    def __init__(self, stream):
        self.stream = stream

    def __getattr__(self, name):
        if name in ("stream", "__getstate__"):
            raise AttributeError(name)
        return getattr(self.stream, name)

    def writeln(self, arg=None):
        if arg:
            self.write(arg)
        self.write("\n")


class TextTestResult(result.TestResult):
    """A result that is shown as it grows: a letter for each test, or a line if it is to be verbose,
    and the tracebacks at the end.
    """

    separator1 = "=" * 70
    separator2 = "-" * 70

    def __init__(self, stream, descriptions, verbosity, *, durations=None):
        super().__init__(stream, descriptions, verbosity)
        self.stream = stream
        self.showAll, self.dots = verbosity > 1, verbosity == 1
        self.descriptions, self.durations = descriptions, durations
        self._newline = True

    def getDescription(self, test):
        """The name of a test, and its description in a line of its own."""
        doc = test.shortDescription()
        return f"{test}\n{doc}" if self.descriptions and doc else str(test)

    def startTest(self, test):
        """A test begins."""
        super().startTest(test)
        if self.showAll:
            self.stream.write(f"{self.getDescription(test)} ... ")
            self.stream.flush()
            self._newline = False

    def _put(self, *lines):
        for line in lines:
            self.stream.writeln(line)
        self.stream.flush()

    def _show(self, test, word, letter):
        if self.dots:
            self.stream.write(letter)
            self.stream.flush()
        if not self.showAll:
            return
        if isinstance(test, _SubTest):
            self.stream.write("  " if self._newline else "\n  ")
            self._newline = True
        if self._newline:
            word = f"{self.getDescription(test)} ... {word}"
        self._put(word)
        self._newline = True

    def addSubTest(self, test, subtest, err):
        """A part of a test has ended."""
        if err is not None:
            if issubclass(err[0], subtest.failureException):
                self._show(subtest, "FAIL", "F")
            else:
                self._show(subtest, "ERROR", "E")
        super().addSubTest(test, subtest, err)

    def addSuccess(self, test):
        """A test passed."""
        super().addSuccess(test)
        self._show(test, "ok", ".")

    def addError(self, test, err):
        """A test raised what is no failure."""
        super().addError(test, err)
        self._show(test, "ERROR", "E")

    def addFailure(self, test, err):
        """A test failed."""
        super().addFailure(test, err)
        self._show(test, "FAIL", "F")

    def addSkip(self, test, reason):
        """A test was not made."""
        super().addSkip(test, reason)
        self._show(test, f"skipped {reason!r}", "s")

    def addExpectedFailure(self, test, err):
        """A test failed as it should."""
        super().addExpectedFailure(test, err)
        self._show(test, "expected failure", "x")

    def addUnexpectedSuccess(self, test):
        """A test that should fail has passed."""
        super().addUnexpectedSuccess(test)
        self._show(test, "unexpected success", "u")

    def printErrors(self):
        """Show the tracebacks."""
        if self.dots or self.showAll:
            self._put("")
        self.printErrorList("ERROR", self.errors)
        self.printErrorList("FAIL", self.failures)
        if passed := getattr(self, "unexpectedSuccesses", None):
            self._put(self.separator1, *(f"UNEXPECTED SUCCESS: {self.getDescription(test)}"
                                         for test in passed))

    def printErrorList(self, flavour, errors):
        """Show the tracebacks of one kind."""
        for test, text in errors:
            self._put(self.separator1, f"{flavour}: {self.getDescription(test)}", self.separator2,
                      str(text))


class TextTestRunner:
    """Runs tests, and shows how they end on a stream (standard error).

    verbosity: 0 only the end, 1 a letter for each test, 2 a line; failfast: stop at the first
    failure; buffer: what tests print is shown only when they fail; durations: how many of the
    slowest tests to name (0: all); warnings: the filter for them; tb_locals: show local variables.
    """

    resultclass = TextTestResult

    def __init__(self, stream=None, descriptions=True, verbosity=1, failfast=False, buffer=False,
                 resultclass=None, warnings=None, *, tb_locals=False, durations=None):
        self.stream = _WritelnDecorator(sys.stderr if stream is None else stream)
        self.descriptions, self.verbosity = descriptions, verbosity
        self.failfast, self.buffer = failfast, buffer
        self.tb_locals, self.durations = tb_locals, durations
        self.warnings = warnings
        if resultclass is not None:
            self.resultclass = resultclass

    def _makeResult(self):
        options = self.stream, self.descriptions, self.verbosity
        return make_with(self.resultclass, options, {"durations": self.durations}, {})

    def _printDurations(self, result):
        ended = sorted(result.collectedDurations, key=lambda each: each[1], reverse=True)
        if self.durations > 0:
            del ended[self.durations:]
        if not ended:
            return
        shown = ["%-10s %s" % (f"{elapsed:.3f}s", test) for test, elapsed in ended
                 if self.verbosity > 1 or elapsed >= 0.001]
        end = ("\n(durations < 0.001s were hidden; use -v to show these durations)"
               if len(shown) < len(ended) else "")
        separator = [result.separator2] if hasattr(result, "separator2") else []
        for line in ("Slowest test durations", *separator, *shown, end):
            self.stream.writeln(line)

    def run(self, test):
        """Run a test or a suite; its result."""
        result = self._makeResult()
        registerResult(result)
        result.failfast, result.buffer = self.failfast, self.buffer
        result.tb_locals = self.tb_locals
        with warnings.catch_warnings():
            if self.warnings:
                warnings.simplefilter(self.warnings)
            start = time.perf_counter()
            call_if_there(result, "startTestRun")
            try:
                test(result)
            finally:
                call_if_there(result, "stopTestRun")
            elapsed = time.perf_counter() - start
        result.printErrors()
        if self.durations is not None:
            self._printDurations(result)
        if hasattr(result, "separator2"):
            self.stream.writeln(result.separator2)
        self._show_end(result, elapsed)
        return result

    def _show_end(self, result, elapsed):
        n = result.testsRun
        self.stream.writeln(f"Ran {n} {'test' if n == 1 else 'tests'} in {elapsed:.3f}s")
        self.stream.writeln()
        counts = {name: len(getattr(result, name, ()))
                  for name in ("failures", "errors", "skipped", "expectedFailures",
                               "unexpectedSuccesses")}
        if not result.wasSuccessful():
            word = "FAILED"
        elif n == 0 and not counts["skipped"]:
            word = "NO TESTS RAN"
        else:
            word = "OK"
        shown = {"expectedFailures": "expected failures",
                 "unexpectedSuccesses": "unexpected successes"}
        infos = [f"{shown.get(name, name)}={count}" for name, count in counts.items() if count]
        self.stream.writeln(f"{word} ({', '.join(infos)})" if infos else word)
        self.stream.flush()
