# encode and decode with codecs and error handlers.
s = 'aé€😀'
print(s.encode(), s.encode('utf-8'), s.encode('utf-16-le'), s.encode('utf-32-be'), 'é'.encode('latin-1'), 'abc'.encode('ascii'))
print(s.encode('ascii', 'ignore'), s.encode('ascii', 'replace'), s.encode('ascii', 'backslashreplace'), s.encode('ascii', 'xmlcharrefreplace'), s.encode('ascii', 'namereplace'), s.encode(errors='strict', encoding='UTF8'))
print(b'a\xc3\xa9'.decode(), b'\xe9'.decode('latin-1'), b'a\xff'.decode('utf-8', 'replace'), b'a\xff'.decode('utf-8', 'ignore'), b'a\xff'.decode('utf-8', 'backslashreplace'), ascii(b'a\xff'.decode('utf-8', 'surrogateescape')))
print(str(b'abc', 'ascii'), str(b'\xc3\xa9', encoding='utf-8'), '\udcff'.encode('utf-8', 'surrogateescape'), '\ud800'.encode('utf-8', 'surrogatepass'), 'x'.encode('UTF-16'), b'\xff\xfea\0'.decode('utf-16'), 'a'.encode('utf-8-sig'))
for f in (lambda: 'é'.encode('ascii'), lambda: '€x€'.encode('latin-1'), lambda: '\ud800'.encode(), lambda: b'\xff'.decode(), lambda: b'a\xc3'.decode(), lambda: b'\xe2\x82x'.decode(), lambda: b'\xe9'.decode('ascii'),
          lambda: 'a'.encode('nope'), lambda: 'é'.encode('ascii', 'nope'), lambda: b'\xed\xa0\x80'.decode(), lambda: 'a'.encode(1), lambda: b'\xf0\x9f'.decode(), lambda: b'\xc0\x80'.decode()):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
try:
    'xé'.encode('ascii')
except UnicodeEncodeError as e:
    print(e.encoding, repr(e.object), e.start, e.end, e.reason, e.args)
