"""Regular expressions: the classes and functions of re over the engine in _re."""
import _re
import enum
import operator

__all__ = [
    "match", "fullmatch", "search", "sub", "subn", "split", "findall", "finditer", "compile",
    "purge", "escape", "error", "Pattern", "Match", "A", "I", "L", "M", "S", "X", "U", "ASCII",
    "IGNORECASE", "LOCALE", "MULTILINE", "DOTALL", "VERBOSE", "UNICODE", "NOFLAG", "RegexFlag",
    "PatternError",
]

_SEARCH, _MATCH, _FULLMATCH = 0, 1, 2
_ADVANCE = 4  # not an empty match at the first position
_MATCHES, _ONE, _FINDALL, _SPLIT, _SUB = range(5)
_scan = _re.scan
Match = _re.Match
_END = 9223372036854775807


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


_Proxy = type(type.__dict__)


def _size(n):
    if type(n) is not int:
        n = operator.index(n)
    if -1 << 63 <= n < 1 << 63:
        return n
    raise OverflowError("Python int too large to convert to C ssize_t")


class PatternError(Exception):
    """The pattern is no regular expression: msg says why, pos where."""

    __module__ = "re"

    def __init__(self, msg, pattern=None, pos=None):
        self.msg = msg
        self.pattern = pattern
        self.pos = pos
        if pattern is not None and pos is not None:
            msg = f"{msg} at position {pos}"
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


class Pattern:
    """A regular expression, compiled."""

    __module__ = "re"
    __slots__ = ("pattern", "flags", "groups", "_names", "_program", "_templates", "__weakref__")

    def __init__(self, *args):
        raise TypeError("cannot create 're.Pattern' instances")

    def match(self, string, pos=0, endpos=_END):
        """The match at the beginning of the text, or at pos; None if there is none."""
        return _scan(self._program, string, pos, endpos, _MATCH, 1, _ONE)

    @property
    def groupindex(self):
        """The numbers of the groups that have names."""
        return _Proxy(self._names) if self._names else {}

    def fullmatch(self, string, pos=0, endpos=_END):
        """The match of the whole text; None if there is none."""
        return _scan(self._program, string, pos, endpos, _FULLMATCH, 1, _ONE)

    def search(self, string, pos=0, endpos=_END):
        """The first match in the text; None if there is none."""
        return _scan(self._program, string, pos, endpos, _SEARCH, 1, _ONE)

    def findall(self, string, pos=0, endpos=_END):
        """All matches in a list: their texts, or the groups where there are some."""
        return _scan(self._program, string, pos, endpos, _SEARCH, 0, _FINDALL)

    def finditer(self, string, pos=0, endpos=_END):
        """Iterate over all matches."""
        return iter(_scan(self._program, string, pos, endpos, _SEARCH, 0, _MATCHES))

    def scanner(self, string, pos=0, endpos=_END):
        return _Scanner(self, string, pos, endpos)

    def split(self, string, maxsplit=0):
        """The parts of the text between the matches, and the groups, in a list."""
        maxsplit = _size(maxsplit)
        if maxsplit < 0:
            return [string[:]]
        return _scan(self._program, string, 0, _END, _SEARCH, maxsplit, _SPLIT)

    def _template(self, template):
        try:
            return self._templates[template]
        except (KeyError, TypeError):
            pass
        parts = _re.template(template, self.groups, self._names)
        if type(parts) is tuple:
            _raise(parts, template)
        if len(self._templates) > 32:
            self._templates.clear()
        self._templates[template] = parts
        return parts

    def _expand(self, template, match):
        parts = self._template(template)
        if not any(type(part) is int for part in parts):
            return template[:0].join(parts)
        empty = match.string[:0]
        texts = [match.group(part) if type(part) is int else part for part in parts]
        return empty.join([empty if text is None else text for text in texts])

    def sub(self, repl, string, count=0):
        """The text with the matches replaced by a template, or by what a function gives for each.
        """
        if type(repl) is str and type(count) is int and 0 <= count <= _END:
            return _scan(self._program, string, 0, _END, _SEARCH, count, _SUB,
                         self._templates.get(repl) or self._template(repl))[0]
        return self.subn(repl, string, count)[0]

    def subn(self, repl, string, count=0):
        """What sub() gives, and how many matches were replaced."""
        count = _size(count)
        if count < 0:
            if not callable(repl):
                self._template(repl)    # says what is wrong with it
            return string[:], 0
        if not callable(repl):
            return _scan(self._program, string, 0, _END, _SEARCH, count, _SUB,
                         self._template(repl))
        found = _scan(self._program, string, 0, _END, _SEARCH, count, _MATCHES)
        if not found:
            return string[:], 0
        pieces, last = [], 0
        for match in found:
            start, end = match.span()
            pieces.append(string[last:start])
            new = repl(match)
            if new is not None:
                pieces.append(new)
            last = end
        pieces.append(string[last:])
        return string[:0].join(pieces), len(found)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __class_getitem__(cls, item):
        return type(list[int])(cls, item)

    def __eq__(self, other):
        if not isinstance(other, Pattern):
            return NotImplemented
        return (self.flags == other.flags and type(self.pattern) is type(other.pattern)
                and self.pattern == other.pattern)

    def __hash__(self):
        return hash((self.flags, self.pattern))

    def __reduce__(self):
        return _compile, (self.pattern, self.flags)

    def __repr__(self):
        flags = self.flags
        if isinstance(self.pattern, str):
            flags &= ~32
        names = []
        for bit, name in ((2, "IGNORECASE"), (4, "LOCALE"), (8, "MULTILINE"), (16, "DOTALL"),
                          (64, "VERBOSE"), (128, "DEBUG"), (256, "ASCII"), (32, "UNICODE")):
            if flags & bit:
                names.append("re." + name)
                flags &= ~bit
        if flags:
            names.append(hex(flags))
        text = repr(self.pattern)
        text = text if len(text) <= 200 else text[:200]
        return f"re.compile({text}, {'|'.join(names)})" if names else f"re.compile({text})"


class _Scanner:
    __slots__ = ("pattern", "_string", "_at", "_end", "_advance")

    def __init__(self, pattern, string, pos, endpos):
        _scan(pattern._program, string, 0, 0, _SEARCH, 1, _ONE)    # says whether the kinds fit
        size = len(string)
        self.pattern, self._string = pattern, string
        self._at, self._end = max(0, min(pos, size)), max(0, min(endpos, size))
        self._advance = 0

    def _next(self, mode):
        if self._at is None:
            return None
        match = _scan(self.pattern._program, self._string, self._at, self._end,
                      mode | self._advance, 1, _ONE)
        if match is None:
            self._at = None
        else:
            start, self._at = match.span()
            self._advance = _ADVANCE if start == self._at else 0
        return match

    def match(self):
        return self._next(_MATCH)

    def search(self):
        return self._next(_SEARCH)


_cache = {}


def _compile(pattern, flags=0):
    key = (type(pattern), pattern, flags)
    try:
        return _cache[key]
    except (KeyError, TypeError):
        pass
    if isinstance(pattern, Pattern):
        if flags:
            raise ValueError("cannot process flags argument with a compiled pattern")
        return pattern
    if not isinstance(pattern, (str, bytes, bytearray, memoryview)):
        raise TypeError("first argument must be string or compiled pattern")
    made = _re.compile(pattern, int(flags))
    if len(made) == 3:
        _raise(made, pattern)
    new = object.__new__(Pattern)
    new.pattern = pattern
    new._program, new.flags, new.groups, new._names, warned = made
    new._templates = {}
    _re.own(new._program, new, new._names)
    for text in warned:
        import warnings
        warnings.warn(text, FutureWarning, stacklevel=3)
    if len(_cache) >= 512:
        del _cache[next(iter(_cache))]
    _cache[key] = new
    return new


def compile(pattern, flags=0):
    """The pattern as an object, for those who use it often."""
    return _compile(pattern, flags)


def match(pattern, string, flags=0):
    """The match of a pattern at the beginning of a text; None if there is none."""
    return _compile(pattern, flags).match(string)


def fullmatch(pattern, string, flags=0):
    """The match of a pattern with the whole text; None if there is none."""
    return _compile(pattern, flags).fullmatch(string)


def search(pattern, string, flags=0):
    """The first match of a pattern in a text; None if there is none."""
    return _compile(pattern, flags).search(string)


def sub(pattern, repl, string, count=0, flags=0):
    """The text with the matches of a pattern replaced by a template, or by what a function gives.
    """
    return _compile(pattern, flags).sub(repl, string, count)


def subn(pattern, repl, string, count=0, flags=0):
    """What sub() gives, and how many matches were replaced."""
    return _compile(pattern, flags).subn(repl, string, count)


def split(pattern, string, maxsplit=0, flags=0):
    """The parts of a text between the matches of a pattern."""
    return _compile(pattern, flags).split(string, maxsplit)


def findall(pattern, string, flags=0):
    """All matches of a pattern in a list: their texts, or the groups where there are some."""
    return _compile(pattern, flags).findall(string)


def finditer(pattern, string, flags=0):
    """Iterate over the matches of a pattern."""
    return _compile(pattern, flags).finditer(string)


def purge():
    """Forget the patterns that were compiled."""
    _cache.clear()


def escape(pattern):
    """A pattern that matches just this text."""
    special = _re.needs_escape
    if isinstance(pattern, str):
        return "".join(["\\" + c if special(ord(c)) else c for c in pattern])
    if not isinstance(pattern, (bytes, bytearray, memoryview)):
        return str(pattern, "latin1")    # says what is wrong
    pattern = bytes(pattern)
    return b"".join([b"\\" + pattern[i:i + 1] if special(pattern[i]) else pattern[i:i + 1]
                     for i in range(len(pattern))])
