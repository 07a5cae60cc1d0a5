"""Packed binary data: values to bytes and back, laid out by a format.

A format starts with its byte order and alignment: @ (or nothing) is the machine's own with its
alignment, = its own order packed, < little-endian, > and ! big-endian. Then come items, each with a
count before it if need be: x pad byte, c char, b B h H i I l L q Q n N integers, ? bool, e f d
floats, F D complex numbers, s bytes, p counted bytes, P pointer.
"""

from _struct import Struct, _clearcache, calcsize, error, iter_unpack, pack, pack_into, unpack, unpack_from

__all__ = ["calcsize", "pack", "pack_into", "unpack", "unpack_from", "iter_unpack", "Struct", "error"]
