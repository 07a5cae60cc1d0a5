# Properties of single characters, and the errors.
import unicodedata as u
print(u.unidata_version)
ONE = ["bidirectional", "category", "combining", "decomposition", "east_asian_width", "mirrored"]
DEFAULT = ["decimal", "digit", "name", "numeric"]
for c in "aZ5(\x00\n é²½٣Ⅷ一가ﬁ\u0301א“€中\ud800\U0001f600\U0001f3ff\u0378\U0010ffff":
    print(ascii(c), [getattr(u, f)(c) for f in ONE], [getattr(u, f)(c, None) for f in DEFAULT])
for f in ONE + DEFAULT:
    for args in ((1,), ("ab",), ("",), (None,), (b"a",)):
        try:
            print(f, getattr(u, f)(*args))
        except TypeError as e:
            print(f, args, e)
for f in DEFAULT:
    for args in (("\u0378",), ("\u0378", 5), ("\u0378", None)):
        try:
            print(f, args[1:], getattr(u, f)(*args))
        except ValueError as e:
            print(f, args[1:], e)
# All of them, in few numbers.
import binascii
for f in ONE:
    g = getattr(u, f)
    print(f, binascii.crc32("|".join([str(g(chr(cp))) for cp in range(0, 0x20000, 509)]).encode()))
for f in DEFAULT:
    g = getattr(u, f)
    print(f, binascii.crc32("|".join([str(g(chr(cp), "")) for cp in range(0, 0x20000, 509)]).encode()))
