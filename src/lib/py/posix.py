"""The operations of os on the file capability: paths, open files by number, what is known of them.

What the host has no say in is not here: processes, users, signals, the environment.
"""

import _files

from _filedes import (
    O_ACCMODE, O_APPEND, O_CLOEXEC, O_CREAT, O_DIRECTORY, O_EXCL, O_NOCTTY, O_NOFOLLOW, O_NONBLOCK,
    O_RDONLY, O_RDWR, O_SYNC, O_TRUNC, O_WRONLY)
import _filedes as _fd
from _filedes import os_error as _error

environ = {}

_ENOTDIR, _EINVAL = 20, 22

strerror = _files.strerror


def _wanted(function, argument, numbers, none, value):
    kinds = ["string", "bytes", "os.PathLike"] + ["integer"] * numbers + ["None"] * none
    text = ", ".join(kinds[:-1]) + " or " + kinds[-1]
    raise TypeError(f"{function}: {argument} should be {text}, not {type(value).__name__}")


def _path(value, function, numbers=False, none=False, argument="path"):
    # A path as text or bytes; numbers of open files and None where they are allowed.
    if not isinstance(value, (str, bytes)):
        method = getattr(type(value), "__fspath__", None)
        if method is None:
            if none and value is None:
                return "."
            if numbers and hasattr(type(value), "__index__"):
                return value.__index__()
            _wanted(function, argument, numbers, none, value)
        path = method(value)
        if not isinstance(path, (str, bytes)):
            raise TypeError(f"expected {type(value).__name__}.__fspath__() to return str or bytes, "
                            f"not {type(path).__name__}")
        value = path
    if ("\0" if isinstance(value, str) else b"\0") in value:
        raise ValueError(f"{function}: embedded null character in {argument}")
    return value


# Open files.

def open(path, flags, mode=0o777, *, dir_fd=None):
    """Open a file; gives its descriptor."""
    return _fd.give_number(_fd.open_description(_path(path, "open"), flags, mode))


def close(fd):
    """Give a file descriptor back."""
    description = _fd.find_description(fd)
    _fd.take_number(description)
    description.close()


def read(fd, length, /):
    """At most so many bytes of an open file."""
    if length < 0:
        raise _error(_EINVAL)
    return _fd.find_description(fd).read(length)


def write(fd, data, /):
    """Write bytes to an open file; gives how many were written."""
    if fd == 1 or fd == 2:
        import sys
        return (sys.__stdout__ if fd == 1 else sys.__stderr__).buffer.write(data)
    return _fd.find_description(fd).write(data)


def lseek(fd, position, whence, /):
    """Go to another position of an open file, which is returned."""
    return _fd.find_description(fd).seek(position, whence)


def ftruncate(fd, length, /):
    """Cut an open file to so many bytes."""
    _files.truncate(_fd.find_description(fd).file, length)


def fsync(fd):
    """Have what was written reach the disk."""
    _files.sync(_fd.find_description(fd).file)


def isatty(fd, /):
    """Whether the descriptor is of a terminal."""
    return False


# What is known of files.

class stat_result(tuple):
    """What stat() tells of a file. The items are st_mode, st_ino, st_dev, st_nlink, st_uid, st_gid,
    st_size and the times st_atime, st_mtime and st_ctime in whole seconds; more stands in attributes.
    """

    __module__ = "os"
    n_fields, n_sequence_fields, n_unnamed_fields = 19, 10, 3
    __match_args__ = ("st_mode", "st_ino", "st_dev", "st_nlink", "st_uid", "st_gid", "st_size")

    def __new__(cls, sequence, dict={}):
        values = tuple(sequence)
        if not 10 <= len(values) <= 19:
            at = "at least 10" if len(values) < 10 else "at most 19"
            raise TypeError(f"os.stat_result() takes an {at}-sequence ({len(values)}-sequence "
                            "given)")
        self = tuple.__new__(cls, values[:10])
        more = values[10:] + (None,) * (19 - len(values))
        self.st_atime, self.st_mtime, self.st_ctime = [
            whole if exact is None else exact for whole, exact in zip(values[7:10], more)]
        (self.st_atime_ns, self.st_mtime_ns, self.st_ctime_ns, self.st_blksize, self.st_blocks,
         self.st_rdev) = more[3:]
        return self

    def __repr__(self):
        names = ("st_mode", "st_ino", "st_dev", "st_nlink", "st_uid", "st_gid", "st_size",
                 "st_atime", "st_mtime", "st_ctime")
        return "os.stat_result(" + ", ".join(
            [name + "=" + repr(value) for name, value in zip(names, self)]) + ")"

    def __reduce__(self):
        return stat_result, (tuple(self) + (
            self.st_atime, self.st_mtime, self.st_ctime, self.st_atime_ns, self.st_mtime_ns,
            self.st_ctime_ns, self.st_blksize, self.st_blocks, self.st_rdev),)

    st_mode = property(lambda self: self[0], doc="protection bits")
    st_ino = property(lambda self: self[1], doc="inode")
    st_dev = property(lambda self: self[2], doc="device")
    st_nlink = property(lambda self: self[3], doc="number of hard links")
    st_uid = property(lambda self: self[4], doc="user ID of owner")
    st_gid = property(lambda self: self[5], doc="the group it belongs to")
    st_size = property(lambda self: self[6], doc="total size, in bytes")


def _stat_result(known):
    # Whose files these are is the host's business: the guest is their owner, number 0.
    mode, inode, device, links, size, accessed, modified, changed = known
    whole = 1000000000
    return stat_result((
        mode, inode, device, links, 0, 0, size, accessed // whole, modified // whole,
        changed // whole, accessed / 1e9, modified / 1e9, changed / 1e9, accessed, modified,
        changed, 4096, (size + 511) // 512, 0))


def stat(path, *, dir_fd=None, follow_symlinks=True):
    """What is known of a file: kind, size, times."""
    path = _path(path, "stat", numbers=True)
    if isinstance(path, int):
        return fstat(path)
    return _stat_result(_files.stat(path, follow_symlinks))


def lstat(path, *, dir_fd=None):
    """What is known of a file; of a link itself."""
    return _stat_result(_files.stat(_path(path, "lstat"), False))


def fstat(fd):
    """What is known of an open file, by its descriptor."""
    if 0 <= fd <= 2 and not _fd.has_number(fd):
        return stat_result((0o20620, 0, 0, 1) + (0,) * 15)
    return _stat_result(_files.fstat(_fd.find_description(fd).file))


def access(path, mode, *, dir_fd=None, effective_ids=False, follow_symlinks=True):
    """Whether the program may read, write or execute what is at the path."""
    try:
        known = _files.stat(_path(path, "access", numbers=True), follow_symlinks)
    except OSError:
        return False
    return not mode & ~(known[0] >> 6 & 7)


# Folders.

def _names(path, function):
    path = _path(path, function, none=True)
    names = _files.list(path)
    pairs = list(zip(names[::2], names[1::2]))
    if isinstance(path, bytes):
        pairs = [(name.encode("utf-8", "surrogateescape"), mode) for name, mode in pairs]
    return path, pairs


def listdir(path=None):
    """The names in a folder, by default the current one, in any order: bytes for a path of bytes, else
    texts. "." and ".." are left out.
    """
    if path is not None and not isinstance(path, (str, bytes)) and not hasattr(path, "__fspath__"):
        _wanted("listdir", "path", True, True, path)
    return [name for name, mode in _names(path, "listdir")[1]]


class DirEntry:
    """A name in a directory that scandir() found, and what is known of it."""

    __module__ = "posix"
    __slots__ = ("name", "path", "_mode", "_stat", "_lstat")

    def __init__(self, *args):
        raise TypeError("cannot create 'posix.DirEntry' instances")

    def __repr__(self):
        return f"<DirEntry {self.name!r}>"

    def __fspath__(self):
        """The path, for os.fspath()."""
        return self.path

    def is_symlink(self):
        """Whether it is a symbolic link."""
        if not self._mode:
            try:
                self._mode = self.stat(follow_symlinks=False).st_mode & 0o170000
            except FileNotFoundError:
                return False
        return self._mode == 0o120000

    def _is(self, kind, follow_symlinks):
        if self.is_symlink():
            if not follow_symlinks:
                return False
            try:
                return self.stat().st_mode & 0o170000 == kind
            except FileNotFoundError:
                return False
        return self._mode == kind

    def is_dir(self, *, follow_symlinks=True):
        """Whether it is a directory, or a link to one."""
        return self._is(0o040000, follow_symlinks)

    def is_file(self, *, follow_symlinks=True):
        """Whether it is a regular file, or a link to one."""
        return self._is(0o100000, follow_symlinks)

    def is_junction(self):
        """Whether it is a junction: never here."""
        return False

    def stat(self, *, follow_symlinks=True):
        """What os.stat() says of it; asked for once."""
        if not follow_symlinks:
            if self._lstat is None:
                self._lstat = lstat(self.path)
            return self._lstat
        if self._stat is None:
            self._stat = stat(self.path)
        return self._stat

    def inode(self):
        """The number of the file in its file system."""
        return self.stat(follow_symlinks=False).st_ino


class ScandirIterator:
    __module__ = "posix"

    def __init__(self, entries):
        self._entries = entries

    def __iter__(self):
        return self

    def __next__(self):
        return next(self._entries)

    def close(self):
        self._entries = iter(())

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()


def _entries(path, pairs):
    slash = "/" if isinstance(path, str) else b"/"
    folder = path if path.endswith(slash) else path + slash
    for name, mode in pairs:
        entry = object.__new__(DirEntry)
        entry.name, entry.path, entry._mode = name, folder + name, mode
        entry._stat = entry._lstat = None
        yield entry


def scandir(path=None):
    """Iterate over what is in a directory, as DirEntry objects; close it, or use `with`."""
    return ScandirIterator(_entries(*_names(path, "scandir")))


def getcwd():
    """The path of the current directory."""
    return _files.getcwd()


def getcwdb():
    """The path of the current directory, as bytes."""
    return _files.getcwd().encode("utf-8", "surrogateescape")


def chdir(path):
    """Make a directory the current one."""
    path = _path(path, "chdir")
    if _files.stat(path, True)[0] & 0o170000 != 0o040000:
        raise _error(_ENOTDIR, path)
    if isinstance(path, bytes):
        path = path.decode("utf-8", "surrogateescape")
    parts = [] if path.startswith("/") else _files.getcwd().split("/")
    at = []
    for part in parts + path.split("/"):
        if part == "..":
            # Where a link led, that folder's own parent is meant; the host knows.
            if at and _files.stat("/" + "/".join(at), False)[0] & 0o170000 == 0o120000:
                at.append(part)
            else:
                del at[-1:]
        elif part and part != ".":
            at.append(part)
    _files.setcwd("/" + "/".join(at))


def mkdir(path, mode=0o777, *, dir_fd=None):
    """Make a directory in one that is there."""
    _files.mkdir(_path(path, "mkdir"), mode & ~0o022)


def rmdir(path, *, dir_fd=None):
    """Take an empty directory away."""
    _files.rmdir(_path(path, "rmdir"))


def remove(path, *, dir_fd=None):
    """Take a file away."""
    _files.remove(_path(path, "remove"))


def unlink(path, *, dir_fd=None):
    """Take a file away."""
    _files.remove(_path(path, "unlink"))


def rename(src, dst, *, src_dir_fd=None, dst_dir_fd=None):
    """Move a file or directory to another path."""
    _files.rename(_path(src, "rename", argument="src"), _path(dst, "rename", argument="dst"))


def replace(src, dst, *, src_dir_fd=None, dst_dir_fd=None):
    """Move a file to another path, in the place of what is there."""
    _files.rename(_path(src, "replace", argument="src"), _path(dst, "replace", argument="dst"))


def readlink(path, *, dir_fd=None):
    """The path that a symbolic link leads to."""
    path = _path(path, "readlink")
    text = _files.readlink(path)
    return text.encode("utf-8", "surrogateescape") if isinstance(path, bytes) else text


def truncate(path, length):
    """Cut a file to so many bytes."""
    path = _path(path, "truncate", numbers=True)
    if isinstance(path, int):
        return ftruncate(path, length)
    description = _fd.open_description(path, O_WRONLY)
    try:
        _files.truncate(description.file, length)
    finally:
        description.close()


def chmod(path, mode, *, dir_fd=None, follow_symlinks=True):
    """Set the permissions of a file."""
    _files.chmod(_path(path, "chmod"), follow_symlinks, mode)


def utime(path, times=None, *, ns=None, dir_fd=None, follow_symlinks=True):
    """Set when a file was read and written last."""
    if times is not None and ns is not None:
        raise ValueError("utime: you may specify either 'times' or 'ns' but not both")
    if times is not None:
        if not isinstance(times, tuple) or len(times) != 2:
            raise TypeError("utime: 'times' must be either a tuple of two ints or None")
        ns = [t * 1000000000 if isinstance(t, int) else int(t * 1e9) for t in times]
    elif ns is None:
        import time
        ns = [time.time_ns()] * 2
    elif not isinstance(ns, tuple) or len(ns) != 2:
        raise TypeError("utime: 'ns' must be a tuple of two ints")
    _files.utime(_path(path, "utime"), follow_symlinks, ns[0], ns[1])


def umask(mask, /):
    """Set which permissions new files do not get; gives what was set before."""
    return 0o022


def putenv(name, value, /):
    """Set an environment variable for programs that are started."""


def unsetenv(name, /):
    """Take an environment variable away for programs that are started."""


from _random import urandom  # noqa: it is one of these
