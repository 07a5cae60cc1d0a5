"""Codecs: the encodings of str and bytes as objects, with their incremental forms.

An encoding is what str.encode and bytes.decode know by name; this module only gives it the shapes
that streams ask for.
"""

__all__ = [
    "BOM", "BOM32_BE", "BOM32_LE", "BOM64_BE", "BOM64_LE", "BOM_BE", "BOM_LE", "BOM_UTF16",
    "BOM_UTF16_BE", "BOM_UTF16_LE", "BOM_UTF32", "BOM_UTF32_BE", "BOM_UTF32_LE", "BOM_UTF8",
    "Codec", "CodecInfo", "IncrementalDecoder", "IncrementalEncoder",
    "backslashreplace_errors", "decode", "encode", "getdecoder", "getencoder",
    "getincrementaldecoder", "getincrementalencoder", "ignore_errors", "iterdecode",
    "iterencode", "lookup", "lookup_error", "namereplace_errors", "register", "register_error",
    "replace_errors", "strict_errors", "unregister", "xmlcharrefreplace_errors",
]

BOM_UTF8 = b"\xef\xbb\xbf"
BOM_LE = BOM_UTF16_LE = BOM_UTF16 = BOM = BOM32_LE = b"\xff\xfe"
BOM_BE = BOM_UTF16_BE = BOM32_BE = b"\xfe\xff"
BOM_UTF32_LE = BOM_UTF32 = BOM64_LE = b"\xff\xfe\0\0"
BOM_UTF32_BE = BOM64_BE = b"\0\0\xfe\xff"


class CodecInfo(tuple):
    """What lookup() gives: the functions and classes of an encoding."""

    def __new__(cls, encode, decode, streamreader=None, streamwriter=None,
                incrementalencoder=None, incrementaldecoder=None, name=None, *,
                _is_text_encoding=None):
        self = super().__new__(cls, (encode, decode, streamreader, streamwriter))
        self.name, self._is_text_encoding = name, _is_text_encoding is not False
        self.encode, self.decode, self.streamreader, self.streamwriter = self
        self.incrementalencoder, self.incrementaldecoder = incrementalencoder, incrementaldecoder
        return self

    def __repr__(self):
        return f"<{type(self).__module__}.{type(self).__qualname__} object for encoding {self.name}>"

    def __getnewargs__(self):
        return tuple(self)


class Codec:
    """Encodes and decodes whole texts; the base of such classes."""

    def encode(self, input, errors="strict"):
        """The encoded text, and how much of it was taken."""
        raise NotImplementedError

    def decode(self, input, errors="strict"):
        """The decoded bytes, and how many of them were taken."""
        raise NotImplementedError


class IncrementalEncoder:
    """Encodes a text that comes in pieces; the base of such classes."""

    def __init__(self, errors="strict"):
        self.errors = errors
        self.buffer = ""

    def encode(self, input, final=False):
        """Encode a piece; final says that it is the last."""
        raise NotImplementedError

    def reset(self):
        """Begin anew."""

    def getstate(self):
        """An integer that setstate() takes."""
        return 0

    def setstate(self, state):
        """Go on from where getstate() gave this."""


class IncrementalDecoder:
    """Decodes bytes that come in pieces; the base of such classes."""

    def __init__(self, errors="strict"):
        self.errors = errors

    def decode(self, input, final=False):
        """Decode a piece; final says that it is the last."""
        raise NotImplementedError

    def reset(self):
        """Begin anew."""

    def getstate(self):
        """The bytes that wait for more, and an integer: what setstate() takes."""
        return b"", 0

    def setstate(self, state):
        """Go on from where getstate() gave this."""


# The encodings: names without case, "_" and "-" alike.

_NAMES = {
    "utf-8": "utf8 u8 utf cp65001", "ascii": "us-ascii 646", "latin-1": "latin1 l1 8859 cp819",
    "utf-16": "utf16 u16", "utf-16-le": "utf-16le", "utf-16-be": "utf-16be",
    "utf-32": "utf32 u32", "utf-32-le": "utf-32le", "utf-32-be": "utf-32be",
    "utf-8-sig": "utf8-sig", "cp1252": "1252 windows-1252",
    "iso8859-15": "iso-8859-15 latin9 l9",
}
_SHOWN = {"latin-1": "iso8859-1"}
_ALIASES = {alias: name for name, aliases in _NAMES.items() for alias in [name, *aliases.split()]}
_ALIASES |= {"iso-8859-1": "latin-1", "iso8859-1": "latin-1"}
_MARKS = {"utf-16": BOM_UTF16, "utf-32": BOM_UTF32, "utf-8-sig": BOM_UTF8}
_PLAIN = {"utf-16": "utf-16-le", "utf-32": "utf-32-le", "utf-8-sig": "utf-8"}
_search_functions = []
_found = {}


def _known(name):
    """The CodecInfo of an encoding that the core has."""

    def encode(input, errors="strict"):
        return str.encode(input, name, errors or "strict"), len(input)

    def decode(input, errors="strict"):
        return bytes(input).decode(name, errors or "strict"), len(input)

    class Encoder(IncrementalEncoder):
        first = True

        def encode(self, input, final=False):
            # The mark that some begin with comes once.
            used = name if self.first else _PLAIN.get(name, name)
            if input:
                self.first = False
            elif not self.first or name not in _PLAIN:
                return b""
            return input.encode(used, self.errors)

        def reset(self):
            self.first = True

        def getstate(self):
            return 0 if self.first or name not in _PLAIN else 2

        def setstate(self, state):
            self.first = not state

    class Decoder(IncrementalDecoder):
        def __init__(self, errors="strict"):
            IncrementalDecoder.__init__(self, errors)
            self.reset()

        def reset(self):
            self.left = b""
            self.used = None if name in _PLAIN else name

        def getstate(self):
            return self.left, 1 if self.used is None else 0

        def setstate(self, state):
            self.left = state[0]
            if state[1] or self.used is None:
                self.used = None if name in _PLAIN and state[1] else _PLAIN.get(name, name)

        def decode(self, input, final=False):
            data = self.left + bytes(input)
            if self.used is None:
                mark = _MARKS[name]
                if len(data) < len(mark) and not final and mark.startswith(data[:1]):
                    self.left = data
                    return ""
                self.used = _PLAIN[name]
                if data.startswith(mark):
                    data = data[len(mark):]
                elif name != "utf-8-sig" and data.startswith(mark[::-1]):
                    data = data[len(mark):]
                    self.used = self.used[:-2] + "be"
            self.left = b""
            try:
                return data.decode(self.used, "strict")
            except UnicodeDecodeError as error:
                if final:
                    return data.decode(self.used, self.errors)
                # What only lacks its end waits for it; anything else is an error, which the
                # handler gets to see with all before it.
                cut = _incomplete(data, self.used)
                text = data[:cut].decode(self.used, self.errors)
                self.left = data[cut:]
                return text

    return CodecInfo(encode, decode, None, None, Encoder, Decoder, _SHOWN.get(name, name))


def _incomplete(data, name):
    """Where the last character begins, if it lacks its end."""
    end = len(data)
    if name == "utf-8":
        for back in range(1, min(4, end + 1)):
            byte = data[-back]
            if byte >= 0xC0:
                want = 2 if byte < 0xE0 else 3 if byte < 0xF0 else 4
                if want > back:
                    try:
                        data[end - back:].decode()
                    except UnicodeDecodeError as error:
                        return end - back if error.reason == "unexpected end of data" else end
                break
            if byte < 0x80:
                break
        return end
    if name.startswith("utf-16"):
        cut = end & ~1
        if cut >= 2:
            high = data[cut - 1] if name.endswith("le") else data[cut - 2]
            if 0xD8 <= high < 0xDC:
                cut -= 2
        return cut
    return end & ~3 if name.startswith("utf-32") else end


def lookup(encoding, /):
    """The CodecInfo of an encoding; LookupError if nobody knows it."""
    if not isinstance(encoding, str):
        raise TypeError(f"lookup() argument must be str, not {type(encoding).__name__}")
    key = encoding.lower().replace("_", "-").replace(" ", "-")
    info = _found.get(key)
    if info is not None:
        return info
    name = _ALIASES.get(key)
    if name is not None:
        info = _known(name)
    else:
        for search in _search_functions:
            info = search(key.replace("-", "_"))
            if info is not None:
                break
        else:
            raise LookupError(f"unknown encoding: {encoding}")
    _found[key] = info
    return info


def register(search_function, /):
    """Let a function look for encodings: it gives a CodecInfo for a name, or None."""
    if not callable(search_function):
        raise TypeError("argument must be callable")
    _search_functions.append(search_function)


def unregister(search_function, /):
    """Ask a search function no more, and forget the codecs that were found."""
    if search_function in _search_functions:
        _search_functions.remove(search_function)
        _found.clear()


def encode(obj, encoding="utf-8", errors="strict"):
    """Encode an object, by default a text, by the name of an encoding."""
    return lookup(encoding).encode(obj, errors)[0]


def decode(obj, encoding="utf-8", errors="strict"):
    """Decode an object, by default bytes, by the name of an encoding."""
    return lookup(encoding).decode(obj, errors)[0]


encode.__module__ = decode.__module__ = "_codecs"  # where pickles look for them


def getencoder(encoding):
    """The function that encodes; LookupError for an unknown encoding."""
    return lookup(encoding).encode


def getdecoder(encoding):
    """The function that decodes; LookupError for an unknown encoding."""
    return lookup(encoding).decode


def _part(encoding, name):
    part = getattr(lookup(encoding), name)
    if part is None:
        raise LookupError(encoding)
    return part


def getincrementalencoder(encoding):
    """The class of incremental encoders of an encoding; LookupError if it has none."""
    return _part(encoding, "incrementalencoder")


def getincrementaldecoder(encoding):
    """The class of incremental decoders of an encoding; LookupError if it has none."""
    return _part(encoding, "incrementaldecoder")


def _pieces(step, pieces, nothing):
    for piece in pieces:
        if done := step(piece):
            yield done
    if done := step(nothing, True):
        yield done


def iterencode(iterator, encoding, errors="strict", **kwargs):
    """Encode the texts of an iterable one after the other, as one text."""
    encoder = getincrementalencoder(encoding)(errors, **kwargs)
    yield from _pieces(encoder.encode, iterator, "")


def iterdecode(iterator, encoding, errors="strict", **kwargs):
    """Decode the bytes of an iterable one after the other, as one text."""
    decoder = getincrementaldecoder(encoding)(errors, **kwargs)
    yield from _pieces(decoder.decode, iterator, b"")


# Error handlers.

def strict_errors(exception, /):
    """The handler "strict": raises the error."""
    if isinstance(exception, Exception):
        raise exception
    raise TypeError("codec must pass exception instance")


def ignore_errors(exception, /):
    """The handler "ignore": leaves out what is at fault."""
    return "", exception.end


def replace_errors(exception, /):
    """The handler "replace": puts ? or the replacement character in its place."""
    n = exception.end - exception.start
    if isinstance(exception, UnicodeEncodeError):
        return "?" * n, exception.end
    return "\ufffd" * (n if isinstance(exception, UnicodeTranslateError) else 1), exception.end


def xmlcharrefreplace_errors(exception, /):
    """The handler "xmlcharrefreplace": puts the number of the character in its place, as XML has
    it.
    """
    bad = exception.object[exception.start:exception.end]
    return "".join([f"&#{ord(c)};" for c in bad]), exception.end


def backslashreplace_errors(exception, /):
    """The handler "backslashreplace": puts an escape in its place."""
    bad = exception.object[exception.start:exception.end]
    if isinstance(exception, UnicodeDecodeError):
        return "".join([f"\\x{byte:02x}" for byte in bad]), exception.end
    return bad.encode("ascii", "backslashreplace").decode(), exception.end


def namereplace_errors(exception, /):
    """The handler "namereplace": puts the name of the character in its place."""
    bad = exception.object[exception.start:exception.end]
    return bad.encode("ascii", "namereplace").decode(), exception.end


try:
    from _codecs import lookup_error, register_error
except ImportError:
    _handlers = {"strict": strict_errors, "ignore": ignore_errors, "replace": replace_errors,
                 "xmlcharrefreplace": xmlcharrefreplace_errors,
                 "backslashreplace": backslashreplace_errors, "namereplace": namereplace_errors}

    def register_error(errors, handler, /):
        """Have a function deal with errors, for those who name it."""
        if not callable(handler):
            raise TypeError("handler must be callable")
        _handlers[errors] = handler

    def lookup_error(name, /):
        """The function that deals with errors under that name, or LookupError."""
        try:
            return _handlers[name]
        except KeyError:
            raise LookupError(f"unknown error handler name '{name}'") from None
