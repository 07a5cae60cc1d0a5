"""Names, paths as text, the environment and what is made of the file operations.

The operations themselves come from the module posix, which is there only where a program was given
files.
"""

import abc
from _collections_abc import MutableMapping


from _posixpath import fspath
import posix as _posix
# Before what is defined here on top of it.
from posix import *
from posix import environ as _variables

name = "posix"
linesep = "\n"
SEEK_SET = 0
SEEK_CUR = 1
SEEK_END = 2
F_OK, R_OK, W_OK, X_OK = 0, 4, 2, 1
EX_OK = 0
supports_bytes_environ = True
supports_dir_fd = set()
supports_effective_ids = set()
supports_fd = set()
supports_follow_symlinks = set()

error = OSError

__all__ = [
    "F_OK", "PathLike", "R_OK", "SEEK_CUR", "SEEK_END", "SEEK_SET", "W_OK", "X_OK", "altsep",
    "curdir", "defpath", "devnull", "environ", "environb", "error", "extsep", "fdopen", "fsdecode",
    "fsencode", "fspath", "get_exec_path", "getenv", "getenvb", "linesep", "makedirs", "name",
    "pardir", "path", "pathsep", "putenv", "removedirs", "renames", "sep",
    "supports_bytes_environ", "unsetenv", "urandom", "walk",
]

__all__.extend(n for n in dir(_posix) if n[0] != "_" and n not in __all__)

GenericAlias = type(list[int])


class PathLike(abc.ABC):
    """Classes whose objects stand for a path."""

    __slots__ = ()

    @abc.abstractmethod
    def __fspath__(self):
        """The path as a text or bytes."""
        raise NotImplementedError

    @classmethod
    def __subclasshook__(cls, subclass):
        if cls is not PathLike:
            return NotImplemented
        for base in subclass.__mro__:
            if "__fspath__" in base.__dict__:
                return base.__dict__["__fspath__"] is not None or NotImplemented
        return NotImplemented

    __class_getitem__ = classmethod(GenericAlias)


def _fspath_of_object(path):
    # fspath() of what is neither text nor bytes.
    kind = type(path)
    method = getattr(kind, "__fspath__", None)
    if method is None:
        raise TypeError(f"expected str, bytes or os.PathLike object, not {kind.__name__}")
    result = method(path)
    if isinstance(result, (str, bytes)):
        return result
    raise TypeError(f"expected {kind.__name__}.__fspath__() to return str or bytes, "
                    f"not {type(result).__name__}")


def fsencode(filename):
    """A path as bytes, as the system sees it; surrogates stand for bytes that are no text."""
    filename = fspath(filename)
    return filename.encode("utf-8", "surrogateescape") if isinstance(filename, str) else filename


def fsdecode(filename):
    """A path as text; bytes that are no text become surrogates."""
    filename = fspath(filename)
    return filename.decode("utf-8", "surrogateescape") if isinstance(filename, bytes) else filename


# After fspath, which the paths' module asks for.
from os import path
from os.path import (
    altsep, curdir, defpath, devnull, extsep, pardir, pathsep, sep)


# The environment.

class _Environ(MutableMapping):
    """A mapping of names to values, in text or in bytes, over one of bytes."""

    def __init__(self, data, encodekey, decodekey, encodevalue, decodevalue):
        # What stands in _data is encoded; the four functions go between it and the outside.
        self._data = data
        self.encodekey, self.decodekey = encodekey, decodekey
        self.encodevalue, self.decodevalue = encodevalue, decodevalue

    def __getitem__(self, key):
        stored = self._data.get(self.encodekey(key))
        if stored is None:
            raise KeyError(key)  # as it was asked for
        return self.decodevalue(stored)

    def __setitem__(self, key, value):
        name, text = self.encodekey(key), self.encodevalue(value)
        putenv(name, text)
        self._data[name] = text

    def __delitem__(self, key):
        name = self.encodekey(key)
        unsetenv(name)
        if self._data.pop(name, None) is None:
            raise KeyError(key)

    def __iter__(self):
        for key in list(self._data):
            yield self.decodekey(key)

    def __len__(self):
        return len(self._data)

    def __repr__(self):
        items = ", ".join(f"{self.decodekey(key)!r}: {self.decodevalue(value)!r}"
                          for key, value in self._data.items())
        return f"environ({{{items}}})"

    def copy(self):
        return dict(self)

    def setdefault(self, key, value):
        if key not in self:
            self[key] = value
        return self[key]

    def __ior__(self, other):
        self.update(other)
        return self

    def __or__(self, other):
        if not hasattr(other, "keys"):
            return NotImplemented
        return {**self, **other}

    def __ror__(self, other):
        if not hasattr(other, "keys"):
            return NotImplemented
        return {**other, **self}


def _encode(value):
    if not isinstance(value, str):
        raise TypeError(f"str expected, not {type(value).__name__}")
    return value.encode("utf-8", "surrogateescape")


def _decode(value):
    return value.decode("utf-8", "surrogateescape")


def _check_bytes(value):
    if not isinstance(value, bytes):
        raise TypeError(f"bytes expected, not {type(value).__name__}")
    return value


def _check_variable(key, value=b""):
    # What no environment can hold.
    if not key or b"=" in key:
        raise ValueError("illegal environment variable name")
    if b"\0" in key or b"\0" in value:
        raise ValueError("embedded null byte")


def putenv(name, value, /):
    """Set an environment variable for programs that are started."""
    _check_variable(fsencode(name), fsencode(value))
    if _posix is not None:
        _posix.putenv(name, value)


def unsetenv(name, /):
    """Take an environment variable away for programs that are started."""
    _check_variable(fsencode(name))
    if _posix is not None:
        _posix.unsetenv(name)


environ = _Environ(dict(_variables), _encode, _decode, _encode, _decode)
environb = _Environ(environ._data, _check_bytes, _check_bytes, _check_bytes, _check_bytes)
del _variables


def getenv(key, default=None):
    """The value of an environment variable, or the default."""
    return environ.get(key, default)


def getenvb(key, default=None):
    """The value of an environment variable, both as bytes, or the default."""
    return environb.get(key, default)


def get_exec_path(env=None):
    """The directories in which programs are looked for: those of PATH."""
    env = environ if env is None else env
    try:
        in_text = env.get("PATH")
    except TypeError:
        in_text = None
    try:
        in_bytes = env[b"PATH"]
    except (KeyError, TypeError):
        in_bytes = None
    if in_bytes is not None:
        if in_text is not None:
            raise ValueError("env cannot contain 'PATH' and b'PATH' keys")
        in_text = in_bytes
    if in_text is None:
        in_text = defpath
    return fsdecode(in_text).split(pathsep)


# Made of the operations.

def fdopen(fd, mode="r", buffering=-1, encoding=None, *args, **kwargs):
    """A file object on a file descriptor; as open()."""
    if not isinstance(fd, int):
        raise TypeError(f"invalid fd type ({type(fd)}, expected integer)")
    import io
    return io.open(fd, mode, buffering, encoding, *args, **kwargs)


def _parted(name):
    # (head, tail), where a slash at the end makes no empty tail.
    head, tail = path.split(name)
    return (head, tail) if tail else path.split(head)


def makedirs(name, mode=0o777, exist_ok=False):
    """Make a directory, and those above it that are not there.

    FileExistsError if it is there, unless exist_ok.
    """
    head, tail = _parted(name)
    if head and tail and not path.exists(head):
        try:
            makedirs(head, exist_ok=exist_ok)
        except FileExistsError:
            pass  # made by another in the meantime
        if tail == (curdir if isinstance(tail, str) else b"."):
            return  # "x/newdir/." is there when "x/newdir" is
    try:
        mkdir(name, mode)
    except OSError:
        if exist_ok and path.isdir(name):
            return
        raise


def removedirs(name):
    """Remove an empty directory, and those above it as far as they are empty then."""
    rmdir(name)
    head, tail = _parted(name)
    try:
        while head and tail:
            rmdir(head)
            head, tail = path.split(head)
    except OSError:
        return


def renames(old, new):
    """Rename a file or directory: makes the directories it needs, removes those left empty."""
    needed = path.split(new)
    if all(needed) and not path.exists(needed[0]):
        makedirs(needed[0])
    rename(old, new)
    left = path.split(old)
    if all(left):
        try:
            removedirs(left[0])
        except OSError:
            return


def walk(top, topdown=True, onerror=None, followlinks=False):
    """Iterate over a directory and those in it: (path, names of directories, names of files). From
    the top down, who iterates may take names out of the list of directories; onerror(error) is
    called for directories that cannot be read.
    """
    pending = [fspath(top)]
    while pending:
        top = pending.pop()
        if isinstance(top, tuple):
            # Bottom up: what is in it has been told.
            yield top
            continue
        dirs, files, inside = [], [], []
        try:
            with scandir(top) as entries:
                for entry in entries:
                    try:
                        is_dir = entry.is_dir()
                    except OSError:
                        is_dir = False
                    (dirs if is_dir else files).append(entry.name)
                    if not topdown and is_dir:
                        try:
                            enter = followlinks or not entry.is_symlink()
                        except OSError:
                            enter = True
                        if enter:
                            inside.append(entry.path)
        except OSError as error:
            if onerror is not None:
                onerror(error)
            continue
        if topdown:
            yield top, dirs, files
            for name in reversed(dirs):
                place = path.join(top, name)
                if followlinks or not path.islink(place):
                    pending.append(place)
        else:
            pending.append((top, dirs, files))
            pending.extend(reversed(inside))
