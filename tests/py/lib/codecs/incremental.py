# codecs: lookup, whole and piecewise coding, error handlers.
import codecs

print(codecs.lookup("UTF8").name, codecs.lookup("latin_1").name, codecs.lookup("us-ascii").name, codecs.encode("é"), codecs.decode(b"\xc3\xa9"))
for name in ("utf-8", "utf-16", "utf-16-le", "utf-32", "utf-8-sig", "latin-1"):
    data = "aé€".encode(name, "replace") if name != "latin-1" else "aé".encode(name)
    d = codecs.getincrementaldecoder(name)()
    print(name, [d.decode(data[i:i + 1]) for i in range(len(data))], repr(d.decode(b"", True)))
    e = codecs.getincrementalencoder(name)("replace")
    print(e.encode("a"), e.encode("é"), e.encode("", True))
d = codecs.getincrementaldecoder("utf-8")("replace")
print(ascii(d.decode(b"a\xe2\x82")), d.getstate(), ascii(d.decode(b"x")), ascii(d.decode(b"\xff\xe2")), ascii(d.decode(b"", True)))
d = codecs.getincrementaldecoder("utf-8")()
for piece, final in ((b"\xff", False), (b"\xe2", True)):
    d.reset()
    try:
        d.decode(piece, final)
    except UnicodeDecodeError as e:
        print(e)
print(list(codecs.iterdecode([b"\xe2", b"\x82\xac", b"x"], "utf-8")), list(codecs.iterencode(["a", "é"], "utf-8")), codecs.BOM_UTF8)
print(codecs.lookup_error("replace")(UnicodeEncodeError("ascii", "aé", 1, 2, "r")), codecs.lookup_error("xmlcharrefreplace")(UnicodeEncodeError("ascii", "aé", 1, 2, "r")),
      codecs.lookup_error("backslashreplace")(UnicodeDecodeError("utf-8", b"a\xff", 1, 2, "r")))
for bad in (lambda: codecs.lookup("nonsense"), lambda: codecs.lookup_error("nonsense"), lambda: codecs.register(5), lambda: codecs.register_error("x", 5)):
    try:
        print(bad())
    except (LookupError, TypeError) as e:
        print(type(e).__name__, e)
