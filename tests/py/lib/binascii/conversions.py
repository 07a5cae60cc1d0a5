# binascii: hex, base64, uu, quoted-printable, checksums.
import binascii as b

print(b.hexlify(b"\x00\xffab"), b.hexlify(b"abcdef", "-", 2), b.hexlify(b"abcdef", b":", -4), b.unhexlify("00FFab"), b.crc32(b"hello"), b.crc32(b"lo", b.crc32(b"hel")), b.crc_hqx(b"hello", 0))
print(b.b2a_base64(b"hello"), b.b2a_base64(b"hello", newline=False), b.a2b_base64("aGVsbG8=\n"), b.a2b_base64("aG Vs!bG8="))
print(b.b2a_uu(b"hello world"), b.b2a_uu(b"\0\0", backtick=True), b.a2b_uu(b.b2a_uu(b"hello world")))
print(b.b2a_qp(b"a=b \xe9\t\nline. \n.\n" + b"x" * 80), b.b2a_qp(b"a b_c", header=True), b.a2b_qp("a=3Db=\nc=E9 d_e", header=True), b.b2a_qp(b"a\tb \r\n", quotetabs=True, istext=False))
for bad in (lambda: b.unhexlify("abc"), lambda: b.unhexlify("zz"), lambda: b.a2b_base64("a"), lambda: b.a2b_base64("ab"), lambda: b.a2b_base64("ab==c", strict_mode=True), lambda: b.a2b_base64("=ab", strict_mode=True),
            lambda: b.a2b_base64("a b", strict_mode=True), lambda: b.hexlify("x"), lambda: b.unhexlify("é0"), lambda: b.b2a_uu(b"x" * 46), lambda: b.a2b_uu(b"!zz~"), lambda: b.a2b_uu(b"")):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
