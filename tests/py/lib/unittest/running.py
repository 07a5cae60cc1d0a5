# How tests are found, run and counted: what comes around them, parts, skips, expected failures.
import io
import re
import unittest

log = []


class Parts(unittest.TestCase):
    """What comes around a test."""

    @classmethod
    def setUpClass(cls):
        log.append("setUpClass")
        cls.addClassCleanup(log.append, "class cleanup")

    @classmethod
    def tearDownClass(cls):
        log.append("tearDownClass")

    def setUp(self):
        log.append("setUp " + self._testMethodName)
        self.addCleanup(log.append, "cleanup")

    def tearDown(self):
        log.append("tearDown")

    def test_passes(self):
        """A doc string.

        With more lines."""
        log.append("test")

    def test_fails(self):
        self.fail("no")

    def test_raises(self):
        {}["key"]

    def test_cleanup_raises(self):
        self.addCleanup(int, "x")

    def test_parts(self):
        for i in range(4):
            with self.subTest("word", i=i):
                with self.subTest(half=i / 2):
                    self.assertEqual(i % 2, 0)
        with self.subTest():
            1 / 0

    def test_skip_part(self):
        with self.subTest(i=1):
            self.skipTest("not this part")
        log.append("behind the part")

    @unittest.skip("not now")
    def test_skipped(self):
        log.append("never")

    @unittest.skipIf(1 == 1, "always")
    def test_skipped_too(self):
        log.append("never")

    @unittest.skipUnless(1 == 1, "never")
    def test_not_skipped(self):
        raise unittest.SkipTest("inside")

    @unittest.expectedFailure
    def test_expected(self):
        self.assertTrue(False)

    @unittest.expectedFailure
    def test_unexpected(self):
        pass


@unittest.skip("a class")
class Skipped(unittest.TestCase):
    def test_one(self):
        log.append("never")


class Broken(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        raise OSError("no class")

    def test_one(self):
        log.append("never")


class Contexts(unittest.TestCase):
    class Context:
        def __enter__(self):
            log.append("enter")
            return 5

        def __exit__(self, *exc_info):
            log.append("exit")

    def test_enter(self):
        log.append(self.enterContext(self.Context()))

    def test_no_context(self):
        self.enterContext(3)


class Coroutines(unittest.IsolatedAsyncioTestCase):
    def setUp(self):
        log.append("setUp")

    async def asyncSetUp(self):
        log.append("asyncSetUp")

    async def test_one(self):
        self.addAsyncCleanup(self.clean, 1)
        log.append("async test")

    async def clean(self, n):
        log.append(f"async cleanup {n}")

    async def asyncTearDown(self):
        log.append("asyncTearDown")

    async def test_fails(self):
        self.assertEqual(1, 2)


def setUpModule():
    log.append("setUpModule")
    unittest.addModuleCleanup(log.append, "module cleanup")


def tearDownModule():
    log.append("tearDownModule")


def without_places(text):
    text = re.sub(r"(?m)^  File .*\n(    .*\n)*", "", text)
    return re.sub(r"in \d+\.\d+s", "in N s", text)


def run(cases, **options):
    loader = unittest.TestLoader()
    tests = unittest.TestSuite(loader.loadTestsFromTestCase(case) for case in cases)
    print(tests.countTestCases(), "tests")
    stream = io.StringIO()
    result = unittest.TextTestRunner(stream, **options).run(tests)
    print(without_places(stream.getvalue()))
    print(result, result.wasSuccessful(), tests.countTestCases())
    print(log)
    log.clear()
    return result


result = run([Parts], verbosity=2)
print([(str(test), reason) for test, reason in result.skipped])
print([test.id() for test, text in result.failures + result.errors])
run([Parts, Skipped, Broken, Contexts], verbosity=1)
run([Coroutines], verbosity=2)
run([Skipped], verbosity=0)
run([], verbosity=1)
run([Parts], verbosity=1, failfast=True)
run([Contexts], buffer=True)

# A test alone.
test = Parts("test_passes")
print(test, repr(test), test.id(), test.shortDescription(), test.countTestCases())
print(test == Parts("test_passes"), test == Parts("test_fails"), hash(test) == hash(test))
result = test.run()
print(result, log)
log.clear()
try:
    Parts("test_fails").debug()
except AssertionError as error:
    print("raised", error)
for wrong in (lambda: Parts("test_nothing"), lambda: unittest.TestSuite().addTest(3),
              lambda: unittest.TestSuite().addTest(Parts), lambda: unittest.TestSuite().addTests("x")):
    try:
        wrong()
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
function = unittest.FunctionTestCase(lambda: log.append("function"), description="described")
print(function.run(), log[-1], function.shortDescription(), function.id())

# What is found by name.
loader = unittest.TestLoader()
print(loader.getTestCaseNames(Parts))
loader.testMethodPrefix = "test_s"
print(loader.getTestCaseNames(Parts))
loader.testNamePatterns = ["*skip*"]
print(loader.getTestCaseNames(Parts))
loader = unittest.TestLoader()
for name in ("Parts", "Parts.test_fails", "Contexts"):
    print(loader.loadTestsFromName("__main__." + name).countTestCases())
failed = loader.loadTestsFromName("__main__.Nothing")
print(failed, len(loader.errors), loader.errors[0].splitlines()[-1])
