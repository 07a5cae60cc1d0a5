# Splitting, joining, replacing and padding bytes.
print(b'a,b,,c'.split(b','), b' a b '.split(), b'a,b,c'.rsplit(b',', 1), b'a\nb\r\nc'.splitlines(), b'a\nb'.splitlines(True), b'a=b=c'.partition(b'='), b'a=b=c'.rpartition(b'='))
print(b','.join([b'a', bytearray(b'b'), memoryview(b'c')]), b'abab'.replace(b'a', b'xx'), b'abab'.replace(b'a', b'', 1), b' x '.strip(), b'xxaxx'.strip(b'x'), b'..a'.lstrip(b'.'), b'a..'.rstrip(b'.'))
print(b'aBc'.upper(), b'aBc'.lower(), b'aBc dEf'.title(), b'aBc'.swapcase(), b'aBc'.capitalize(), b'a'.center(5, b'*'), b'a'.ljust(3), b'a'.rjust(3, b'0'), b'-5'.zfill(4), b'a\tb'.expandtabs(4))
print(b'abc'.translate(bytes.maketrans(b'ab', b'xy')), b'abc'.translate(None, b'b'), b'abc'.translate(bytes(range(256)), delete=b'a'), b'prefix-x'.removeprefix(b'prefix-'), b'x.py'.removesuffix(b'.py'))
for f in (lambda: b','.join(['a']), lambda: b'a'.split(''), lambda: b'a'.split(b''), lambda: b'a'.replace('a', 'b'), lambda: b'a'.strip('a'), lambda: b'a'.translate(b'x'), lambda: b'a'.center(5, 'x'), lambda: b','.join(5), lambda: b'a'.center(5, b'xy'), lambda: bytes.maketrans(b'a', b'bc')):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
