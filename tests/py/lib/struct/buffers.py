# pack_into, unpack_from and iter_unpack: offsets, and what they accept as a buffer.
import struct


def attempt(function, *args):
    try:
        print(function(*args))
    except (struct.error, TypeError, IndexError, OverflowError, ValueError, BufferError) as e:
        print(type(e).__name__, e)


for offset in (0, 1, 5, -3, -4, -5, 2 ** 62, 2 ** 63 - 1, -2 ** 63, 2 ** 70, "a", 1.0):
    buffer = bytearray(b"abcdef")[:4]
    attempt(struct.pack_into, "i", buffer, offset, 1)
    print(buffer)
    attempt(struct.unpack_from, "<i", b"1234", offset)

buffer = bytearray(12)
struct.pack_into("<hx", memoryview(buffer)[2:8], 1, -2)
print(buffer)
attempt(struct.pack_into, "<i", memoryview(b"1234"), 0, 1)
attempt(struct.pack_into, "<i", memoryview(buffer)[::2], 0, 1)
attempt(struct.pack_into, "<i", b"1234", 0, 1)
attempt(struct.pack_into, "<i", "1234", 0, 1)
attempt(struct.pack_into, "0i", bytearray(), 0)
attempt(struct.pack_into)
attempt(struct.pack_into, "i")
attempt(struct.pack_into, "i", buffer)
attempt(struct.pack_into, "i", buffer, 0)
attempt(struct.pack_into, "z", buffer)

attempt(struct.unpack, "<i", memoryview(buffer)[::2])
attempt(struct.unpack, "<hh", memoryview(buffer)[::2][:2])
attempt(struct.unpack, "<i", memoryview(buffer)[4:8])
attempt(struct.unpack, "<i", b"123")
attempt(struct.unpack, "<i", "1234")
attempt(struct.unpack, "<i", None)
print(struct.unpack_from("<h", buffer=b"\1\0\2\0", offset=2))

it = struct.iter_unpack("<h", b"\1\0\2\0\3\0")
print(type(it), it.__length_hint__(), next(it), it.__length_hint__(), list(it), list(it), it.__length_hint__())
attempt(struct.iter_unpack, "<i", b"123")
attempt(struct.iter_unpack, "", b"")
attempt(struct.iter_unpack, "<i", "abc")
print(list(struct.iter_unpack("<i", b"")))
attempt(type(it))
print(sum(a * b for a, b in struct.iter_unpack(">bB", bytes(range(100)))))
