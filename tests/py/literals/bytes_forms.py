# Bytes literals, escapes and repr.
print(b'abc', B"abc", b'''triple''', b"\x00\xff\n\t\\\'")
print(rb'\n', Rb"\x", bR'\'', br"\\")
print(b'a' b"b" b'c')
print(b"it's", b'say "x"', b'\'"')
print(b'\101\0', b'\a\b\v\f')
print(list(b'\x01\x02A'))
