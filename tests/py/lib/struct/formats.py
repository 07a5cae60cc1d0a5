# Sizes, alignment and byte order of every code, and round trips at the ends of the ranges.
import struct

for code in "xcbB?hHiIlLqQnNPefdFDsp":
    row = []
    for prefix in ("", "@", "=", "<", ">", "!"):
        try:
            row.append(struct.calcsize(prefix + code))
        except struct.error as e:
            row.append(str(e))
    print(code, row, struct.calcsize("b" + code), struct.calcsize("b0" + code))

for code, bits in (("b", 8), ("h", 16), ("i", 32), ("q", 64)):
    for order in "<>":
        for n in (-2 ** (bits - 1), -1, 0, 2 ** (bits - 1) - 1):
            data = struct.pack(order + code, n)
            print(order + code, data.hex(), struct.unpack(order + code, data))
        for n in (0, 2 ** bits - 1, 2 ** (bits - 1)):
            data = struct.pack(order + code.upper(), n)
            print(order + code.upper(), data.hex(), struct.unpack(order + code.upper(), data))

for code in "efd":
    for x in (0.0, -0.0, 1, True, -1.5, 1 / 3, 2.98e-8, 2.99e-8, 5.96e-8, 6.1e-5, 2047.5, 2048.5, 65519.9,
              float("inf"), float("-inf"), float("nan")):
        data = struct.pack(">" + code, x)
        print(code, data.hex(), struct.unpack(">" + code, data))
print(struct.pack("<FD", 1.5 - 2j, 3), struct.unpack("<F", struct.pack("<F", 1e300)))

print(struct.pack("3i2x?", 1, 2, 3, []), struct.pack(" 3i\t2x\n?", 1, 2, 3, [0]))
print(struct.pack("ib0i", 1, 2), struct.pack("b0q", 1), struct.pack("@bq", 1, 2), struct.pack("=bq", 1, 2))
print(struct.pack("P", -1), struct.pack("P", 2 ** 64 - 1), struct.unpack("P", b"\xff" * 8))
for code in ("s", "3s", "0s", "p", "3p", "0p", "1p"):
    for data in (b"", b"ab", bytearray(b"wxyz")):
        packed = struct.pack(code, data)
        print(code, packed, struct.unpack(code, packed))
print(struct.pack("300p", b"a" * 300)[:3], struct.unpack("3p", b"\5ab"), struct.unpack("2x", b"ab"))
print(struct.calcsize("9223372036854775807b"), struct.pack(b"<h", 1))
