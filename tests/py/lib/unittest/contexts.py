# assertLogs and assertNoLogs, contexts that are cleanups, subtests in subtests, old results.
import io
import logging
import unittest
import warnings


class Quiet(unittest.TestResult):
    def addSubTest(self, test, subtest, err):
        super().addSubTest(test, subtest, err)
        print("subtest", subtest, err and err[0].__name__)


class Old:
    # A result from before skips, expected failures and durations.
    shouldStop = False

    def __getattr__(self, name):
        if name in ("startTest", "stopTest", "addSuccess", "addFailure", "addError"):
            return lambda test, *info: print(name, test, *(each[0].__name__ for each in info))
        raise AttributeError(name)


class Abstract:
    def __enter__(self):
        print("entered")
        return "given"

    def __exit__(self, *info):
        print("left", info)


class Late:
    async def __aenter__(self):
        pass

    async def __aexit__(self, *info):
        pass


class Logs(unittest.TestCase):
    def test_logs(self):
        with self.assertLogs("a", level="INFO") as seen:
            logging.getLogger("a.b").info("first")
            logging.getLogger("a").debug("hidden")
        print(seen.output, [record.levelname for record in seen.records])
        with self.assertNoLogs(level="ERROR") as nothing:
            logging.getLogger("a").warning("below")
        print(nothing)

    def test_none(self):
        with self.assertLogs("a", level=logging.ERROR):
            logging.getLogger("a").info("first")

    def test_unwanted(self):
        with self.assertNoLogs():
            logging.getLogger("b").info("seen")

    def test_contexts(self):
        print(self.enterContext(Abstract()))
        for wrong in (Late(), 3):
            try:
                self.enterContext(wrong)
            except TypeError as error:
                print(error)


class Parts(unittest.TestCase):
    def test_nested(self):
        for i in range(2):
            with self.subTest("outer", i=i, k="o"):
                with self.subTest(i=i, j=1):
                    self.assertEqual(i, 0)
                with self.subTest(j=2):
                    if i:
                        self.skipTest("enough")

    @unittest.expectedFailure
    def test_expected(self):
        with self.subTest(i=1):
            self.fail("as it should")
        print("not reached")

    @unittest.expectedFailure
    def test_unexpected(self):
        pass

    def test_skipped(self):
        self.skipTest("why not")

    def test_value(self):
        return 3

    def test_coroutine(self):
        made = Late().__aenter__()
        made.close()
        return made


def run(result, *tests):
    for test in tests:
        with warnings.catch_warnings(record=True) as seen:
            warnings.simplefilter("always")
            test.run(result)
        for each in seen:
            print(each.category.__name__, str(each.message).partition(" (")[0],
                  str(each.message).rpartition(">")[2])
    for kind in ("failures", "errors", "skipped", "expectedFailures", "unexpectedSuccesses"):
        for entry in getattr(result, kind, ()):
            test, text = entry if isinstance(entry, tuple) else (entry, "")
            print(kind, test, text.strip().rpartition("\n")[2])


run(unittest.TestResult(), *(Logs(name) for name in ("test_logs", "test_none", "test_unwanted",
                                                     "test_contexts")))
parts = [Parts(name) for name in ("test_nested", "test_expected", "test_unexpected",
                                  "test_skipped", "test_value", "test_coroutine")]
run(Quiet(), *parts)
result = Quiet()
result.failfast = True
run(result, parts[0])
run(Old(), *parts)
stream = io.StringIO()
suite = unittest.TestSuite([*parts[:4], Logs("test_none")])
result = unittest.TextTestRunner(stream, verbosity=2, durations=2).run(suite)
print([line.partition(" in ")[0] for line in stream.getvalue().splitlines()
       if not line.startswith((" ", "Traceback")) and "s  " not in line])
