r"""Examples in doc strings, run and compared with what the text says they print.

An example begins with the prompt `>>>`; lines that begin with `...` belong to it, and what follows
up to an empty line or the next prompt is what it must print. testmod() runs all those of a module.
The text is parsed by a DocTestParser, found by a DocTestFinder, run by a DocTestRunner, and what is
printed is compared by an OutputChecker; DocTestSuite makes tests for unittest of them.
"""

__all__ = ["register_optionflag", "DONT_ACCEPT_TRUE_FOR_1", "DONT_ACCEPT_BLANKLINE",
           "NORMALIZE_WHITESPACE", "ELLIPSIS", "SKIP", "IGNORE_EXCEPTION_DETAIL",
           "COMPARISON_FLAGS", "REPORT_UDIFF", "REPORT_CDIFF", "REPORT_NDIFF",
           "REPORT_ONLY_FIRST_FAILURE", "REPORTING_FLAGS", "FAIL_FAST", "Example", "DocTest",
           "DocTestParser", "DocTestFinder", "DocTestRunner", "OutputChecker", "DocTestFailure",
           "UnexpectedException", "DebugRunner", "testmod", "testfile", "run_docstring_examples",
           "DocTestSuite", "DocFileSuite", "set_unittest_reportflags", "script_from_examples",
           "testsource", "debug_src", "debug"]

import __future__

import difflib
import functools
import inspect
import linecache
import os
import re
import sys
import traceback
import types
from collections import namedtuple
from io import StringIO

__unittest = True

OPTIONFLAGS_BY_NAME = {}


def register_optionflag(name):
    """The flag of an option by its name; a new one if there is none yet."""
    return OPTIONFLAGS_BY_NAME.setdefault(name, 1 << len(OPTIONFLAGS_BY_NAME))


DONT_ACCEPT_TRUE_FOR_1 = register_optionflag("DONT_ACCEPT_TRUE_FOR_1")
DONT_ACCEPT_BLANKLINE = register_optionflag("DONT_ACCEPT_BLANKLINE")
NORMALIZE_WHITESPACE = register_optionflag("NORMALIZE_WHITESPACE")
ELLIPSIS = register_optionflag("ELLIPSIS")
SKIP = register_optionflag("SKIP")
IGNORE_EXCEPTION_DETAIL = register_optionflag("IGNORE_EXCEPTION_DETAIL")
COMPARISON_FLAGS = (DONT_ACCEPT_TRUE_FOR_1 | DONT_ACCEPT_BLANKLINE | NORMALIZE_WHITESPACE
                    | ELLIPSIS | SKIP | IGNORE_EXCEPTION_DETAIL)
REPORT_UDIFF = register_optionflag("REPORT_UDIFF")
REPORT_CDIFF = register_optionflag("REPORT_CDIFF")
REPORT_NDIFF = register_optionflag("REPORT_NDIFF")
REPORT_ONLY_FIRST_FAILURE = register_optionflag("REPORT_ONLY_FIRST_FAILURE")
FAIL_FAST = register_optionflag("FAIL_FAST")
REPORTING_FLAGS = (REPORT_UDIFF | REPORT_CDIFF | REPORT_NDIFF | REPORT_ONLY_FIRST_FAILURE
                   | FAIL_FAST)
BLANKLINE_MARKER = "<BLANKLINE>"
ELLIPSIS_MARKER = "..."


class TestResults(namedtuple("TestResults", "failed attempted")):
    """How many examples failed, of how many; `skipped` is how many were not run."""

    def __new__(cls, failed, attempted, *, skipped=0):
        self = super().__new__(cls, failed, attempted)
        self.skipped = skipped
        return self

    def __repr__(self):
        more = f", skipped={self.skipped}" if self.skipped else ""
        return f"TestResults(failed={self.failed}, attempted={self.attempted}{more})"


def _indent(text, indent=4):
    return re.sub(r"(?m)^(?!$)", " " * indent, text)


def _exception_traceback(exc_info):
    return "".join(traceback.format_exception(*exc_info))


def _extract_future_flags(globs):
    # The compiler flags of the features that are in a namespace.
    features = {name: getattr(__future__, name) for name in __future__.all_feature_names}
    return functools.reduce(int.__or__, [feature.compiler_flag for name, feature in features.items()
                                         if globs.get(name) is feature], 0)


def _normalize_module(module, depth=2):
    if inspect.ismodule(module):
        return module
    if isinstance(module, str):
        return __import__(module, globals(), locals(), ["*"])
    if module is None:
        return sys.modules[sys._getframe(depth).f_globals["__name__"]]
    raise TypeError("Expected a module, string, or None")


class Example:
    """One piece of code and what it must print: source, want, exc_msg (what it must raise, or
    None), lineno and indent in the text, options ({flag: bool}).
    """

    def __init__(self, source, want, exc_msg=None, lineno=0, indent=0, options=None):
        self.source = _with_end(source)
        self.want = _with_end(want) if want else want
        self.lineno, self.indent = lineno, indent
        self.options = {} if options is None else options
        self.exc_msg = exc_msg if exc_msg is None else _with_end(exc_msg)

    def _key(self):
        return self.source, self.want, self.lineno, self.indent, self.exc_msg

    def __eq__(self, other):
        if type(self) is not type(other):
            return NotImplemented
        return self._key() == other._key() and self.options == other.options

    def __hash__(self):
        return hash(self._key())


def _with_end(text):
    return text if text.endswith("\n") else text + "\n"


class DocTest:
    """The examples of one text, which run one after the other in one namespace."""

    def __init__(self, examples, globs, name, filename, lineno, docstring):
        assert not isinstance(examples, str), \
            "DocTest no longer accepts str; use DocTestParser instead"
        self.examples, self.docstring = examples, docstring
        self.globs = globs.copy()
        self.name, self.filename, self.lineno = name, filename, lineno

    def __repr__(self):
        n = len(self.examples)
        count = "no examples" if n == 0 else "1 example" if n == 1 else f"{n} examples"
        return (f"<{self.__class__.__name__} {self.name} from "
                f"{self.filename}:{self.lineno} ({count})>")

    def _key(self):
        return self.examples, self.docstring, self.globs, self.name, self.filename, self.lineno

    def __eq__(self, other):
        if type(self) is not type(other):
            return NotImplemented
        return self._key() == other._key()

    def __hash__(self):
        return hash((self.docstring, self.name, self.filename, self.lineno))

    def __lt__(self, other):
        if not isinstance(other, DocTest):
            return NotImplemented
        return self._place() < other._place()

    def _place(self):
        lineno = -1 if self.lineno is None else self.lineno
        return self.name, self.filename, lineno, id(self)


class DocTestParser:
    """Finds the examples in a text."""

    _EXCEPTION_RE = re.compile(
        r"^Traceback \((?:most recent call last|innermost last)\):\s*$(?P<stack>.*?)"
        r"^(?P<msg>\w+.*)", re.MULTILINE | re.DOTALL)
    _OPTION_DIRECTIVE_RE = re.compile(r"#\s*doctest:\s*([^\n'\"]*)$", re.MULTILINE)

    def parse(self, string, name="<string>"):
        """The text as a list: examples, and what stands before and behind each."""
        string = string.expandtabs()
        margin = self._min_indent(string)
        if margin:
            string = "\n".join(line[margin:] for line in string.split("\n"))
        lines = string.split("\n")
        output, between, at = [], 0, 0
        while at < len(lines):
            if not lines[at].lstrip(" ").startswith(">>>"):
                at += 1
                continue
            end = at + 1
            while end < len(lines) and lines[end].lstrip(" ").startswith("..."):
                end += 1
            stop = end
            while (stop < len(lines) and lines[stop].strip(" ")
                   and not lines[stop].lstrip(" ").startswith(">>>")):
                stop += 1
            output.append("".join(line + "\n" for line in lines[between:at]))
            example = self._parse_example(lines[at:end], lines[end:stop], name, at, margin)
            if example is not None:
                output.append(example)
            at = between = stop
        output.append("\n".join(lines[between:]))
        return output

    def get_doctest(self, string, globs, name, filename, lineno):
        """The DocTest of a text."""
        return DocTest(self.get_examples(string, name), globs, name, filename, lineno, string)

    def get_examples(self, string, name="<string>"):
        """The examples of a text; lineno counts from 0 at its first line."""
        return [each for each in self.parse(string, name) if isinstance(each, Example)]

    def _parse_example(self, source_lines, want_lines, name, lineno, margin):
        indent = len(source_lines[0]) - len(source_lines[0].lstrip(" "))
        for i, line in enumerate(source_lines):
            if len(line) >= indent + 4 and line[indent + 3] != " ":
                raise ValueError(f"line {lineno + i + 1!r} of the docstring for {name} lacks "
                                 f"blank after {line[indent:indent + 3]}: {line!r}")
        self._check_prefix(source_lines[1:], " " * indent + ".", name, lineno)
        self._check_prefix(want_lines, " " * indent, name, lineno + len(source_lines))
        source = "\n".join(line[indent + 4:] for line in source_lines)
        want = "\n".join(line[indent:] for line in want_lines)
        raised = self._EXCEPTION_RE.match(want)
        options = self._find_options(source, name, lineno)
        if all(not line.strip() or line.lstrip().startswith("#") for line in source.split("\n")):
            return None
        return Example(source, want, raised.group("msg") if raised else None, lineno=lineno,
                       indent=margin + indent, options=options)

    def _find_options(self, source, name, lineno):
        options = {}
        for found in self._OPTION_DIRECTIVE_RE.finditer(source):
            for option in found.group(1).replace(",", " ").split():
                if option[0] not in "+-" or option[1:] not in OPTIONFLAGS_BY_NAME:
                    raise ValueError(f"line {lineno + 1!r} of the doctest for {name} has an "
                                     f"invalid option: {option!r}")
                options[OPTIONFLAGS_BY_NAME[option[1:]]] = option[0] == "+"
        if options and source.lstrip().startswith("#") and "\n" not in source.strip():
            raise ValueError(f"line {lineno!r} of the doctest for {name} has an option directive "
                             f"on a line with no example: {source!r}")
        return options

    def _min_indent(self, text):
        return min((len(line) - len(line.lstrip(" ")) for line in text.split("\n")
                    if line.strip()), default=0)

    def _check_prefix(self, lines, prefix, name, lineno):
        for i, line in enumerate(lines):
            if line and not line.startswith(prefix):
                raise ValueError(f"line {lineno + i + 1!r} of the docstring for {name} has "
                                 f"inconsistent leading whitespace: {line!r}")


class DocTestFinder:
    """Finds the doc strings of an object, and of what it defines."""

    def __init__(self, verbose=False, parser=DocTestParser(), recurse=True, exclude_empty=True):
        self._parser, self._verbose = parser, verbose
        self._recurse, self._exclude_empty = recurse, exclude_empty

    def find(self, obj, name=None, module=None, globs=None, extraglobs=None):
        """The DocTests of an object; only what its module defines itself. module=False: all."""
        if name is None:
            name = getattr(obj, "__name__", None)
            if name is None:
                raise ValueError("DocTestFinder.find: name must be given when obj.__name__ "
                                 f"doesn't exist: {type(obj)!r}")
        if module is False:
            module = None
        elif module is None:
            module = inspect.getmodule(obj)
        if globs is None:
            globs = {} if module is None else module.__dict__.copy()
        else:
            globs = globs.copy()
        if extraglobs is not None:
            globs.update(extraglobs)
        globs.setdefault("__name__", "__main__")
        tests = []
        self._find(tests, obj, name, module, self._lines_of(obj, module), globs, set())
        tests.sort()
        return tests

    def _lines_of(self, obj, module):
        try:
            file = inspect.getsourcefile(obj)
        except TypeError:
            return None
        if not file:
            file = inspect.getfile(obj)
            if not (file.startswith("<") and file.endswith(">")):
                return None
        if module is None:
            lines = linecache.getlines(file)
        else:
            lines = linecache.getlines(file, module.__dict__)
        return lines or None

    def _from_module(self, module, obj):
        if module is None:
            return True
        found = inspect.getmodule(obj)
        if found is not None:
            return found is module
        if inspect.isfunction(obj):
            return obj.__globals__ is module.__dict__
        wrapper = inspect.ismethoddescriptor(obj) or inspect.ismethodwrapper(obj)
        owner = getattr(obj, "__objclass__", obj) if wrapper else obj
        if hasattr(owner, "__module__"):
            return owner.__module__ == module.__name__
        if wrapper or isinstance(obj, property):
            return True  # nothing tells
        raise ValueError("object must be a class or function")

    def _is_routine(self, obj):
        try:
            obj = inspect.unwrap(obj)
        except Exception:
            pass  # an object that pretends to wrap another
        return inspect.isroutine(obj)

    def _find(self, tests, obj, name, module, source_lines, globs, seen):
        if self._verbose:
            print(f"Finding tests in {name}")
        if id(obj) in seen:
            return
        seen.add(id(obj))
        test = self._get_test(obj, name, module, globs, source_lines)
        if test is not None:
            tests.append(test)
        if not self._recurse:
            return
        inner = ()
        if inspect.ismodule(obj):
            inner = self._names_in_module(obj, module)
        elif inspect.isclass(obj):
            inner = self._names_in_class(obj, module)
        for key, value in inner:
            self._find(tests, value, f"{name}.{key}", module, source_lines, globs, seen)

    def _names_in_module(self, obj, module):
        for key, value in obj.__dict__.items():
            if ((self._is_routine(value) or inspect.isclass(value))
                    and self._from_module(module, value)):
                yield key, value
        for key, value in getattr(obj, "__test__", {}).items():
            if not isinstance(key, str):
                raise ValueError("DocTestFinder.find: __test__ keys must be strings: "
                                 f"{type(key)!r}")
            if not (inspect.isroutine(value) or inspect.isclass(value)
                    or inspect.ismodule(value) or isinstance(value, str)):
                raise ValueError("DocTestFinder.find: __test__ values must be strings, "
                                 f"functions, methods, classes, or modules: {type(value)!r}")
            yield f"__test__.{key}", value

    def _names_in_class(self, obj, module):
        for key, value in obj.__dict__.items():
            if isinstance(value, (staticmethod, classmethod)):
                value = value.__func__
            if ((inspect.isroutine(value) or inspect.isclass(value)
                 or isinstance(value, property)) and self._from_module(module, value)):
                yield key, value

    def _get_test(self, obj, name, module, globs, source_lines):
        if isinstance(obj, str):
            text = obj
        else:
            text = getattr(obj, "__doc__", None)
            text = "" if text is None else str(text)
        lineno = self._find_lineno(obj, source_lines)
        if self._exclude_empty and not text:
            return None
        filename = None
        if module is not None:
            filename = getattr(module, "__file__", None) or module.__name__
            if filename.endswith(".pyc"):
                filename = filename[:-1]
        return self._parser.get_doctest(text, globs, name, filename, lineno)

    def _find_lineno(self, obj, source_lines):
        # Where the doc string begins, from 0, or None.
        lineno = _first_line(obj, source_lines)
        if lineno is None:
            return None
        if source_lines is None:
            return lineno + 1
        quoted = re.compile(r"(^|.*:)\s*\w*(\"|')")
        return next((i for i in range(lineno, len(source_lines)) if quoted.match(source_lines[i])),
                    None)


# What holds the function or the code of an object, by its type.
_INSIDE = {types.MethodType: "__func__", property: "fget", functools.cached_property: "func",
           types.TracebackType: "tb_frame", types.FrameType: "f_code"}


def _first_line(obj, source_lines):
    if inspect.ismodule(obj):
        return None if obj.__doc__ is None else 0
    if inspect.isclass(obj):
        if obj.__doc__ is None:
            return None
        head = re.compile(r"^\s*class\s*%s\b" % re.escape(obj.__name__))
        return next((i for i, line in enumerate(source_lines or ()) if head.match(line)), None)
    for kind, inner in _INSIDE.items():
        if isinstance(obj, kind):
            obj = getattr(obj, inner)
    if inspect.isroutine(obj) and getattr(obj, "__doc__", None):
        obj = getattr(inspect.unwrap(obj), "__code__", None)
    return obj.co_firstlineno - 1 if inspect.iscode(obj) else None


class _SpoofOut(StringIO):
    # What an example prints.
    def getvalue(self):
        result = super().getvalue()
        return _with_end(result) if result else result

    def truncate(self, size=None):
        self.seek(size)
        super().truncate()


class DocTestRunner:
    """Runs the examples of DocTests, and shows those that fail.

    checker compares; verbose shows all examples; optionflags hold for all that do not say others.
    tries, failures and skips are the counts so far.
    """

    DIVIDER = "*" * 70

    def __init__(self, checker=None, verbose=None, optionflags=0):
        self._checker = checker or OutputChecker()
        self._verbose = "-v" in sys.argv if verbose is None else verbose
        self.optionflags = self.original_optionflags = optionflags
        self.tries = self.failures = self.skips = 0
        self._stats = {}
        self._fakeout = _SpoofOut()

    def report_start(self, out, test, example):
        """An example is going to be run."""
        if self._verbose:
            want = f"Expecting:\n{_indent(example.want)}" if example.want \
                else "Expecting nothing\n"
            out(f"Trying:\n{_indent(example.source)}{want}")

    def report_success(self, out, test, example, got):
        """It printed what it should."""
        if self._verbose:
            out("ok\n")

    def report_failure(self, out, test, example, got):
        """It printed something else."""
        out(self._failure_header(test, example)
            + self._checker.output_difference(example, got, self.optionflags))

    def report_unexpected_exception(self, out, test, example, exc_info):
        """It raised what it should not."""
        out(self._failure_header(test, example) + "Exception raised:\n"
            + _indent(_exception_traceback(exc_info)))

    def _failure_header(self, test, example):
        if test.filename:
            known = test.lineno is not None and example.lineno is not None
            lineno = test.lineno + example.lineno + 1 if known else "?"
            where = f'File "{test.filename}", line {lineno}, in {test.name}'
        else:
            where = f"Line {example.lineno + 1}, in {test.name}"
        return f"{self.DIVIDER}\n{where}\nFailed example:\n{_indent(example.source)}"

    def __run(self, test, compileflags, out):
        failures = tries = skips = 0
        original = self.optionflags
        try:
            for number, example in enumerate(test.examples):
                quiet = self.optionflags & REPORT_ONLY_FIRST_FAILURE and failures > 0
                self.optionflags = original
                for flag, on in example.options.items():
                    self.optionflags = (self.optionflags | flag if on
                                        else self.optionflags & ~flag)
                tries += 1
                if self.optionflags & SKIP:
                    skips += 1
                    continue
                if not quiet:
                    self.report_start(out, test, example)
                raised = self.__execute(test, example, number, compileflags)
                got = self._fakeout.getvalue()
                self._fakeout.truncate(0)
                failures += self.__judge(test, example, got, raised, quiet, out)
                if failures and self.optionflags & FAIL_FAST:
                    break
        finally:
            self.optionflags = original
        self.__count(test, failures, tries, skips)
        return TestResults(failures, tries, skipped=skips)

    def __execute(self, test, example, number, compileflags):
        # What it raised, as sys.exc_info() says it, or None.
        name = f"<doctest {test.name}[{number}]>"
        try:
            exec(compile(example.source, name, "single", compileflags, True), test.globs)
        except KeyboardInterrupt:
            raise
        except:
            kind, value, tb = sys.exc_info()
            return kind, value, tb.tb_next  # without the frame of this function
        return None

    def __judge(self, test, example, got, raised, quiet, out):
        # Whether the example failed, after telling so.
        check = self._checker.check_output
        if raised is None:
            good = check(example.want, got, self.optionflags)
        else:
            message = _message_of(raised)
            if not quiet:
                got += _exception_traceback(raised)
            if example.exc_msg is None:
                if not quiet:
                    self.report_unexpected_exception(out, test, example, raised)
                return True
            good = check(example.exc_msg, message, self.optionflags)
            if not good and self.optionflags & IGNORE_EXCEPTION_DETAIL:
                good = check(_strip_exception_details(example.exc_msg),
                             _strip_exception_details(message), self.optionflags)
        if not quiet:
            report = self.report_success if good else self.report_failure
            report(out, test, example, got)
        return not good

    def __count(self, test, failures, tries, skips):
        before = self._stats.get(test.name, (0, 0, 0))
        self._stats[test.name] = tuple(map(sum, zip(before, (failures, tries, skips))))
        self.failures += failures
        self.tries += tries
        self.skips += skips

    __FILENAME_RE = re.compile(r"<doctest (?P<name>.+)\[(?P<number>\d+)\]>")

    def __lines_of(self, filename, module_globals=None):
        # For tracebacks: the text of an example of the test that runs.
        found = self.__FILENAME_RE.match(filename)
        if found and found.group("name") == self.test.name:
            return self.test.examples[int(found.group("number"))].source.splitlines(keepends=True)
        return self.save_linecache_getlines(filename, module_globals)

    def run(self, test, compileflags=None, out=None, clear_globs=True):
        """Run a DocTest and show what fails with out(text); TestResults."""
        self.test = test
        if compileflags is None:
            compileflags = _extract_future_flags(test.globs)
        kept = sys.stdout, sys.displayhook, linecache.getlines
        if out is None:
            out = sys.stdout.write
        sys.stdout, sys.displayhook = self._fakeout, sys.__displayhook__
        self.save_linecache_getlines = linecache.getlines
        linecache.getlines = self.__lines_of
        try:
            return self.__run(test, compileflags, out)
        finally:
            sys.stdout, sys.displayhook, linecache.getlines = kept
            if clear_globs:
                test.globs.clear()
                import builtins
                builtins._ = None

    def summarize(self, verbose=None):
        """Print what happened so far; TestResults."""
        verbose = self._verbose if verbose is None else verbose
        none, passed, failed = [], [], []
        for name, counts in sorted(self._stats.items()):
            kind = failed if counts[0] else none if counts[1] == 0 else passed
            kind.append((name, counts))
        tries, failures, skips = self.tries, self.failures, self.skips
        if verbose:
            if none:
                print(f"{_n_items(none)} had no tests:")
                for name, _ in none:
                    print(f"    {name}")
            if passed:
                print(f"{_n_items(passed)} passed all tests:")
                for name, counts in passed:
                    n = counts[1]
                    print(f" {n:3d} test{'' if n == 1 else 's'} in {name}")
        if failed:
            print(self.DIVIDER)
            print(f"{_n_items(failed)} had failures:")
            for name, counts in failed:
                print(f" {counts[0]:3d} of {counts[1]:3d} in {name}")
        if verbose:
            n = len(self._stats)
            print(f"{tries} test{'' if tries == 1 else 's'} in {_n_items(self._stats)}.")
            print(f"{tries - failures} passed"
                  + (f" and {failures} failed." if failures else "."))
        skipped = f"{skips} skipped test{'' if skips == 1 else 's'}" if skips else ""
        if failures:
            text = f"***Test Failed*** {failures} failure{'' if failures == 1 else 's'}"
            print(f"{text} and {skipped}." if skips else f"{text}.")
        elif verbose:
            print(f"Test passed with {skipped}." if skips else "Test passed.")
        return TestResults(failures, tries, skipped=skips)

    def merge(self, other):
        """Add what another runner has counted."""
        for name, counts in other._stats.items():
            before = self._stats.get(name, (0, 0, 0))
            self._stats[name] = tuple(map(sum, zip(before, counts)))


def _n_items(items):
    n = len(items)
    return f"{n} item{'' if n == 1 else 's'}"


def _message_of(raised):
    # What a traceback ends with; of a SyntaxError without the line of the source.
    kind, value, _ = raised
    lines = traceback.format_exception_only(kind, value)
    if issubclass(kind, SyntaxError):
        heads = f"{kind.__qualname__}:", f"{kind.__module__}.{kind.__qualname__}:"
        lines = lines[next(i for i, line in enumerate(lines) if line.startswith(heads)):]
    return "".join(lines)


def _strip_exception_details(message):
    # The name of the exception's class, without its module and what it says.
    head = message.partition("\n")[0]
    return head.partition(":")[0].rpartition(".")[2]


class OutputChecker:
    """Compares what an example printed with what it should."""

    def _toAscii(self, text):
        return str(text.encode("ASCII", "backslashreplace"), "ASCII")

    def check_output(self, want, got, optionflags):
        """Whether they are alike enough."""
        for want, got in _readings(self._toAscii(want), self._toAscii(got), optionflags):
            if want == got:
                return True
        return bool(optionflags & ELLIPSIS) and _ellipsis_match(want, got)

    def _do_a_fancy_diff(self, want, got, optionflags):
        several_lines = min(want.count("\n"), got.count("\n")) > 2
        wanted = REPORT_UDIFF | REPORT_CDIFF | REPORT_NDIFF if several_lines else REPORT_NDIFF
        return bool(optionflags & wanted)

    def output_difference(self, example, got, optionflags):
        """What differs, in words."""
        want = example.want
        if not optionflags & DONT_ACCEPT_BLANKLINE:
            got = re.sub("(?m)^[ ]*(?=\n)", BLANKLINE_MARKER, got)
        if self._do_a_fancy_diff(want, got, optionflags):
            wanted, had = want.splitlines(keepends=True), got.splitlines(keepends=True)
            if optionflags & REPORT_UDIFF:
                diff = list(difflib.unified_diff(wanted, had, n=2))[2:]
                kind = "unified diff with -expected +actual"
            elif optionflags & REPORT_CDIFF:
                diff = list(difflib.context_diff(wanted, had, n=2))[2:]
                kind = "context diff with expected followed by actual"
            else:
                diff = list(difflib.Differ(charjunk=difflib.IS_CHARACTER_JUNK)
                            .compare(wanted, had))
                kind = "ndiff with -expected +actual"
            return f"Differences ({kind}):\n" + _indent("".join(diff))
        text = f"Expected:\n{_indent(want)}" if want else "Expected nothing\n"
        return text + (f"Got:\n{_indent(got)}" if got else "Got nothing\n")


def _readings(want, got, flags):
    # Both texts as they are, and as the flags allow to read them.
    yield want, got
    if not flags & DONT_ACCEPT_TRUE_FOR_1:
        yield {"1\n": "True\n", "0\n": "False\n"}.get(want, want), got
    if not flags & DONT_ACCEPT_BLANKLINE:
        want = re.sub(r"(?m)^%s\s*?$" % re.escape(BLANKLINE_MARKER), "", want)
        got = re.sub(r"(?m)^[^\S\n]+$", "", got)
        yield want, got
    if flags & NORMALIZE_WHITESPACE:
        yield " ".join(want.split()), " ".join(got.split())


def _ellipsis_match(want, got):
    # Each ... stands for any text, also for none.
    if ELLIPSIS_MARKER not in want:
        return want == got
    first, *middle, last = want.split(ELLIPSIS_MARKER)
    if not got.startswith(first) or not got.endswith(last):
        return False
    at, end = len(first), len(got) - len(last)
    for piece in middle:
        at = got.find(piece, at, end) if at <= end else -1
        if at < 0:
            return False
        at += len(piece)
    return at <= end


class DocTestFailure(Exception):
    """A DebugRunner raises it for an example that printed something else."""

    def __init__(self, test, example, got):
        self.test, self.example, self.got = test, example, got

    def __str__(self):
        return str(self.test)


class UnexpectedException(Exception):
    """A DebugRunner raises it for an example that raised what it should not."""

    def __init__(self, test, example, exc_info):
        self.test, self.example, self.exc_info = test, example, exc_info

    def __str__(self):
        return str(self.test)


class DebugRunner(DocTestRunner):
    """Raises at the first failure; the namespace of the test is kept then."""

    def run(self, test, compileflags=None, out=None, clear_globs=True):
        """Run a DocTest."""
        result = DocTestRunner.run(self, test, compileflags, out, False)
        if clear_globs:
            test.globs.clear()
        return result

    def report_unexpected_exception(self, out, test, example, exc_info):
        """Raise it."""
        raise UnexpectedException(test, example, exc_info)

    def report_failure(self, out, test, example, got):
        """Raise it."""
        raise DocTestFailure(test, example, got)


master = None  # what testmod and testfile have counted


def _run_all(tests, verbose, report, optionflags, raise_on_error):
    global master
    kind = DebugRunner if raise_on_error else DocTestRunner
    runner = kind(verbose=verbose, optionflags=optionflags)
    for test in tests:
        runner.run(test)
    if report:
        runner.summarize()
    if master is None:
        master = runner
    else:
        master.merge(runner)
    return TestResults(runner.failures, runner.tries, skipped=runner.skips)


def testmod(m=None, name=None, globs=None, verbose=None, report=True, optionflags=0,
            extraglobs=None, raise_on_error=False, exclude_empty=False):
    """Run the examples of a module (the program's) and of its __test__; TestResults."""
    if m is None:
        m = sys.modules.get("__main__")
    if not inspect.ismodule(m):
        raise TypeError(f"testmod: module required; {m!r}")
    finder = DocTestFinder(exclude_empty=exclude_empty)
    tests = finder.find(m, m.__name__ if name is None else name, globs=globs,
                        extraglobs=extraglobs)
    return _run_all(tests, verbose, report, optionflags, raise_on_error)


def _load_testfile(filename, package, module_relative, encoding):
    if module_relative:
        package = _normalize_module(package, 4)
        filename = _module_relative_path(package, filename)
    with open(filename, encoding=encoding) as file:
        return file.read(), filename


def _module_relative_path(module, test_path):
    if test_path.startswith("/"):
        raise ValueError("Module-relative files may not have absolute paths")
    if getattr(module, "__file__", None):
        folder = os.path.dirname(module.__file__)
    elif module.__name__ == "__main__":
        folder = os.path.dirname(sys.argv[0]) if sys.argv and sys.argv[0] else os.curdir
    else:
        raise ValueError("Can't resolve paths relative to the module "
                         f"{module!r} (it has no __file__)")
    return os.path.join(folder, *test_path.split("/"))


def testfile(filename, module_relative=True, name=None, package=None, globs=None, verbose=None,
             report=True, optionflags=0, extraglobs=None, raise_on_error=False,
             parser=DocTestParser(), encoding=None):
    """Run the examples of a text file, whose path is relative to the caller's module; TestResults.
    """
    test = _test_of_file(filename, module_relative, name, package, globs, extraglobs, parser,
                         encoding)
    return _run_all([test], verbose, report, optionflags, raise_on_error)


def _test_of_file(filename, module_relative, name, package, globs, extraglobs, parser, encoding):
    if package and not module_relative:
        raise ValueError("Package may only be specified for module-relative paths.")
    text, path = _load_testfile(filename, package, module_relative, encoding or "utf-8")
    globs = {} if globs is None else globs.copy()
    if extraglobs is not None:
        globs.update(extraglobs)
    globs.setdefault("__name__", "__main__")
    return parser.get_doctest(text, globs, name or os.path.basename(filename), path, 0)


def run_docstring_examples(f, globs, verbose=False, name="NoName", compileflags=None,
                           optionflags=0):
    """Run the examples of one object in a namespace."""
    finder = DocTestFinder(verbose=verbose, recurse=False)
    runner = DocTestRunner(verbose=verbose, optionflags=optionflags)
    for test in finder.find(f, name, globs=globs):
        runner.run(test, compileflags=compileflags)


def script_from_examples(s):
    """The examples of a text as a program, with all the rest as comments."""
    script = []
    for piece in DocTestParser().parse(s):
        example = isinstance(piece, Example)
        lines = (piece.want if example else piece).split("\n")[:-1]
        if example:
            script += [piece.source[:-1], "# Expected:"] if lines else [piece.source[:-1]]
            script += [f"## {line}" for line in lines]
        else:
            script += [f"# {line}" if line else "#" for line in lines]
    kept = [i for i, line in enumerate(script) if line != "#"] or [len(script)]
    return "\n".join(script[kept[0]:kept[-1] + 1]) + "\n"


def testsource(module, name):
    """The examples of the doc string with a full name, as a program."""
    module = _normalize_module(module)
    for test in DocTestFinder().find(module):
        if test.name == name:
            return script_from_examples(test.docstring)
    raise ValueError(name, "not found in tests")


def debug_src(src, pm=False, globs=None):
    """Run the examples of a text as a program. There is no debugger."""
    exec(script_from_examples(src), dict(globs or ()))


def debug(module, name, pm=False):
    """Run the examples of the doc string with a full name as a program."""
    module = _normalize_module(module)
    exec(testsource(module, name), dict(module.__dict__))


from _doctest_cases import (
    DocFileCase, DocFileSuite, DocFileTest, DocTestCase, DocTestSuite, SkipDocTestCase,
    _DocTestSuite, set_unittest_reportflags)
