"""Path operations that ask the file system, or that are the same for every kind of path."""

import os
import stat

__all__ = ["commonprefix", "exists", "getatime", "getctime", "getmtime", "getsize", "isdevdrive",
           "isdir", "isfile", "isjunction", "islink", "lexists", "samefile", "sameopenfile",
           "samestat", "ALLOW_MISSING"]


def _mode(path, look):
    # The mode of what is there; 0 where nothing is, and for a path that cannot be one.
    try:
        return look(path).st_mode
    except (OSError, ValueError):
        return 0


def _there(path, look):
    try:
        look(path)
    except (OSError, ValueError):
        return False
    return True


def exists(path):
    """Whether there is something at the path; a link to nothing is nothing."""
    return _there(path, os.stat)


def lexists(path):
    """Whether there is something at the path, be it a link to nothing."""
    return _there(path, os.lstat)


def isfile(path):
    """Whether there is a regular file at the path, or a link to one."""
    return stat.S_ISREG(_mode(path, os.stat))


def isdir(s):
    """Whether there is a directory at the path, or a link to one."""
    return stat.S_ISDIR(_mode(s, os.stat))


def islink(path):
    """Whether there is a symbolic link at the path."""
    return stat.S_ISLNK(_mode(path, os.lstat))


def isjunction(path):
    """Whether the path is a junction: never, as these are found on Windows only."""
    os.fspath(path)
    return False


def isdevdrive(path):
    """Whether the path is on a Dev Drive: never, as these are found on Windows only."""
    os.fspath(path)
    return False


def getsize(filename):
    """How many bytes the file has."""
    return os.stat(filename).st_size


def getmtime(filename):
    """When the file was written last, in seconds since 1970."""
    return os.stat(filename).st_mtime


def getatime(filename):
    """When the file was read last, in seconds since 1970."""
    return os.stat(filename).st_atime


def getctime(filename):
    """When the file's metadata changed last, in seconds since 1970."""
    return os.stat(filename).st_ctime


def commonprefix(m, /):
    """The longest beginning that all have: of texts by characters, of lists by items."""
    if not m:
        return ""
    if not isinstance(m[0], (list, tuple)):
        m = [os.fspath(item) for item in m]
    # What the least and the greatest share, all between them share.
    least, greatest = min(m), max(m)
    shared = 0
    for one, other in zip(least, greatest):
        if one != other:
            break
        shared += 1
    return least[:shared]


def samestat(s1, s2):
    """Whether two results of os.stat() are of the same file."""
    return s1.st_ino == s2.st_ino and s1.st_dev == s2.st_dev


def samefile(f1, f2):
    """Whether two paths lead to the same file."""
    return samestat(os.stat(f1), os.stat(f2))


def sameopenfile(fp1, fp2):
    """Whether two file descriptors are of the same file."""
    return samestat(os.fstat(fp1), os.fstat(fp2))


def _splitext(p, sep, altsep, extsep):
    start = p.rfind(sep)
    if altsep:
        start = max(start, p.rfind(altsep))
    dot = p.rfind(extsep)
    start += 1
    # The dots that a name begins with are not the start of an extension.
    while start < dot:
        if p[start:start + 1] != extsep:
            return p[:dot], p[dot:]
        start += 1
    return p, p[:0]


def _check_arg_types(funcname, *args):
    # Raises what is wrong with the arguments of a function that failed.
    kinds = set()
    for arg in args:
        if not isinstance(arg, (str, bytes)):
            raise TypeError(f"{funcname}() argument must be str, bytes, or os.PathLike object, "
                            f"not {arg.__class__.__name__!r}") from None
        kinds.add(isinstance(arg, str))
    if len(kinds) > 1:
        raise TypeError("Can't mix strings and bytes in path components") from None


class _AllowMissing:
    """What `strict` of realpath() may be besides true and false."""

    def __new__(cls):
        return _allow_missing or object.__new__(cls)

    def __repr__(self):
        return "os.path.ALLOW_MISSING"

    def __reduce__(self):
        return "ALLOW_MISSING"


_allow_missing = None
ALLOW_MISSING = _allow_missing = _AllowMissing()
