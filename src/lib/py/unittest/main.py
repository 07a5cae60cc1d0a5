"""unittest.main: the tests of a program, chosen and shown as its arguments say."""

import os
import sys

from . import loader, runner
from .signals import installHandler
from .util import import_dotted, make_with

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
        self.module = import_dotted(module) if isinstance(module, str) else module
        argv = sys.argv if argv is None else argv
        if warnings is None and not sys.warnoptions:
            warnings = "default"
        self.__dict__.update(
            defaultTest=defaultTest, testRunner=testRunner, testLoader=testLoader, exit=exit,
            verbosity=verbosity, failfast=failfast, catchbreak=catchbreak, buffer=buffer,
            warnings=warnings, tb_locals=tb_locals, durations=durations,
            progName=os.path.basename(argv[0]))
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
        source = self.testLoader
        if self.testNamePatterns:
            source.testNamePatterns = self.testNamePatterns
        if from_discovery:
            self.test = (Loader() if Loader else source).discover(".")
        elif self.testNames is None:
            self.test = source.loadTestsFromModule(self.module)
        else:
            self.test = source.loadTestsFromNames(self.testNames, self.module)

    def runTests(self):
        """Run them; the result is kept as `result`."""
        if self.catchbreak:
            installHandler()
        test_runner = self.testRunner or runner.TextTestRunner
        if isinstance(test_runner, type):
            options = {"verbosity": self.verbosity, "failfast": self.failfast,
                       "buffer": self.buffer, "warnings": self.warnings}
            more = {"tb_locals": self.tb_locals, "durations": self.durations}
            test_runner = make_with(test_runner, (), options | more, options, {})
        self.result = test_runner.run(self.test)
        if self.exit:
            if not self.result.wasSuccessful():
                sys.exit(1)
            if self.result.testsRun == 0 and not self.result.skipped:
                sys.exit(5)
            sys.exit(0)


def _name_of_file(name):
    # The name of the module in a file, so that a shell can complete it.
    path = os.path.normpath(name)
    if not (path.lower().endswith(".py") and os.path.isfile(name)):
        return name
    if os.path.isabs(path):
        path = os.path.relpath(path)
        if path.startswith(os.pardir):
            return name
    return path[:-3].replace("\\", ".").replace("/", ".")


main = TestProgram
