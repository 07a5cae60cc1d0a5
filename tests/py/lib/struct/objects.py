# Struct objects, and values whose number or truth guest code knows.
import copy
import struct

s = struct.Struct("<ih")
print(s, s.format, s.size, s.pack(1, 2), s.unpack(b"\1\0\0\0\2\0"), s.unpack_from(buffer=bytes(8), offset=1))
buffer = bytearray(8)
s.pack_into(buffer, 1, 7, 8)
print(buffer, list(s.iter_unpack(bytes(12))), struct.Struct(b"<i").format)


def attempt(function, *args):
    try:
        print(function(*args))
    except Exception as e:
        print(type(e).__name__, e)


for args in ((), (1,), (1, 2, 3), (1, "a")):
    attempt(s.pack, *args)
attempt(s.pack_into)
attempt(s.pack_into, buffer, 0, 1, 2, 3)
attempt(s.unpack, b"")
attempt(s.unpack_from, b"")
attempt(struct.Struct)
attempt(struct.Struct, "z")
attempt(struct.Struct, 1)
attempt(struct.Struct, "i", "i")
bare = struct.Struct.__new__(struct.Struct)
attempt(bare.pack)
print(bare.size)
attempt(setattr, s, "size", 3)
attempt(copy.copy, s)
s.__init__(">h")
print(s, s.pack(1))


class Pair(struct.Struct):
    def __init__(self, code):
        super().__init__("<2" + code)


print(Pair("h"), Pair("h").pack(1, 2), isinstance(Pair("i"), struct.Struct))


class Value:
    def __index__(self):
        print("index")
        return 5

    def __bool__(self):
        print("bool")
        return False

    def __float__(self):
        print("float")
        return 2.5

    def __complex__(self):
        print("complex")
        return 1 - 1j


v = Value()
values = (v, 1, v, v, v, v)
print(struct.pack("<iB?dFe", *values), values[0] is v)
print(struct.Struct("<h?").pack(v, v))
buffer = bytearray(10)
struct.pack_into("<h?", buffer, v, v, v)
print(buffer)


class Broken:
    def __init__(self, answer):
        self.answer = answer

    def __index__(self):
        return self.answer()

    __bool__ = __float__ = __complex__ = __index__


for answer in (lambda: 1 / 0, lambda: "x", lambda: 2, lambda: 2 ** 80):
    for code in "i?dF":
        attempt(struct.pack, "<" + code, Broken(answer))
attempt(struct.pack, "<hi", "early", Broken(lambda: print("not asked")))
attempt(struct.pack, "<ih", Broken(lambda: print("asked")), "late")


class Single:
    def __index__(self):
        return 7


print(struct.pack("<f", Single()))
