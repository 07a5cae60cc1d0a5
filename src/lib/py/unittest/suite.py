"""Tests put together, with what comes before and behind each class and each module of them."""

import sys

from . import case, util

__unittest = True


class BaseTestSuite:
    """Tests, and suites of tests, that are run one after the other."""

    _cleanup = True  # a test that was run is let go, and only counted

    def __init__(self, tests=()):
        self._tests = []
        self._removed_tests = 0
        self.addTests(tests)

    def __repr__(self):
        return f"<{util.strclass(self.__class__)} tests={list(self)}>"

    def __eq__(self, other):
        if not isinstance(other, self.__class__):
            return NotImplemented
        return list(self) == list(other)

    def __iter__(self):
        return iter(self._tests)

    def countTestCases(self):
        """How many tests there are, also those that were run and let go."""
        return self._removed_tests + sum(test.countTestCases() for test in self if test)

    def addTest(self, test):
        """Put a test, or a suite, at the end."""
        if not callable(test):
            raise TypeError(f"{test!r} is not callable")
        if isinstance(test, type) and issubclass(test, (case.TestCase, TestSuite)):
            raise TypeError("TestCases and TestSuites must be instantiated "
                            "before passing them to addTest()")
        self._tests.append(test)

    def addTests(self, tests):
        """Put all of them at the end."""
        if isinstance(tests, str):
            raise TypeError("tests must be an iterable of tests, not a string")
        for test in tests:
            self.addTest(test)

    def run(self, result):
        """Run all until the result wants no more."""
        self._run_each(result, False)
        return result

    def _run_each(self, result, debug):
        for index, test in enumerate(self):
            if result.shouldStop:
                break
            if self._is_ready(test, result):
                if debug:
                    test.debug()
                else:
                    test(result)
                if self._cleanup:
                    self._removeTestAtIndex(index)

    def _is_ready(self, test, result):
        return True

    def _removeTestAtIndex(self, index):
        try:
            test, self._tests[index] = self._tests[index], None
        except TypeError:
            return  # a class of its own keeps its tests elsewhere
        if hasattr(test, "countTestCases"):
            self._removed_tests += test.countTestCases()

    def __call__(self, *args, **kwds):
        return self.run(*args, **kwds)

    def debug(self):
        """Run all and let their exceptions through."""
        for test in self:
            test.debug()


class TestSuite(BaseTestSuite):
    """A suite that also calls setUpClass, setUpModule and their opposites, as classes and modules
    change from one test to the next.
    """

    def run(self, result, debug=False):
        """Run all until the result wants no more."""
        inner = getattr(result, "_testRunEntered", False)
        result._testRunEntered = True
        self._run_each(result, debug)
        if not inner:
            self._tearDownPreviousClass(None, result)
            self._handleModuleTearDown(result)
            result._testRunEntered = False
        return result

    def debug(self):
        """Run all and let their exceptions through."""
        self.run(_DebugResult(), True)

    def _is_ready(self, test, result):
        # Whether all went well between the test before and this one.
        try:
            iter(test)
            return True  # a suite, which looks after its tests itself
        except TypeError:
            pass
        self._tearDownPreviousClass(test, result)
        self._handleModuleFixture(test, result)
        self._handleClassSetUp(test, result)
        cls = result._previousTestClass = test.__class__
        return not (getattr(cls, "_classSetupFailed", False)
                    or getattr(result, "_moduleSetUpFailed", False))

    def _handleClassSetUp(self, test, result):
        before, cls = getattr(result, "_previousTestClass", None), test.__class__
        if (cls == before or getattr(result, "_moduleSetUpFailed", False)
                or getattr(cls, "__unittest_skip__", False)):
            return
        _set_failed(cls, False)
        set_up = getattr(cls, "setUpClass", None)
        if set_up is not None:
            with _buffered(result):
                info = _call(set_up, result)
                if info is not None:
                    _set_failed(cls, True)
                    _report(result, "setUpClass", util.strclass(cls), info)
                    _clean_up_class(result, "setUpClass", cls)

    def _tearDownPreviousClass(self, test, result):
        before = getattr(result, "_previousTestClass", None)
        if (test.__class__ == before or before is None
                or getattr(before, "_classSetupFailed", False)
                or getattr(result, "_moduleSetUpFailed", False)
                or getattr(before, "__unittest_skip__", False)):
            return
        with _buffered(result):
            tear_down = getattr(before, "tearDownClass", None)
            if tear_down is not None:
                _report(result, "tearDownClass", util.strclass(before), _call(tear_down, result))
            if hasattr(before, "doClassCleanups"):
                _clean_up_class(result, "tearDownClass", before)

    def _handleModuleFixture(self, test, result):
        name = test.__class__.__module__
        if name == _previous_module(result):
            return
        self._handleModuleTearDown(result)
        result._moduleSetUpFailed = False
        set_up = getattr(sys.modules.get(name), "setUpModule", None)
        if set_up is not None:
            with _buffered(result):
                info = _call(set_up, result)
                if info is not None:
                    result._moduleSetUpFailed = True
                    _report(result, "setUpModule", name, info)
                    _report(result, "setUpModule", name, _call(case.doModuleCleanups, result))

    def _handleModuleTearDown(self, result):
        name = _previous_module(result)
        module = sys.modules.get(name)
        if module is None or getattr(result, "_moduleSetUpFailed", False):
            return
        with _buffered(result):
            tear_down = getattr(module, "tearDownModule", None)
            for each in (tear_down, case.doModuleCleanups):
                if each is not None:
                    _report(result, "tearDownModule", name, _call(each, result))


class _buffered:
    # What the functions around tests print belongs to the result.
    def __init__(self, result):
        self.result = result

    def __enter__(self):
        util.call_if_there(self.result, "_setupStdout")

    def __exit__(self, *exc_info):
        util.call_if_there(self.result, "_restoreStdout")


def _previous_module(result):
    return getattr(getattr(result, "_previousTestClass", None), "__module__", None)


def _set_failed(cls, failed):
    try:
        cls._classSetupFailed = failed
    except TypeError:
        pass  # a class that cannot be written to


def _call(function, result):
    # What it raised, as sys.exc_info() gives it, or None.
    try:
        function()
    except Exception:
        if isinstance(result, _DebugResult):
            raise
        return sys.exc_info()


def _clean_up_class(result, method_name, cls):
    cls.doClassCleanups()
    for info in cls.tearDown_exceptions:
        if isinstance(result, _DebugResult):
            raise info[1]
        _report(result, method_name, util.strclass(cls), info)


def _report(result, method_name, parent, info):
    if info is None:
        return
    holder = _ErrorHolder(f"{method_name} ({parent})")
    add_skip = getattr(result, "addSkip", None)
    if add_skip is not None and isinstance(info[1], case.SkipTest):
        add_skip(holder, str(info[1]))
    else:
        result.addError(holder, info)


class _ErrorHolder:
    # Stands for a test where what failed is around tests.
    failureException = None

    def __init__(self, description):
        self.description = description

    def id(self):
        return self.description

    def shortDescription(self):
        return None

    def __repr__(self):
        return f"<ErrorHolder description={self.description!r}>"

    def __str__(self):
        return self.id()

    def run(self, result):
        pass

    def __call__(self, result):
        return self.run(result)

    def countTestCases(self):
        return 0


class _DebugResult:
    # Remembers only what the changes of classes and modules need.
    _previousTestClass = None
    _moduleSetUpFailed = False
    shouldStop = False
