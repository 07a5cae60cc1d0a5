"""Doc strings as tests of unittest: the part of doctest that needs it."""

import sys
import unittest
from io import StringIO

import doctest

__unittest = True

_unittest_reportflags = 0


def set_unittest_reportflags(flags):
    """Which flags for reports hold in tests of unittest that name none; those before."""
    global _unittest_reportflags
    if flags & doctest.REPORTING_FLAGS != flags:
        raise ValueError("Only reporting flags allowed", flags)
    kept, _unittest_reportflags = _unittest_reportflags, flags
    return kept


class DocTestCase(unittest.TestCase):
    """The test that the examples of one text are."""

    def __init__(self, test, optionflags=0, setUp=None, tearDown=None, checker=None):
        super().__init__()
        self._dt_optionflags, self._dt_checker = optionflags, checker
        self._dt_test, self._dt_globs = test, test.globs.copy()
        self._dt_setUp, self._dt_tearDown = setUp, tearDown

    def setUp(self):
        """Call what was given for it."""
        if self._dt_setUp is not None:
            self._dt_setUp(self._dt_test)

    def tearDown(self):
        """Call what was given for it, and restore the namespace."""
        test = self._dt_test
        if self._dt_tearDown is not None:
            self._dt_tearDown(test)
        if hasattr(test, "globs"):
            test.globs.clear()
            test.globs.update(self._dt_globs)

    def runTest(self):
        """Run the examples."""
        flags = self._dt_optionflags
        if not flags & doctest.REPORTING_FLAGS:
            flags |= _unittest_reportflags
        runner = doctest.DocTestRunner(optionflags=flags, checker=self._dt_checker, verbose=False)
        runner.DIVIDER = "-" * 70
        shown, kept = StringIO(), sys.stdout
        try:
            results = runner.run(self._dt_test, out=shown.write, clear_globs=False)
        finally:
            sys.stdout = kept
        if results.failed:
            raise self.failureException(self.format_failure(shown.getvalue().rstrip("\n")))
        if results.skipped and results.skipped == results.attempted:
            raise unittest.SkipTest("all examples were skipped")

    def format_failure(self, err):
        """The text of the failure."""
        test = self._dt_test
        lineno = "unknown line number" if test.lineno is None else f"{test.lineno}"
        last = test.name.split(".")[-1]
        return (f"Failed doctest test for {test.name}\n"
                f'  File "{test.filename}", line {lineno}, in {last}\n\n{err}')

    def debug(self):
        """Run the examples and let their exceptions through."""
        self.setUp()
        runner = doctest.DebugRunner(optionflags=self._dt_optionflags, checker=self._dt_checker,
                                     verbose=False)
        runner.run(self._dt_test, clear_globs=False)
        self.tearDown()

    def id(self):
        """The name of the text."""
        return self._dt_test.name

    def __eq__(self, other):
        if type(self) is not type(other):
            return NotImplemented
        return all(getattr(self, name) == getattr(other, name)
                   for name in ("_dt_test", "_dt_optionflags", "_dt_setUp", "_dt_tearDown",
                                "_dt_checker"))

    def __hash__(self):
        return hash((self._dt_optionflags, self._dt_setUp, self._dt_tearDown, self._dt_checker))

    def __repr__(self):
        *outer, last = self._dt_test.name.split(".")
        return f"{last} ({'.'.join(outer)})"

    __str__ = object.__str__

    def shortDescription(self):
        """Which doc string it is."""
        return "Doctest: " + self._dt_test.name


class SkipDocTestCase(DocTestCase):
    """Stands for the examples of a module whose doc strings were left out."""

    def __init__(self, module):
        self.module = module
        super().__init__(doctest.DocTest([], {}, module.__name__, None, None, None))

    def setUp(self):
        """There is nothing to run."""
        self.skipTest("DocTestSuite will not work with -O2 and above")

    def shortDescription(self):
        """Which module it is."""
        return f"Skipping tests from {self.module.__name__}"

    __str__ = shortDescription


class _DocTestSuite(unittest.TestSuite):
    def _removeTestAtIndex(self, index):
        pass  # the tests are kept, whoever asks may run them again


def DocTestSuite(module=None, globs=None, extraglobs=None, test_finder=None, **options):
    """A suite of the examples of a module (the caller's); options are those of DocTestCase."""
    finder = test_finder if test_finder is not None else doctest.DocTestFinder()
    module = doctest._normalize_module(module, 2)
    tests = finder.find(module, globs=globs, extraglobs=extraglobs)
    suite = _DocTestSuite()
    for test in tests:
        if test.examples:
            if not test.filename:
                filename = module.__file__
                test.filename = filename[:-1] if filename.endswith(".pyc") else filename
            suite.addTest(DocTestCase(test, **options))
    return suite


class DocFileCase(DocTestCase):
    """The test that the examples of a file are."""

    def id(self):
        """The file's name."""
        return "_".join(self._dt_test.name.split("."))

    def __repr__(self):
        return self._dt_test.filename

    def format_failure(self, err):
        """The text of the failure."""
        test = self._dt_test
        return (f"Failed doctest test for {test.name}\n"
                f'  File "{test.filename}", line 0\n\n{err}')


def DocFileTest(path, module_relative=True, package=None, globs=None,
                parser=doctest.DocTestParser(), encoding=None, **options):
    """The test of a text file's examples."""
    if package and not module_relative:
        raise ValueError("Package may only be specified for module-relative paths.")
    globs = {} if globs is None else globs.copy()
    text, path = doctest._load_testfile(path, package, module_relative, encoding or "utf-8")
    globs.setdefault("__file__", path)
    name = path.rpartition("/")[2]
    return DocFileCase(parser.get_doctest(text, globs, name, path, 0), **options)


def DocFileSuite(*paths, **kw):
    """A suite of the examples of text files, whose paths are relative to the caller's module."""
    if kw.get("module_relative", True):
        kw["package"] = doctest._normalize_module(kw.get("package"), 2)
    return _DocTestSuite([DocFileTest(path, **kw) for path in paths])
