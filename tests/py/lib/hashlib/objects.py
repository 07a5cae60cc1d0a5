# hashlib: digest objects, ways to name an algorithm, errors.
import hashlib
import io

def t(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)

h = hashlib.sha256(b"a")
print(type(h), repr(h)[:31], [x for x in dir(h) if x[0] != "_"], hashlib.__all__)
print(type(hashlib.shake_128()), type(hashlib.shake_128()).__mro__, hashlib.shake_128().digest_size, type(hashlib.blake2b()))
print(sorted(hashlib.algorithms_guaranteed) == sorted(hashlib.algorithms_guaranteed & hashlib.algorithms_available))
c = h.copy()
c.update(memoryview(b"xbyc")[1:3])
c.update(bytearray(b"!"))
print(h.hexdigest(), c.hexdigest(), c.hexdigest() == hashlib.sha256(b"aby!").hexdigest())
for name in ("SHA256", "sha-256", "SHA3-256", "blake2b512", "xx", 1, ""):
    t(lambda: hashlib.new(name, b"a").name)
t(lambda: hashlib.sha256("a"))
t(lambda: hashlib.sha256(1))
t(lambda: hashlib.sha256(data=b"a", string=b"a"))
t(lambda: hashlib.sha256(string=b"a", usedforsecurity=False).hexdigest())
t(lambda: hashlib.sha256().update("a"))
t(lambda: hashlib.sha256().update(None))
t(lambda: hashlib.md5(memoryview(b"abcdef")[::2]))
t(lambda: hashlib.shake_128().digest("a"))
t(lambda: hashlib.shake_128().hexdigest(length=4))
t(lambda: type(hashlib.sha256())())
for kind in (hashlib.blake2b, hashlib.blake2s):
    print(kind.MAX_DIGEST_SIZE, kind.MAX_KEY_SIZE, kind.SALT_SIZE, kind.PERSON_SIZE)
    for k in ({"digest_size": 0}, {"digest_size": 65}, {"key": b"a" * 65}, {"salt": b"a" * 17}, {"person": b"a" * 17}, {"fanout": 256}, {"depth": 0}, {"leaf_size": -1}, {"leaf_size": 1 << 32}, {"node_offset": -1}, {"node_depth": 256}, {"inner_size": 65}, {"digest_size": "a"}, {"key": "a"}):
        t(lambda: kind(b"", **k).hexdigest())
    t(lambda: kind("a"))
t(lambda: hashlib.new("blake2s", b"", digest_size=4).hexdigest())
for a in (("sha1", b"p", b"s", 0), ("sha1", b"p", b"s", 1, 0), ("sha1", "p", b"s", 1), ("sha1", b"p", b"s", 1, -1), (1, b"p", b"s", 1), ("shake_128", b"p", b"s", 1, 5)):
    t(lambda: hashlib.pbkdf2_hmac(*a))
t(lambda: hashlib.file_digest(io.BytesIO(b"abc"), "sha256").hexdigest())
t(lambda: hashlib.file_digest(io.BytesIO(b"abc"), hashlib.md5).hexdigest())
t(lambda: hashlib.file_digest(3, hashlib.md5))
