"""Runs tests and shows on a stream how they ended."""

import sys
import time
import warnings

from . import result
from .case import _SubTest
from .signals import registerResult

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

    def _write_status(self, test, status):
        part = isinstance(test, _SubTest)
        if part or self._newline:
            if not self._newline:
                self.stream.writeln()
            if part:
                self.stream.write("  ")
            self.stream.write(f"{self.getDescription(test)} ... ")
        self.stream.writeln(status)
        self.stream.flush()
        self._newline = True

    def _show(self, test, word, letter):
        if self.showAll:
            self._write_status(test, word)
        elif self.dots:
            self.stream.write(letter)
            self.stream.flush()

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
            self.stream.writeln()
            self.stream.flush()
        self.printErrorList("ERROR", self.errors)
        self.printErrorList("FAIL", self.failures)
        passed = getattr(self, "unexpectedSuccesses", ())
        if passed:
            self.stream.writeln(self.separator1)
            for test in passed:
                self.stream.writeln(f"UNEXPECTED SUCCESS: {self.getDescription(test)}")
            self.stream.flush()

    def printErrorList(self, flavour, errors):
        """Show the tracebacks of one kind."""
        for test, text in errors:
            self.stream.writeln(self.separator1)
            self.stream.writeln(f"{flavour}: {self.getDescription(test)}")
            self.stream.writeln(self.separator2)
            self.stream.writeln("%s" % text)
            self.stream.flush()


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
        try:
            return self.resultclass(self.stream, self.descriptions, self.verbosity,
                                    durations=self.durations)
        except TypeError:  # a class that knows no durations
            return self.resultclass(self.stream, self.descriptions, self.verbosity)

    def _printDurations(self, result):
        if not result.collectedDurations:
            return
        slowest = sorted(result.collectedDurations, key=lambda each: each[1], reverse=True)
        if self.durations > 0:
            slowest = slowest[:self.durations]
        self.stream.writeln("Slowest test durations")
        separator = getattr(result, "separator2", None)
        if separator is not None:
            self.stream.writeln(separator)
        hidden = False
        for test, elapsed in slowest:
            if self.verbosity < 2 and elapsed < 0.001:
                hidden = True
                continue
            self.stream.writeln("%-10s %s" % (f"{elapsed:.3f}s", test))
        if hidden:
            self.stream.writeln("\n(durations < 0.001s were hidden; use -v to show these durations)"
                                )
        else:
            self.stream.writeln("")

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
            begin = getattr(result, "startTestRun", None)
            if begin is not None:
                begin()
            try:
                test(result)
            finally:
                end = getattr(result, "stopTestRun", None)
                if end is not None:
                    end()
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
