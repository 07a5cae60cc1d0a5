# Indexing, slicing, concatenation, comparison and iteration of bytes.
b = b'hello'
print(b[0], b[-1], b[1:3], b[::-1], b[::2], len(b), list(b), b + b' x', b * 2, 2 * b, b'' * 5)
print(b == b'hello', b == 'hello', b < b'help', b'a' < b'ab', b > b'', hash(b) == hash(b'hello'), {b: 1}[b'hello'], b != bytearray(b'hello'), max(b), sorted(b), sum(b))
for f in (lambda: b[5], lambda: b['a'], lambda: b + 'x', lambda: b * b, lambda: b < 'a', lambda: b + [1], lambda: b[::0], lambda: b % 1 + 'x'):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
try:
    b[0] = 1
except TypeError as e:
    print(e)
try:
    del b[0]
except TypeError as e:
    print(e)
print([*b'ab'], tuple(reversed(b'ab')), bytes(reversed(b'abc')), b'%d %s %r %x %c' % (5, b'x', 'y', 255, 65), b'%b|%5d|%.1f|%%' % (b'q', 3, 2.55), b'%a' % 'é')
