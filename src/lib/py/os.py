"""What of os needs no capability: names, paths as text, entropy."""
from _random import urandom

name = "posix"
curdir, pardir, sep, pathsep, linesep, devnull = ".", "..", "/", ":", "\n", "/dev/null"
extsep, altsep = ".", None
environ = {}
error = OSError


class PathLike:
    """Objects with __fspath__."""

    @classmethod
    def __subclasshook__(cls, subclass):
        if cls is PathLike:
            return hasattr(subclass, "__fspath__")
        return NotImplemented


def fspath(path):
    if isinstance(path, (str, bytes)):
        return path
    method = getattr(type(path), "__fspath__", None)
    if method is None:
        raise TypeError("expected str, bytes or os.PathLike object, not " + type(path).__name__)
    result = method(path)
    if isinstance(result, (str, bytes)):
        return result
    raise TypeError(f"expected {type(path).__name__}.__fspath__() to return str or bytes, "
                    f"not {type(result).__name__}")


def getenv(key, default=None):
    return environ.get(key, default)
