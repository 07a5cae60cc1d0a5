# strip, lstrip, rstrip with and without a set of characters.
s = ' \t\n abc \r\x0b\x0c'
print(repr(s.strip()), repr(s.lstrip()), repr(s.rstrip()))
print('xxabcxx'.strip('x'), 'xyabcyx'.strip('xy'), 'abc'.strip(''), 'aaa'.strip('a') == '', 'mississippi'.lstrip('ims'), 'mississippi'.rstrip('ip'))
print(repr('\u2003\xa0a\u3000\x85'.strip()), repr('\x1ca\x1f'.strip()), repr(' \u200b '.strip()))
print('ééaé'.strip('é'), 'abc'.strip(None), repr('  '.strip()), ''.strip() == '')
for f in (lambda: 'a'.strip(1), lambda: 'a'.lstrip(b'a'), lambda: 'a'.strip('a', 'b'), lambda: 'a'.strip(chars='a')):
    try:
        f()
    except TypeError as e:
        print(e)
