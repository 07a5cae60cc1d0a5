"""Both sides of compare.py: what CPython says of a source, and what the front end does, in one shape.

An error is (class name, message, lineno, offset, end_lineno, end_offset, line); warnings are a sorted list of
(lineno, message); scopes are a list of lines.
"""
import ast
import glob
import os
import subprocess
import symtable
import warnings
from codeop import PyCF_ALLOW_INCOMPLETE_INPUT

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
DRIVER = os.path.join(ROOT, "build", "front_driver")
KINDS = ["", "SyntaxError", "IndentationError", "TabError", "ValueError", "RecursionError", "MemoryError", "limit"]
NO_POSITION = -(1 << 31)
FROM_STR = 2  # FRONT_IGNORE_COOKIE
OTHERS = ("compile", "emit", "unparse")  # files of src/front that are not of the front end proper


def build(driver, flags=("-O2",), cc="cc"):
    """Compiles the driver if it is older than a source."""
    sources = [f for f in glob.glob(os.path.join(ROOT, "src", "front", "*.c"))
               if not os.path.basename(f).startswith(OTHERS)]
    sources += glob.glob(os.path.join(ROOT, "src", "base", "*.c"))
    sources.append(os.path.join(ROOT, "tests", "front", "front_driver.c"))
    headers = glob.glob(os.path.join(ROOT, "src", "front", "*.[hd]*"))
    newest = max(map(os.path.getmtime, sources + headers))
    if not os.path.exists(driver) or os.path.getmtime(driver) < newest:
        os.makedirs(os.path.dirname(driver), exist_ok=True)
        include = "-I" + os.path.join(ROOT, "src")
        subprocess.run([cc, "-std=c11", "-g", "-DNX_DEBUG", *flags, include, *sources, "-lm", "-o", driver],
                       check=True)


class Ours:
    """The driver behind its pipe."""

    def __init__(self, driver):
        self.process = subprocess.Popen([driver], stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def close(self):
        self.process.stdin.close()
        self.process.wait()
        self.process.stdout.close()

    def ask(self, what, source, mode="exec", flags=None):
        """The words of the answer's head, and its text."""
        if isinstance(source, str):
            flags = FROM_STR if flags is None else flags
            source = source.encode("utf-8", "surrogatepass")
        head = "%s %s %d %d\n" % (what, mode, flags or 0, len(source))
        self.process.stdin.write(head.encode() + source)
        self.process.stdin.flush()
        words = self.process.stdout.readline().decode().split()
        return words[:-1], self.process.stdout.read(int(words[-1])).decode("utf-8", "surrogatepass")

    def _error(self, words, text):
        numbers = [None if int(n) == NO_POSITION else int(n) for n in words[2:6]]
        message, _, line = text.partition("\1")
        return (KINDS[int(words[1])], message, *numbers, line if _ else None)

    def check(self, source, mode="exec"):
        """(error or None, warnings)"""
        words, text = self.ask("err", source, mode)
        if words[0] != "ok":
            return self._error(words, text), []
        lines = [line.split(" ", 1) for line in text.split("\n") if line]
        return None, sorted((int(number), message.lstrip()) for number, message in lines)

    def strict(self, source, mode="exec"):
        """The error there is if warnings are errors, or None."""
        words, text = self.ask("strict", source, mode)
        return None if words[0] == "ok" else self._error(words, text)

    def dump(self, source, mode="exec"):
        """ast.dump(tree, indent=2, include_attributes=True), or the error."""
        words, text = self.ask("pos", source, mode)
        return text if words[0] == "ok" else self._error(words, text)

    def parser(self, source, mode="exec"):
        """Of sources that do not parse: whether more of it might help, and _metadata without the source."""
        words, _ = self.ask("ast", source, mode)
        if words[0] == "ok":
            return ("ok",)
        metadata = None if words[7] == "none" else tuple(map(int, words[7].split(":")))
        return ("incomplete" if words[6] == "1" else "error", metadata)

    def scopes(self, source, mode="exec"):
        words, text = self.ask("sym", source, mode)
        return _tidy_scopes(text) if words[0] == "ok" else self._error(words, text)


def _position(e):
    return (type(e).__name__, e.msg, e.lineno, e.offset, e.end_lineno, e.end_offset, e.text)


NOTHING = object()


class Theirs:
    """CPython. None, or NOTHING, stands for what it cannot say: it gave up for another reason than the source."""

    def check(self, source, mode="exec"):
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            try:
                compile(source, "x", mode)
            except SyntaxError as e:
                return _position(e), []
            except (RecursionError, MemoryError, OverflowError, ValueError, SystemError):
                return None
        return None, sorted((w.lineno, str(w.message)) for w in caught)

    def strict(self, source, mode="exec"):
        error = None
        for action in "always", "error":
            with warnings.catch_warnings(record=True) as caught:
                warnings.simplefilter(action)
                try:
                    compile(source, "x", mode)
                except SyntaxError as e:
                    error = _position(e)
                except (RecursionError, MemoryError, OverflowError, ValueError, SystemError):
                    return NOTHING
            if len(caught) > 1:
                return NOTHING  # which of several counts is another question
        return error

    def dump(self, source, mode="exec"):
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            try:
                return ast.dump(ast.parse(source, mode=mode), indent=2, include_attributes=True)
            except SyntaxError as e:
                return _position(e)
            except (RecursionError, MemoryError, OverflowError, ValueError):
                return None

    def parser(self, source, mode="exec"):
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            try:
                compile(source, "x", mode, ast.PyCF_ONLY_AST | PyCF_ALLOW_INCOMPLETE_INPUT)
                return ("ok",)
            except SyntaxError as e:
                if "future feature" in e.msg:
                    return None  # found later here
                kind = "incomplete" if type(e) is not SyntaxError and "Incomplete" in type(e).__name__ else "error"
            except (RecursionError, MemoryError, OverflowError, ValueError):
                return None
            try:
                compile(source, "x", mode, ast.PyCF_ONLY_AST)
            except SyntaxError as e:
                return (kind, e._metadata and e._metadata[:2])

    def scopes(self, source, mode="exec"):
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            try:
                top = symtable.symtable(source, "x", mode)
            except SyntaxError as e:
                return _position(e)
            except (RecursionError, MemoryError, ValueError):
                return None
        lines = []
        _put_scope(top, lines, 0)
        return lines


# --- Scopes ---------------------------------------------------------------------------------------------------------
# Left out on both sides: `.defaults`, which CPython has whether there are defaults or not; the annotation scope of a
# function without annotations; and how `__class__` and `__classdict__` of comprehensions in class bodies come about.

QUIET = {".format", "__classdict__"}


def _is_kept(name):
    return name not in (".defaults", "__class__", "__classdict__")


def _put_scope(scope, lines, depth):
    table = scope._table
    pad = "  " * (depth + 1)
    lines.append("  " * depth + "%s %s%s" % (scope.get_type(), table.name, " nested" if table.nested else ""))
    lines.extend(sorted(pad + "%d %d %s" % (bits & 0xFFF, bits >> 12, name)
                        for name, bits in table.symbols.items() if _is_kept(name)))
    lines.append(pad + " ".join(["params", *(n for n in table.varnames if n != ".defaults")]))
    for child in scope.get_children():
        if child.get_type() != "annotation" or child.get_children() or set(child._table.symbols) - QUIET:
            _put_scope(child, lines, depth + 1)


def _tidy_scopes(text):
    """The driver's lines with symbols sorted and the same things left out."""
    given, lines = text.rstrip("\n").split("\n"), []
    at = 0
    while at < len(given):
        head, symbols = given[at], []
        at += 1
        while not given[at].lstrip().startswith("params"):
            symbols.append(given[at])
            at += 1
        params = given[at].replace("params .defaults", "params")
        at += 1
        depth = len(head) - len(head.lstrip())
        is_leaf = at == len(given) or len(given[at]) - len(given[at].lstrip()) <= depth
        if head.lstrip().startswith("annotation") and is_leaf and {s.split()[-1] for s in symbols} <= QUIET:
            continue
        lines += [head, *sorted(s for s in symbols if _is_kept(s.split()[-1])), params]
    return lines
