# Searching and testing bytes.
b = b'abracadabra'
print(b.find(b'a'), b.find(97), b.find(b'bra', 2), b.find(b'x'), b.rfind(b'a'), b.index(b'cad'), b.rindex(98), b.count(b'a'), b.count(97), b.count(b''), b.find(b''))
print(b.startswith(b'ab'), b.startswith((b'x', b'a')), b.endswith(b'ra'), b'br' in b, 97 in b, b'' in b, 0 in b)
for w in (b'', b'abc', b'ABC', b'Abc', b'123', b' \t', b'a1', b'\xe9', b'Ab Cd'):
    print(w, w.isalpha(), w.isdigit(), w.isalnum(), w.isspace(), w.islower(), w.isupper(), w.istitle(), w.isascii())
for f in (lambda: b.index(b'q'), lambda: b.find('a'), lambda: b.find(256), lambda: b.count(None), lambda: 'a' in b, lambda: b.startswith('a'), lambda: b.startswith([b'a']), lambda: b.rindex(300)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
