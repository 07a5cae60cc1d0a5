# Every codec with every error handler on text and bytes that are good and bad.
# Every hundred results are one line: their number, a checksum, and the last of them.
count = total = 0
last = ''
def note(line):
    global count, total, last
    count += 1
    for c in line:
        total = (total * 31 + ord(c)) & 0xffffffff
    last = line
    if count % 100 == 0:
        print(count, total, line[:100])
def t(name, f):
    try: note(ascii(name) + ascii(f()))
    except UnicodeError as e: note(' '.join([ascii(name), type(e).__name__, ascii(str(e)), e.encoding, ascii(e.object), str(e.start), str(e.end), e.reason]))
    except Exception as e: note(' '.join([ascii(name), type(e).__name__, ascii(str(e))]))
encs = ['ascii', 'us-ascii', 'latin-1', 'iso-8859-1', 'utf-8', 'UTF8', 'U8', 'utf-8-sig', 'utf-16', 'utf-16-le', 'utf-16be', 'UTF_16_BE', 'utf-32', 'utf-32-le', 'utf_32_be', 'cp1252', 'iso8859-15', 'unicode_escape', 'raw_unicode_escape', 'utf 8', '-utf-8', 'nope', 'utf.8', 'x' * 50]
errs = ['strict', 'ignore', 'replace', 'backslashreplace', 'xmlcharrefreplace', 'surrogateescape', 'surrogatepass', 'bogus']
strs = ['', 'a', 'é', 'é€x\ud800\ud801😀', '\udc80\udcff', 'abc\udc80\ud800z', 'a\n\t\r\\\'"\x00\x7f\x80\xe9\u1234\U0001f600\ud800', '€š', 'é€é', '\ufeffx']
byts = [b'', b'a', b'\xff\xfea', b'\x00\xd8', b'\xff\xfe\x00\xd8', b'\x00\xdc', b'\x00\xdca\x00', b'\x00\xd8a\x00', b'\xd8\x00\x00a', b'\xd8\x00', b'\x00\x00\x11\x00\x00', b'\x00\x00\xd8\x00', b'\xff\xfe\x00\x00a\x00\x00\x00\x01', b'\xfe\xff\x00a', b'\x00\x00\xfe\xff\x00\x00\x00a', b'\x80\x81', b'\xef\xbb\xbf\xff', b'\xef\xbb\xbfa', b'\xef\xbb', b'\x00\xd8\x00\xd8\x00\xdc', b'a\xff\xed\xb2\x80\xf0\x9f', b'\xed\xa0\x80\xed', b'\xc3(\xe0\x80\xf0\x9f\x98x\xf5\xc0\x80', b'\xdc\x00\x00', b'\xff\xfe\x00\x00\x00\xd8\x00\x00a\x00\x00\x00\x00', b'\xe2\x82\xac\xf0\x9f\x98\x80', bytes(range(128, 256)),
        rb'a\n\t\\\'\"\a\b\f\v\r\0\12\x41\u1234\U0001f600', b'\\', b'\\x', b'\\x4', b'\\x4g', b'\\u12', b'\\u123g', b'\\U0011ffff', b'\\U1234', b'\\N', b'\\N{', b'\\N{}', b'\\N{foo}', b'\xe9\xff', b'a\\\nb', b'\\ud800\\udc00', b'ab\\x4', b'\\\\u1234', b'\\\\\\u1234']
for enc in encs:
    for s in strs:
        for err in errs:
            t((enc, ascii(s), err), lambda: s.encode(enc, err))
    for b in byts:
        for err in errs:
            t((enc, b, err), lambda: b.decode(enc, err))
t('kw', lambda: 'é'.encode(encoding='latin-1'))
t('kw', lambda: b'\xe9'.decode(errors='replace'))
t('nul', lambda: 'a'.encode('utf-8\x00'))
t('args', lambda: UnicodeDecodeError('utf-8', b'abc', 1, 2, 'bad'))
t('long', lambda: ('é' * 1000 + '\ud800').encode())
t('big', lambda: len(('é' * 100000).encode('utf-16').decode('utf-16')))
t('ba', lambda: bytearray(b'\xff').decode())
print(count, total, last[:100])
