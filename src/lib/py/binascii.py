"""Conversion between binary data and ASCII.

Whole strings are converted by the methods of bytes and int that the core has in C: a number is
kept to characters of its digits only by translate.
"""

import _binascii
import operator

__all__ = ["Error", "Incomplete", "a2b_base64", "a2b_hex", "a2b_qp", "a2b_uu", "b2a_base64",
           "b2a_hex", "b2a_qp", "b2a_uu", "crc32", "crc_hqx", "hexlify", "unhexlify"]


class Error(ValueError):
    """The text is not in the encoding."""


class Incomplete(Exception):
    """There is not enough data."""


def _ascii(data):
    """The bytes of an argument that may be a string of ASCII characters."""
    if isinstance(data, str):
        if not data.isascii():
            raise ValueError("string argument should contain only ASCII characters")
        return data.encode("ascii")
    if isinstance(data, bytes):
        return data
    try:
        return bytes(memoryview(data))
    except TypeError:
        raise TypeError("argument should be bytes, buffer or ASCII string, "
                        f"not {type(data).__name__!r}") from None


def _bytes(data):
    if isinstance(data, bytes):
        return data
    try:
        return bytes(memoryview(data))
    except TypeError:
        raise TypeError("a bytes-like object is required, "
                        f"not {type(data).__name__!r}") from None


# Hexadecimal.

def b2a_hex(data, sep=None, bytes_per_sep=1):
    """Bytes as hexadecimal digits; with sep between groups of bytes_per_sep bytes."""
    data = _bytes(data)
    text = data.hex() if sep is None else data.hex(sep, bytes_per_sep)
    return text.encode("ascii")


def a2b_hex(hexstr, /):
    """The bytes of hexadecimal digits."""
    data = _ascii(hexstr)
    if len(data) & 1:
        raise Error("Odd-length string")
    # fromhex skips blanks, which are no digits here.
    if data.split() not in ([data], []) or data.isspace():
        raise Error("Non-hexadecimal digit found")
    try:
        return bytes.fromhex(data.decode("ascii"))
    except ValueError:
        raise Error("Non-hexadecimal digit found") from None


def hexlify(data, sep=None, bytes_per_sep=1):
    """Bytes as hexadecimal digits; with sep between groups of bytes_per_sep bytes."""
    return b2a_hex(data, sep, bytes_per_sep)


def unhexlify(hexstr, /):
    """The bytes of hexadecimal digits."""
    return a2b_hex(hexstr)


# Base 64.

_B64 = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
_B64_VALUE = {c: i for i, c in enumerate(_B64)}
_B64_IGNORED = bytes(set(range(256)) - set(_B64) - {ord("=")})


def _sextets(data, table):
    """The groups of six bits of data, as characters of the table; the last is filled with zeros."""
    out = bytearray()
    n = len(data)
    for at in range(0, n - 2, 3):
        word = data[at] << 16 | data[at + 1] << 8 | data[at + 2]
        out += bytes((table[word >> 18], table[word >> 12 & 63], table[word >> 6 & 63],
                      table[word & 63]))
    rest = n % 3
    if rest == 1:
        word = data[-1] << 4
        out += bytes((table[word >> 6], table[word & 63]))
    elif rest == 2:
        word = (data[-2] << 8 | data[-1]) << 2
        out += bytes((table[word >> 12], table[word >> 6 & 63], table[word & 63]))
    return out


def b2a_base64(data, /, *, newline=True):
    """The bytes in base64, as a line."""
    return _binascii.b2a_base64(data, newline)


def a2b_base64(data, /, *, strict_mode=False):
    """The bytes that a text in base64 stands for; strict_mode refuses what is not of the alphabet and what
    follows the padding."""
    data = _ascii(data)
    whole = _binascii.a2b_base64(data)
    if whole is not None and not (strict_mode and data.endswith(b"\n")):
        return whole
    if not strict_mode:
        data = data.translate(None, _B64_IGNORED)
    out = bytearray()
    value_of = _B64_VALUE.get
    # Whole groups without padding or anything odd, quickly; then what is left, one by one.
    at, end = 0, len(data) & ~3
    while at < end:
        a, b = value_of(data[at]), value_of(data[at + 1])
        c, d = value_of(data[at + 2]), value_of(data[at + 3])
        if a is None or b is None or c is None or d is None:
            break
        word = a << 18 | b << 12 | c << 6 | d
        out += bytes((word >> 16, word >> 8 & 255, word & 255))
        at += 4
    started = at > 0
    in_group = left = pads = 0
    for at in range(at, len(data)):
        c = data[at]
        if c == 61:
            pads += 1
            if strict_mode:
                if in_group == 0:
                    raise Error("Excess padding not allowed" if started
                                else "Leading padding not allowed")
                if in_group == 1:
                    break
                if in_group + pads > 4:
                    raise Error("Excess padding not allowed")
            continue
        value = value_of(c)
        if value is None:
            raise Error("Only base64 data is allowed")
        if strict_mode and pads:
            raise Error("Excess data after padding" if in_group + pads == 4
                        else "Discontinuous padding not allowed")
        pads = 0
        started = True
        if in_group == 0:
            left = value
        elif in_group == 1:
            out.append((left << 2 | value >> 4) & 255)
            left = value & 15
        elif in_group == 2:
            out.append(left << 4 | value >> 2)
            left = value & 3
        else:
            out.append(left << 6 | value)
        in_group = (in_group + 1) & 3
    if in_group == 1:
        # One character holds six bits: a byte cannot come of it.
        raise Error("Invalid base64-encoded string: number of data characters "
                    f"({len(out) // 3 * 4 + 1}) cannot be 1 more than a multiple of 4")
    # Padding in the midst was passed over; that at the end must be enough.
    if in_group and in_group + pads < 4:
        raise Error("Incorrect padding")
    return bytes(out)


# Uuencoding.

_UU = bytes([32 + i for i in range(64)])
_UU_GRAVE = b"`" + _UU[1:]


def b2a_uu(data, /, *, backtick=False):
    """At most 45 bytes as a uuencoded line."""
    data = _bytes(data)
    if len(data) > 45:
        raise Error("At most 45 bytes at once")
    table = _UU_GRAVE if backtick else _UU
    return bytes((table[len(data)],)) + bytes(
        _sextets(data + bytes(-len(data) % 3), table)) + b"\n"


def a2b_uu(data, /):
    """The bytes of a uuencoded line."""
    data = _ascii(data)
    if not data:
        raise Error("Missing length byte")
    length = data[0] - 32 & 63
    out = bytearray()
    at = 1
    bits = n_bits = 0
    while len(out) < length:
        c = data[at] if at < len(data) else 10
        at += 1
        if c in (10, 13):
            # Trailing blanks may have been cut off.
            c = 0
        elif 32 <= c <= 96:
            c = c - 32 & 63
        else:
            raise Error("Illegal char")
        bits = bits << 6 | c
        n_bits += 6
        if n_bits >= 8:
            n_bits -= 8
            out.append(bits >> n_bits & 255)
            bits &= (1 << n_bits) - 1
    for c in data[at:]:
        if c not in (32, 96, 10, 13):
            raise Error("Trailing garbage")
    return bytes(out)


# Quoted-printable.

_HEX = {c: int(chr(c), 16) for c in b"0123456789abcdefABCDEF"}


def a2b_qp(data, header=False):
    """The bytes that quoted-printable text stands for; header reads _ as a blank."""
    data = _ascii(data)
    out = bytearray()
    at, end = 0, len(data)
    while at < end:
        c = data[at]
        if c == 61:
            at += 1
            if at >= end:
                break
            if data[at] in b"\r\n":
                # A soft line break: all up to the end of the line is dropped.
                if data[at] != 10:
                    at = data.find(b"\n", at)
                    if at < 0:
                        break
                at += 1
            elif data[at] == 61:
                # Some encoders write "==".
                out.append(61)
                at += 1
            elif at + 1 < end and data[at] in _HEX and data[at + 1] in _HEX:
                out.append(_HEX[data[at]] << 4 | _HEX[data[at + 1]])
                at += 2
            else:
                out.append(61)
        else:
            out.append(32 if header and c == 95 else c)
            at += 1
    return bytes(out)


_QP_LINE = 76


def b2a_qp(data, quotetabs=False, istext=True, header=False):
    """Bytes as quoted-printable text; istext keeps line ends, quotetabs quotes blanks and tabs,
    header writes blanks as _.
    """
    data = _bytes(data)
    # Lines end as the first one does.
    first = data.find(b"\n")
    crlf = first > 0 and data[first - 1] == 13
    out = bytearray()
    column = at = 0
    end = len(data)
    while at < end:
        c = data[at]
        following = data[at + 1] if at + 1 < end else None
        if (c > 126 or c == 61 or header and c == 95
                or c == 46 and column == 0 and (following is None or following in b"\n\r\0")
                or not istext and c in b"\r\n"
                or c in b"\t " and following is None
                or c < 33 and c not in b"\r\n\t "
                or c < 33 and (quotetabs or not quotetabs and c not in b"\r\n\t ")
                and c not in b"\r\n"):
            if column + 3 >= _QP_LINE:
                out += b"=\r\n" if crlf else b"=\n"
                column = 0
            out += b"=%02X" % c
            at += 1
            column += 3
        elif istext and (c == 10 or c == 13 and following == 10):
            column = 0
            # White space before the end of a line would be lost.
            if out and out[-1] in b"\t ":
                out[-1:] = b"=%02X" % out[-1]
            out += b"\r\n" if crlf else b"\n"
            at += 2 if c == 13 else 1
        else:
            if following is not None and following != 10 and column + 1 >= _QP_LINE:
                out += b"=\r\n" if crlf else b"=\n"
                column = 0
            column += 1
            if header and c == 32:
                out.append(95)
            else:
                out.append(c)
            at += 1
    return bytes(out)


# Checksums.

def crc32(data, crc=0, /):
    """The CRC-32 of the bytes, going on from an earlier one."""
    return _binascii.crc32(_bytes(data), operator.index(crc) & 0xFFFFFFFF)


def crc_hqx(data, crc, /):
    """The CRC-CCITT of bytes, going on from a value."""
    data = _bytes(data)
    crc = operator.index(crc) & 0xFFFF
    for byte in data:
        crc ^= byte << 8
        for _ in range(8):
            crc = (crc << 1 ^ (0x1021 if crc & 0x8000 else 0)) & 0xFFFF
    return crc
