"""Temporary files and folders, with names that nobody guesses."""

import errno
import functools
import os
import shutil
from io import BytesIO, TextIOWrapper
from types import GenericAlias

__all__ = ["NamedTemporaryFile", "TemporaryFile", "SpooledTemporaryFile", "TemporaryDirectory",
           "mkstemp", "mkdtemp", "mktemp", "TMP_MAX", "gettempprefix", "tempdir", "gettempdir",
           "gettempprefixb", "gettempdirb"]

TMP_MAX = 10000
template = "tmp"
tempdir = None


def _names():
    # Entropy, if there is any; else numbers, which are tried one after the other.
    letters = "abcdefghijklmnopqrstuvwxyz0123456789_"
    number = 0
    while True:
        try:
            value = int.from_bytes(os.urandom(6))
        except OSError:
            number += 1
            value = number
        name = ""
        for _ in range(8):
            value, at = divmod(value, len(letters))
            name += letters[at]
        yield name


_name_sequence = None


def _next_names():
    global _name_sequence
    if _name_sequence is None:
        _name_sequence = _names()
    return _name_sequence


def gettempprefix():
    """What names begin with."""
    return template


def gettempprefixb():
    """The same as bytes."""
    return os.fsencode(template)


def gettempdir():
    """The folder of temporary files."""
    return os.fsdecode(_folder())


def gettempdirb():
    """The same as bytes."""
    return os.fsencode(_folder())


def _folder():
    global tempdir
    if tempdir is None:
        tempdir = _find_folder()
    return tempdir


def _find_folder():
    candidates = [os.environ.get(name) for name in ("TMPDIR", "TEMP", "TMP")]
    try:
        here = os.getcwd()
    except OSError:
        here = os.curdir
    folders = [os.path.abspath(c) for c in candidates if c] + ["/tmp", "/var/tmp", "/usr/tmp", here]
    for folder in folders:
        for name in _next_names():
            path = os.path.join(folder, name)
            try:
                fd = os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600)
            except FileExistsError:
                continue
            except OSError:
                break
            os.close(fd)
            os.unlink(path)
            return folder
    raise FileNotFoundError(errno.ENOENT, f"No usable temporary directory found in {folders}")


def _parts(prefix, suffix, dir):
    """Prefix, suffix and folder, all str or all bytes."""
    given = [part for part in (prefix, suffix, dir) if part is not None]
    given = [os.fspath(part) for part in given]
    kinds = {type(part) for part in given}
    if len(kinds) > 1:
        raise TypeError("Can't mix bytes and non-bytes in path components.")
    is_bytes = kinds == {bytes}
    empty = b"" if is_bytes else ""
    return (prefix if prefix is not None else gettempprefixb() if is_bytes else template,
            suffix if suffix is not None else empty,
            os.fspath(dir) if dir is not None else gettempdirb() if is_bytes else gettempdir(),
            is_bytes)


def _create(make, prefix, suffix, dir, what):
    prefix, suffix, dir, is_bytes = _parts(prefix, suffix, dir)
    names = _next_names()
    for _ in range(TMP_MAX):
        name = next(names)
        path = os.path.join(dir, prefix + (os.fsencode(name) if is_bytes else name) + suffix)
        try:
            return make(path), os.path.abspath(path)
        except FileExistsError:
            pass
    raise FileExistsError(errno.EEXIST, f"No usable temporary {what} name found")


def mkstemp(suffix=None, prefix=None, dir=None, text=False):
    """A new file: its number and path. The caller removes it."""
    flags = os.O_RDWR | os.O_CREAT | os.O_EXCL
    return _create(lambda path: os.open(path, flags, 0o600), prefix, suffix, dir, "file")


def mkdtemp(suffix=None, prefix=None, dir=None):
    """A new folder: its path. The caller removes it."""
    return _create(lambda path: os.mkdir(path, 0o700), prefix, suffix, dir, "directory")[1]


def mktemp(suffix="", prefix=template, dir=None):
    """A path that is free now."""
    def make(path):
        if os.path.lexists(path):
            raise FileExistsError

    return _create(make, prefix, suffix, dir, "filename")[1]


class _TemporaryFileWrapper:
    """A file that is removed when it is closed."""

    def __init__(self, file, name, delete=True, delete_on_close=True):
        self.file, self.name = file, name
        self.delete = delete
        self._delete_on_close = delete_on_close
        self._removed = False

    def __repr__(self):
        return f"<{type(self).__module__}.{type(self).__name__} {self.file=}>".replace(
            "self.file=", "file=")

    def __getattr__(self, name):
        value = getattr(self.__dict__["file"], name)
        if not isinstance(value, int):
            setattr(self, name, value)
        return value

    def __enter__(self):
        self.file.__enter__()
        return self

    def __exit__(self, exc, value, tb):
        result = self.file.__exit__(exc, value, tb)
        self._remove(True)
        return result

    def close(self):
        """Close the file, and remove it."""
        self.file.close()
        self._remove(self._delete_on_close)

    def _remove(self, now):
        if self.delete and now and not self._removed:
            self._removed = True
            try:
                os.unlink(self.name)
            except FileNotFoundError:
                pass

    def __iter__(self):
        for line in self.file:
            yield line

    def __del__(self):
        try:
            self.file.close()
            self._remove(True)
        except Exception:
            pass


def NamedTemporaryFile(mode="w+b", buffering=-1, encoding=None, newline=None, suffix=None,
                       prefix=None, dir=None, delete=True, *, errors=None, delete_on_close=True):
    """A new file with a name, which is removed when it is closed."""
    fd, name = mkstemp(suffix, prefix, dir)
    try:
        file = open(fd, mode, buffering=buffering, encoding=encoding, newline=newline,
                    errors=errors)
    except BaseException:
        os.close(fd)
        os.unlink(name)
        raise
    return _TemporaryFileWrapper(file, name, delete, delete_on_close)


TemporaryFile = NamedTemporaryFile


class SpooledTemporaryFile:
    """A file that is in memory until it is large."""

    _rolled = False

    def __init__(self, max_size=0, mode="w+b", buffering=-1, encoding=None, newline=None,
                 suffix=None, prefix=None, dir=None, *, errors=None):
        if "b" in mode:
            self._file = BytesIO()
        else:
            self._file = TextIOWrapper(BytesIO(), encoding=encoding, errors=errors,
                                       newline=newline, write_through=True)
        self._max_size = max_size
        self._mode = mode
        self._make_file = functools.partial(TemporaryFile, mode, buffering, encoding, newline,
                                            suffix, prefix, dir, errors=errors)

    __class_getitem__ = classmethod(GenericAlias)

    def rollover(self):
        """Go on in a file."""
        if self._rolled:
            return
        old = self._file
        new = self._make_file()
        at = old.tell()
        if hasattr(new.file, "buffer"):
            new.file.buffer.write(old.detach().getvalue())
        else:
            new.write(old.getvalue())
        new.seek(at, 0)
        self._file, self._rolled = new, True

    def _check(self, result):
        if not self._rolled and self._max_size and self._file.tell() > self._max_size:
            self.rollover()
        return result

    def write(self, *args):
        return self._check(self._file.write(*args))

    def writelines(self, *args):
        return self._check(self._file.writelines(*args))

    def truncate(self, size=None):
        if size is None:
            return self._file.truncate()
        if size > self._max_size:
            self.rollover()
        return self._file.truncate(size)

    def fileno(self):
        self.rollover()
        return self._file.fileno()

    @property
    def name(self):
        return getattr(self._file, "name", None) if self._rolled else None

    @property
    def mode(self):
        return self._file.mode if self._rolled else self._mode

    def __getattr__(self, name):
        if name == "_file":
            raise AttributeError(name)
        return getattr(self._file, name)

    def __enter__(self):
        if self._file.closed:
            raise ValueError("Cannot enter context with closed file")
        return self

    def __exit__(self, exc, value, tb):
        self._file.close()

    def __iter__(self):
        return self._file.__iter__()


class TemporaryDirectory:
    """A folder that is removed at the end of a with block, or by cleanup()."""

    def __init__(self, suffix=None, prefix=None, dir=None, ignore_cleanup_errors=False, *,
                 delete=True):
        self.name = mkdtemp(suffix, prefix, dir)
        self._ignore_cleanup_errors, self._delete = ignore_cleanup_errors, delete

    def __repr__(self):
        return f"<{type(self).__name__} {self.name!r}>"

    def __enter__(self):
        return self.name

    def __exit__(self, exc, value, tb):
        if self._delete:
            self.cleanup()

    def cleanup(self):
        """Remove the folder with all that is in it."""
        if os.path.exists(self.name):
            shutil.rmtree(self.name, ignore_errors=self._ignore_cleanup_errors)

    __class_getitem__ = classmethod(GenericAlias)
