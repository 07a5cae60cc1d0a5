"""JSONEncoder: objects to text.

encode() goes over the object once and gathers the pieces in a list; iterencode() yields them one
by one, for a file.  The two take the same steps, _Writer.write and _Writer.generate.
"""

import re

try:
    from _json import encode_basestring_ascii as c_encode_basestring_ascii
except ImportError:
    c_encode_basestring_ascii = None
try:
    from _json import encode_basestring as c_encode_basestring
except ImportError:
    c_encode_basestring = None

ESCAPE = re.compile(r'[\x00-\x1f\\"\b\f\n\r\t]')
ESCAPE_ASCII = re.compile(r'([\\"]|[^\ -~])')
ESCAPE_DCT = {"\\": "\\\\", '"': '\\"', "\b": "\\b", "\f": "\\f", "\n": "\\n", "\r": "\\r",
              "\t": "\\t"}
for _code in range(0x20):
    ESCAPE_DCT.setdefault(chr(_code), f"\\u{_code:04x}")
del _code

INFINITY = float("inf")
_float_repr = float.__repr__
_int_repr = int.__repr__


def py_encode_basestring(s):
    """A text as a JSON string."""
    return '"' + ESCAPE.sub(lambda found: ESCAPE_DCT[found.group()], s) + '"'


def _escape_ascii(found):
    char = found.group()
    known = ESCAPE_DCT.get(char)
    if known is not None:
        return known
    code = ord(char)
    if code < 0x10000:
        return f"\\u{code:04x}"
    code -= 0x10000
    return f"\\u{0xD800 | code >> 10:04x}\\u{0xDC00 | code & 0x3FF:04x}"


def py_encode_basestring_ascii(s):
    """A text as a JSON string, all of it ASCII."""
    return '"' + ESCAPE_ASCII.sub(_escape_ascii, s) + '"'


encode_basestring = c_encode_basestring or py_encode_basestring
encode_basestring_ascii = c_encode_basestring_ascii or py_encode_basestring_ascii


class JSONEncoder:
    """Turns values into JSON texts. A subclass may override default() for what JSON does not know.
    """

    item_separator = ", "
    key_separator = ": "

    def __init__(self, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True,
                 sort_keys=False, indent=None, separators=None, default=None):
        """The options are those of json.dumps()."""
        self.skipkeys, self.sort_keys, self.indent = skipkeys, sort_keys, indent
        self.ensure_ascii, self.allow_nan = ensure_ascii, allow_nan
        self.check_circular = check_circular
        if separators is None:
            if indent is not None:
                self.item_separator = ","  # the line ends there
        else:
            self.item_separator, self.key_separator = separators
        if default is not None:
            self.default = default

    def default(self, o):
        """What stands for a value that JSON does not know; this one raises TypeError."""
        raise TypeError(f"Object of type {o.__class__.__name__} is not JSON serializable")

    def encode(self, o):
        """The JSON text of a value."""
        if isinstance(o, str):
            return (encode_basestring_ascii if self.ensure_ascii else encode_basestring)(o)
        if type(self).iterencode is not JSONEncoder.iterencode:
            # A subclass that takes part in the making of the chunks.
            chunks = self.iterencode(o, _one_shot=True)
            return "".join(chunks if isinstance(chunks, (list, tuple)) else list(chunks))
        pieces = []
        _Writer(self).write(o, pieces.append, 0)
        return "".join(pieces)

    def iterencode(self, o, _one_shot=False):
        """The JSON text of a value piece by piece."""
        return _Writer(self).generate(o, 0)


class _Writer:
    """One run of an encoder: its options, made ready, and the containers that are open."""

    __slots__ = ("encode_text", "allow_nan", "default", "skipkeys", "sort_keys", "key_separator",
                 "item_separator", "indent", "open")

    def __init__(self, encoder):
        self.encode_text = encode_basestring_ascii if encoder.ensure_ascii else encode_basestring
        self.allow_nan = encoder.allow_nan
        self.default = encoder.default
        self.skipkeys = encoder.skipkeys
        self.sort_keys = encoder.sort_keys
        self.key_separator = encoder.key_separator
        self.item_separator = encoder.item_separator
        indent = encoder.indent
        self.indent = indent if indent is None or isinstance(indent, str) else " " * indent
        self.open = {} if encoder.check_circular else None

    def float_text(self, o):
        if o - o == 0.0:
            return _float_repr(o)  # finite
        if self.allow_nan:
            return "NaN" if o != o else "Infinity" if o > 0 else "-Infinity"
        raise ValueError("Out of range float values are not JSON compliant: " + repr(o))

    def scalar(self, o):
        # The text of what is neither a container nor unknown, or None.
        if isinstance(o, str):
            return self.encode_text(o)
        if o is None:
            return "null"
        if o is True:
            return "true"
        if o is False:
            return "false"
        if isinstance(o, int):
            return _int_repr(o)  # the number, also of a subclass with a repr of its own
        if isinstance(o, float):
            return self.float_text(o)
        return None

    def key_text(self, key):
        if isinstance(key, str):
            return self.encode_text(key)
        if isinstance(key, float):
            return self.encode_text(self.float_text(key))
        if key is True:
            return '"true"'
        if key is False:
            return '"false"'
        if key is None:
            return '"null"'
        if isinstance(key, int):
            return f'"{_int_repr(key)}"'
        if self.skipkeys:
            return None
        raise TypeError("keys must be str, int, float, bool or None, "
                        f"not {key.__class__.__name__}")

    def enter(self, o):
        if self.open is not None:
            key = id(o)
            if key in self.open:
                raise ValueError("Circular reference detected")
            self.open[key] = o

    def leave(self, o):
        if self.open is not None:
            del self.open[id(o)]

    def layout(self, level):
        # What stands before the first item, between items and after the last one.
        if self.indent is None:
            return "", self.item_separator, ""
        before = "\n" + self.indent * (level + 1)
        return before, self.item_separator + before, "\n" + self.indent * level

    def items(self, o):
        return sorted(o.items()) if self.sort_keys else o.items()

    def write(self, o, put, level):
        text = self.scalar(o)
        if text is not None:
            put(text)
        elif isinstance(o, (list, tuple)):
            self.write_list(o, put, level)
        elif isinstance(o, dict):
            self.write_dict(o, put, level)
        else:
            self.enter(o)
            new = self.default(o)
            try:
                self.write(new, put, level)
            except Exception as error:
                error.add_note(f"when serializing {type(o).__name__} object")
                raise
            self.leave(o)

    def write_list(self, o, put, level):
        if not o:
            return put("[]")
        self.enter(o)
        before, separator, after = self.layout(level)
        put("[" + before)
        scalar = self.scalar
        first = True
        for place, value in enumerate(o):
            if first:
                first = False
            else:
                put(separator)
            try:
                text = scalar(value)
                if text is not None:
                    put(text)
                else:
                    self.write(value, put, level + 1)
            except Exception as error:
                error.add_note(f"when serializing {type(o).__name__} item {place}")
                raise
        put(after + "]")
        self.leave(o)

    def write_dict(self, o, put, level):
        if not o:
            return put("{}")
        self.enter(o)
        before, separator, after = self.layout(level)
        put("{")
        scalar, colon = self.scalar, self.key_separator
        lead = before
        empty = True
        for key, value in self.items(o):
            name = self.key_text(key)
            if name is None:
                continue
            put(lead + name + colon)
            lead = separator
            empty = False
            try:
                text = scalar(value)
                if text is not None:
                    put(text)
                else:
                    self.write(value, put, level + 1)
            except Exception as error:
                error.add_note(f"when serializing {type(o).__name__} item {key!r}")
                raise
        put("}" if empty else after + "}")
        self.leave(o)

    def generate(self, o, level):
        text = self.scalar(o)
        if text is not None:
            yield text
        elif isinstance(o, (list, tuple)):
            yield from self.generate_list(o, level)
        elif isinstance(o, dict):
            yield from self.generate_dict(o, level)
        else:
            self.enter(o)
            new = self.default(o)
            try:
                yield from self.generate(new, level)
            except GeneratorExit:
                raise
            except BaseException as error:
                error.add_note(f"when serializing {type(o).__name__} object")
                raise
            self.leave(o)

    def generate_list(self, o, level):
        if not o:
            yield "[]"
            return
        self.enter(o)
        lead, separator, after = self.layout(level)
        lead = "[" + lead
        for place, value in enumerate(o):
            try:
                text = self.scalar(value)
                if text is not None:
                    yield lead + text
                else:
                    yield lead
                    yield from self.generate(value, level + 1)
            except GeneratorExit:
                raise
            except BaseException as error:
                error.add_note(f"when serializing {type(o).__name__} item {place}")
                raise
            lead = separator
        if after:
            yield after
        yield "]"
        self.leave(o)

    def generate_dict(self, o, level):
        if not o:
            yield "{}"
            return
        self.enter(o)
        yield "{"
        before, separator, after = self.layout(level)
        lead = before
        empty = True
        for key, value in self.items(o):
            name = self.key_text(key)
            if name is None:
                continue
            if lead:
                yield lead
            yield name
            lead = separator
            empty = False
            yield self.key_separator
            try:
                yield from self.generate(value, level + 1)
            except GeneratorExit:
                raise
            except BaseException as error:
                error.add_note(f"when serializing {type(o).__name__} item {key!r}")
                raise
        if after and not empty:
            yield after
        yield "}"
        self.leave(o)
