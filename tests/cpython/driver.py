"""Runs in the guest: one of CPython's test files, from its n-th test on, a JSON line for each event.

driver.py MODULE START [COUNT], or MODULE list for their names. Lines that begin with a record separator are events: the number of
tests, that one begins, how one ended. Whatever else is written comes from the tests.
"""

import json
import sys
import traceback
import types
import unittest

MARK = "\x1e"
DETAIL = "CPython implementation detail: module "
# Modules that only CPython has: what imports them looks at its inside.
CPYTHON_MODULES = ("_testclinic", "xxsubtype", "_testbuffer",
                   "_testmultiphase", "_testsinglephase", "_ctypes", "_interpreters", "_opcode",
                   "_opcode_metadata", "_xxtestfuzz", "marshal", "_socket", "_queue", "_decimal",
                   "_suggestions", "_pylong", "_datetime", "ctypes", "tracemalloc", "resource")
# Modules that whole files import and few of their methods use: those are skipped when they do.
STAND_INS = {"dis": DETAIL + "dis", "_testinternalcapi": DETAIL + "_testinternalcapi",
             "_testlimitedcapi": DETAIL + "_testlimitedcapi", "_testcapi": DETAIL + "_testcapi",
             "signal": "needs a process", "subprocess": "needs a process",
             "multiprocessing": "needs a process", "socket": "needs a process",
             "threading": "needs a real thread", "concurrent": "needs a real thread",
             "faulthandler": "needs a process", "pty": "needs a process"}
# Modules that the library does not have yet: whole files import them, methods that use them fail.
MISSING = ("http", "http.client", "select")
# What tests say themselves when they are skipped, in the words of the list of reasons.
SAID = {"sys.executable": "needs a process", "_testcapi": DETAIL + "_testcapi",
        "_testlimitedcapi": DETAIL + "_testlimitedcapi", "_socket": "needs a process",
        "_testinternalcapi": DETAIL + "_testinternalcapi", "xxsubtype": DETAIL + "xxsubtype",
        "ctypes": DETAIL + "ctypes", "_testbuffer": DETAIL + "_testbuffer",
        "_pylong": DETAIL + "_pylong", "pylong": DETAIL + "_pylong", "ttys": "needs a process",
        "C _decimal": DETAIL + "_decimal", "-E was given": "needs a process",
        "utf-8 mode": "needs a process", "Windows": DETAIL + "another platform",
        "ContainerNoGC": DETAIL + "_testcapi", "free-threaded": DETAIL + "another build",
        "too much memory": "needs memory above the limit",
        "32-bit": "CPython implementation detail: another platform"}


class Absent:
    """Stands for what a module that is not there would have: using it raises, once the file has been
    loaded. Until then it gives more of its kind, so that it may decorate and be derived from.
    """

    loading = True

    def __init__(self, *args):
        refuse = args[0] if len(args) == 1 else args[1][0]._refuse
        self.__dict__["_refuse"] = refuse

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return self._use()

    def __call__(self, *args, **kwargs):
        if len(args) == 1 and isinstance(args[0], types.FunctionType) and not kwargs:
            return self._refused(args[0])
        return self._use()

    def _use(self, *args):
        if not Absent.loading:
            self._refuse()
        return self

    __index__ = __int__ = __iter__ = __getitem__ = __enter__ = __and__ = __or__ = _use

    def __exit__(self, *exc_info):
        pass

    def _refused(self, function):
        # A function that it decorates.
        def refused(*args, **kwargs):
            self._refuse()
        refused.__name__ = function.__name__
        return refused


class StandIn(types.ModuleType):
    """Stands for a module that is not there."""

    __path__ = ()

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return Absent(self.refuse)

    def refuse(self):
        name = self.__name__
        if name in STAND_INS:
            raise unittest.SkipTest(STAND_INS[name])
        raise NotImplementedError(f"the library has no module {name}")


def exception_print(value, legacy=False):
    """The interpreter's own printing of an exception that nobody handles: what CPython's C function does."""
    sys.__excepthook__(type(value), value, value.__traceback__)


def put_stand_ins():
    """Let files import what is not there."""
    for name in (*STAND_INS, *MISSING):
        try:
            __import__(name)
        except ImportError:
            sys.modules[name] = module = StandIn(name)
            parent, _, last = name.rpartition(".")
            if parent:
                setattr(sys.modules[parent], last, module)
    capi = sys.modules["_testcapi"]
    capi.exception_print = exception_print
    capi.INT_MAX, capi.INT_MIN, capi.UINT_MAX = 2**31 - 1, -2**31, 2**32 - 1
    capi.PY_SSIZE_T_MAX, capi.PY_SSIZE_T_MIN = sys.maxsize, -sys.maxsize - 1


def emit(**event):
    """Tell the runner something."""
    sys.__stdout__.write(f"{MARK}{json.dumps(event)}\n")
    sys.__stdout__.flush()


def reason_to_skip(error):
    """Why a test that ended with this exception could not be made at all, or None."""
    name = (getattr(error, "name", None) or "") if isinstance(error, ImportError) else ""
    first = name.partition(".")[0]
    if first in CPYTHON_MODULES:
        return DETAIL + name
    return STAND_INS.get(first)


def put_reason(text):
    """The reason that a test gave itself, in the words of the list."""
    return next((reason for word, reason in SAID.items() if word in text), text)


class Reporter(unittest.TestResult):
    """Tells the runner how each test ended, when it has."""

    def __init__(self, places):
        super().__init__()
        self.places, self.done, self.holders = places, set(), []

    def startTest(self, test):
        super().startTest(test)
        self.ending = None
        emit(start=self.places[id(test)], id=test.id())

    def stopTest(self, test):
        super().stopTest(test)
        place = self.places[id(test)]
        outcome, text = self.ending or ("passed", "")
        self.done.add(place)
        emit(end=place, outcome=outcome, text=text)

    def _note(self, test, outcome, text):
        if id(test) not in self.places and not hasattr(test, "test_case"):
            self.holders.append((test.id(), outcome, text))
        elif self.ending is None or self.ending[0] == "skipped":
            self.ending = (outcome, text)

    def _failed(self, test, info):
        reason = reason_to_skip(info[1])
        if reason:
            self._note(test, "skipped", reason)
        else:
            self._note(test, "failed", self._exc_info_to_string(info, test)[-4000:])

    def addError(self, test, err):
        self._failed(test, err)

    addFailure = addError

    def addSubTest(self, test, subtest, err):
        if err is not None:
            self._failed(subtest, err)

    def addSkip(self, test, reason):
        self._note(test, "skipped", put_reason(reason))

    def addExpectedFailure(self, test, err):
        pass

    def addUnexpectedSuccess(self, test):
        self._note(test, "failed", "unexpected success")


def flatten(tests):
    """The tests of a suite, in their order."""
    stack, flat = [tests], []
    while stack:
        item = stack.pop()
        if isinstance(item, unittest.BaseTestSuite):
            stack.extend(reversed(list(item)))
        else:
            flat.append(item)
    return flat


def tell_the_rest(reporter, tests):
    """Tests that were not made because what comes before their class has failed."""
    for test in tests:
        place = reporter.places[id(test)]
        if place in reporter.done:
            continue
        outcome, text = "failed", "was not run"
        for name, kind, why in reporter.holders:
            where = name.partition("(")[2].rstrip(")")
            if test.id().startswith(where):
                outcome, text = kind, f"{name}: {why}"
        emit(start=place, id=test.id())
        emit(end=place, outcome=outcome, text=text)


def main():
    """Load the file and run its tests."""
    module, place = sys.argv[1:3]
    sys.path[:0] = ["/natrix/support"]
    put_stand_ins()
    try:
        __import__(module)
        tests = flatten(unittest.defaultTestLoader.loadTestsFromModule(sys.modules[module]))
    except unittest.SkipTest as error:
        emit(absent="skipped", text=put_reason(str(error)))
        return
    except BaseException as error:
        reason = reason_to_skip(error)
        if reason:
            emit(absent="skipped", text=reason)
        else:
            emit(absent="failed", text=traceback.format_exc()[-4000:])
        return
    if place == "list":
        emit(names=[test.id() for test in tests])
        return
    Absent.loading = False
    emit(total=len(tests))
    start = int(place)
    stop = start + int(sys.argv[3]) if len(sys.argv) > 3 else None
    places = {id(test): place for place, test in enumerate(tests)}
    chosen = tests[start:stop]
    suite = unittest.TestSuite(chosen)
    suite._cleanup = False
    reporter = Reporter(places)
    suite.run(reporter)
    tell_the_rest(reporter, chosen)
    emit(finished=True)


main()
