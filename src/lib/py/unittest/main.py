"""unittest.main: the tests of a program, chosen and shown as its arguments say."""

import os
import sys

from . import loader, runner
from .signals import installHandler

__unittest = True

_USAGE = """usage: %(prog)s [-h] [-v] [-q] [--locals] [--durations N] [-f] [-c] [-b] [-k PATTERN] [tests ...]

  tests                modules, classes and test methods; all of the program without them
  -v, --verbose        a line for each test
  -q, --quiet          only the end
  --locals             local variables in tracebacks
  --durations N        the N slowest tests (0: all)
  -f, --failfast       stop at the first failure
  -c, --catch          stop in order when the user interrupts
  -b, --buffer         show what tests print only when they fail
  -k PATTERN           only tests whose names match, or contain it
"""

_FLAGS = {"-v": ("verbosity", 2), "--verbose": ("verbosity", 2), "-q": ("verbosity", 0),
          "--quiet": ("verbosity", 0), "--locals": ("tb_locals", True),
          "-f": ("failfast", True), "--failfast": ("failfast", True),
          "-c": ("catchbreak", True), "--catch": ("catchbreak", True),
          "-b": ("buffer", True), "--buffer": ("buffer", True)}


class TestProgram:
    """Runs tests when it is made, and ends the program with 0 if all passed, 1 if some failed and 5
    if there were none; with exit=False it only keeps the result.
    """

    module = None
    verbosity = 1
    failfast = catchbreak = buffer = progName = warnings = testNamePatterns = None

    def __init__(self, module="__main__", defaultTest=None, argv=None, testRunner=None,
                 testLoader=loader.defaultTestLoader, exit=True, verbosity=1, failfast=None,
                 catchbreak=None, buffer=None, warnings=None, *, tb_locals=False, durations=None):
        if isinstance(module, str):
            self.module = __import__(module)
            for part in module.split(".")[1:]:
                self.module = getattr(self.module, part)
        else:
            self.module = module
        argv = sys.argv if argv is None else argv
        self.exit, self.verbosity, self.failfast = exit, verbosity, failfast
        self.catchbreak, self.buffer = catchbreak, buffer
        self.tb_locals, self.durations = tb_locals, durations
        if warnings is None and not sys.warnoptions:
            self.warnings = "default"
        else:
            self.warnings = warnings
        self.defaultTest, self.testRunner, self.testLoader = defaultTest, testRunner, testLoader
        self.progName = os.path.basename(argv[0])
        self.parseArgs(argv)
        self.runTests()

    def parseArgs(self, argv):
        """Take the options, and find the tests."""
        names = []
        rest = iter(argv[1:])
        for arg in rest:
            if arg in ("-h", "--help"):
                self._usage(0)
            elif arg in _FLAGS:
                name, value = _FLAGS[arg]
                setattr(self, name, value)
            elif arg in ("-k", "--durations"):
                value = next(rest, None)
                if value is None:
                    self._usage(2, f"argument {arg}: expected one argument")
                self._take(arg, value)
            elif arg.startswith("--durations="):
                self._take("--durations", arg.partition("=")[2])
            elif arg.startswith("-k"):
                self._take("-k", arg[2:])
            elif arg.startswith("-"):
                self._usage(2, f"unrecognized arguments: {arg}")
            else:
                names.append(arg)
        if names:
            self.testNames = [_name_of_file(name) for name in names]
            if __name__ == "__main__":
                self.module = None
        elif self.defaultTest is None:
            self.testNames = None
        elif isinstance(self.defaultTest, str):
            self.testNames = (self.defaultTest,)
        else:
            self.testNames = list(self.defaultTest)
        self.createTests()

    def _take(self, option, value):
        if option == "-k":
            pattern = value if "*" in value else f"*{value}*"
            self.testNamePatterns = (self.testNamePatterns or []) + [pattern]
        elif value.isdecimal():
            self.durations = int(value)
        else:
            self._usage(2, f"argument --durations: invalid int value: {value!r}")

    def _usage(self, status, text=None):
        usage = _USAGE % {"prog": self.progName}
        if text is None:
            print(usage)
        else:
            print(usage.partition("\n")[0], file=sys.stderr)
            print(f"{self.progName}: error: {text}", file=sys.stderr)
        sys.exit(status)

    def createTests(self, from_discovery=False, Loader=None):
        """Make the suite `test` of the tests that were chosen."""
        if self.testNamePatterns:
            self.testLoader.testNamePatterns = self.testNamePatterns
        if from_discovery:
            found = self.testLoader if Loader is None else Loader()
            self.test = found.discover(".")
        elif self.testNames is None:
            self.test = self.testLoader.loadTestsFromModule(self.module)
        else:
            self.test = self.testLoader.loadTestsFromNames(self.testNames, self.module)

    def runTests(self):
        """Run them; the result is kept as `result`."""
        if self.catchbreak:
            installHandler()
        test_runner = self.testRunner or runner.TextTestRunner
        if isinstance(test_runner, type):
            test_runner = self._make_runner(test_runner)
        self.result = test_runner.run(self.test)
        if self.exit:
            if not self.result.wasSuccessful():
                sys.exit(1)
            if self.result.testsRun == 0 and not self.result.skipped:
                sys.exit(5)
            sys.exit(0)

    def _make_runner(self, kind):
        options = {"verbosity": self.verbosity, "failfast": self.failfast, "buffer": self.buffer,
                   "warnings": self.warnings}
        for more in ({"tb_locals": self.tb_locals, "durations": self.durations}, {}):
            try:
                return kind(**options, **more)
            except TypeError:
                pass  # a class that knows fewer options
        return kind()


def _name_of_file(name):
    # The name of the module in a file, so that a shell can complete it.
    if os.path.isfile(name) and name.lower().endswith(".py"):
        if os.path.isabs(name):
            relative = os.path.relpath(name, os.getcwd())
            if os.path.isabs(relative) or relative.startswith(os.pardir):
                return name
            name = relative
        return os.path.normpath(name)[:-3].replace("\\", ".").replace("/", ".")
    return name


main = TestProgram
