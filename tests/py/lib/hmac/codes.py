# hmac: known codes, comparing.
import hmac
import hashlib

for key, msg, name in ((b"key", b"The quick brown fox jumps over the lazy dog", "md5"), (b"\x0b" * 20, b"Hi There", "sha256"), (b"\xaa" * 131, b"long key", "sha512"), (b"", b"", "sha1")):
    h = hmac.new(key, msg, name)
    print(h.name, h.hexdigest(), h.digest_size, h.block_size, hmac.digest(key, msg, name) == h.digest())
h = hmac.new(b"k", digestmod=hashlib.sha256)
h.update(b"a")
c = h.copy()
c.update(b"b")
print(h.hexdigest() == hmac.new(b"k", b"a", "sha256").hexdigest(), c.hexdigest() == hmac.new(b"k", b"ab", "sha256").hexdigest())
print(hmac.compare_digest("a", "a"), hmac.compare_digest(b"ab", b"a"), hmac.compare_digest(bytearray(b"x"), b"x"))
for bad in (lambda: hmac.compare_digest("é", "e"), lambda: hmac.compare_digest("a", b"a"), lambda: hmac.compare_digest(1, 2), lambda: hmac.new("key", b"", "md5"), lambda: hmac.new(b"k", b"m")):
    try:
        print(bad())
    except TypeError as e:
        print("TypeError", e)
