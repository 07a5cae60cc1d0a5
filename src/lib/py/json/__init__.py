"""JSON (RFC 8259): text to objects and back.

dumps() and loads() go straight to the core's _json.dumps and _json.loads where these exist and
nothing but plain options are asked for; each may answer NotImplemented, and then the Python code
does it.  What they are called with:

    _json.dumps(obj, skipkeys, ensure_ascii, check_circular, allow_nan, indent, separators,
                sort_keys) -> str
    _json.loads(text, JSONDecodeError) -> object; errors are raised as JSONDecodeError(msg, text,
                position)
"""

__all__ = ["dump", "dumps", "load", "loads", "JSONDecoder", "JSONDecodeError", "JSONEncoder"]

from . import decoder, encoder, scanner
from .decoder import JSONDecodeError, JSONDecoder
from .encoder import JSONEncoder

try:
    from _json import dumps as _fast_dumps, loads as _fast_loads
except ImportError:
    _fast_dumps = _fast_loads = None

_default_encoder = JSONEncoder()
_default_decoder = JSONDecoder()


# What the options are when nobody gives one.
_PLAIN = (False, True, True, True, None, None, None, None, False)


def _encoder(skipkeys, ensure_ascii, check_circular, allow_nan, cls, indent, separators, default,
             sort_keys, kw):
    if not kw and (skipkeys, ensure_ascii, check_circular, allow_nan, cls, indent, separators,
                   default, sort_keys) == _PLAIN:
        return _default_encoder
    return (cls or JSONEncoder)(
        skipkeys=skipkeys, ensure_ascii=ensure_ascii, check_circular=check_circular,
        allow_nan=allow_nan, indent=indent, separators=separators, default=default,
        sort_keys=sort_keys, **kw)


def dump(obj, fp, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True,
         cls=None, indent=None, separators=None, default=None, sort_keys=False, **kw):
    """Write the JSON text of a value to a file; the options are those of dumps()."""
    encoder = _encoder(skipkeys, ensure_ascii, check_circular, allow_nan, cls, indent,
                       separators, default, sort_keys, kw)
    for chunk in encoder.iterencode(obj):
        fp.write(chunk)


def dumps(obj, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True,
          cls=None, indent=None, separators=None, default=None, sort_keys=False, **kw):
    """The JSON text of a value. skipkeys leaves out keys that JSON has not, ensure_ascii escapes,
    check_circular looks for what contains itself, allow_nan writes NaN and Infinity, indent breaks
    lines, separators stand behind items and keys, default(value) gives what stands for other
    values, sort_keys sorts.
    """
    if _fast_dumps is not None and cls is None and default is None and not kw:
        text = _fast_dumps(obj, skipkeys, ensure_ascii, check_circular, allow_nan, indent,
                           separators, sort_keys)
        if text is not NotImplemented:
            return text
    return _encoder(skipkeys, ensure_ascii, check_circular, allow_nan, cls, indent, separators,
                    default, sort_keys, kw).encode(obj)


_MARKS = ((b"\xff\xfe\0\0", "utf-32"), (b"\0\0\xfe\xff", "utf-32"), (b"\xff\xfe", "utf-16"),
          (b"\xfe\xff", "utf-16"), (b"\xef\xbb\xbf", "utf-8-sig"))


def detect_encoding(b):
    """The encoding of JSON in bytes: by a byte order mark, or by the zeros of the first characters.
    """
    for mark, encoding in _MARKS:
        if b.startswith(mark):
            return encoding
    if len(b) < 2 or len(b) == 3:
        return "utf-8"
    zeros = [not byte for byte in b[:4]]
    if zeros[0]:
        return "utf-32-be" if zeros[1] and len(b) > 2 else "utf-16-be"
    if not zeros[1]:
        return "utf-8"
    return "utf-32-le" if zeros[2:] == [True, True] else "utf-16-le"


def load(fp, *, cls=None, object_hook=None, parse_float=None, parse_int=None,
         parse_constant=None, object_pairs_hook=None, **kw):
    """The value of the JSON text in a file; the options are those of loads()."""
    return loads(fp.read(), cls=cls, object_hook=object_hook, parse_float=parse_float,
                 parse_int=parse_int, parse_constant=parse_constant,
                 object_pairs_hook=object_pairs_hook, **kw)


def loads(s, *, cls=None, object_hook=None, parse_float=None, parse_int=None,
          parse_constant=None, object_pairs_hook=None, **kw):
    """The value of a JSON text, or of bytes with one. Hooks replace what objects, numbers and
    constants become.
    """
    if isinstance(s, str):
        if s.startswith("\ufeff"):
            raise JSONDecodeError("Unexpected UTF-8 BOM (decode using utf-8-sig)", s, 0)
    elif isinstance(s, (bytes, bytearray)):
        s = s.decode(detect_encoding(s), "surrogatepass")
    else:
        raise TypeError("the JSON object must be str, bytes or bytearray, "
                        f"not {s.__class__.__name__}")
    if (cls is object_hook is parse_float is parse_int is parse_constant is object_pairs_hook
            is None and not kw):
        if _fast_loads is not None:
            value = _fast_loads(s, JSONDecodeError)
            if value is not NotImplemented:
                return value
        return _default_decoder.decode(s)
    hooks = {"object_hook": object_hook, "object_pairs_hook": object_pairs_hook,
             "parse_float": parse_float, "parse_int": parse_int, "parse_constant": parse_constant}
    kw.update((name, hook) for name, hook in hooks.items() if hook is not None)
    return (JSONDecoder if cls is None else cls)(**kw).decode(s)
