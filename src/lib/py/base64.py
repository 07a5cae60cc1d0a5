"""Bytes as text: Base16, Base32, Base64, Base85 and Ascii85."""

import binascii

__all__ = [
    "encode", "decode", "encodebytes", "decodebytes", "b64encode", "b64decode", "b32encode",
    "b32decode", "b32hexencode", "b32hexdecode", "b16encode", "b16decode", "b85encode",
    "b85decode", "a85encode", "a85decode", "z85encode", "z85decode", "standard_b64encode",
    "standard_b64decode", "urlsafe_b64encode", "urlsafe_b64decode",
]

bytes_types = (bytes, bytearray)


def _bytes_from_decode_data(s):
    if isinstance(s, bytes_types):
        return s
    if isinstance(s, str):
        if s.isascii():
            return s.encode()
        raise ValueError("string argument should contain only ASCII characters")
    try:
        return bytes(memoryview(s))
    except TypeError:
        raise TypeError("argument should be a bytes-like object or ASCII string, "
                        f"not {s.__class__.__name__!r}") from None


def _bytes(s):
    return s if isinstance(s, bytes_types) else memoryview(s).tobytes()


def b64encode(s, altchars=None):
    """Bytes in Base64, which has two other characters in the place of + and / by altchars."""
    text = binascii.b2a_base64(s, newline=False)
    if altchars is not None:
        assert len(altchars) == 2, repr(altchars)
        text = text.translate(bytes.maketrans(b"+/", altchars))
    return text


def b64decode(s, altchars=None, validate=False):
    """The bytes that Base64 stands for. What is none of its characters is skipped, or refused."""
    text, special = _bytes_from_decode_data(s), altchars
    if special is not None:
        special = _bytes_from_decode_data(special)
        assert len(special) == 2, repr(special)
        text = text.translate(bytes.maketrans(special, b"+/"))
    return binascii.a2b_base64(text, strict_mode=validate)


def standard_b64encode(s):
    """Bytes in Base64."""
    return b64encode(s)


def standard_b64decode(s):
    """The bytes that Base64 stands for."""
    return b64decode(s)


_urlsafe_encode = bytes.maketrans(b"+/", b"-_")
_urlsafe_decode = bytes.maketrans(b"-_", b"+/")


def urlsafe_b64encode(s):
    """Bytes in Base64 with - and _ in the place of + and /."""
    return b64encode(s).translate(_urlsafe_encode)


def urlsafe_b64decode(s):
    """The bytes that Base64 with - and _ stands for."""
    return b64decode(_bytes_from_decode_data(s).translate(_urlsafe_decode))


_b32alphabet = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
_b32hexalphabet = b"0123456789ABCDEFGHIJKLMNOPQRSTUV"
_b32_reverse = {}


def _b32encode(alphabet, s):
    s = _bytes(s)
    leftover = len(s) % 5
    if leftover:
        s = s + b"\0" * (5 - leftover)
    encoded = bytearray()
    for place in range(0, len(s), 5):
        group = int.from_bytes(s[place:place + 5])
        for shift in range(35, -1, -5):
            encoded.append(alphabet[group >> shift & 31])
    # What stands for the bytes that were added is padding.
    padding = (0, 6, 4, 3, 1)[leftover]
    if padding:
        encoded[-padding:] = b"=" * padding
    return bytes(encoded)


def _b32decode(alphabet, s, casefold=False, map01=None):
    values = _b32_reverse.get(alphabet)
    if values is None:
        values = _b32_reverse[alphabet] = {char: n for n, char in enumerate(alphabet)}
    s = _bytes_from_decode_data(s)
    if len(s) % 8:
        raise binascii.Error("Incorrect padding")
    if map01 is not None:
        map01 = _bytes_from_decode_data(map01)
        assert len(map01) == 1, repr(map01)
        s = s.translate(bytes.maketrans(b"01", b"O" + map01))
    if casefold:
        s = s.upper()
    length = len(s)
    s = s.rstrip(b"=")
    padding = length - len(s)
    decoded = bytearray()
    group = 0
    for place in range(0, len(s), 8):
        group = 0
        for char in s[place:place + 8]:
            try:
                group = (group << 5) + values[char]
            except KeyError:
                raise binascii.Error("Non-base32 digit found") from None
        decoded += group.to_bytes(5) if place + 8 <= len(s) else b"\0" * 5
    if length % 8 or padding not in {0, 1, 3, 4, 6}:
        raise binascii.Error("Incorrect padding")
    if padding and decoded:
        group <<= 5 * padding
        decoded[-5:] = group.to_bytes(5)[:(43 - 5 * padding) // 8]
    return bytes(decoded)


def b32encode(s):
    """Bytes in Base32."""
    return _b32encode(_b32alphabet, s)


def b32decode(s, casefold=False, map01=None):
    """The bytes that Base32 stands for. casefold allows small letters; map01 reads 0 as O, and 1 as
    that letter.
    """
    return _b32decode(_b32alphabet, s, casefold, map01)


def b32hexencode(s):
    """Bytes in Base32 with the digits 0 to V, which sort as the bytes do."""
    return _b32encode(_b32hexalphabet, s)


def b32hexdecode(s, casefold=False):
    """The bytes that Base32 with the digits 0 to V stands for; casefold allows small letters."""
    return _b32decode(_b32hexalphabet, s, casefold)


def b16encode(s):
    """Bytes as hexadecimal digits, in capital letters."""
    return binascii.hexlify(s).upper()


def b16decode(s, casefold=False):
    """The bytes that Base16 stands for; casefold allows small letters."""
    digits = _bytes_from_decode_data(s)
    digits = digits.upper() if casefold else digits
    if digits.strip(b"0123456789ABCDEF"):
        raise binascii.Error("Non-base16 digit found")
    return binascii.unhexlify(digits)


_b85alphabet = (b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
                b"!#$%&()*+-;<=>?@^_`{|}~")
_z85alphabet = (b"0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
                b".-:+=^!/*?&<>()[]{}@%$#")
_a85alphabet = bytes(range(33, 118))
_z85_to_b85 = bytes.maketrans(_z85alphabet, _b85alphabet)
_b85_to_z85 = bytes.maketrans(_b85alphabet, _z85alphabet)


def _85encode(b, alphabet, pad=False, foldnuls=False, foldspaces=False):
    b = _bytes(b)
    padding = -len(b) % 4
    if padding:
        b = b + b"\0" * padding
    chunks = []
    for place in range(0, len(b), 4):
        word = int.from_bytes(b[place:place + 4])
        if foldnuls and not word:
            chunks.append(b"z")
        elif foldspaces and word == 0x20202020:
            chunks.append(b"y")
        else:
            digits = bytearray(5)
            for digit in range(4, -1, -1):
                word, rest = divmod(word, 85)
                digits[digit] = alphabet[rest]
            chunks.append(bytes(digits))
    if padding and not pad:
        if chunks[-1] == b"z":
            chunks[-1] = alphabet[:1] * 5
        chunks[-1] = chunks[-1][:-padding]
    return b"".join(chunks)


def a85encode(b, *, foldspaces=False, wrapcol=0, pad=False, adobe=False):
    """Bytes in Ascii85. foldspaces writes "y" for four blanks, wrapcol breaks lines, pad fills up
    to a multiple of 4, adobe puts <~ and ~> around it.
    """
    result = _85encode(b, _a85alphabet, pad, True, foldspaces)
    if adobe:
        result = b"<~" + result
    if wrapcol:
        wrapcol = max(2 if adobe else 1, wrapcol)
        chunks = [result[place:place + wrapcol] for place in range(0, len(result), wrapcol)]
        if adobe and len(chunks[-1]) + 2 > wrapcol:
            chunks.append(b"")
        result = b"\n".join(chunks)
    if adobe:
        result += b"~>"
    return result


def a85decode(b, *, foldspaces=False, adobe=False, ignorechars=b" \t\n\r\v"):
    """The bytes that Ascii85 stands for. foldspaces reads "y" for four blanks, adobe wants <~ and
    ~> around it, and the bytes of ignorechars are skipped.
    """
    b = _bytes_from_decode_data(b)
    if adobe:
        if not b.endswith(b"~>"):
            raise ValueError("Ascii85 encoded byte sequences must end with {!r}".format(b"~>"))
        b = b[2:-2] if b.startswith(b"<~") else b[:-2]
    decoded = []
    digits = []
    for char in b + b"u" * 4:
        if 33 <= char <= 117:
            digits.append(char)
            if len(digits) == 5:
                word = 0
                for digit in digits:
                    word = 85 * word + (digit - 33)
                try:
                    decoded.append(word.to_bytes(4))
                except OverflowError:
                    raise ValueError("Ascii85 overflow") from None
                digits.clear()
        elif char == 122:  # z
            if digits:
                raise ValueError("z inside Ascii85 5-tuple")
            decoded.append(b"\0\0\0\0")
        elif foldspaces and char == 121:  # y
            if digits:
                raise ValueError("y inside Ascii85 5-tuple")
            decoded.append(b"    ")
        elif char not in ignorechars:
            raise ValueError(f"Non-Ascii85 digit found: {chr(char)}")
    # The digits that were added filled up the last group; what is left of them is none.
    result = b"".join(decoded)
    padding = 4 - len(digits)
    return result[:-padding] if padding else result


_b85_reverse = {}


def b85encode(b, pad=False):
    """Bytes in Base85; pad fills them up to a multiple of 4 first."""
    return _85encode(b, _b85alphabet, pad)


def b85decode(b):
    """The bytes that Base85 stands for."""
    if not _b85_reverse:
        _b85_reverse.update((char, n) for n, char in enumerate(_b85alphabet))
    b = _bytes_from_decode_data(b)
    padding = -len(b) % 5
    b = b + b"~" * padding
    out = []
    for place in range(0, len(b), 5):
        word = 0
        for offset, char in enumerate(b[place:place + 5]):
            try:
                word = word * 85 + _b85_reverse[char]
            except KeyError:
                raise ValueError(
                    f"bad base85 character at position {place + offset}") from None
        try:
            out.append(word.to_bytes(4))
        except OverflowError:
            raise ValueError(f"base85 overflow in hunk starting at byte {place}") from None
    result = b"".join(out)
    return result[:-padding] if padding else result


def z85encode(s):
    """Bytes in Base85 with the characters of ZeroMQ."""
    return b85encode(s).translate(_b85_to_z85)


def z85decode(s):
    """The bytes that Base85 with the characters of ZeroMQ stands for."""
    s = _bytes_from_decode_data(s)
    # Characters of the other alphabet would otherwise be taken for what they mean there.
    foreign = bytes(set(_b85alphabet) - set(_z85alphabet))
    s = s.translate(_z85_to_b85 if not foreign else
                    bytes.maketrans(foreign + _z85alphabet,
                                    b"\x00" * len(foreign) + _b85alphabet))
    try:
        return b85decode(s)
    except ValueError as error:
        raise ValueError(error.args[0].replace("base85", "z85")) from None


MAXLINESIZE = 76  # excluding the CRLF
MAXBINSIZE = (MAXLINESIZE // 4) * 3


def encode(input, output):
    """Read a binary file and write it in Base64 to another one, in lines."""
    while s := input.read(MAXBINSIZE):
        while len(s) < MAXBINSIZE and (more := input.read(MAXBINSIZE - len(s))):
            s += more
        output.write(binascii.b2a_base64(s))


def decode(input, output):
    """Read Base64 from a binary file and write the bytes to another one."""
    while line := input.readline():
        output.write(binascii.a2b_base64(line))


def _input_type_check(s):
    try:
        view = memoryview(s)
    except TypeError as error:
        raise TypeError("expected bytes-like object, "
                        f"not {s.__class__.__name__}") from error
    if view.format not in ("c", "b", "B"):
        raise TypeError(f"expected single byte elements, not {view.format!r} "
                        f"from {s.__class__.__name__}")
    if view.ndim != 1:
        raise TypeError(f"expected 1-D data, not {view.ndim}-D data "
                        f"from {s.__class__.__name__}")


def encodebytes(s):
    """Bytes in Base64, with a line end after every 76 characters and at the end."""
    _input_type_check(s)
    return b"".join([binascii.b2a_base64(s[place:place + MAXBINSIZE])
                     for place in range(0, len(s), MAXBINSIZE)])


def decodebytes(s):
    """The bytes that lines of Base64 stand for."""
    _input_type_check(s)
    return binascii.a2b_base64(s)
