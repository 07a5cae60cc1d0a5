"""A test, and how it is run: set up, called, torn down, and told to a TestResult."""

import contextlib
import functools
import time
import types
import warnings

from . import result
from ._asserts import DIFF_OMITTED, EQUALITY, Assertions
from ._expectations import _AssertRaisesContext, _AssertWarnsContext
from .util import call_if_there, strclass

__unittest = True

_subtest_msg_sentinel = object()


class SkipTest(Exception):
    """Raised in a test that should not be made."""


class _ShouldStop(Exception):
    # A part of the test failed, and the result wants no more.
    pass


class _UnexpectedSuccess(Exception):
    # Kept for those who catch it.
    pass


class _Outcome:
    # What has happened to a test so far.
    def __init__(self, result=None):
        self.result = result
        self.n_bad = 0  # parts that failed or were not made
        self.expecting_failure = False
        self.expectedFailure = None

    @property
    def success(self):
        return not self.n_bad


class _Part:
    # The context that a part of a test runs in: the result is told of what is raised there.
    def __init__(self, outcome, test):
        self.outcome, self.test = outcome, test

    def __enter__(self):
        pass

    def __exit__(self, kind, value, tb):
        if kind is None or issubclass(kind, (_ShouldStop, KeyboardInterrupt)):
            return kind is _ShouldStop
        outcome = self.outcome
        if issubclass(kind, SkipTest):
            outcome.n_bad += 1
            _tell(outcome.result, "addSkip", self.test, str(value))
        elif outcome.expecting_failure:
            outcome.expectedFailure = kind, value, tb
        else:
            outcome.n_bad += 1
            self.tell_error((kind, value, tb))
        return True

    def tell_error(self, info):
        result = self.outcome.result
        if result is not None:
            failed = issubclass(info[0], self.test.failureException)
            (result.addFailure if failed else result.addError)(self.test, info)


class _SubPart(_Part):
    # The same for subTest(). What follows in the test is left out when it is known how it ends.
    def __init__(self, case, message, params):
        super().__init__(case._outcome, _SubTest(case, message, params))
        self.case = case

    def __enter__(self):
        self.n_before, self.parent = self.outcome.n_bad, self.case._subtest
        if self.parent is not None:
            for name, value in self.parent.params.items():
                self.test.params.setdefault(name, value)
        self.case._subtest = self.test

    def __exit__(self, kind, value, tb):
        self.case._subtest = self.parent
        outcome = self.outcome
        if kind is None:
            if outcome.n_bad == self.n_before:
                self.tell_error(None)
        elif not super().__exit__(kind, value, tb):
            return False
        if getattr(outcome.result, "failfast", False) if outcome.n_bad else outcome.expectedFailure:
            raise _ShouldStop
        return True

    def tell_error(self, info):
        self.outcome.result.addSubTest(self.case, self.test, info)


# What becomes of a test when its result is of a class from before these methods.
_OTHERWISE = {"addSkip": ", skips not reported", "addExpectedFailure": ", reporting as passes",
              "addUnexpectedSuccess": ", reporting as failure", "addDuration": ""}


def _tell(result, method, test, *args):
    add = getattr(result, method, None)
    if add is not None:
        add(test, *args)
        return
    warnings.warn(f"TestResult has no {method} method{_OTHERWISE[method]}", RuntimeWarning, 2)
    if method == "addUnexpectedSuccess":
        result.addFailure(test, (_UnexpectedSuccess, _UnexpectedSuccess(), None))
    elif method != "addDuration":
        result.addSuccess(test)


_PROTOCOLS = (("__enter__", "__exit__", "the context manager protocol", "enterContext"),
              ("__aenter__", "__aexit__", "the asynchronous context manager protocol",
               "enterAsyncContext"))


def _methods_of_context(cm, asynchronous=False):
    # Those that enter and leave it, or the TypeError of a `with` statement.
    cls = type(cm)
    wanted, other = _PROTOCOLS[::-1] if asynchronous else _PROTOCOLS
    if all(hasattr(cls, name) for name in wanted[:2]):
        return [getattr(cls, name) for name in wanted[:2]]
    text = f"'{cls.__module__}.{cls.__qualname__}' object does not support {wanted[2]}"
    if all(hasattr(cls, name) for name in other[:2]):
        text += f" but it supports {other[2]}. Did you mean to use {other[3]}()?"
    raise TypeError(text)


def _enter_context(cm, add_cleanup):
    # Enters a context, and leaves it among the cleanups.
    enter, leave = _methods_of_context(cm)
    entered = enter(cm)
    add_cleanup(leave, cm, None, None, None)
    return entered


def _last_first(cleanups):
    while cleanups:
        yield cleanups.pop()


def _errors_of(cleanups):
    # Makes them; the exceptions they raised.
    errors = []
    for function, args, kwargs in _last_first(cleanups):
        try:
            function(*args, **kwargs)
        except Exception as error:
            errors.append(error)
    return errors


_module_cleanups = []


def addModuleCleanup(function, /, *args, **kwargs):
    """Call a function after tearDownModule, the last added first; also when setUpModule failed."""
    _module_cleanups.append((function, args, kwargs))


def enterModuleContext(cm):
    """Enter a context that is left when the module's cleanups are made; what it gave."""
    return _enter_context(cm, addModuleCleanup)


def doModuleCleanups():
    """Make the cleanups of the module now. The first exception is raised after the last one."""
    for error in _errors_of(_module_cleanups):
        raise error


def _skipped(item, why):
    if not isinstance(item, type):
        @functools.wraps(item)
        def item(*args, **kwargs):
            raise SkipTest(why)
    item.__unittest_skip__, item.__unittest_skip_why__ = True, why
    return item


def skip(reason):
    """Of a test or a class of tests: it is not made."""
    if isinstance(reason, types.FunctionType):  # used without a reason
        return _skipped(reason, "")
    return functools.partial(_skipped, why=reason)


def skipIf(condition, reason):
    """The same if the condition is true."""
    return skip(reason) if condition else lambda item: item


def skipUnless(condition, reason):
    """The same if the condition is false."""
    return skipIf(not condition, reason)


def expectedFailure(test_item):
    """Of a test or a class of tests: it is to fail."""
    test_item.__unittest_expecting_failure__ = True
    return test_item


class TestCase(Assertions):
    """One test: a method of a class that derives from this one, with what it needs around it.

    setUp() comes before the method and tearDown() behind it, even if it failed; the cleanups that
    were added come last.
    """

    _classSetupFailed = False
    _class_cleanups = []

    def __init_subclass__(cls, *args, **kwargs):
        cls._classSetupFailed = False
        cls._class_cleanups = []
        super().__init_subclass__(*args, **kwargs)

    def __init__(self, methodName="runTest"):
        """Makes the test of one method; ValueError if the class has no such method."""
        self._testMethodName = methodName
        self._outcome = None
        self._testMethodDoc = "No test"
        try:
            method = getattr(self, methodName)
        except AttributeError:
            if methodName != "runTest":  # without a method it can be made for its assertions
                raise ValueError(
                    f"no such test method in {self.__class__}: {methodName}") from None
        else:
            self._testMethodDoc = method.__doc__
        self._cleanups = []
        self._subtest = None
        self._type_equality_funcs = dict(EQUALITY)

    def setUp(self):
        """What is to be done before the test."""

    def tearDown(self):
        """What is to be done behind it."""

    @classmethod
    def setUpClass(cls):
        """What is to be done once before the tests of the class."""

    @classmethod
    def tearDownClass(cls):
        """What is to be done once behind them."""

    def addCleanup(self, function, /, *args, **kwargs):
        """Call a function after tearDown, the last added first; also when setUp failed."""
        self._cleanups.append((function, args, kwargs))

    def enterContext(self, cm):
        """Enter a context that is left with the cleanups; what it gave."""
        return _enter_context(cm, self.addCleanup)

    @classmethod
    def addClassCleanup(cls, function, /, *args, **kwargs):
        """Call a function after tearDownClass, the last added first; also when setUpClass failed.
        """
        cls._class_cleanups.append((function, args, kwargs))

    @classmethod
    def enterClassContext(cls, cm):
        """Enter a context that is left with the cleanups of the class; what it gave."""
        return _enter_context(cm, cls.addClassCleanup)

    def countTestCases(self):
        """1."""
        return 1

    def defaultTestResult(self):
        """A result for a run that was given none."""
        return result.TestResult()

    def shortDescription(self):
        """The first line of the method's doc string, or None."""
        doc = self._testMethodDoc
        return doc.strip().split("\n")[0].strip() if doc else None

    def id(self):
        """The full name of the test."""
        return f"{strclass(self.__class__)}.{self._testMethodName}"

    def __eq__(self, other):
        if type(self) is not type(other):
            return NotImplemented
        return self._testMethodName == other._testMethodName

    def __hash__(self):
        return hash((type(self), self._testMethodName))

    def __str__(self):
        return (f"{self._testMethodName} "
                f"({strclass(self.__class__)}.{self._testMethodName})")

    def __repr__(self):
        return f"<{strclass(self.__class__)} testMethod={self._testMethodName}>"

    def skipTest(self, reason):
        """Make no more of this test."""
        raise SkipTest(reason)

    def subTest(self, msg=_subtest_msg_sentinel, **params):
        """A context for a part of the test: when it fails, the test goes on behind it, and the
        failure tells the parameters.
        """
        if self._outcome is None or not hasattr(self._outcome.result, "addSubTest"):
            return contextlib.nullcontext()
        return _SubPart(self, msg, params)

    def _setupAsyncioRunner(self):
        pass  # for those that are coroutines

    _tearDownAsyncioRunner = _setupAsyncioRunner

    def _callSetUp(self):
        self.setUp()

    def _callTestMethod(self, method):
        returned = self._call(method)
        if returned is not None:
            text = ("It is deprecated to return a value that is not None from a test case "
                    f"({method} returned {type(returned).__name__!r})")
            if isinstance(returned, types.CoroutineType):
                text += ". Maybe you forgot to use IsolatedAsyncioTestCase as the base class?"
            warnings.warn(text, DeprecationWarning, stacklevel=4)

    def _callTearDown(self):
        self.tearDown()

    def _call(self, function, /, *args, **kwargs):
        return function(*args, **kwargs)

    def _reason_to_skip(self, method):
        # None if it is to be made.
        marked = type(self), method
        if not any(getattr(each, "__unittest_skip__", False) for each in marked):
            return None
        whys = [getattr(each, "__unittest_skip_why__", "") for each in marked]
        return whys[0] or whys[1]

    def run(self, result=None):
        """Run the test and tell the result; which is given back."""
        self._setupAsyncioRunner()
        own = result is None
        if own:
            result = self.defaultTestResult()
            call_if_there(result, "startTestRun")
        try:
            result.startTest(self)
            try:
                method = getattr(self, self._testMethodName)
                why = self._reason_to_skip(method)
                if why is None:
                    self._run_parts(method, result)
                else:
                    _tell(result, "addSkip", self, why)
            finally:
                result.stopTest(self)
                if own:
                    call_if_there(result, "stopTestRun")
        finally:
            self._tearDownAsyncioRunner()
        return result

    def _run_parts(self, method, result):
        expecting = any(getattr(each, "__unittest_expecting_failure__", False)
                        for each in (self, method))
        outcome = self._outcome = _Outcome(result)
        start = time.perf_counter()
        try:
            with _Part(outcome, self):
                self._callSetUp()
            if outcome.success:
                outcome.expecting_failure = expecting
                with _Part(outcome, self):
                    self._callTestMethod(method)
                outcome.expecting_failure = False
                with _Part(outcome, self):
                    self._callTearDown()
            self.doCleanups()
            _tell(result, "addDuration", self, time.perf_counter() - start)
            if not outcome.success:
                return
            if not expecting:
                result.addSuccess(self)
            elif outcome.expectedFailure:
                _tell(result, "addExpectedFailure", self, outcome.expectedFailure)
            else:
                _tell(result, "addUnexpectedSuccess", self)
        finally:
            outcome.expectedFailure = outcome = self._outcome = None

    def doCleanups(self):
        """Make the cleanups now; whether all went well."""
        outcome = self._outcome or _Outcome()
        for function, args, kwargs in _last_first(self._cleanups):
            with _Part(outcome, self):
                self._call(function, *args, **kwargs)
        return outcome.success

    @classmethod
    def doClassCleanups(cls):
        """Make the cleanups of the class now; tearDown_exceptions is then what they raised."""
        cls.tearDown_exceptions = [(type(error), error, error.__traceback__)
                                   for error in _errors_of(cls._class_cleanups)]

    def __call__(self, *args, **kwds):
        return self.run(*args, **kwds)

    def debug(self):
        """Run the test and let its exceptions through."""
        self._setupAsyncioRunner()
        method = getattr(self, self._testMethodName)
        why = self._reason_to_skip(method)
        if why is not None:
            raise SkipTest(why)
        self._callSetUp()
        self._callTestMethod(method)
        self._callTearDown()
        for function, args, kwargs in _last_first(self._cleanups):
            self._call(function, *args, **kwargs)
        self._tearDownAsyncioRunner()


class FunctionTestCase(TestCase):
    """A test made of functions: the test itself, and others for what TestCase has methods for."""

    def __init__(self, testFunc, setUp=None, tearDown=None, description=None):
        super().__init__()
        self._setUpFunc, self._tearDownFunc = setUp, tearDown
        self._testFunc, self._description = testFunc, description

    def setUp(self):
        """Call what was given for it."""
        if self._setUpFunc is not None:
            self._setUpFunc()

    def tearDown(self):
        """Call what was given for it."""
        if self._tearDownFunc is not None:
            self._tearDownFunc()

    def runTest(self):
        """The test."""
        self._testFunc()

    def id(self):
        """The name of the function."""
        return self._testFunc.__name__

    def _key(self):
        return self._setUpFunc, self._tearDownFunc, self._testFunc, self._description

    def __eq__(self, other):
        if not isinstance(other, self.__class__):
            return NotImplemented
        return self._key() == other._key()

    def __hash__(self):
        return hash((type(self), *self._key()))

    def __str__(self):
        return f"{strclass(self.__class__)} ({self._testFunc.__name__})"

    def __repr__(self):
        return f"<{strclass(self.__class__)} tec={self._testFunc}>"

    def shortDescription(self):
        """The description, or the first line of the function's doc string."""
        if self._description is not None:
            return self._description
        doc = self._testFunc.__doc__
        return doc.split("\n")[0].strip() if doc else None


class _SubTest(TestCase):
    # What a result is told of a part of a test.
    def __init__(self, test_case, message, params):
        super().__init__()
        self.test_case, self._message, self.params = test_case, message, params
        self.failureException = test_case.failureException

    def runTest(self):
        raise NotImplementedError("subtests cannot be run directly")

    def _subDescription(self):
        parts = []
        if self._message is not _subtest_msg_sentinel:
            parts.append(f"[{self._message}]")
        if self.params:
            shown = ", ".join(f"{name}={value!r}" for name, value in self.params.items())
            parts.append(f"({shown})")
        return " ".join(parts) or "(<subtest>)"

    def id(self):
        return f"{self.test_case.id()} {self._subDescription()}"

    def shortDescription(self):
        return self.test_case.shortDescription()

    def __str__(self):
        return f"{self.test_case} {self._subDescription()}"
