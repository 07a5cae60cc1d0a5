"""JSONDecoder: text to objects.

The parsers of strings, objects and arrays are functions of (text, place); the decoder ties them
together with its hooks in a scanner (scanner.py).
"""

import re

from . import scanner
from .scanner import _place

try:
    from _json import scanstring as c_scanstring
except ImportError:
    c_scanstring = None

__all__ = ["JSONDecoder", "JSONDecodeError"]

NaN = float("nan")
PosInf = float("inf")
NegInf = float("-inf")


class JSONDecodeError(ValueError):
    """The text is not JSON: msg says why, doc is the text, pos where; lineno and colno likewise."""

    def __init__(self, msg, doc, pos):
        lineno = doc.count("\n", 0, pos) + 1
        colno = pos - doc.rfind("\n", 0, pos)
        ValueError.__init__(self, f"{msg}: line {lineno} column {colno} (char {pos})")
        self.msg = msg
        self.doc = doc
        self.pos = pos
        self.lineno = lineno
        self.colno = colno

    def __reduce__(self):
        return self.__class__, (self.msg, self.doc, self.pos)


_CONSTANTS = {"-Infinity": NegInf, "Infinity": PosInf, "NaN": NaN}

# Up to the next quote, backslash or control character.
_chunk = re.compile(r'(.*?)(["\\\x00-\x1f])', re.VERBOSE | re.MULTILINE | re.DOTALL).match
_space = re.compile(r"[ \t\n\r]*").match
_hex4 = re.compile(r"[0-9A-Fa-f]{4}").match
_escapes = {'"': '"', "\\": "\\", "/": "/", "b": "\b", "f": "\f", "n": "\n", "r": "\r",
            "t": "\t"}


def _decode_uXXXX(text, place):
    found = _hex4(text, place + 1)
    if found is None:
        raise JSONDecodeError("Invalid \\uXXXX escape", text, place)
    return int(found.group(), 16)


def py_scanstring(s, end, strict=True):
    """The value of the string whose content begins at end, and the place behind it."""
    pieces = []
    begin = end - 1
    while True:
        found = _chunk(s, end)
        if found is None:
            raise JSONDecodeError("Unterminated string starting at", s, begin)
        end = found.end()
        content, stop = found.groups()
        if content:
            pieces.append(content)
        if stop == '"':
            return "".join(pieces), end
        if stop != "\\":
            if strict:
                raise JSONDecodeError("Invalid control character at", s, end - 1)
            pieces.append(stop)
            continue
        try:
            letter = s[end]
        except IndexError:
            raise JSONDecodeError("Unterminated string starting at", s, begin) from None
        if letter != "u":
            try:
                pieces.append(_escapes[letter])
            except KeyError:
                raise JSONDecodeError("Invalid \\escape", s, end - 1) from None
            end += 1
            continue
        code = _decode_uXXXX(s, end)
        end += 5
        if 0xD800 <= code <= 0xDBFF and s.startswith("\\u", end):
            low = _decode_uXXXX(s, end + 1)
            if 0xDC00 <= low <= 0xDFFF:
                code = 0x10000 + ((code - 0xD800) << 10 | (low - 0xDC00))
                end += 6
        pieces.append(chr(code))


def scanstring(string, end, strict=True, /):
    """The value of the string whose content begins at end, and the place behind it."""
    end, strict = _place(end), bool(strict)
    if not isinstance(string, str):
        raise TypeError(f"first argument must be a string, not {type(string).__name__}")
    if not 0 <= end <= len(string):
        raise ValueError("end is out of bounds")
    return py_scanstring(string, end, strict)


if c_scanstring is not None:
    scanstring = c_scanstring


def JSONObject(s_and_end, strict, scan_once, object_hook, object_pairs_hook, memo=None):
    text, end = s_and_end
    pairs = []
    intern = {} if memo is None else memo
    end = _space(text, end).end()
    following = text[end:end + 1]
    if following == "}":
        if object_pairs_hook is not None:
            return object_pairs_hook(pairs), end + 1
        return {} if object_hook is None else object_hook({}), end + 1
    while following == '"':
        key, end = scanstring(text, end + 1, strict)
        key = intern.setdefault(key, key)
        if text[end:end + 1] != ":":
            end = _space(text, end).end()
            if text[end:end + 1] != ":":
                raise JSONDecodeError("Expecting ':' delimiter", text, end)
        end = _space(text, end + 1).end()
        try:
            value, end = scan_once(text, end)
        except StopIteration as error:
            raise JSONDecodeError("Expecting value", text, error.value) from None
        pairs.append((key, value))
        end = _space(text, end).end()
        following = text[end:end + 1]
        if following == "}":
            break
        if following != ",":
            raise JSONDecodeError("Expecting ',' delimiter", text, end)
        comma = end
        end = _space(text, end + 1).end()
        following = text[end:end + 1]
        if following == "}":
            raise JSONDecodeError("Illegal trailing comma before end of object", text, comma)
    else:
        raise JSONDecodeError("Expecting property name enclosed in double quotes", text, end)
    if object_pairs_hook is not None:
        return object_pairs_hook(pairs), end + 1
    result = dict(pairs)
    return result if object_hook is None else object_hook(result), end + 1


def JSONArray(s_and_end, scan_once):
    text, end = s_and_end
    values = []
    end = _space(text, end).end()
    if text[end:end + 1] == "]":
        return values, end + 1
    while True:
        try:
            value, end = scan_once(text, end)
        except StopIteration as error:
            raise JSONDecodeError("Expecting value", text, error.value) from None
        values.append(value)
        end = _space(text, end).end()
        following = text[end:end + 1]
        if following == "]":
            return values, end + 1
        if following != ",":
            raise JSONDecodeError("Expecting ',' delimiter", text, end)
        comma = end
        end = _space(text, end + 1).end()
        if text[end:end + 1] == "]":
            raise JSONDecodeError("Illegal trailing comma before end of array", text, comma)


class JSONDecoder:
    """Turns JSON texts into values; the hooks are those of json.loads()."""

    def __init__(self, *, object_hook=None, parse_float=None, parse_int=None,
                 parse_constant=None, strict=True, object_pairs_hook=None):
        """The hooks are those of loads(); strict refuses control characters in strings."""
        self.strict, self.memo = strict, {}
        self.object_hook, self.object_pairs_hook = object_hook, object_pairs_hook
        self.parse_float, self.parse_int = parse_float or float, parse_int or int
        self.parse_constant = parse_constant or _CONSTANTS.__getitem__
        self.parse_object, self.parse_array, self.parse_string = JSONObject, JSONArray, scanstring
        self.scan_once = scanner.make_scanner(self)  # reads what stands above

    def decode(self, s):
        """The value of a whole text."""
        value, behind = self.raw_decode(s, idx=_space(s, 0).end())
        behind = _space(s, behind).end()
        if behind == len(s):
            return value
        raise JSONDecodeError("Extra data", s, behind)

    def raw_decode(self, s, idx=0):
        """The value that begins at a place of the text, and the place behind it."""
        if not isinstance(s, str):
            raise TypeError(f"first argument must be a string, not {type(s).__name__}")
        try:
            return self.scan_once(s, idx)
        except StopIteration as error:
            raise JSONDecodeError("Expecting value", s, error.value) from None
