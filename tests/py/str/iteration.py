# Iterating a string yields code points.
print(list('aé😀'), [c for c in ''], tuple('ab'), set('aa') == {'a'}, dict(zip('ab', 'cd')), list(reversed('aé😀')), list(enumerate('ab')))
it = iter('xy')
print(next(it), next(it), next(it, 'end'), it.__length_hint__())
a, b, *c = 'hello'
print(a, b, c)
print([ord(c) for c in 'é€😀'], ''.join(chr(n) for n in (233, 8364, 128512)), max('abc'), 'b' in 'abc', list(map(str.upper, 'ab')))
for f in (lambda: ord('ab'), lambda: ord(''), lambda: ord(1), lambda: chr(-1), lambda: chr(0x110000), lambda: chr('a'), lambda: chr(1.0), lambda: ord(b'ab')):
    try:
        print(f())
    except (TypeError, ValueError, OverflowError) as e:
        print(type(e).__name__, e)
print(ord(b'a'), ord(bytearray(b'b')), chr(0), chr(True) == '\x01')
