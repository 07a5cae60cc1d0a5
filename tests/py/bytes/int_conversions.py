# Bytes and ints: from_bytes, to_bytes, hex, struct-like packing by hand.
for n in (0, 1, 255, 256, 65535, 2 ** 31, 2 ** 64 - 1, -1, -128, -129, -2 ** 31):
    size = (n.bit_length() + 8) // 8
    b = n.to_bytes(size, 'big', signed=True)
    print(n, size, b, b.hex(), int.from_bytes(b, 'big', signed=True) == n, int.from_bytes(b[::-1], 'little', signed=True) == n)
def pack(*fields): return b''.join(v.to_bytes(w, 'little') for v, w in fields)
def unpack(data, *widths):
    out, at = [], 0
    for w in widths:
        out.append(int.from_bytes(data[at:at + w], 'little'))
        at += w
    return out
p = pack((1, 1), (515, 2), (10 ** 9, 4))
print(p, unpack(p, 1, 2, 4), list(p), p.hex(' '), sum(p), max(p))
def checksum(data):
    a, b = 1, 0
    for byte in data:
        a = (a + byte) % 65521
        b = (b + a) % 65521
    return b << 16 | a
print(hex(checksum(b'Wikipedia')), checksum(b''))
def crc32(data):
    crc = 0xffffffff
    for byte in data:
        crc ^= byte
        for _ in range(8):
            crc = crc >> 1 ^ (0xedb88320 if crc & 1 else 0)
    return crc ^ 0xffffffff
print(hex(crc32(b'123456789')), bytes(x ^ 0x55 for x in b'secret'), bytes(x ^ 0x55 for x in bytes(x ^ 0x55 for x in b'secret')))
ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
def b64(data):
    bits = ''.join(f'{x:08b}' for x in data)
    bits += '0' * (-len(bits) % 6)
    out = ''.join(ALPHABET[int(bits[i:i + 6], 2)] for i in range(0, len(bits), 6))
    return out + '=' * (-len(out) % 4)
print([b64(s) for s in (b'', b'f', b'fo', b'foo', b'foobar', bytes(range(5)))])
