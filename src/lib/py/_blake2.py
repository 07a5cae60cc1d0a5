"""The classes blake2b and blake2s of hashlib."""

import _hashlib
from operator import index


def _int(value):
    value = index(value)
    if not -1 << 31 <= value < 1 << 31:
        raise OverflowError("Python int too large to convert to C int")
    return value


def _natural(value, kind):
    value = index(value)
    if value < 0:
        raise ValueError("Cannot convert negative int")
    if value >> 64:
        raise OverflowError(f"Python int too large for C {kind}")
    return value


def _plain(data):
    if isinstance(data, str) or not hasattr(data, "__buffer__"):
        raise TypeError(f"a bytes-like object is required, not '{type(data).__name__}'")
    return data


def _number(name, value, low, high):
    if not low <= value <= high:
        raise ValueError(f"{name} must be between {low} and {high}")
    return value


def _unsigned(name, value, bits):
    if value >> bits:
        raise OverflowError(f"{name} is too large")
    return value


_NOTHING = object()


class _Blake2:
    __slots__ = ("_hash",)

    def __init_subclass__(cls, **kwargs):
        if cls.__base__ is not _Blake2:
            raise TypeError(f"type '_blake2.{cls.__base__.__name__}' is not an acceptable base type")
        super().__init_subclass__(**kwargs)

    def update(self, data, /):
        """Update this hash object's state with the provided bytes-like object."""
        self._hash.update(data)

    def digest(self):
        """Return the digest value as a bytes object."""
        return self._hash.digest()

    def hexdigest(self):
        """Return the digest value as a string of hexadecimal digits."""
        return self._hash.hexdigest()

    def copy(self):
        """Return a copy of the hash object."""
        copy = object.__new__(type(self))
        copy._hash = self._hash.copy()
        return copy

    def __reduce__(self):
        raise TypeError(f"cannot pickle '_blake2.{type(self).__name__}' object")

    @property
    def name(self):
        return self._hash.name

    @property
    def block_size(self):
        return self._hash.block_size

    @property
    def digest_size(self):
        return self._hash.digest_size

    def _start(self, kind, data, digest_size, key, salt, person, fanout, depth, leaf_size, node_offset,
               node_depth, inner_size, last_node, string):
        if data is not _NOTHING and string is not None:
            raise TypeError("'data' and 'string' are mutually exclusive and support for 'string' "
                            "keyword parameter is slated for removal in a future version.")
        # Every argument is converted before one of them is found out of range.
        digest_size = _int(digest_size)
        key, salt, person = _plain(key), _plain(salt), _plain(person)
        fanout, depth = _int(fanout), _int(depth)
        leaf_size = _natural(leaf_size, "unsigned long")
        node_offset = _natural(node_offset, "unsigned long long")
        node_depth, inner_size = _int(node_depth), _int(inner_size)
        most = self.MAX_DIGEST_SIZE
        if not 1 <= digest_size <= most:
            raise ValueError(f"digest_size for {type(self).__name__.capitalize()} must be between "
                             f"1 and {most} bytes, here it is {digest_size}")
        for name, given, length in (("salt", salt, self.SALT_SIZE), ("person", person, self.PERSON_SIZE)):
            if memoryview(given).nbytes > length:
                raise ValueError(f"maximum {name} length is {length} bytes")
        fanout = _number("fanout", fanout, 0, 255)
        depth = _number("depth", depth, 1, 255)
        leaf_size = _unsigned("leaf_size", leaf_size, 32)
        node_offset = _unsigned("node_offset", node_offset, 48 if kind else 64)
        node_depth = _number("node_depth", node_depth, 0, 255)
        if not 0 <= inner_size <= most:
            raise ValueError(f"inner_size must be between 0 and is {most}")
        self._hash = _hashlib.blake2(kind, key, salt, person, (
            digest_size, fanout, depth, leaf_size, node_offset, node_depth, inner_size, bool(last_node)))
        if data is _NOTHING:
            data = b"" if string is None else string
        self._hash.update(data)
        return self


class blake2b(_Blake2):
    """BLAKE2b, whose digests have up to 64 bytes."""
    __slots__ = ()
    MAX_DIGEST_SIZE = 64
    MAX_KEY_SIZE = 64
    PERSON_SIZE = 16
    SALT_SIZE = 16

    def __new__(cls, data=_NOTHING, *, digest_size=64, key=b"", salt=b"", person=b"", fanout=1, depth=1,
                leaf_size=0, node_offset=0, node_depth=0, inner_size=0, last_node=False,
                usedforsecurity=True, string=None):
        return object.__new__(cls)._start(
            0, data, digest_size, key, salt, person, fanout, depth, leaf_size, node_offset, node_depth,
            inner_size, last_node, string)


class blake2s(_Blake2):
    """BLAKE2s, whose digests have up to 32 bytes."""
    __slots__ = ()
    MAX_DIGEST_SIZE = 32
    MAX_KEY_SIZE = 32
    PERSON_SIZE = 8
    SALT_SIZE = 8

    def __new__(cls, data=_NOTHING, *, digest_size=32, key=b"", salt=b"", person=b"", fanout=1, depth=1,
                leaf_size=0, node_offset=0, node_depth=0, inner_size=0, last_node=False,
                usedforsecurity=True, string=None):
        return object.__new__(cls)._start(
            1, data, digest_size, key, salt, person, fanout, depth, leaf_size, node_offset, node_depth,
            inner_size, last_node, string)
