# chr and ord over the whole range.
print([chr(n) for n in (65, 0x7f + 1, 0xe9, 0x20ac, 0x1f600)], ascii(chr(0xd800)), ascii(chr(0x10ffff)), ascii(chr(0)))
print([ord(c) for c in 'Aé€😀'], ord('\ud800'), ord('\U0010ffff'), ord(b'\xff'))
print(''.join(chr(ord('a') + i) for i in range(26)), [chr(ord(c) + 1) for c in 'HAL'])
def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
show(lambda: chr(0x110000))
show(lambda: chr(-1))
show(lambda: chr(10 ** 20))
show(lambda: chr('a'))
show(lambda: chr(1.5))
show(lambda: ord(''))
show(lambda: ord('ab'))
show(lambda: ord(5))
show(lambda: ord(b''))
show(lambda: ord(None))
print(all(ord(chr(i)) == i for i in range(0, 0x110000, 997)))
