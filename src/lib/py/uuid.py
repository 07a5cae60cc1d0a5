"""Numbers of 128 bits that nobody else has (RFC 9562).

uuid1(), uuid6() and uuid7() take the time from the clock, the rest of their bits from os.urandom().
There is no hardware address to be found: the node is a random one.
"""

import time
from enum import Enum
from os import urandom as _urandom

RESERVED_NCS, RFC_4122, RESERVED_MICROSOFT, RESERVED_FUTURE = [
    "reserved for NCS compatibility", "specified in RFC 4122",
    "reserved for Microsoft compatibility", "reserved for future definition"]

int_ = int
bytes_ = bytes

_CLEAR = ~((0xF000 << 64) | (0xC000 << 48))  # of version and variant
_UINT_128_MAX = (1 << 128) - 1


def _version_bits(version):
    return version << 76 | 0x8000 << 48


class SafeUUID(Enum):
    """Whether no other process can have made the same time-based UUID."""

    safe = 0
    unsafe = -1
    unknown = None


class UUID:
    """A number of 128 bits that is meant to be the only one of its kind (RFC 9562). It never
    changes.
    """

    __slots__ = ("int", "is_safe", "__weakref__")

    def __init__(self, hex=None, bytes=None, bytes_le=None, fields=None, int=None, version=None,
                 *, is_safe=SafeUUID.unknown):
        """Of one of: hexadecimal digits, 16 bytes, 16 bytes with the time fields turned around, the
        six fields, an integer. version sets the bits for it.
        """
        if [hex, bytes, bytes_le, fields, int].count(None) != 4:
            raise TypeError("one of the hex, bytes, bytes_le, fields, or int arguments must be "
                            "given")
        if int is not None:
            pass
        elif hex is not None:
            hex = hex.replace("urn:", "").replace("uuid:", "").strip("{}").replace("-", "")
            if len(hex) != 32:
                raise ValueError("badly formed hexadecimal UUID string")
            int = int_(hex, 16)
        elif bytes_le is not None:
            if len(bytes_le) != 16:
                raise ValueError("bytes_le is not a 16-char string")
            assert isinstance(bytes_le, bytes_), repr(bytes_le)
            bytes = bytes_le[3::-1] + bytes_le[5:3:-1] + bytes_le[7:5:-1] + bytes_le[8:]
            int = int_.from_bytes(bytes)
        elif bytes is not None:
            if len(bytes) != 16:
                raise ValueError("bytes is not a 16-char string")
            assert isinstance(bytes, bytes_), repr(bytes)
            int = int_.from_bytes(bytes)
        else:
            int = _from_fields(fields)
        if not 0 <= int <= _UINT_128_MAX:
            raise ValueError("int is out of range (need a 128-bit value)")
        if version is not None:
            if not 1 <= version <= 8:
                raise ValueError("illegal version number")
            int = int & _CLEAR & _UINT_128_MAX | _version_bits(version)
        object.__setattr__(self, "int", int)
        object.__setattr__(self, "is_safe", is_safe)

    @classmethod
    def _from_int(cls, value):
        """Of an integer, without checks."""
        self = object.__new__(cls)
        object.__setattr__(self, "int", value)
        object.__setattr__(self, "is_safe", SafeUUID.unknown)
        return self

    def __getstate__(self):
        known = {} if self.is_safe == SafeUUID.unknown else {"is_safe": self.is_safe.value}
        return {"int": self.int} | known

    def __setstate__(self, state):
        object.__setattr__(self, "int", state["int"])
        object.__setattr__(self, "is_safe",
                           SafeUUID(state["is_safe"]) if "is_safe" in state
                           else SafeUUID.unknown)

    def __eq__(self, other):
        if isinstance(other, UUID):
            return self.int == other.int
        return NotImplemented

    def __lt__(self, other):
        if isinstance(other, UUID):
            return self.int < other.int
        return NotImplemented

    def __gt__(self, other):
        if isinstance(other, UUID):
            return self.int > other.int
        return NotImplemented

    def __le__(self, other):
        if isinstance(other, UUID):
            return self.int <= other.int
        return NotImplemented

    def __ge__(self, other):
        if isinstance(other, UUID):
            return self.int >= other.int
        return NotImplemented

    def __hash__(self):
        return hash(self.int)

    def __int__(self):
        return self.int

    def __repr__(self):
        return f"{self.__class__.__name__}({str(self)!r})"

    def __setattr__(self, name, value):
        raise TypeError("UUID objects are immutable")

    def __str__(self):
        text = f"{self.int:032x}"
        return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"

    @property
    def bytes(self):
        """The 16 bytes, the highest first."""
        return self.int.to_bytes(16)

    @property
    def bytes_le(self):
        """The 16 bytes, those of the time fields with the lowest first."""
        data = self.bytes
        return data[3::-1] + data[5:3:-1] + data[7:5:-1] + data[8:]

    @property
    def fields(self):
        """The six fields in a tuple."""
        return (self.time_low, self.time_mid, self.time_hi_version, self.clock_seq_hi_variant,
                self.clock_seq_low, self.node)

    @property
    def time_low(self):
        """The first 32 bits."""
        return self.int >> 96

    @property
    def time_mid(self):
        """The next 16 bits."""
        return (self.int >> 80) & 0xFFFF

    @property
    def time_hi_version(self):
        """The next 16 bits."""
        return (self.int >> 64) & 0xFFFF

    @property
    def clock_seq_hi_variant(self):
        """The next 8 bits."""
        return (self.int >> 56) & 0xFF

    @property
    def clock_seq_low(self):
        """The next 8 bits."""
        return (self.int >> 48) & 0xFF

    @property
    def time(self):
        """The time in it: of version 7 in milliseconds, else in 100 nanoseconds since 1582."""
        if self.version == 6:
            # The most significant bits come first.
            high = self.int >> 80
            return high << 12 | (self.int >> 64 & 0x0FFF)
        if self.version == 7:
            return self.int >> 80  # milliseconds of the Unix epoch
        return (self.time_hi_version & 0x0FFF) << 48 | self.time_mid << 32 | self.time_low

    @property
    def clock_seq(self):
        """The clock sequence, 14 bits."""
        return (self.clock_seq_hi_variant & 0x3F) << 8 | self.clock_seq_low

    @property
    def node(self):
        """The last 48 bits."""
        return self.int & 0xFFFFFFFFFFFF

    @property
    def hex(self):
        """The 32 hexadecimal digits."""
        return f"{self.int:032x}"

    @property
    def urn(self):
        """As a URN."""
        return "urn:uuid:" + str(self)

    @property
    def variant(self):
        """Which layout the bits have: one of the four RESERVED_... and RFC_4122 texts."""
        top = self.int >> 61 & 7
        if top < 4:
            return RESERVED_NCS
        return (RFC_4122, RFC_4122, RESERVED_MICROSOFT, RESERVED_FUTURE)[top - 4]

    @property
    def version(self):
        """The version, 1 to 8; None if the variant has none."""
        # The version bits only have a meaning in this variant.
        if self.variant == RFC_4122:
            return self.int >> 76 & 0xF
        return None


def _from_fields(fields):
    if len(fields) != 6:
        raise ValueError("fields is not a 6-tuple")
    for number, (value, bits) in enumerate(zip(fields, (32, 16, 16, 8, 8, 48)), 1):
        if not 0 <= value < 1 << bits:
            raise ValueError(f"field {number} out of range (need a {bits}-bit value)")
    low, mid, high, seq_high, seq_low, node = fields
    return (low << 96 | mid << 80 | high << 64 | (seq_high << 8 | seq_low) << 48 | node)


_node = None


def getnode():
    """The number of this computer, 48 bits; made up where it has none."""
    global _node
    if _node is None:
        _node = int.from_bytes(_urandom(6)) | 1 << 40
    return _node


_last_timestamp = None
_last_timestamp_v6 = None
_last_timestamp_v7 = None
_last_counter_v7 = 0


def _timestamp_100ns(last):
    # Since the start of the Gregorian calendar; never the same twice.
    now = time.time_ns() // 100 + 0x01B21DD213814000
    return now if last is None or now > last else last + 1


def _random_bits(bits):
    return int.from_bytes(_urandom((bits + 7) // 8)) & ((1 << bits) - 1)


def uuid1(node=None, clock_seq=None):
    """A UUID of the time and this computer."""
    global _last_timestamp
    timestamp = _last_timestamp = _timestamp_100ns(_last_timestamp)
    if clock_seq is None:
        clock_seq = _random_bits(14)
    if node is None:
        node = getnode()
    return UUID(fields=(timestamp & 0xFFFFFFFF, timestamp >> 32 & 0xFFFF,
                        timestamp >> 48 & 0x0FFF, clock_seq >> 8 & 0x3F, clock_seq & 0xFF, node),
                version=1)


def _named(version, algorithm, namespace, name):
    import hashlib
    if isinstance(name, str):
        name = bytes(name, "utf-8")
    digest = hashlib.new(algorithm, namespace.bytes + name, usedforsecurity=False).digest()
    return UUID(bytes=digest[:16], version=version)


def uuid3(namespace, name):
    """A UUID of a name in a namespace, by MD5."""
    return _named(3, "md5", namespace, name)


def uuid4():
    """A random UUID."""
    return UUID._from_int(_random_bits(128) & _CLEAR & _UINT_128_MAX | _version_bits(4))


def uuid5(namespace, name):
    """A UUID of a name in a namespace, by SHA-1."""
    return _named(5, "sha1", namespace, name)


def uuid6(node=None, clock_seq=None):
    """As uuid1(), with fields in an order that sorts by time."""
    global _last_timestamp_v6
    timestamp = _last_timestamp_v6 = _timestamp_100ns(_last_timestamp_v6)
    if clock_seq is None:
        clock_seq = _random_bits(14)
    if node is None:
        node = getnode()
    value = ((timestamp >> 12 & 0xFFFFFFFFFFFF) << 80 | (timestamp & 0x0FFF) << 64
             | (clock_seq & 0x3FFF) << 48 | node & 0xFFFFFFFFFFFF)
    return UUID._from_int(value & _CLEAR & _UINT_128_MAX | _version_bits(6))


def uuid7():
    """A UUID of the time in milliseconds and of random bits, which sorts by time."""
    # 42 bits after the time are a counter: random at first, and counted up in the same
    # millisecond. Its top bit is zero, so that there is room.
    global _last_timestamp_v7, _last_counter_v7
    timestamp = time.time_ns() // 1_000_000
    if _last_timestamp_v7 is None or timestamp > _last_timestamp_v7:
        counter = _random_bits(41)
    else:
        if timestamp < _last_timestamp_v7:
            timestamp = _last_timestamp_v7 + 1  # the clock was set back
        counter = _last_counter_v7 + 1
        if counter > 0x3FF_FFFF_FFFF:
            timestamp += 1
            counter = _random_bits(41)
    _last_timestamp_v7, _last_counter_v7 = timestamp, counter
    value = ((timestamp & 0xFFFFFFFFFFFF) << 80 | (counter >> 30 & 0x0FFF) << 64
             | (counter & 0x3FFFFFFF) << 32 | _random_bits(32))
    return UUID._from_int(value & _CLEAR & _UINT_128_MAX | _version_bits(7))


def uuid8(a=None, b=None, c=None):
    """A UUID of three numbers of 48, 12 and 62 bits; random ones for those not given."""
    a = _random_bits(48) if a is None else a
    b = _random_bits(12) if b is None else b
    c = _random_bits(62) if c is None else c
    value = (a & 0xFFFFFFFFFFFF) << 80 | (b & 0xFFF) << 64 | c & 0x3FFF_FFFF_FFFF_FFFF
    return UUID._from_int(value & _CLEAR & _UINT_128_MAX | _version_bits(8))


# The namespaces of RFC 4122, and the two special UUIDs.
NAMESPACE_DNS = UUID("6ba7b810-9dad-11d1-80b4-00c04fd430c8")
NAMESPACE_URL = UUID("6ba7b811-9dad-11d1-80b4-00c04fd430c8")
NAMESPACE_OID = UUID("6ba7b812-9dad-11d1-80b4-00c04fd430c8")
NAMESPACE_X500 = UUID("6ba7b814-9dad-11d1-80b4-00c04fd430c8")
NIL = UUID("00000000-0000-0000-0000-000000000000")
MAX = UUID("ffffffff-ffff-ffff-ffff-ffffffffffff")
