"""Taking URLs apart, putting them together, and quoting what stands in them.

Functions take str or ASCII bytes and answer in kind: _decoded() gives the str form of all arguments
and what turns results back.
"""

import functools
import re
import unicodedata
from collections import namedtuple

__all__ = ["urlparse", "urlunparse", "urljoin", "urldefrag", "urlsplit", "urlunsplit", "urlencode",
           "parse_qs", "parse_qsl", "quote", "quote_plus", "quote_from_bytes", "unquote",
           "unquote_plus", "unquote_to_bytes", "DefragResult", "ParseResult", "SplitResult",
           "DefragResultBytes", "ParseResultBytes", "SplitResultBytes"]

uses_relative = ["", "ftp", "http", "gopher", "nntp", "imap", "wais", "file", "https", "shttp",
                 "mms", "prospero", "rtsp", "rtsps", "rtspu", "sftp", "svn", "svn+ssh", "ws", "wss"]
uses_netloc = ["", "ftp", "http", "gopher", "nntp", "telnet", "imap", "wais", "file", "mms",
               "https", "shttp", "snews", "prospero", "rtsp", "rtsps", "rtspu", "rsync", "svn",
               "svn+ssh", "sftp", "nfs", "git", "git+ssh", "ws", "wss", "itms-services"]
uses_params = ["", "ftp", "hdl", "prospero", "http", "imap", "https", "shttp", "rtsp", "rtsps",
               "rtspu", "sip", "sips", "mms", "sftp", "tel"]
non_hierarchical = ["gopher", "hdl", "mailto", "news", "telnet", "wais", "imap", "snews", "sip",
                    "sips"]
uses_query = ["", "http", "wais", "imap", "https", "shttp", "mms", "gopher", "rtsp", "rtsps",
              "rtspu", "sip", "sips"]
uses_fragment = ["", "ftp", "hdl", "http", "gopher", "news", "nntp", "wais", "https", "shttp",
                 "snews", "file", "prospero"]
scheme_chars = ("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-.")

_CONTROLS_AND_SPACE = "".join(map(chr, range(33)))
_UNSAFE_BYTES = "\t\r\n"


def clear_cache():
    """Nothing is kept, so nothing is to be forgotten."""


def _same(value):
    return value


def _decoded(*args):
    """The arguments as str, and the function for results."""
    is_str = isinstance(args[0], str)
    for arg in args[1:]:
        if arg and isinstance(arg, str) != is_str:
            raise TypeError("Cannot mix str and non-str arguments")
    if is_str:
        return *args, _same
    return *[arg.decode("ascii", "strict") if arg else "" for arg in args], _encoded


def _encoded(result):
    return result.encode("ascii", "strict") if isinstance(result, str) else result.encode()


class _StrResult:
    __slots__ = ()

    def encode(self, encoding="ascii", errors="strict"):
        return self._encoded_counterpart(*[x.encode(encoding, errors) for x in self])


class _BytesResult:
    __slots__ = ()

    def decode(self, encoding="ascii", errors="strict"):
        return self._decoded_counterpart(*[x.decode(encoding, errors) for x in self])


class _NetlocStr(_StrResult):
    """What the netloc says: user, password, host and port."""

    __slots__ = ()
    _at, _colon, _open, _close, _percent = "@:[]%"

    @property
    def username(self):
        return self._user_and_password()[0]

    @property
    def password(self):
        return self._user_and_password()[1]

    @property
    def hostname(self):
        host = self._host_and_port()[0]
        if not host:
            return None
        # The zone of an address keeps its case.
        host, percent, zone = host.partition(self._percent)
        return host.lower() + percent + zone

    @property
    def port(self):
        port = self._host_and_port()[1]
        if port is None:
            return None
        if not (port.isdigit() and port.isascii()):
            raise ValueError(f"Port could not be cast to integer value as {port!r}")
        port = int(port)
        if port > 65535:
            raise ValueError("Port out of range 0-65535")
        return port

    def _user_and_password(self):
        info, at, _ = self.netloc.rpartition(self._at)
        if not at:
            return None, None
        user, colon, password = info.partition(self._colon)
        return user, password if colon else None

    def _host_and_port(self):
        place = self.netloc.rpartition(self._at)[2]
        _, bracket, bracketed = place.partition(self._open)
        if bracket:
            host, _, rest = bracketed.partition(self._close)
            port = rest.partition(self._colon)[2]
        else:
            host, _, port = place.partition(self._colon)
        return host, port or None


class _NetlocBytes(_BytesResult, _NetlocStr):
    __slots__ = ()
    _at, _colon, _open, _close, _percent = b"@", b":", b"[", b"]", b"%"


_Defrag = namedtuple("_DefragResultBase", "url fragment")
_Split = namedtuple("_SplitResultBase", "scheme netloc path query fragment")
_Parse = namedtuple("_ParseResultBase", "scheme netloc path params query fragment")


class DefragResult(_Defrag, _StrResult):
    """A URL without its fragment, and the fragment."""
    __slots__ = ()

    def geturl(self):
        return self.url + ("#" + self.fragment if self.fragment else "")


class SplitResult(_Split, _NetlocStr):
    """The five parts of a URL."""
    __slots__ = ()

    def geturl(self):
        return urlunsplit(self)


class ParseResult(_Parse, _NetlocStr):
    """The six parts of a URL."""
    __slots__ = ()

    def geturl(self):
        return urlunparse(self)


class DefragResultBytes(_Defrag, _BytesResult):
    """The same as bytes."""
    __slots__ = ()

    def geturl(self):
        return self.url + (b"#" + self.fragment if self.fragment else b"")


class SplitResultBytes(_Split, _NetlocBytes):
    """The same as bytes."""
    __slots__ = ()

    def geturl(self):
        return urlunsplit(self)


class ParseResultBytes(_Parse, _NetlocBytes):
    """The same as bytes."""
    __slots__ = ()

    def geturl(self):
        return urlunparse(self)


for _str, _bytes in ((DefragResult, DefragResultBytes), (SplitResult, SplitResultBytes),
                     (ParseResult, ParseResultBytes)):
    _str._encoded_counterpart, _bytes._decoded_counterpart = _bytes, _str


def urlparse(url, scheme="", allow_fragments=True):
    """A URL in six parts: scheme://netloc/path;params?query#fragment."""
    url, scheme, back = _decoded(url, scheme)
    scheme, netloc, path, query, fragment = _split(url, scheme, allow_fragments)
    params = ""
    if scheme in uses_params and ";" in path:
        start = path.rfind("/") if "/" in path else 0
        at = path.find(";", max(start, 0))
        if at >= 0:
            path, params = path[:at], path[at + 1:]
    return back(ParseResult(scheme, netloc, path, params, query, fragment))


def urlsplit(url, scheme="", allow_fragments=True):
    """A URL in five parts: scheme://netloc/path?query#fragment."""
    url, scheme, back = _decoded(url, scheme)
    return back(SplitResult(*_split(url, scheme, allow_fragments)))


def _split(url, scheme, allow_fragments):
    url = url.lstrip(_CONTROLS_AND_SPACE)
    scheme = scheme.strip(_CONTROLS_AND_SPACE)
    for unsafe in _UNSAFE_BYTES:
        url, scheme = url.replace(unsafe, ""), scheme.replace(unsafe, "")
    netloc = query = fragment = ""
    head, colon, rest = url.partition(":")
    if colon and head and head[0].isascii() and head[0].isalpha() and not head.strip(
            scheme_chars):
        scheme, url = head.lower(), rest
    if url[:2] == "//":
        end = min([at for at in map(url[2:].find, "/?#") if at >= 0], default=len(url) - 2) + 2
        netloc, url = url[2:end], url[end:]
        if ("[" in netloc) != ("]" in netloc):
            raise ValueError("Invalid IPv6 URL")
        if "[" in netloc:
            _check_brackets(netloc)
    if allow_fragments:
        url, _, fragment = url.partition("#")
    url, _, query = url.partition("?")
    _check_netloc(netloc)
    return scheme, netloc, url, query, fragment


def _check_brackets(netloc):
    before, _, inner = netloc.rpartition("@")[2].partition("[")
    inner, _, behind = inner.partition("]")
    if before or behind and not behind.startswith(":"):
        raise ValueError("Invalid IPv6 URL")
    if inner.startswith("v"):
        if not re.match(r"\Av[a-fA-F0-9]+\..+\z", inner):
            raise ValueError("IPvFuture address is invalid")
        return
    import ipaddress
    if isinstance(ipaddress.ip_address(inner), ipaddress.IPv4Address):
        raise ValueError("An IPv4 address cannot be in brackets")


def _check_netloc(netloc):
    # Characters that become a delimiter when they are normalized.
    if not netloc or netloc.isascii():
        return
    plain = netloc
    for mark in "@:#?":
        plain = plain.replace(mark, "")
    normalized = unicodedata.normalize("NFKC", plain)
    if plain != normalized:
        for mark in "/?#@:":
            if mark in normalized:
                raise ValueError(f"netloc {netloc!r} contains invalid characters under NFKC "
                                 "normalization")


def urlunparse(components):
    """The URL of six parts."""
    scheme, netloc, url, params, query, fragment, back = _decoded(*components)
    if params:
        url = f"{url};{params}"
    return back(_joined(scheme, netloc, url, query, fragment))


def urlunsplit(components):
    """The URL of five parts."""
    *parts, back = _decoded(*components)
    return back(_joined(*parts))


def _joined(scheme, netloc, url, query, fragment):
    if netloc:
        url = "//" + netloc + (url if not url or url[:1] == "/" else "/" + url)
    elif url[:2] == "//":
        url = "//" + url
    elif scheme and scheme in uses_netloc and (not url or url[:1] == "/"):
        url = "//" + url
    if scheme:
        url = scheme + ":" + url
    if query:
        url += "?" + query
    return url + "#" + fragment if fragment else url


def urldefrag(url):
    """A URL without its fragment, and the fragment."""
    url, back = _decoded(url)
    if "#" in url:
        scheme, netloc, path, params, query, fragment = urlparse(url)
        url = urlunparse((scheme, netloc, path, params, query, ""))
    else:
        fragment = ""
    return back(DefragResult(url, fragment))


def urljoin(base, url, allow_fragments=True):
    """What a link means on the page at `base`."""
    if not base:
        return url
    if not url:
        return base
    base, url, back = _decoded(base, url)
    old = urlparse(base, "", allow_fragments)
    scheme, netloc, path, params, query, fragment = urlparse(url, old.scheme, allow_fragments)
    if scheme != old.scheme or scheme not in uses_relative:
        return back(url)
    if scheme in uses_netloc:
        if netloc:
            return back(urlunparse((scheme, netloc, path, params, query, fragment)))
        netloc = old.netloc
    if not path and not params:
        path, params = old.path, old.params
        return back(urlunparse((scheme, netloc, path, params, query or old.query, fragment)))
    path = _resolved(old.path, path)
    return back(urlunparse((scheme, netloc, path, params, query, fragment)))


def _resolved(base, path):
    """A path relative to another, without '.' and '..'."""
    if path[:1] == "/":
        segments = path.split("/")
    else:
        folders = base.split("/")
        if folders[-1] != "":
            del folders[-1]
        segments = folders + path.split("/")
        segments[1:-1] = [segment for segment in segments[1:-1] if segment]
    done = []
    for segment in segments:
        if segment == "..":
            if done:
                done.pop()
        elif segment != ".":
            done.append(segment)
    if segments[-1] in (".", ".."):
        done.append("")
    return "/".join(done) or "/"


# ---- quoting -----------------------------------------------------------------------------------

_SAFE = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-~")


def quote(string, safe="/", encoding=None, errors=None):
    """With every character that is not safe as %xx of its bytes."""
    if not isinstance(string, str):
        for name, value in (("encoding", encoding), ("errors", errors)):
            if value is not None:
                raise TypeError(f"quote() doesn't support {name!r} for bytes")
    elif string:
        string = string.encode(encoding or "utf-8", errors or "strict")
    else:
        return string
    return quote_from_bytes(string, safe)


def quote_plus(string, safe="", encoding=None, errors=None):
    """The same, with a plus for each blank."""
    blank = " " if isinstance(string, str) else b" "
    if blank not in string:
        return quote(string, safe, encoding, errors)
    safe = safe + (" " if isinstance(safe, str) else b" ")
    return quote(string, safe, encoding, errors).replace(" ", "+")


@functools.lru_cache(32)
def _quoting(safe):
    # The bytes that stay as they are, and the text of each byte.
    allowed = _SAFE.union([byte for byte in safe if byte < 128])
    return bytes(allowed), [chr(byte) if byte in allowed else f"%{byte:02X}" for byte in range(256)]


def quote_from_bytes(bs, safe="/"):
    """quote() of bytes."""
    if not isinstance(bs, (bytes, bytearray)):
        raise TypeError("quote_from_bytes() expected bytes")
    if not bs:
        return ""
    if isinstance(safe, str):
        safe = safe.encode("ascii", "ignore")
    allowed, table = _quoting(bytes(safe))
    if not bs.rstrip(allowed):
        return bytes(bs).decode()
    return "".join([table[byte] for byte in bs])


_HEX = "0123456789abcdefABCDEF"
_escapes = {(a + b).encode(): bytes([int(a + b, 16)]) for a in _HEX for b in _HEX}


def unquote_to_bytes(string):
    """The bytes of a quoted text."""
    if not string:
        string.split  # AttributeError for what is no text
        return b""
    if isinstance(string, str):
        string = string.encode("utf-8")
    first, *parts = string.split(b"%")
    done = [first]
    for part in parts:
        byte = _escapes.get(part[:2])
        done += (b"%", part) if byte is None else (byte, part[2:])
    return b"".join(done)


_quoted = re.compile("([\x00-\x7f]+)")


def unquote(string, encoding="utf-8", errors="replace"):
    """The text of a quoted one."""
    if isinstance(string, (bytes, bytearray)):
        return unquote_to_bytes(string).decode(encoding or "utf-8", errors or "replace")
    if "%" not in string:
        string.split
        return string
    parts = _quoted.split(string)
    for i in range(1, len(parts), 2):
        parts[i] = unquote_to_bytes(parts[i]).decode(encoding or "utf-8", errors or "replace")
    return "".join(parts)


def unquote_plus(string, encoding="utf-8", errors="replace"):
    """The same, with a blank for each plus."""
    return unquote(string.replace("+", " "), encoding, errors)


# ---- queries -----------------------------------------------------------------------------------

def parse_qs(qs, keep_blank_values=False, strict_parsing=False, encoding="utf-8",
             errors="replace", max_num_fields=None, separator="&"):
    """The fields of a query: a dict with the list of values of each."""
    fields = {}
    for name, value in parse_qsl(qs, keep_blank_values, strict_parsing, encoding, errors,
                                 max_num_fields, separator):
        fields.setdefault(name, []).append(value)
    return fields


def parse_qsl(qs, keep_blank_values=False, strict_parsing=False, encoding="utf-8",
              errors="replace", max_num_fields=None, separator="&"):
    """The fields of a query as pairs."""
    if not separator or not isinstance(separator, (str, bytes)):
        raise ValueError("Separator must be of type string or bytes.")
    if isinstance(qs, str):
        if not isinstance(separator, str):
            separator = str(separator, "ascii")
        equals, plus, blank = "=", "+", " "

        def text(part):
            return unquote(part.replace(plus, blank), encoding=encoding, errors=errors)
    elif not qs:
        return []
    else:
        qs = bytes(memoryview(qs))
        if isinstance(separator, str):
            separator = bytes(separator, "ascii")
        equals, plus, blank = b"=", b"+", b" "

        def text(part):
            return unquote_to_bytes(part.replace(plus, blank))
    if not qs:
        return []
    if max_num_fields is not None and max_num_fields < 1 + qs.count(separator):
        raise ValueError("Max number of fields exceeded")
    pairs = []
    for field in qs.split(separator):
        if not (field or strict_parsing):
            continue
        name, has, value = field.partition(equals)
        if not has and strict_parsing:
            raise ValueError(f"bad query field: {field!r}")
        if value or keep_blank_values:
            pairs.append((text(name), text(value)))
    return pairs


def urlencode(query, doseq=False, safe="", encoding=None, errors=None, quote_via=quote_plus):
    """A mapping or pairs as a query."""
    if hasattr(query, "items"):
        query = query.items()
    else:
        try:
            if len(query) and not isinstance(query[0], tuple):
                raise TypeError
        except TypeError as err:
            raise TypeError("not a valid non-string sequence or mapping object") from err

    def quoted(part):
        if isinstance(part, bytes):
            return quote_via(part, safe)
        return quote_via(str(part), safe, encoding, errors)

    fields = []
    for name, value in query:
        name = quoted(name)
        values = [value]
        if doseq and not isinstance(value, (str, bytes)):
            try:
                len(value)
                values = value
            except TypeError:
                pass
        fields += [name + "=" + quoted(item) for item in values]
    return "&".join(fields)
