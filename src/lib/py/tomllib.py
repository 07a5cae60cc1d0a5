"""Reading TOML 1.0."""

import re
from datetime import date, datetime, time, timedelta, timezone

__all__ = ("loads", "load", "TOMLDecodeError")

_BLANK = " \t"
_BARE = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")
_ESCAPES = {"b": "\b", "t": "\t", "n": "\n", "f": "\f", "r": "\r", '"': '"', "\\": "\\"}
_CONTROLS = frozenset(map(chr, [*range(32), 127])) - {"\t"}

_number = re.compile(r"""
    0(?: x[0-9A-Fa-f](?:_?[0-9A-Fa-f])* | b[01](?:_?[01])* | o[0-7](?:_?[0-7])* )
  | [+-]?(?:0|[1-9](?:_?[0-9])*) (?P<float> (?:\.[0-9](?:_?[0-9])*)? (?:[eE][+-]?[0-9](?:_?[0-9])*)? )
    """, re.VERBOSE)
_clock = r"([01][0-9]|2[0-3]):([0-5][0-9]):([0-5][0-9])(?:\.([0-9]{1,6})[0-9]*)?"
_local_time = re.compile(_clock)
_moment = re.compile(rf"""
    ([0-9]{{4}})-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])
    (?: [Tt ] {_clock} (?: ([Zz]) | ([+-])([01][0-9]|2[0-3]):([0-5][0-9]) )? )?""", re.VERBOSE)
_UNSET = object()


class TOMLDecodeError(ValueError):
    """A text that is not TOML, and where that shows."""

    def __init__(self, msg=_UNSET, doc=_UNSET, pos=_UNSET, *args):
        if not (isinstance(msg, str) and isinstance(doc, str) and isinstance(pos, int)):
            import warnings
            warnings.warn("Free-form arguments for TOMLDecodeError are deprecated. Please set 'msg' "
                          "(str), 'doc' (str) and 'pos' (int) arguments only.",
                          DeprecationWarning, stacklevel=2)
            super().__init__(*[arg for arg in (msg, doc, pos) if arg is not _UNSET], *args)
            return
        self.lineno = doc.count("\n", 0, pos) + 1
        self.colno = pos + 1 if self.lineno == 1 else pos - doc.rindex("\n", 0, pos)
        where = ("end of document" if pos >= len(doc)
                 else f"line {self.lineno}, column {self.colno}")
        super().__init__(f"{msg} (at {where})", *args)
        self.msg, self.doc, self.pos = msg, doc, pos


def load(fp, /, *, parse_float=float):
    """Read a file that was opened in binary mode."""
    data = fp.read()
    if not hasattr(data, "decode"):
        raise TypeError("File must be opened in binary mode, e.g. use `open('foo.toml', 'rb')`")
    return loads(data.decode(), parse_float=parse_float)


def loads(s, /, *, parse_float=float):
    """Read a text."""
    if not isinstance(s, str):
        raise TypeError(f"Expected str object, not '{type(s).__qualname__}'")
    if parse_float is not float:
        inner = parse_float

        def parse_float(text):
            value = inner(text)
            if isinstance(value, (dict, list)):
                raise ValueError("parse_float must not return dicts or lists")
            return value
    return _Reader(s.replace("\r\n", "\n"), parse_float).document()


class _Reader:
    """A document as it is read. `kinds` tells how tables came to be, by their path: "table" by a
    header, "implicit" by a longer header, "dotted" by a key with dots, "inline", "array"."""

    def __init__(self, text, parse_float, nested=False):
        self.nested = nested  # in an inline table
        self.text, self.at, self.parse_float = text, 0, parse_float
        self.root, self.kinds = {}, {}

    def fail(self, message, at=None):
        return TOMLDecodeError(message, self.text, self.at if at is None else at)

    def peek(self):
        return self.text[self.at:self.at + 1]

    def blanks(self):
        while self.peek() and self.peek() in _BLANK:
            self.at += 1

    def comment(self):
        if self.peek() != "#":
            return
        self.at += 1
        end = self.text.find("\n", self.at)
        end = len(self.text) if end < 0 else end
        for i in range(self.at, end):
            if self.text[i] in _CONTROLS:
                raise self.fail(f"Found invalid character {self.text[i]!r}", i)
        self.at = end

    def between(self):
        # Blanks, comments and newlines in an array.
        while True:
            before = self.at
            while self.peek() and self.peek() in " \t\n":
                self.at += 1
            self.comment()
            if self.at == before:
                return

    def document(self):
        table, path = self.root, ()
        while True:
            self.blanks()
            letter = self.peek()
            if not letter:
                break
            if letter == "\n":
                self.at += 1
                continue
            if letter in _BARE or letter in "\"'":
                self.pair(table, path)
                self.blanks()
            elif letter == "[":
                table, path = self.header()
                self.blanks()
            elif letter != "#":
                raise self.fail("Invalid statement")
            self.comment()
            if not self.peek():
                break
            if self.peek() != "\n":
                raise self.fail("Expected newline or end of document after a statement")
            self.at += 1
        return self.root

    # ---- keys -------------------------------------------------------------------------------

    def key(self):
        parts = [self.key_part()]
        while True:
            self.blanks()
            if self.peek() != ".":
                return tuple(parts)
            self.at += 1
            self.blanks()
            parts.append(self.key_part())

    def key_part(self):
        letter = self.peek()
        if letter and letter in _BARE:
            start = self.at
            while self.peek() and self.peek() in _BARE:
                self.at += 1
            return self.text[start:self.at]
        if letter == "'":
            return self.literal()
        if letter == '"':
            return self.basic()
        raise self.fail("Invalid initial character for a key part")

    def pair(self, table, path):
        key, value, inline = self.key_and_value()
        self.put(table, path, key, value, inline)

    def key_and_value(self):
        key = self.key()
        if self.peek() != "=":
            raise self.fail("Expected '=' after a key in a key/value pair")
        self.at += 1
        self.blanks()
        value = self.value()
        return key, value, isinstance(value, (dict, list))

    def put(self, table, path, key, value, closed):
        shown = key if self.nested else path + key[:-1]
        for part in key[:-1]:
            path += (part,)
            kind = self.kinds.get(path)
            if kind in ("table", "array"):
                raise self.fail(f"Cannot redefine namespace {path}")
            if kind == "inline":
                raise self.fail(f"Cannot mutate immutable namespace {shown}")
            if part not in table:
                table[part] = {}
                self.kinds[path] = "dotted"
            table = table[part]
            if not isinstance(table, dict):
                raise self.fail("Cannot overwrite a value")
        if key[-1] in table:
            raise self.fail("Cannot overwrite a value")
        table[key[-1]] = value
        if closed:
            self.kinds[path + (key[-1],)] = "inline"

    def header(self):
        array = self.text.startswith("[[", self.at)
        self.at += 2 if array else 1
        self.blanks()
        key = self.key()
        table, path = self.root, ()
        for part in key[:-1]:
            path += (part,)
            if self.kinds.get(path) == "inline":
                raise self.fail(f"Cannot mutate immutable namespace {key}" if array
                                else f"Cannot declare {key} twice")
            if part not in table:
                table[part] = {}
                self.kinds[path] = "implicit"
            table = table[part]
            if isinstance(table, list):
                table = table[-1]
            if not isinstance(table, dict):
                raise self.fail("Cannot overwrite a value")
        path += (key[-1],)
        kind = self.kinds.get(path)
        if array:
            if kind == "inline":
                raise self.fail(f"Cannot mutate immutable namespace {key}")
            items = table.setdefault(key[-1], [])
            if not isinstance(items, list):
                raise self.fail("Cannot overwrite a value")
            # What was known of the tables in the one before does not count any more.
            for known in [p for p in self.kinds if p[:len(path)] == path]:
                del self.kinds[known]
            self.kinds[path] = "array"
            items.append({})
            inner = items[-1]
        else:
            if kind in ("table", "inline", "dotted", "array"):
                raise self.fail(f"Cannot declare {key} twice")
            inner = table.setdefault(key[-1], {})
            if not isinstance(inner, dict):
                raise self.fail("Cannot overwrite a value")
            self.kinds[path] = "table"
        closing = "]]" if array else "]"
        if not self.text.startswith(closing, self.at):
            raise self.fail(f"Expected {closing!r} at the end of "
                            + ("an array declaration" if array else "a table declaration"))
        self.at += len(closing)
        return inner, path

    # ---- values -----------------------------------------------------------------------------

    def value(self):
        text, letter = self.text, self.peek()
        if letter == '"':
            return self.multiline('"') if text.startswith('"""', self.at) else self.basic()
        if letter == "'":
            return self.multiline("'") if text.startswith("'''", self.at) else self.literal()
        for word, value in (("true", True), ("false", False)):
            if text.startswith(word, self.at):
                self.at += len(word)
                return value
        if letter == "[":
            return self.array()
        if letter == "{":
            return self.inline_table()
        m = _moment.match(text, self.at)
        if m:
            try:
                value = self.moment(m)
            except ValueError as e:
                raise self.fail("Invalid date or datetime") from e
            self.at = m.end()
            return value
        m = _local_time.match(text, self.at)
        if m:
            self.at = m.end()
            hour, minute, second, micro = m.groups()
            return time(int(hour), int(minute), int(second), int((micro or "0").ljust(6, "0")))
        m = _number.match(text, self.at)
        if m:
            self.at = m.end()
            if m.group("float"):
                return self.parse_float(m.group().replace("_", ""))
            return int(m.group(), 0) if m.group()[:1] == "0" and len(m.group()) > 1 else int(
                m.group())
        for word in ("inf", "nan", "+inf", "-inf", "+nan", "-nan"):
            if text.startswith(word, self.at):
                self.at += len(word)
                return self.parse_float(word)
        raise self.fail("Invalid value")

    def moment(self, m):
        year, month, day, hour, minute, second, micro, zulu, sign, hours, minutes = m.groups()
        if hour is None:
            return date(int(year), int(month), int(day))
        zone = None
        if zulu:
            zone = timezone.utc
        elif sign:
            offset = timedelta(hours=int(hours), minutes=int(minutes))
            zone = timezone(-offset if sign == "-" else offset)
        return datetime(int(year), int(month), int(day), int(hour), int(minute), int(second),
                        int((micro or "0").ljust(6, "0")), tzinfo=zone)

    def array(self):
        self.at += 1
        items = []
        self.between()
        while self.peek() != "]":
            items.append(self.value())
            self.between()
            if self.peek() == "]":
                break
            if self.peek() != ",":
                raise self.fail("Unclosed array")
            self.at += 1
            self.between()
        self.at += 1
        return items

    def inline_table(self):
        self.at += 1
        table = {}
        inner = _Reader(self.text, self.parse_float, True)
        inner.root = table
        self.blanks()
        if self.peek() == "}":
            self.at += 1
            return table
        while True:
            key, value, closed = self.key_and_value()
            implicit = len(key) > 1 and not isinstance(table.get(key[0], {}), dict)
            try:
                inner.at = self.at
                inner.put(table, (), key, value, closed)
            except TOMLDecodeError as e:
                if e.msg == "Cannot overwrite a value" and not implicit:
                    raise self.fail(f"Duplicate inline table key {key[-1]!r}") from None
                raise
            self.blanks()
            letter = self.peek()
            if letter == "}":
                self.at += 1
                return table
            if letter != ",":
                raise self.fail("Unclosed inline table")
            self.at += 1
            self.blanks()

    # ---- strings ----------------------------------------------------------------------------

    def literal(self):
        self.at += 1
        start = self.at
        while (letter := self.peek()) != "'":
            if not letter:
                raise self.fail("Expected \"'\"")
            if letter in _CONTROLS:
                raise self.fail(f"Found invalid character {letter!r}")
            self.at += 1
        self.at += 1
        return self.text[start:self.at - 1]

    def basic(self):
        self.at += 1
        return self.characters('"', False)

    def characters(self, closing, multiline):
        parts = []
        start = self.at
        bad = _CONTROLS - {"\n"} if multiline else _CONTROLS
        while True:
            letter = self.peek()
            if not letter:
                raise self.fail("Unterminated string")
            if letter == '"' and (not multiline or self.text.startswith(closing, self.at)):
                parts.append(self.text[start:self.at])
                self.at += len(closing)
                return "".join(parts)
            if letter == "\\":
                parts.append(self.text[start:self.at])
                parts.append(self.escape(multiline))
                start = self.at
                continue
            if letter in bad:
                raise self.fail(f"Illegal character {letter!r}")
            self.at += 1

    def escape(self, multiline):
        letter = self.text[self.at + 1:self.at + 2]
        self.at += 2
        if multiline and letter in (" ", "\t", "\n"):
            if letter != "\n":
                self.blanks()
                if not self.peek():
                    return ""
                if self.peek() != "\n":
                    raise self.fail("Unescaped '\\' in a string")
                self.at += 1
            while self.peek() and self.peek() in " \t\n":
                self.at += 1
            return ""
        if letter in ("u", "U"):
            count = 4 if letter == "u" else 8
            digits = self.text[self.at:self.at + count]
            if len(digits) != count or digits.strip("0123456789abcdefABCDEF"):
                raise self.fail("Invalid hex value")
            self.at += count
            number = int(digits, 16)
            if not (number <= 0xD7FF or 0xE000 <= number <= 0x10FFFF):
                raise self.fail("Escaped character is not a Unicode scalar value")
            return chr(number)
        if letter and letter in _ESCAPES:
            return _ESCAPES[letter]
        raise self.fail("Unescaped '\\' in a string")

    def multiline(self, mark):
        self.at += 3
        if self.peek() == "\n":
            self.at += 1
        if mark == "'":
            start = self.at
            end = self.text.find("'''", self.at)
            if end < 0:
                self.at = len(self.text)
                raise self.fail("Expected \"'''\"")
            for i in range(start, end):
                if self.text[i] in _CONTROLS and self.text[i] != "\n":
                    raise self.fail(f"Found invalid character {self.text[i]!r}", i)
            result, self.at = self.text[start:end], end + 3
        else:
            result = self.characters('"""', True)
        for _ in range(2):  # up to two quotes more belong to it
            if self.peek() == mark:
                result += mark
                self.at += 1
        return result
