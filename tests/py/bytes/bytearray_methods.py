# bytearray shares the methods of bytes, and gives bytearrays back.
a = bytearray(b'Hello, World')
print(a.upper(), a.lower(), a.swapcase(), a.title(), a.replace(b'l', b'L', 2), a.split(b', '), a.partition(b', '), a.find(b'World'), a.count(b'o'), a.startswith(b'He'), a.center(16, b'*'), a.strip(b'Hd'), a.hex(), a.decode())
print(a[0], a[-1:], a[::2], a + b'!', b'!' + a, a * 2, a == b'Hello, World', a < b'I', a in [b'Hello, World'], 72 in a, b'lo' in a, len(a), list(a)[:3], bytes(a) == a, hash(bytes(a)) == hash(b'Hello, World'))
print(type(a.upper()), type(a + b''), type(b'' + a), type(a[1:]), type(a.split()[0]), type(a.partition(b',')[0]), type(bytearray.join(b',', [])) if False else type(bytearray(b',').join([])))
a[0:5] = b'Howdy'
a[5:5] = bytearray(b'!!')
a += bytes(2)
a *= 1
print(a, a.index(b'!'), a.rstrip(b'\x00'), a.translate(None, b'!\x00'), a.isascii(), a.removeprefix(b'How'))
a[::2] = b'-' * len(a[::2])
print(a, a.pop(), a.pop(0), a.remove(ord('-')), a.reverse(), a)
a.extend(range(65, 70))
a.insert(0, 33)
del a[1:-5]
print(a, a.copy() is a, a.clear(), a, repr(bytearray()), str(bytearray(b"it's")), f'{bytearray(b"x")}')
b = bytearray(5)
b[1], b[-1] = 255, True
print(b, max(b), sum(b), sorted(b, reverse=True), [*b], bytearray(x for x in b if x), b.__alloc__() >= 5, bytearray(b'abc')[True])
for i, x in enumerate(b): b[i] = 255 - x
print(b, bytearray(b'a') + bytearray(b'b'), bytearray(b'%d') % 5)
