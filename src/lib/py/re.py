"""Regular expressions: the functions of re over the classes and the engine in _re."""
__path__ = []  # re._parser and re._constants are frozen

import _re
import copyreg
import enum
from _re import Match, Pattern, cached as _cached

__all__ = [
    "match", "fullmatch", "search", "sub", "subn", "split", "findall", "finditer", "compile",
    "purge", "escape", "error", "Pattern", "Match", "A", "I", "L", "M", "S", "X", "U", "ASCII",
    "IGNORECASE", "LOCALE", "MULTILINE", "DOTALL", "VERBOSE", "UNICODE", "NOFLAG", "RegexFlag",
    "PatternError",
]

@enum.global_enum
@enum._simple_enum(enum.IntFlag, boundary=enum.KEEP)
class RegexFlag:
    """The flags of regular expressions."""

    NOFLAG = 0
    ASCII = A = 256
    IGNORECASE = I = 2
    LOCALE = L = 4
    UNICODE = U = 32
    MULTILINE = M = 8
    DOTALL = S = 16
    VERBOSE = X = 64
    DEBUG = 128
    __str__ = object.__str__
    _numeric_repr_ = hex


class PatternError(Exception):
    """The pattern is no regular expression: msg says why, pos where."""

    __module__ = "re"

    def __init__(self, msg, pattern=None, pos=None):
        self.msg = msg
        self.pattern = pattern
        self.pos = pos
        if pattern is not None and pos is not None:
            msg = "%s at position %d" % (msg, pos)
            newline = "\n" if isinstance(pattern, str) else b"\n"
            self.lineno = pattern.count(newline, 0, pos) + 1
            self.colno = pos - pattern.rfind(newline, 0, pos)
            if newline in pattern:
                msg = f"{msg} (line {self.lineno}, column {self.colno})"
        else:
            self.lineno = self.colno = None
        super().__init__(msg)


error = PatternError


def _raise(failure, pattern):
    kind, message, pos = failure
    if kind == 1:
        raise PatternError(message, pattern, pos)
    if kind == 2:
        raise ValueError(message)
    if kind == 3:
        raise OverflowError(message)
    if kind == 4:
        raise RecursionError(message)
    if kind == 5:
        raise IndexError(message)
    raise MemoryError(message)


def _compile(pattern, flags):
    # What _re.cached leaves: derived classes of str and bytes, warnings, and all that is wrong.
    {}.get((type(pattern), pattern, flags))    # says so when one has no hash
    if isinstance(pattern, Pattern):
        if flags:
            raise ValueError("cannot process flags argument with a compiled pattern")
        return pattern
    if not isinstance(pattern, (str, bytes)):
        raise TypeError("first argument must be string or compiled pattern")
    flags & RegexFlag.VERBOSE.value    # TypeError: no number
    made = _re.compile(pattern, flags)
    if type(made) is not Pattern:
        if len(made) == 3:
            _raise(made, pattern)
        made, warned = made
        for text in warned:
            import warnings
            warnings.warn(text, FutureWarning, stacklevel=3)
    if not -1 << 31 <= flags < 1 << 31:
        raise OverflowError("Python int too large to convert to C int")
    return made


def compile(pattern, flags=0):
    """The pattern as an object, for those who use it often."""
    return _cached(pattern, flags) or _compile(pattern, flags)


def match(pattern, string, flags=0):
    """The match of a pattern at the beginning of a text; None if there is none."""
    return (_cached(pattern, flags) or _compile(pattern, flags)).match(string)


def fullmatch(pattern, string, flags=0):
    """The match of a pattern with the whole text; None if there is none."""
    return (_cached(pattern, flags) or _compile(pattern, flags)).fullmatch(string)


def search(pattern, string, flags=0):
    """The first match of a pattern in a text; None if there is none."""
    return (_cached(pattern, flags) or _compile(pattern, flags)).search(string)


class _Absent(int):
    pass


_absent = _Absent(0)


def _positional(name, limit, args, limited, flags):
    # A limit, and flags, that were not given by name.
    if limited is not _absent:
        raise TypeError(f"{name}() got multiple values for argument '{limit}'")
    if len(args) > 1 and flags is not _absent:
        raise TypeError(f"{name}() got multiple values for argument 'flags'")
    if len(args) > 2:
        own = 2 if limit == "maxsplit" else 3
        raise TypeError(f"{name}() takes from {own} to {own + 2} positional arguments "
                        f"but {own + len(args)} were given")
    import warnings
    warnings.warn(f"'{limit}' is passed as positional argument", DeprecationWarning, stacklevel=3)
    return args[0], args[1] if len(args) > 1 else flags


def sub(pattern, repl, string, *args, count=_absent, flags=_absent):
    """The text with the matches of a pattern replaced by a template, or by what a function gives.
    """
    if args:
        count, flags = _positional("sub", "count", args, count, flags)
    return (_cached(pattern, flags) or _compile(pattern, flags)).sub(repl, string, count)


def subn(pattern, repl, string, *args, count=_absent, flags=_absent):
    """What sub() gives, and how many matches were replaced."""
    if args:
        count, flags = _positional("subn", "count", args, count, flags)
    return (_cached(pattern, flags) or _compile(pattern, flags)).subn(repl, string, count)


def split(pattern, string, *args, maxsplit=_absent, flags=_absent):
    """The parts of a text between the matches of a pattern."""
    if args:
        maxsplit, flags = _positional("split", "maxsplit", args, maxsplit, flags)
    return (_cached(pattern, flags) or _compile(pattern, flags)).split(string, maxsplit)


sub.__text_signature__ = subn.__text_signature__ = "(pattern, repl, string, count=0, flags=0)"
split.__text_signature__ = "(pattern, string, maxsplit=0, flags=0)"


def findall(pattern, string, flags=0):
    """All matches of a pattern in a list: their texts, or the groups where there are some."""
    return (_cached(pattern, flags) or _compile(pattern, flags)).findall(string)


def finditer(pattern, string, flags=0):
    """Iterate over the matches of a pattern."""
    return (_cached(pattern, flags) or _compile(pattern, flags)).finditer(string)


def purge():
    """Forget the patterns that were compiled."""
    _re.purge()


def escape(pattern):
    """A pattern that matches just this text."""
    return _re.escape(pattern)


def _pickle(pattern):
    return compile, (pattern.pattern, pattern.flags)


copyreg.pickle(Pattern, _pickle)
