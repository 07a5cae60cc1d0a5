# bytes() of counts, iterables, text and objects.
print(bytes(), bytes(3), bytes([1, 2, 255]), bytes('é', 'utf-8'), bytes(b'ab'), bytes(range(4)), bytes((i * 2 for i in range(3))), bytes(bytearray(b'x')), bytes(memoryview(b'mv')), bytes('a', encoding='ascii', errors='strict'))
class B:
    def __bytes__(self):
        return b'from __bytes__'
class I:
    def __index__(self):
        return 2
print(bytes(B()), bytes(I()), bytes([I()]))
def show(*a, **k):
    try:
        print(bytes(*a, **k))
    except Exception as e:
        print(type(e).__name__, e)
show('abc')
show(-1)
show([256])
show([-1])
show(['a'])
show(1.5)
show(None)
show(5, 'ascii')
show(b'a', 'ascii')
show('é', 'ascii')
show([1], errors='x')
show(1, 2, 3, 4)
show(object())
print(bytes.fromhex('00ff 1A'), bytes.fromhex(''), b'\x00\xff'.hex(), b'abcd'.hex('-'), b'abcde'.hex(':', 2), b'abcde'.hex('_', -2))
for t in ('0', 'zz', '0 0', '00é'):
    try:
        print(bytes.fromhex(t))
    except ValueError as e:
        print(e)
