# Encoding and decoding in many codecs, with every error handler.
texts = ['plain', 'é', '€', '😀', 'aé€😀', '', '\x00\x7f\x80\xff']
for codec in ('utf-8', 'utf-16', 'utf-16-le', 'utf-16-be', 'utf-32', 'utf-32-le', 'latin-1', 'ascii', 'cp1252', 'utf-8-sig', 'utf-7'):
    for t in texts:
        try:
            b = t.encode(codec)
            print(codec, ascii(t), b, b.decode(codec) == t)
        except UnicodeEncodeError as e:
            print(codec, ascii(t), e)
for errors in ('strict', 'ignore', 'replace', 'backslashreplace', 'surrogateescape', 'surrogatepass', 'xmlcharrefreplace', 'namereplace', 'nonsense'):
    for data in (b'a\xffb', b'\xe2\x82', b'\xed\xa0\x80'):
        try:
            print(errors, data, ascii(data.decode('utf-8', errors)))
        except (UnicodeDecodeError, LookupError, TypeError) as e:
            print(errors, data, type(e).__name__, e)
    for t in ('é\ud800', 'a\udcff'):
        for codec in ('ascii', 'utf-8'):
            try:
                print(errors, codec, ascii(t), t.encode(codec, errors))
            except (UnicodeEncodeError, LookupError, TypeError) as e:
                print(errors, codec, ascii(t), type(e).__name__, e)
