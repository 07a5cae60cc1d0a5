"""JSON token scanner: make_scanner(decoder) gives scan_once(text, place) -> (value, end).

At the end of the text, or where no value starts, scan_once raises StopIteration(place), which the
callers turn into an error or an "Expecting value".
"""

import re
from operator import index as _index

__all__ = ["make_scanner"]

NUMBER_RE = re.compile(r"(-?(?:0|[1-9][0-9]*))(\.[0-9]+)?([eE][-+]?[0-9]+)?")


c_make_scanner = None


def _place(place):
    place = _index(place)
    if not -1 << 63 <= place < 1 << 63:
        raise OverflowError("Python int too large to convert to C ssize_t")
    return place


def make_scanner(context):
    """The function that reads one value, with the hooks of a decoder."""
    from .decoder import JSONDecodeError
    strict = context.strict
    scanstring = context.parse_string
    parse_float = context.parse_float
    parse_int = context.parse_int
    parse_constant = context.parse_constant
    object_hook = context.object_hook
    object_pairs_hook = context.object_pairs_hook
    parse_object, parse_array = context.parse_object, context.parse_array
    memo = context.memo  # equal keys become one string
    match_number = NUMBER_RE.match

    def scan(text, place):
        try:
            first = text[place]
        except IndexError:
            raise StopIteration(place) from None
        if first == '"':
            return scanstring(text, place + 1, strict)
        if first == "{":
            return parse_object((text, place + 1), strict, scan, object_hook, object_pairs_hook,
                                memo)
        if first == "[":
            return parse_array((text, place + 1), scan)
        if first == "n" and text.startswith("null", place):
            return None, place + 4
        if first == "t" and text.startswith("true", place):
            return True, place + 4
        if first == "f" and text.startswith("false", place):
            return False, place + 5
        found = match_number(text, place)
        if found is not None:
            whole, fraction, exponent = found.groups()
            if fraction or exponent:
                return parse_float(whole + (fraction or "") + (exponent or "")), found.end()
            return parse_int(whole), found.end()
        if first == "N" and text.startswith("NaN", place):
            return parse_constant("NaN"), place + 3
        if first == "I" and text.startswith("Infinity", place):
            return parse_constant("Infinity"), place + 8
        if first == "-" and text.startswith("-Infinity", place):
            return parse_constant("-Infinity"), place + 9
        raise StopIteration(place)

    def scan_once(string, idx):
        place, text = _place(idx), string
        if not isinstance(text, str):
            raise TypeError(f"first argument must be a string, not {type(text).__name__}")
        if place < 0:
            raise ValueError("idx cannot be negative")
        try:
            return scan(text, place)
        finally:
            memo.clear()

    return scan_once


py_make_scanner = make_scanner
