# base64: all alphabets, both ways, and errors.
import base64 as b

for data in (b"", b"a", b"ab", b"abc", bytes(range(0, 256, 17)), b"\0\0\0\0"):
    print(data, b.b64encode(data), b.urlsafe_b64encode(data), b.b32encode(data), b.b32hexencode(data), b.b16encode(data), b.a85encode(data), b.b85encode(data), b.z85encode(data) if len(data) % 4 == 0 else "")
    for name in ("b64", "urlsafe_b64", "b32", "b32hex", "b16", "a85", "b85"):
        assert getattr(b, name + "decode")(getattr(b, name + "encode")(data)) == data, name
print(b.b64decode("YQ=="), b.b64decode(b"Y Q\n=="), b.b64encode(b"\xfb\xff", altchars=b"-_"), b.b64decode("-_8=", altchars="-_"), b.standard_b64decode("YWI="))
print(b.b32decode("mfrgg===", casefold=True), b.b32decode("M1RGG===", map01="I"), b.b16decode("ff", casefold=True), b.encodebytes(b"x" * 60), b.decodebytes(b"eHh4\neHg=\n"))
print(b.a85encode(b"abc    def", foldspaces=True, wrapcol=5, adobe=True), b.a85decode("<~@:E^~>", adobe=True), b.b85encode(b"abc", pad=True))
for bad in (lambda: b.b64decode("a"), lambda: b.b64decode("abc"), lambda: b.b64decode("a!b=", validate=True), lambda: b.b64encode("text"), lambda: b.b64decode("é"), lambda: b.b32decode("a"),
            lambda: b.b32decode("1AAAAAAA"), lambda: b.b16decode("ff"), lambda: b.b16decode("F"), lambda: b.a85decode("vz~"), lambda: b.a85decode("x", adobe=True), lambda: b.b85decode("\x7f"), lambda: b.b85decode("~~~~~"), lambda: b.encodebytes("x")):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
