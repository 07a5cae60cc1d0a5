# What pack and unpack say of bad formats and values.
import struct


def attempt(function, *args):
    try:
        print(function(*args))
    except Exception as e:
        print(type(e), e)


print(struct.error, struct.error.__bases__, struct.error.__module__)
for code in "bBhHiIlLqQnNP":
    for n in (10 ** 30, -10 ** 30, -2 ** 63 - 1, 2 ** 64, 1.5, "a", None):
        attempt(struct.pack, code, n)
for code in "c?efdFDsp":
    for v in (b"ab", 1j, "a", None, 10 ** 400, 1e300):
        attempt(struct.pack, "<" + code, v)
for args in ((), ("i",), ("i", 1, 2), (1, 2), ("z", 1), ("3",), ("<3", 1), ("\u1234", 1), ("i\0", 1), ("<i>", 1),
             ("<<i", 1), ("3 i", 1), ("=n", 1), ("9" * 20 + "i", 1), ("9223372036854775807i",),
             ("4611686018427387904h",), ("9223372036854775807bb",), ("99999999999b", 1)):
    attempt(struct.pack, *args)
attempt(struct.calcsize)
attempt(struct.calcsize, None)
attempt(struct.unpack, "ii")
attempt(struct.unpack_from)
attempt(struct.unpack_from, "i")
try:
    struct.pack(format="<h")
except TypeError as e:
    print(e)
