"""Regular expressions: the classes and functions of re over the engine in _re."""
import _re
import enum

__all__ = [
    "match", "fullmatch", "search", "sub", "subn", "split", "findall", "finditer", "compile",
    "purge", "escape", "error", "Pattern", "Match", "A", "I", "L", "M", "S", "X", "U", "ASCII",
    "IGNORECASE", "LOCALE", "MULTILINE", "DOTALL", "VERBOSE", "UNICODE", "NOFLAG", "RegexFlag",
    "PatternError",
]

_SEARCH, _MATCH, _FULLMATCH = 0, 1, 2
_SPANS, _FINDALL = 0, 1
_scan = _re.scan
_END = 9223372036854775807


@enum.global_enum
@enum._simple_enum(enum.IntFlag, boundary=enum.KEEP)
class RegexFlag:
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
    """Exception raised for invalid regular expressions."""

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


class Match:
    """The result of re.match() and re.search()."""

    __module__ = "re"
    __slots__ = ("re", "string", "pos", "endpos", "lastindex", "_spans")

    def __init__(self, *args):
        raise TypeError("cannot create 're.Match' instances")

    def _index(self, group):
        if type(group) is int:
            index = group
        else:
            index = self.re.groupindex.get(group) if isinstance(group, (str, bytes)) else None
            if index is None:
                try:
                    index = group.__index__()
                except AttributeError:
                    raise IndexError("no such group") from None
        if 0 <= index <= self.re.groups:
            return index
        raise IndexError("no such group")

    def _text(self, index, default=None):
        start = self._spans[2 * index]
        if start < 0:
            return default
        return self.string[start:self._spans[2 * index + 1]]

    def group(self, *groups):
        if not groups:
            return self._text(0)
        if len(groups) == 1:
            return self._text(self._index(groups[0]))
        return tuple([self._text(self._index(g)) for g in groups])

    def __getitem__(self, group):
        return self._text(self._index(group))

    def groups(self, default=None):
        return tuple([self._text(i, default) for i in range(1, self.re.groups + 1)])

    def groupdict(self, default=None):
        return {name: self._text(i, default) for name, i in self.re.groupindex.items()}

    def start(self, group=0, /):
        return self._spans[2 * self._index(group)]

    def end(self, group=0, /):
        return self._spans[2 * self._index(group) + 1]

    def span(self, group=0, /):
        index = 2 * self._index(group)
        return self._spans[index], self._spans[index + 1]

    def expand(self, template):
        return _expand(self.re._template(template), self)

    @property
    def regs(self):
        return tuple([self.span(i) for i in range(self.re.groups + 1)])

    @property
    def lastgroup(self):
        for name, index in self.re.groupindex.items():
            if index == self.lastindex:
                return name
        return None

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __class_getitem__(cls, item):
        return type(list[int])(cls, item)

    def __repr__(self):
        return f"<re.Match object; span={self.span()!r}, match={self.group()!r}>"


def _made(pattern, string, pos, endpos, spans):
    match = object.__new__(Match)
    match.re = pattern
    match.string = string
    match.pos = pos
    match.endpos = endpos
    match.lastindex = spans[-1]
    match._spans = spans
    return match


def _expand(parts, match):
    empty = match.string[:0]
    return empty.join([match._text(p, empty) if type(p) is int else p for p in parts])


def _bounds(string, pos, endpos):
    size = len(string)
    pos = 0 if pos < 0 else size if pos > size else pos
    endpos = 0 if endpos < 0 else size if endpos > size else endpos
    return pos, endpos


class Pattern:
    """Compiled regular expression object."""

    __module__ = "re"
    __slots__ = ("pattern", "flags", "groups", "groupindex", "_program", "_templates", "__weakref__")

    def __init__(self, *args):
        raise TypeError("cannot create 're.Pattern' instances")

    def _one(self, mode, string, pos, endpos):
        found = _scan(self._program, string, pos, endpos, mode, 1, _SPANS)
        if not found:
            return None
        pos, endpos = _bounds(string, pos, endpos)
        return _made(self, string, pos, endpos, found[0])

    def match(self, string, pos=0, endpos=_END):
        return self._one(_MATCH, string, pos, endpos)

    def fullmatch(self, string, pos=0, endpos=_END):
        return self._one(_FULLMATCH, string, pos, endpos)

    def search(self, string, pos=0, endpos=_END):
        return self._one(_SEARCH, string, pos, endpos)

    def findall(self, string, pos=0, endpos=_END):
        return _scan(self._program, string, pos, endpos, _SEARCH, 0, _FINDALL)

    def finditer(self, string, pos=0, endpos=_END):
        all_spans = _scan(self._program, string, pos, endpos, _SEARCH, 0, _SPANS)
        return self._matches(all_spans, string, *_bounds(string, pos, endpos))

    def _matches(self, all_spans, string, pos, endpos):
        for spans in all_spans:
            yield _made(self, string, pos, endpos, spans)

    def scanner(self, string, pos=0, endpos=_END):
        return _Scanner(self, string, pos, endpos)

    def split(self, string, maxsplit=0):
        if maxsplit < 0:
            return [string[:]]
        pieces, last = [], 0
        groups = range(1, self.groups + 1)
        for spans in _scan(self._program, string, 0, _END, _SEARCH, maxsplit, _SPANS):
            pieces.append(string[last:spans[0]])
            for g in groups:
                start = spans[2 * g]
                pieces.append(None if start < 0 else string[start:spans[2 * g + 1]])
            last = spans[1]
        pieces.append(string[last:])
        return pieces

    def _template(self, template):
        try:
            return self._templates[template]
        except (KeyError, TypeError):
            pass
        parts = _re.template(template, self.groups, self.groupindex)
        if type(parts) is tuple:
            _raise(parts, template)
        if len(self._templates) > 32:
            self._templates.clear()
        self._templates[template] = parts
        return parts

    def sub(self, repl, string, count=0):
        return self.subn(repl, string, count)[0]

    def subn(self, repl, string, count=0):
        if count < 0:
            return string, 0
        parts = None if callable(repl) else self._template(repl)
        found = _scan(self._program, string, 0, _END, _SEARCH, count, _SPANS)
        if not found:
            return string, 0
        pieces, last = [], 0
        if parts is None:
            size = len(string)
            for spans in found:
                pieces.append(string[last:spans[0]])
                new = repl(_made(self, string, 0, size, spans))
                if new is not None:
                    pieces.append(new)
                last = spans[1]
        elif len(parts) < 2 and not (parts and type(parts[0]) is int):
            new = parts[0] if parts else string[:0]
            for spans in found:
                pieces.append(string[last:spans[0]])
                pieces.append(new)
                last = spans[1]
        else:
            for spans in found:
                pieces.append(string[last:spans[0]])
                for part in parts:
                    if type(part) is not int:
                        pieces.append(part)
                    elif spans[2 * part] >= 0:
                        pieces.append(string[spans[2 * part]:spans[2 * part + 1]])
                last = spans[1]
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
    __slots__ = ("pattern", "_string", "_at", "_end", "_empty")

    def __init__(self, pattern, string, pos, endpos):
        self.pattern, self._string = pattern, string
        self._at, self._end = _bounds(string, pos, endpos)

    def _next(self, mode):
        if self._at is None:
            return None
        match = self.pattern._one(mode, self._string, self._at, self._end)
        if match is None:
            self._at = None
        else:
            end = match.end()
            self._at = end + 1 if end == match.start() else end
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
    new._program, new.flags, new.groups, new.groupindex, warned = made
    new._templates = {}
    for text in warned:
        import warnings
        warnings.warn(text, FutureWarning, stacklevel=3)
    if len(_cache) >= 512:
        del _cache[next(iter(_cache))]
    _cache[key] = new
    return new


def compile(pattern, flags=0):
    "Compile a regular expression pattern, returning a Pattern object."
    return _compile(pattern, flags)


def match(pattern, string, flags=0):
    """Try to apply the pattern at the start of the string."""
    return _compile(pattern, flags).match(string)


def fullmatch(pattern, string, flags=0):
    """Try to apply the pattern to all of the string."""
    return _compile(pattern, flags).fullmatch(string)


def search(pattern, string, flags=0):
    """Scan through string looking for a match to the pattern."""
    return _compile(pattern, flags).search(string)


def sub(pattern, repl, string, count=0, flags=0):
    """Return the string with matches of the pattern replaced."""
    return _compile(pattern, flags).sub(repl, string, count)


def subn(pattern, repl, string, count=0, flags=0):
    """As sub(), together with the number of replacements."""
    return _compile(pattern, flags).subn(repl, string, count)


def split(pattern, string, maxsplit=0, flags=0):
    """Split the source string by the occurrences of the pattern."""
    return _compile(pattern, flags).split(string, maxsplit)


def findall(pattern, string, flags=0):
    """Return a list of all non-overlapping matches in the string."""
    return _compile(pattern, flags).findall(string)


def finditer(pattern, string, flags=0):
    """Return an iterator over all non-overlapping matches in the string."""
    return _compile(pattern, flags).finditer(string)


def purge():
    "Clear the regular expression caches"
    _cache.clear()


def escape(pattern):
    """Escape special characters in a string."""
    special = _re.needs_escape
    if isinstance(pattern, str):
        return "".join(["\\" + c if special(ord(c)) else c for c in pattern])
    pattern = bytes(pattern)
    return b"".join([b"\\" + pattern[i:i + 1] if special(pattern[i]) else pattern[i:i + 1]
                     for i in range(len(pattern))])
