"""Hashes of bytes, by name or by a function each."""

import _hashlib
from _blake2 import blake2b, blake2s
from _hashlib import (
    openssl_md5 as md5, openssl_sha1 as sha1, openssl_sha224 as sha224, openssl_sha256 as sha256,
    openssl_sha384 as sha384, openssl_sha512 as sha512, openssl_sha3_224 as sha3_224,
    openssl_sha3_256 as sha3_256, openssl_sha3_384 as sha3_384, openssl_sha3_512 as sha3_512,
    openssl_shake_128 as shake_128, openssl_shake_256 as shake_256)

__all__ = ("md5", "sha1", "sha224", "sha256", "sha384", "sha512", "blake2b", "blake2s", "sha3_224",
           "sha3_256", "sha3_384", "sha3_512", "shake_128", "shake_256", "new",
           "algorithms_guaranteed", "algorithms_available", "file_digest", "pbkdf2_hmac")

# The order is that of _hashlib's numbers.
_constructors = {
    "md5": md5, "sha1": sha1, "sha224": sha224, "sha256": sha256, "sha384": sha384, "sha512": sha512,
    "sha3_224": sha3_224, "sha3_256": sha3_256, "sha3_384": sha3_384, "sha3_512": sha3_512,
    "shake_128": shake_128, "shake_256": shake_256, "blake2b": blake2b, "blake2s": blake2s,
}
_numbers = {name: number for number, name in enumerate(_constructors)}
_other_names = {
    "md5": "md5", "sha": "sha1", "sha1": "sha1", "sha224": "sha224", "sha2224": "sha224",
    "sha256": "sha256", "sha2256": "sha256", "sha384": "sha384", "sha2384": "sha384",
    "sha512": "sha512", "sha2512": "sha512", "sha3224": "sha3_224", "sha3256": "sha3_256",
    "sha3384": "sha3_384", "sha3512": "sha3_512", "shake128": "shake_128", "shake256": "shake_256",
    "blake2b": "blake2b", "blake2b512": "blake2b", "blake2s": "blake2s", "blake2s256": "blake2s",
}

algorithms_guaranteed = set(_constructors)
algorithms_available = set(_constructors)


def _name_of(name):
    if name in _constructors:
        return name
    return _other_names.get(name.lower().replace("-", "").replace("_", ""))


def new(name, *args, **kwargs):
    """A hash object by the name of the hash; data is taken in at once."""
    if not isinstance(name, str):
        raise TypeError(f"new() argument 'name' must be str, not {type(name).__name__}")
    known = _name_of(name)
    if known is None:
        raise ValueError(f"unsupported hash type {name}")
    return _constructors[known](*args, **kwargs)


def pbkdf2_hmac(hash_name, password, salt, iterations, dklen=None):
    """A key from a password, made slow to guess by repeating HMAC so many times."""
    if not isinstance(hash_name, str):
        raise TypeError(f"pbkdf2_hmac() argument 'hash_name' must be str, not {type(hash_name).__name__}")
    known = _name_of(hash_name)
    if known is None:
        raise ValueError("[digital envelope routines] unsupported")
    if dklen is None:
        dklen = _constructors[known]().digest_size
    return _hashlib.pbkdf2(_numbers[known], password, salt, iterations, dklen)


def file_digest(fileobj, digest, /, *, _bufsize=2**18):
    """The hash object of all that a binary file holds from its current position on; the hash by
    name or as a function that makes one.
    """
    made = new(digest) if isinstance(digest, str) else digest()
    if hasattr(fileobj, "getbuffer"):
        made.update(fileobj.getbuffer())
        return made
    if not (all(hasattr(fileobj, name) for name in ("readinto", "readable"))
            and fileobj.readable()):
        raise ValueError(f"'{fileobj!r}' is not a file-like object in binary reading mode.")
    buf = bytearray(_bufsize)
    for size in iter(lambda: fileobj.readinto(buf), 0):
        if size is None:
            raise BlockingIOError("I/O operation would block.")
        made.update(memoryview(buf)[:size])
    return made
