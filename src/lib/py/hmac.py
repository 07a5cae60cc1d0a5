"""Authentication of messages by a key that both sides know (RFC 2104)."""

__all__ = ["new", "compare_digest", "digest", "HMAC"]

digest_size = None


def compare_digest(a, b, /):
    """Whether two secrets are equal, without a hint by the time it takes.

    They are both bytes-like, or both texts of ASCII alone."""
    if isinstance(a, str) and isinstance(b, str):
        if not (a.isascii() and b.isascii()):
            raise TypeError("comparing strings with non-ASCII characters is not supported")
        a, b = a.encode("ascii"), b.encode("ascii")
    else:
        if not hasattr(type(a), "__buffer__") and not hasattr(type(b), "__buffer__"):
            raise TypeError("unsupported operand types(s) or combination of types: "
                            f"'{type(a).__name__}' and '{type(b).__name__}'")
        for value in (a, b):
            if not hasattr(type(value), "__buffer__"):
                raise TypeError(f"a bytes-like object is required, not '{type(value).__name__}'")
            if not memoryview(value).c_contiguous:
                raise BufferError("memoryview: underlying buffer is not C-contiguous")
        a, b = bytes(a), bytes(b)
    # All bytes are looked at, wherever the first difference is.
    result = len(a) ^ len(b)
    if result:
        b = a
    for x, y in zip(a, b):
        result |= x ^ y
    return result == 0


def _constructor(digestmod):
    if isinstance(digestmod, str):
        import hashlib
        return lambda data=b"": hashlib.new(digestmod, data)
    if callable(digestmod):
        return digestmod
    return lambda data=b"": digestmod.new(data)


class HMAC:
    """The code of a message that may come in pieces."""

    blocksize = 64  # what is taken for a block where the hash does not say

    def __init__(self, key, msg=None, digestmod=""):
        """The code by a key; msg is the first piece, digestmod the hash, by name or as a function
        or module.
        """
        if not isinstance(key, (bytes, bytearray)):
            raise TypeError(f"key: expected bytes or bytearray, but got {type(key).__name__!r}")
        if not digestmod:
            raise TypeError("Missing required argument 'digestmod'.")
        make = _constructor(digestmod)
        self._outer = make()
        self._inner = make()
        self.digest_size = self._inner.digest_size
        self.block_size = getattr(self._inner, "block_size", self.blocksize)
        if self.block_size < 16:
            self.block_size = self.blocksize
        if len(key) > self.block_size:
            key = make(key).digest()
        key = bytes(key).ljust(self.block_size, b"\0")
        self._outer.update(bytes([byte ^ 0x5C for byte in key]))
        self._inner.update(bytes([byte ^ 0x36 for byte in key]))
        if msg is not None:
            self.update(msg)

    @property
    def name(self):
        """The name: hmac- and that of the hash."""
        return f"hmac-{self._inner.name}"

    def update(self, msg):
        """Take in another piece of the message."""
        self._inner.update(msg)

    def copy(self):
        """An object that goes on on its own from here."""
        other = self.__class__.__new__(self.__class__)
        other.digest_size = self.digest_size
        other.block_size = self.block_size
        other._inner = self._inner.copy()
        other._outer = self._outer.copy()
        return other

    def _current(self):
        outer = self._outer.copy()
        outer.update(self._inner.digest())
        return outer

    def digest(self):
        """The code of what came so far, as bytes."""
        return self._current().digest()

    def hexdigest(self):
        """The code of what came so far, as hexadecimal digits."""
        return self._current().hexdigest()


def new(key, msg=None, digestmod=""):
    """An HMAC object for a key; msg is the first piece, digestmod the hash."""
    return HMAC(key, msg, digestmod)


def digest(key, msg, digest):
    """The code of a whole message, as bytes."""
    return HMAC(key, msg, digest).digest()
