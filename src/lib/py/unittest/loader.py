"""Finds tests: in classes, modules, by their names, and in the files of a folder."""

import functools
import os
import sys
import traceback
import types
from fnmatch import fnmatch, fnmatchcase

from . import case, suite, util

__unittest = True


class _FailedTest(case.TestCase):
    # Stands for what could not be loaded; it raises why.
    _testMethodName = None

    def __init__(self, method_name, exception):
        self._exception = exception
        super().__init__(method_name)

    def __getattr__(self, name):
        if name != self._testMethodName:
            return super().__getattr__(name)

        def testFailure():
            raise self._exception
        return testFailure


def _cannot_import(name):
    # (name, error, text) for TestLoader._failed.
    text = f"Failed to import test module: {name}\n{traceback.format_exc()}"
    return name, ImportError(text), text


def _has_tests(cls):
    return (cls not in (case.TestCase, case.FunctionTestCase)
            and not getattr(cls, "__abstractmethods__", ()))


def _is_test_case(obj):
    return isinstance(obj, type) and issubclass(obj, case.TestCase)


def _make_skipped_test(name, exception, suiteClass):
    test = case.skip(str(exception))(lambda self: None)
    kind = type("ModuleSkipped", (case.TestCase,), {name: test})
    return suiteClass((kind(name),))


def _splitext(path):
    return os.path.splitext(path)[0]


class TestLoader:
    """Makes suites of the tests that are in classes and modules.

    testMethodPrefix: what the names of tests begin with; sortTestMethodsUsing compares two names;
    testNamePatterns: patterns for full names, one of which has to match; suiteClass makes suites of
    lists. errors: the texts of what could not be loaded.
    """

    testMethodPrefix = "test"
    sortTestMethodsUsing = staticmethod(util.three_way_cmp)
    testNamePatterns = None
    suiteClass = suite.TestSuite
    _top_level_dir = None

    def __init__(self):
        self.errors = []
        self._loading_packages = set()

    def loadTestsFromTestCase(self, testCaseClass):
        """The tests of a class."""
        if issubclass(testCaseClass, suite.TestSuite):
            raise TypeError("Test cases should not be derived from TestSuite. "
                            "Maybe you meant to derive from TestCase?")
        names = ()
        if _has_tests(testCaseClass):
            names = self.getTestCaseNames(testCaseClass)
            if not names and hasattr(testCaseClass, "runTest"):
                names = ["runTest"]
        return self.suiteClass(map(testCaseClass, names))

    def loadTestsFromModule(self, module, *, pattern=None):
        """The tests of a module's classes, or what its function load_tests makes of them."""
        members = [getattr(module, name) for name in dir(module)]
        tests = self.suiteClass([self.loadTestsFromTestCase(each) for each in members
                                 if _is_test_case(each) and _has_tests(each)])
        load_tests = getattr(module, "load_tests", None)
        try:
            return tests if load_tests is None else load_tests(self, tests, pattern)
        except Exception as error:
            text = f"Failed to call load_tests:\n{traceback.format_exc()}"
            return self._failed(module.__name__, error, text)

    def _failed(self, name, error, text):
        # The suite that stands for what could not be loaded.
        self.errors.append(text)
        return self.suiteClass((_FailedTest(name, error),))

    def loadTestsFromName(self, name, module=None):
        """The tests that a dotted name stands for: a module, a class, a method, or what a function
        gives. Names are looked up in module if that is given.
        """
        parts = name.split(".")
        failure = parent = None
        if module is None:
            names = parts[:]
            while module is None:
                try:
                    module = __import__(".".join(names))
                except ImportError:
                    failure = _cannot_import(names.pop())
                    if not names:
                        return self._failed(*failure)
            del parts[0]
        obj = module
        for part in parts:
            try:
                parent, obj = obj, getattr(obj, part)
            except AttributeError as error:
                # It may be a module of a package that does not import.
                if failure is None or getattr(obj, "__path__", None) is None:
                    text = f"Failed to access attribute:\n{traceback.format_exc()}"
                    failure = part, error, text
                return self._failed(*failure)
        return self._tests_of(name, parts, parent, obj)

    def _tests_of(self, name, parts, parent, obj):
        if isinstance(obj, types.ModuleType):
            return self.loadTestsFromModule(obj)
        if _is_test_case(obj) and obj not in (case.TestCase, case.FunctionTestCase):
            return self.loadTestsFromTestCase(obj)
        if isinstance(obj, types.FunctionType) and _is_test_case(parent):
            if getattr(parent, "__abstractmethods__", ()):
                raise TypeError(f"Cannot instantiate abstract test case {parent.__name__}")
            test = parent(parts[-1])
            # A static method is not a test of its class.
            if not isinstance(getattr(test, parts[-1]), types.FunctionType):
                return self.suiteClass([test])
        elif isinstance(obj, suite.TestSuite):
            return obj
        if not callable(obj):
            raise TypeError(f"don't know how to make test from: {obj}")
        test = obj()
        if isinstance(test, suite.TestSuite):
            return test
        if isinstance(test, case.TestCase):
            return self.suiteClass([test])
        raise TypeError(f"calling {obj} returned {test}, not a test")

    def loadTestsFromNames(self, names, module=None):
        """A suite of the suites that the names stand for."""
        return self.suiteClass([self.loadTestsFromName(name, module) for name in names])

    def getTestCaseNames(self, testCaseClass):
        """The names of a class's test methods, sorted."""
        def is_test(name):
            if not name.startswith(self.testMethodPrefix):
                return False
            if not callable(getattr(testCaseClass, name)):
                return False
            if self.testNamePatterns is None:
                return True
            full = f"{testCaseClass.__module__}.{testCaseClass.__qualname__}.{name}"
            return any(fnmatchcase(full, pattern) for pattern in self.testNamePatterns)

        names = [name for name in dir(testCaseClass) if is_test(name)]
        if self.sortTestMethodsUsing:
            names.sort(key=functools.cmp_to_key(self.sortTestMethodsUsing))
        return names

    def discover(self, start_dir, pattern="test*.py", top_level_dir=None):
        """The tests of the modules in a folder, and in the packages in it, whose file names match.

        top_level_dir is the folder that the modules' names start from, and is put on sys.path.
        """
        before = self._top_level_dir
        top = os.path.abspath(top_level_dir or self._top_level_dir or start_dir)
        if top not in sys.path:
            sys.path.insert(0, top)
        self._top_level_dir = top
        start = start_dir
        if not os.path.isdir(os.path.abspath(start_dir)):
            try:
                module = util.import_dotted(start_dir)
            except ImportError:
                raise ImportError(f"Start directory is not importable: {start_dir!r}") from None
            start = list(module.__path__)[0]
        elif (start_dir != top
                and not os.path.isfile(os.path.join(os.path.abspath(start_dir), "__init__.py"))
                and os.path.abspath(start_dir) != top):
            raise ImportError(f"Start directory is not importable: {start_dir!r}")
        tests = list(self._find_tests(os.path.abspath(start), pattern))
        self._top_level_dir = before
        return self.suiteClass(tests)

    def _get_name_from_path(self, path):
        if path == self._top_level_dir:
            return "."
        return os.path.relpath(_splitext(os.path.normpath(path)),
                               self._top_level_dir).replace(os.path.sep, ".")

    def _match_path(self, path, full_path, pattern):
        return fnmatch(path, pattern)

    def _find_tests(self, start_dir, pattern):
        name = self._get_name_from_path(start_dir)
        if name == "." or name in self._loading_packages:
            yield from self._tests_in(start_dir, pattern)
        else:
            yield from self._tests_at(start_dir, pattern)

    def _tests_in(self, folder, pattern):
        for entry in sorted(os.listdir(folder)):
            yield from self._tests_at(os.path.join(folder, entry), pattern)

    def _tests_at(self, path, pattern):
        tests, recurse = self._find_test_path(path, pattern)
        if tests is not None:
            yield tests
        if recurse:
            name = self._get_name_from_path(path)
            self._loading_packages.add(name)
            try:
                yield from self._tests_in(path, pattern)
            finally:
                self._loading_packages.discard(name)

    def _find_test_path(self, path, pattern):
        # (tests or None, whether to look into the folder)
        base = os.path.basename(path)
        if os.path.isfile(path):
            stem, ending = os.path.splitext(base)
            if (ending != ".py" or not stem.isidentifier()
                    or not self._match_path(base, path, pattern)):
                return None, False
            name = self._get_name_from_path(path)
        elif os.path.isdir(path) and os.path.isfile(os.path.join(path, "__init__.py")):
            name = self._get_name_from_path(path)
        else:
            return None, False
        folder = os.path.isdir(path)
        try:
            __import__(name)
            module = sys.modules[name]
        except case.SkipTest as error:
            return _make_skipped_test(name, error, self.suiteClass), False
        except:
            return self._failed(*_cannot_import(name)), False
        if not folder:
            return self.loadTestsFromModule(module, pattern=pattern), False
        load_tests = getattr(module, "load_tests", None)
        self._loading_packages.add(name)
        try:
            tests = self.loadTestsFromModule(module, pattern=pattern)
            return tests, load_tests is None
        finally:
            self._loading_packages.discard(name)


defaultTestLoader = TestLoader()
