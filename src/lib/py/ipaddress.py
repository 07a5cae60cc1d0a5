"""Addresses and networks of IPv4 and IPv6.

An address is an int with a version; a network is the int of its first address and the length of its
prefix.  What the two versions share is in _Base, _Address and _Network.
"""

import functools

IPV4LENGTH = 32
IPV6LENGTH = 128


class AddressValueError(ValueError):
    """A text or number that is no address."""


class NetmaskValueError(ValueError):
    """A text or number that is no netmask."""


def ip_address(address):
    """The address of either version."""
    return _either(address, (IPv4Address, IPv6Address), "an IPv4 or IPv6 address")


def ip_network(address, strict=True):
    """The network of either version."""
    return _either(address, (lambda a: IPv4Network(a, strict), lambda a: IPv6Network(a, strict)),
                   "an IPv4 or IPv6 network")


def ip_interface(address):
    """The address with its network, of either version."""
    return _either(address, (IPv4Interface, IPv6Interface), "an IPv4 or IPv6 interface")


def _either(address, makers, what):
    for make in makers:
        try:
            return make(address)
        except (AddressValueError, NetmaskValueError):
            pass
    raise ValueError(f"{address!r} does not appear to be {what}")


def v4_int_to_packed(address):
    """The four bytes of an IPv4 address."""
    try:
        return address.to_bytes(4)
    except OverflowError:
        raise ValueError("Address negative or too large for IPv4")


def v6_int_to_packed(address):
    """The 16 bytes of an IPv6 address."""
    try:
        return address.to_bytes(16)
    except OverflowError:
        raise ValueError("Address negative or too large for IPv6")


def _trailing_zeros(number, bits):
    return bits if number == 0 else min(bits, (~number & (number - 1)).bit_length())


def summarize_address_range(first, last):
    """The networks that together are the range."""
    if not (isinstance(first, _Address) and isinstance(last, _Address)):
        raise TypeError("first and last must be IP addresses, not networks")
    if first.version != last.version:
        raise TypeError(f"{first} and {last} are not of the same version")
    if first > last:
        raise ValueError("last IP address must be greater than first")
    network = IPv4Network if first.version == 4 else IPv6Network
    bits, at, end = first.max_prefixlen, first._ip, last._ip
    while at <= end:
        size = min(_trailing_zeros(at, bits), (end - at + 1).bit_length() - 1)
        yield network((at, bits - size))
        at += 1 << size


def collapse_addresses(addresses):
    """The fewest networks that have the same addresses."""
    networks = []
    for ip in addresses:
        if networks and networks[0].version != ip.version:
            raise TypeError(f"{ip} and {networks[-1]} are not of the same version")
        if isinstance(ip, _Address):
            ip = (IPv4Network if ip.version == 4 else IPv6Network)(
                (ip._ip, ip._prefixlen if isinstance(ip, _Interface) else ip.max_prefixlen))
        networks.append(ip)
    done = []
    for network in sorted(set(networks), key=lambda n: (n._first, n._prefixlen)):
        if done and done[-1]._last >= network._last:
            continue
        done.append(network)
        while len(done) > 1 and done[-2]._prefixlen == done[-1]._prefixlen > 0 and (
                done[-2].supernet() == done[-1].supernet()):
            done.pop()
            done[-1] = done[-1].supernet()
    return iter(done)


def get_mixed_type_key(obj):
    """A key for sorting addresses and networks together."""
    if isinstance(obj, _Network):
        return obj.version, obj.network_address, obj.netmask
    if isinstance(obj, _Address):
        return obj.version, obj
    return NotImplemented


# ---- reading -----------------------------------------------------------------------------------

def _parse_v4(text):
    parts = text.split(".")
    if len(parts) != 4:
        raise AddressValueError(f"Expected 4 octets in {text!r}")
    value = 0
    for part in parts:
        value = value << 8 | _parse_octet(part, text)
    return value


def _parse_octet(part, text):
    if not part:
        words = "Empty octet not permitted"
    elif not (part.isascii() and part.isdigit()):
        words = f"Only decimal digits permitted in {part!r}"
    elif len(part) > 3:
        words = f"At most 3 characters permitted in {part!r}"
    elif part != "0" and part[0] == "0":
        words = f"Leading zeros are not permitted in {part!r}"
    elif int(part) > 255:
        words = f"Octet {int(part)} (> 255) not permitted"
    else:
        return int(part)
    raise AddressValueError(f"{words} in {text!r}")


def _parse_v6(text):
    if not text:
        raise AddressValueError("Address cannot be empty")
    if len(text) > 45:
        shown = text if len(text) <= 90 else text[:45] + "({} chars elided)".format(
            len(text) - 90) + text[-45:]
        raise AddressValueError(f"At most 45 characters expected in {shown!r}")
    parts = text.split(":", 9)
    if len(parts) < 3:
        raise AddressValueError(f"At least 3 parts expected in {text!r}")
    if "." in parts[-1]:
        try:
            low = _parse_v4(parts.pop())
        except AddressValueError as exc:
            raise AddressValueError(f"{exc} in {text!r}") from None
        parts += [f"{low >> 16:x}", f"{low & 0xFFFF:x}"]
    if len(parts) > 9:
        raise AddressValueError(f"At most 8 colons permitted in {text!r}")
    gap = None
    for i in range(1, len(parts) - 1):
        if not parts[i]:
            if gap is not None:
                raise AddressValueError(f"At most one '::' permitted in {text!r}")
            gap = i
    if gap is not None:
        before, after = parts[:gap], parts[gap + 1:]
        if not before[0] and len(before) > 1 or not before[0] and gap != 1:
            raise AddressValueError(f"Leading ':' only permitted as part of '::' in {text!r}")
        if not after[-1] and len(after) > 1:
            raise AddressValueError(f"Trailing ':' only permitted as part of '::' in {text!r}")
        before = [part for part in before if part]
        after = [part for part in after if part]
        missing = 8 - len(before) - len(after)
        if missing < 1:
            raise AddressValueError(f"Expected at most 7 other parts with '::' in {text!r}")
        parts = before + ["0"] * missing + after
    else:
        if len(parts) != 8:
            raise AddressValueError(f"Exactly 8 parts expected without '::' in {text!r}")
        if not parts[0]:
            raise AddressValueError(f"Leading ':' only permitted as part of '::' in {text!r}")
        if not parts[-1]:
            raise AddressValueError(f"Trailing ':' only permitted as part of '::' in {text!r}")
    value = 0
    for part in parts:
        if part.strip("0123456789abcdefABCDEF"):
            raise AddressValueError(f"Only hex digits permitted in {part!r} in {text!r}")
        if len(part) > 4:
            raise AddressValueError(f"At most 4 characters permitted in {part!r} in {text!r}")
        value = value << 16 | int(part, 16)
    return value


def _format_v6(value):
    groups = [f"{value >> shift & 0xFFFF:x}" for shift in range(112, -1, -16)]
    best, length, start = -1, 1, None
    for i in range(9):
        if i < 8 and groups[i] == "0":
            start = i if start is None else start
        elif start is not None:
            if i - start > length:
                best, length = start, i - start
            start = None
    if best < 0:
        return ":".join(groups)
    return ":".join(groups[:best]) + "::" + ":".join(groups[best + length:])


# ---- what both versions share ------------------------------------------------------------------

class _V4:
    __slots__ = ()
    version, max_prefixlen = 4, IPV4LENGTH
    _most = 2 ** 32 - 1

    @staticmethod
    def _text(value):
        return ".".join(map(str, value.to_bytes(4)))

    _parse = staticmethod(_parse_v4)


class _V6:
    __slots__ = ()
    version, max_prefixlen = 6, IPV6LENGTH
    _most = 2 ** 128 - 1
    _text = staticmethod(_format_v6)
    _parse = staticmethod(_parse_v6)


class _Base:
    __slots__ = ()

    @property
    def exploded(self):
        """The longest text."""
        return self._exploded()

    @property
    def compressed(self):
        """The shortest text."""
        return str(self)

    def _exploded(self):
        return str(self)

    def __reduce__(self):
        return type(self), (str(self),)

    @classmethod
    def _read(cls, value):
        """The int of an int, bytes or text, and the zone of an IPv6 address."""
        bits = cls.max_prefixlen
        if isinstance(value, int):
            if value < 0:
                raise AddressValueError(
                    f"{value} (< 0) is not permitted as an IPv{cls.version} address")
            if value > cls._most:
                raise AddressValueError(f"{value} (>= 2**{bits}) is not permitted as an "
                                        f"IPv{cls.version} address")
            return value, None
        if isinstance(value, bytes):
            if len(value) != bits // 8:
                raise AddressValueError(f"{value!r} (len {len(value)} != {bits // 8}) is not "
                                        f"permitted as an IPv{cls.version} address")
            return int.from_bytes(value), None
        text = str(value)
        if "/" in text:
            raise AddressValueError(f"Unexpected '/' in {value!r}")
        zone = None
        if cls.version == 6:
            text, percent, zone = text.partition("%")
            if percent and (not zone or "%" in zone):
                raise AddressValueError(f"Invalid IPv6 address: {value!r}")
            zone = zone or None
        elif not text:
            raise AddressValueError("Address cannot be empty")
        return cls._parse(text), zone


@functools.total_ordering
class _Address(_Base):
    __slots__ = ()

    def __int__(self):
        return self._ip

    def __eq__(self, other):
        if not isinstance(other, _Address):
            return NotImplemented
        return (self._ip, self.version, self._zone) == (other._ip, other.version, other._zone)

    def __lt__(self, other):
        if not isinstance(other, _Address):
            return NotImplemented
        if self.version != other.version:
            raise TypeError(f"{self} and {other} are not of the same version")
        return self._ip < other._ip

    def __hash__(self):
        return hash((hex(self._ip), self._zone) if self._zone else hex(self._ip))

    def __add__(self, other):
        return type(self)(self._ip + other) if isinstance(other, int) else NotImplemented

    def __sub__(self, other):
        return type(self)(self._ip - other) if isinstance(other, int) else NotImplemented

    def __str__(self):
        return self._text(self._ip) + (f"%{self._zone}" if self._zone else "")

    def __repr__(self):
        return f"{type(self).__name__}({str(self)!r})"

    def __format__(self, fmt):
        if not fmt or fmt[-1] == "s":
            return format(str(self), fmt)
        import re
        m = re.fullmatch("(#?)(_?)([xbnX])", fmt)
        if m is None:
            return super().__format__(fmt)
        alternate, grouping, base = m.groups()
        if base == "n":
            base = "b" if self.version == 4 else "x"
        width = self.max_prefixlen if base == "b" else self.max_prefixlen // 4
        if grouping:
            width += width // 4 - 1
        if alternate:
            width += 2
        return format(self._ip, f"{alternate}0{width}{grouping}{base}")

    @property
    def packed(self):
        """The address as bytes."""
        return self._ip.to_bytes(self.max_prefixlen // 8)

    @property
    def reverse_pointer(self):
        """The name for a reverse look-up."""
        if self.version == 4:
            return ".".join(self._text(self._ip).split(".")[::-1]) + ".in-addr.arpa"
        return ".".join(f"{self._ip:032x}"[::-1]) + ".ip6.arpa"

    def _is(self, kind):
        if self.version == 6 and self._ip >> 32 == 0xFFFF and kind != "site-local":
            return self.ipv4_mapped._is(kind)
        return self._in(self._ranges[kind])

    def _in(self, networks):
        return any(first <= self._ip <= last for first, last in networks)

    @property
    def is_multicast(self):
        return self._is("multicast")

    @property
    def is_private(self):
        if self.version == 6 and self.ipv4_mapped is not None:
            return self.ipv4_mapped.is_private
        return self._in(self._ranges["private"]) and not self._in(self._ranges["public"])

    @property
    def is_global(self):
        if self.version == 4:
            return not self._in(self._ranges["shared"]) and not self.is_private
        return (self.ipv4_mapped.is_global if self.ipv4_mapped is not None
                else not self.is_private)

    @property
    def is_reserved(self):
        return self._is("reserved")

    @property
    def is_loopback(self):
        return self._is("loopback")

    @property
    def is_link_local(self):
        return self._is("link-local")

    @property
    def is_unspecified(self):
        return self._ip == 0


class IPv4Address(_V4, _Address):
    """One IPv4 address."""

    __slots__ = ("_ip", "__weakref__")
    _zone = None

    def __init__(self, address):
        self._ip, _ = self._read(address)

    @property
    def ipv6_mapped(self):
        """The IPv6 address that stands for it."""
        return IPv6Address(f"::ffff:{self}")


class IPv6Address(_V6, _Address):
    """One IPv6 address."""

    __slots__ = ("_ip", "_zone", "__weakref__")

    def __init__(self, address):
        self._ip, self._zone = self._read(address)

    @property
    def scope_id(self):
        """The zone, or None."""
        return self._zone

    def _exploded(self):
        groups = [f"{self._ip >> shift & 0xFFFF:04x}" for shift in range(112, -1, -16)]
        if self._ip >> 32 == 0xFFFF:
            groups[6:] = [_V4._text(self._ip & 0xFFFFFFFF)]
        return ":".join(groups) + (f"%{self._zone}" if self._zone else "")

    def __str__(self):
        text = _format_v6(self._ip)
        if self._ip >> 32 == 0xFFFF:
            text = "::ffff:" + _V4._text(self._ip & 0xFFFFFFFF)
        return text + (f"%{self._zone}" if self._zone else "")

    @property
    def is_site_local(self):
        return self._is("site-local")

    @property
    def ipv4_mapped(self):
        """The IPv4 address in it, or None."""
        return IPv4Address(self._ip & 0xFFFFFFFF) if self._ip >> 32 == 0xFFFF else None

    @property
    def teredo(self):
        """Server and client of a Teredo address, or None."""
        if self._ip >> 96 != 0x20010000:
            return None
        return IPv4Address(self._ip >> 64 & 0xFFFFFFFF), IPv4Address(~self._ip & 0xFFFFFFFF)

    @property
    def sixtofour(self):
        """The IPv4 address of a 6to4 address, or None."""
        return IPv4Address(self._ip >> 80 & 0xFFFFFFFF) if self._ip >> 112 == 0x2002 else None


def _prefix_of(cls, mask):
    """The length of a prefix, from a number or a netmask."""
    bits = cls.max_prefixlen
    wrong = NetmaskValueError(f"{mask!r} is not a valid netmask")
    if isinstance(mask, int):
        if not 0 <= mask <= bits:
            raise wrong
        return mask
    if mask.isascii() and mask.isdigit():
        if int(mask) > bits:
            raise wrong
        return int(mask)
    if cls.version == 6:
        raise wrong
    try:
        value = _parse_v4(mask)
    except AddressValueError:
        raise wrong from None
    for candidate in (value, value ^ cls._most):  # netmask, or hostmask
        zeros = _trailing_zeros(candidate, bits)
        if candidate >> zeros == (1 << bits - zeros) - 1:
            return bits - zeros
    raise wrong


def _split(cls, address, mask=None):
    """The int of an address, its zone, and the length of the prefix."""
    if isinstance(address, tuple):
        address, mask = address if len(address) == 2 else (address[0], None)
    elif isinstance(address, str) and "/" in address:
        parts = address.split("/")
        if len(parts) > 2:
            raise AddressValueError(f"Only one '/' permitted in {address!r}")
        address, mask = parts
    value, zone = cls._read(address)
    return value, zone, cls.max_prefixlen if mask is None else _prefix_of(cls, mask)


@functools.total_ordering
class _Network(_Base):
    __slots__ = ()

    def __init__(self, address, strict=True):
        value, zone, self._prefixlen = _split(self, address)
        hosts = (1 << self.max_prefixlen - self._prefixlen) - 1
        self._first = value & ~hosts
        if strict and value & hosts:
            raise ValueError(f"{self._address_class(value)}/{self._prefixlen} has host bits set")
        self._last = self._first | hosts

    def __repr__(self):
        return f"{type(self).__name__}({str(self)!r})"

    def __str__(self):
        return f"{self._text(self._first)}/{self._prefixlen}"

    def _exploded(self):
        return f"{self.network_address.exploded}/{self._prefixlen}"

    def __iter__(self):
        for value in range(self._first, self._last + 1):
            yield self._address_class(value)

    def hosts(self):
        """The addresses that hosts may have."""
        size = self._last - self._first
        if size == 0:
            return [self.network_address]
        if size == 1:
            return list(self)
        last = self._last if self.version == 4 else self._last + 1
        return map(self._address_class, range(self._first + 1, last))

    def __getitem__(self, n):
        value = self._first + n if n >= 0 else self._last + n + 1
        if not self._first <= value <= self._last:
            raise IndexError("address out of range")
        return self._address_class(value)

    def __eq__(self, other):
        if not isinstance(other, _Network):
            return NotImplemented
        return (self.version, self._first, self._prefixlen) == (
            other.version, other._first, other._prefixlen)

    def __lt__(self, other):
        if not isinstance(other, _Network):
            return NotImplemented
        self._same_version(other)
        return (self._first, self._prefixlen) < (other._first, other._prefixlen)

    def _same_version(self, other):
        if self.version != other.version:
            raise TypeError(f"{self} and {other} are not of the same version")

    def __hash__(self):
        return hash((self._first, self._prefixlen))

    def __contains__(self, other):
        if isinstance(other, _Network) or self.version != other.version:
            return False
        return self._first <= other._ip <= self._last

    def overlaps(self, other):
        """Whether they have an address in common."""
        return self._first <= other._last and other._first <= self._last

    @property
    def network_address(self):
        return self._address_class(self._first)

    @property
    def broadcast_address(self):
        return self._address_class(self._last)

    @property
    def hostmask(self):
        return self._address_class(self._last - self._first)

    @property
    def netmask(self):
        return self._address_class(self._most ^ (self._last - self._first))

    @property
    def prefixlen(self):
        return self._prefixlen

    @property
    def with_prefixlen(self):
        return str(self)

    @property
    def with_netmask(self):
        return f"{self.network_address}/{self.netmask}"

    @property
    def with_hostmask(self):
        return f"{self.network_address}/{self.hostmask}"

    @property
    def num_addresses(self):
        return self._last - self._first + 1

    def subnets(self, prefixlen_diff=1, new_prefix=None):
        """The networks that it splits into."""
        if self._prefixlen == self.max_prefixlen:
            yield self
            return
        prefix = self._longer(prefixlen_diff, new_prefix)
        for first in range(self._first, self._last + 1, 1 << self.max_prefixlen - prefix):
            yield type(self)((first, prefix))

    def _longer(self, difference, new_prefix):
        if new_prefix is not None:
            if new_prefix < self._prefixlen:
                raise ValueError("new prefix must be longer")
            if difference != 1:
                raise ValueError("cannot set prefixlen_diff and new_prefix")
            difference = new_prefix - self._prefixlen
        if difference < 0:
            raise ValueError("prefix length diff must be > 0")
        prefix = self._prefixlen + difference
        if prefix > self.max_prefixlen:
            raise ValueError(f"prefix length diff {prefix} is invalid for netblock {self}")
        return prefix

    def supernet(self, prefixlen_diff=1, new_prefix=None):
        """The network around it."""
        if self._prefixlen == 0:
            return self
        if new_prefix is None:
            prefix = self._prefixlen - prefixlen_diff
        elif new_prefix > self._prefixlen:
            raise ValueError("new prefix must be shorter")
        elif prefixlen_diff != 1:
            raise ValueError("cannot set prefixlen_diff and new_prefix")
        else:
            prefix = new_prefix
        if prefix < 0:
            raise ValueError(f"current prefixlen is {self._prefixlen}, cannot have a "
                             f"prefixlen_diff of {self._prefixlen - prefix}")
        return type(self)((self._first, prefix), strict=False)

    def subnet_of(self, other):
        """Whether it lies in another network."""
        self._same_version(other)
        return other._first <= self._first and self._last <= other._last

    def supernet_of(self, other):
        """Whether another network lies in it."""
        self._same_version(other)
        return other.subnet_of(self)

    def address_exclude(self, other):
        """The networks that are left without another."""
        self._same_version(other)
        if not isinstance(other, _Network):
            raise TypeError(f"{other} is not a network object")
        if not other.subnet_of(self):
            raise ValueError(f"{other} not contained in {self}")
        part = self
        while part != other:
            low, high = part.subnets()
            if other.subnet_of(low):
                yield high
                part = low
            else:
                yield low
                part = high

    def compare_networks(self, other):
        """-1, 0 or 1."""
        self._same_version(other)
        a, b = (self._first, self._prefixlen), (other._first, other._prefixlen)
        return (a > b) - (a < b)

    def __getattr__(self, name):
        # is_private and kin: what both ends are.
        if name.startswith("is_"):
            return getattr(self.network_address, name) and getattr(self.broadcast_address, name)
        raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")


class IPv4Network(_V4, _Network):
    """A network of IPv4 addresses."""

    _address_class = IPv4Address


class IPv6Network(_V6, _Network):
    """A network of IPv6 addresses."""

    _address_class = IPv6Address


class _Interface:
    # An address that knows its network.
    __slots__ = ()

    def __init__(self, address):
        value, zone, self._prefixlen = _split(self, address)
        self._ip = value
        if self.version == 6:
            self._zone = zone
        self.network = self._network_class((value, self._prefixlen), strict=False)

    @property
    def netmask(self):
        return self.network.netmask

    @property
    def hostmask(self):
        return self.network.hostmask

    @property
    def ip(self):
        return self._plain_class(self._ip)

    def __str__(self):
        return f"{self._plain_class.__str__(self)}/{self._prefixlen}"

    @property
    def with_prefixlen(self):
        return str(self)

    @property
    def with_netmask(self):
        return f"{self.ip}/{self.netmask}"

    @property
    def with_hostmask(self):
        return f"{self.ip}/{self.hostmask}"

    def _exploded(self):
        return f"{self.ip.exploded}/{self._prefixlen}"

    def __eq__(self, other):
        if not isinstance(other, _Address):
            return NotImplemented
        return (isinstance(other, _Interface) and self.network == other.network
                and self._ip == other._ip)

    def __lt__(self, other):
        if not isinstance(other, _Interface):
            return NotImplemented
        return self.network < other.network or (self.network == other.network
                                                and self._ip < other._ip)

    def __hash__(self):
        return hash((self._ip, self._prefixlen, self.network._first))


class IPv4Interface(_Interface, IPv4Address):
    """An IPv4 address with its network."""

    _plain_class, _network_class = IPv4Address, IPv4Network


class IPv6Interface(_Interface, IPv6Address):
    """An IPv6 address with its network."""

    _plain_class, _network_class = IPv6Address, IPv6Network


def _ranges(make, **kinds):
    return {kind.replace("_", "-"): [(n._first, n._last) for n in map(make, texts.split())]
            for kind, texts in kinds.items()}


IPv4Address._ranges = _ranges(
    IPv4Network, link_local="169.254.0.0/16", loopback="127.0.0.0/8", multicast="224.0.0.0/4",
    shared="100.64.0.0/10", reserved="240.0.0.0/4", public="192.0.0.9/32 192.0.0.10/32",
    private="0.0.0.0/8 10.0.0.0/8 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 "
            "192.0.0.170/31 192.0.2.0/24 192.168.0.0/16 198.18.0.0/15 198.51.100.0/24 "
            "203.0.113.0/24 240.0.0.0/4 255.255.255.255/32")
IPv6Address._ranges = _ranges(
    IPv6Network, link_local="fe80::/10", loopback="::1", multicast="ff00::/8",
    site_local="fec0::/10",
    reserved="::/8 100::/8 200::/7 400::/6 800::/5 1000::/4 4000::/3 6000::/3 8000::/3 a000::/3 "
             "c000::/3 e000::/4 f000::/5 f800::/6 fe00::/9",
    public="2001:1::1/128 2001:1::2/128 2001:3::/32 2001:4:112::/48 2001:20::/28 2001:30::/28",
    private="::1/128 ::/128 ::ffff:0:0/96 64:ff9b:1::/48 100::/64 2001::/23 2001:db8::/32 "
            "2002::/16 3fff::/20 fc00::/7 fe80::/10")
