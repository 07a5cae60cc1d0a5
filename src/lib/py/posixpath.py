"""Paths with slashes: os.path.

Almost all of it is work on the text; what asks the file system does so through os.
"""

# Before the imports, as os may be in the middle of its own.
curdir = "."
pardir = ".."
extsep = "."
sep = "/"
pathsep = ":"
defpath = "/bin:/usr/bin"
altsep = None
devnull = "/dev/null"

import os
import stat
from _posixpath import _path_normpath as normpath, _path_splitroot_ex as splitroot

import genericpath
from genericpath import (
    ALLOW_MISSING, commonprefix, exists, getatime, getctime, getmtime, getsize, isdevdrive, isdir,
    isfile, isjunction, islink, lexists, samefile, sameopenfile, samestat)

__all__ = ["normcase", "isabs", "join", "splitdrive", "splitroot", "split", "splitext",
           "basename", "dirname", "commonprefix", "getsize", "getmtime", "getatime", "getctime",
           "islink", "exists", "lexists", "isdir", "isfile", "ismount", "expanduser",
           "expandvars", "normpath", "abspath", "samefile", "sameopenfile", "samestat", "curdir",
           "pardir", "sep", "pathsep", "defpath", "altsep", "extsep", "devnull", "realpath",
           "supports_unicode_filenames", "relpath", "commonpath", "isjunction",
           "isdevdrive", "ALLOW_MISSING"]

supports_unicode_filenames = False


def _get_sep(path):
    return b"/" if isinstance(path, bytes) else "/"


def _check_path_like(function, path):
    # What the functions in C have to say of an argument that is neither text nor bytes.
    if not hasattr(type(path), "__fspath__"):
        raise TypeError(f"{function}: path should be string, bytes or os.PathLike, "
                        f"not {type(path).__name__}")


def normcase(s, /):
    """The path as it is: here upper and lower case are told apart."""
    return os.fspath(s)


def isabs(s, /):
    """Whether the path begins at the root."""
    s = os.fspath(s)
    return s.startswith(_get_sep(s))


def join(a, /, *p):
    """Put paths one behind the other, with a slash between where there is none.

    One that is absolute throws away what came before; an empty one at the end leaves a slash.
    """
    path = a = os.fspath(a)
    sep = _get_sep(a)
    try:
        for part in p:
            if type(part) is not str:
                part = os.fspath(part)
            if part.startswith(sep) or not path:
                path = part
            else:
                path += part if path.endswith(sep) else sep + part
    except (TypeError, AttributeError, BytesWarning):
        genericpath._check_arg_types("join", a, *p)
        raise
    return path


def split(p, /):
    """Cut before the last component: (head, tail), the slashes between them left out."""
    p = os.fspath(p)
    sep = _get_sep(p)
    cut = p.rfind(sep) + 1
    head = p[:cut]
    # A head of nothing but slashes is the root.
    return head.rstrip(sep) or head, p[cut:]


def splitext(p, /):
    """Cut before the extension: (root, ext). Dots that a name begins with are part of the root."""
    p = os.fspath(p)
    if isinstance(p, bytes):
        return genericpath._splitext(p, b"/", None, b".")
    return genericpath._splitext(p, "/", None, ".")


def splitdrive(p, /):
    """(drive, rest), where the drive is always empty here."""
    p = os.fspath(p)
    return p[:0], p


def _splitroot_of_object(p):
    _check_path_like("_path_splitroot_ex", p)
    return splitroot(os.fspath(p))


def basename(p, /):
    """The last component: what is behind the last slash."""
    p = os.fspath(p)
    return p[p.rfind(_get_sep(p)) + 1:]


def dirname(p, /):
    """What is before the last component."""
    return split(p)[0]


def ismount(path):
    """Whether a file system is mounted at the path."""
    try:
        here = os.lstat(path)
        if stat.S_ISLNK(here.st_mode):
            return False
        path = os.fspath(path)
        above = join(path, b".." if isinstance(path, bytes) else "..")
        try:
            parent = os.lstat(above)
        except PermissionError:
            parent = os.lstat(realpath(above))
    except (OSError, ValueError):
        return False
    # The root is its own parent; what is mounted is on a device of its own.
    return here.st_ino == parent.st_ino or here.st_dev != parent.st_dev


def _home_of(user):
    # The home directory of a user, of whom the program runs as without a name; None if unknown.
    if not user and "HOME" in os.environ:
        return os.environ["HOME"]
    try:
        import pwd
        return (pwd.getpwnam(user) if user else pwd.getpwuid(os.getuid())).pw_dir
    except (ImportError, KeyError):
        return None


def expanduser(path):
    """Put the home directory in the place of ~ or ~user at the start, where it is known."""
    path = os.fspath(path)
    binary = isinstance(path, bytes)
    if not path.startswith(b"~" if binary else "~"):
        return path
    sep = _get_sep(path)
    user, slash, rest = path[1:].partition(sep)
    home = _home_of(os.fsdecode(user))
    if home is None:
        return path
    if binary:
        home = os.fsencode(home)
    return home.rstrip(sep) + slash + rest or sep


def _name_end(path, place, chars):
    while place < len(path) and path[place:place + 1] in chars:
        place += 1
    return place


def expandvars(path):
    """Put the values of environment variables in the place of $name and ${name}, where they are
    set.
    """
    path = os.fspath(path)
    letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_"
    if isinstance(path, bytes):
        dollar, opening, closing, letters = b"$", b"{", b"}", letters.encode()
        environ = getattr(os, "environb", None)
    else:
        dollar, opening, closing = "$", "{", "}"
        environ = os.environ
    if dollar not in path:
        return path
    pieces = []
    place = 0
    while True:
        start = path.find(dollar, place)
        if start < 0:
            pieces.append(path[place:])
            return path[:0].join(pieces)
        pieces.append(path[place:start])
        if path[start + 1:start + 2] == opening:
            end = path.find(closing, start + 2)
            if end < 0:
                pieces.append(path[start:])
                return path[:0].join(pieces)
            name = path[start + 2:end]
            place = end + 1
        else:
            place = _name_end(path, start + 1, letters)
            name = path[start + 1:place]
        value = None
        if name:
            try:
                if environ is None:
                    value = os.fsencode(os.environ[os.fsdecode(name)])
                else:
                    value = environ[name]
            except KeyError:
                pass
        pieces.append(path[start:place] if value is None else value)


def _normpath_of_object(path):
    _check_path_like("_path_normpath", path)
    return normpath(os.fspath(path))


def abspath(path):
    """The path from the root, seen from the current directory, and normalized."""
    path = os.fspath(path)
    if isinstance(path, bytes):
        if not path.startswith(b"/"):
            path = join(os.getcwdb(), path)
    elif not path.startswith("/"):
        path = join(os.getcwd(), path)
    return normpath(path)


def realpath(filename, /, *, strict=False):
    """The absolute path with every symbolic link followed. strict says what may be missing on the
    way.
    """
    filename = os.fspath(filename)
    if isinstance(filename, bytes):
        sep, dot, dotdot, cwd = b"/", b".", b"..", os.getcwdb
    else:
        sep, dot, dotdot, cwd = "/", ".", "..", os.getcwd
    if strict is ALLOW_MISSING:
        ignored = FileNotFoundError
    elif strict:
        ignored = ()
    else:
        ignored = OSError
    # What is left to do is a stack, the next name on top. A link puts its target on it; under
    # the target stands a mark (None, and the link) for when that has been resolved.
    rest = filename.split(sep)[::-1]
    path = sep if filename.startswith(sep) else cwd()
    seen = {}
    part_count = len(rest)
    while part_count:
        name = rest.pop()
        if name is None:
            seen[rest.pop()] = path
            continue
        part_count -= 1
        if not name or name == dot:
            continue
        if name == dotdot:
            path = path[:path.rindex(sep)] or sep
            continue
        new = path + name if path == sep else path + sep + name
        try:
            mode = os.lstat(new).st_mode
            if strict and part_count and not stat.S_ISLNK(mode) and not stat.S_ISDIR(mode):
                import errno
                raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), new)
            if not stat.S_ISLNK(mode):
                path = new
                continue
            if new in seen:
                path = seen[new]
                if path is not None:
                    continue
                # The link is being resolved right now: a loop.
                if strict:
                    os.stat(new)
                path = new
                continue
            target = os.readlink(new)
        except ignored:
            path = new
            continue
        if target.startswith(sep):
            path = sep
        seen[new] = None
        rest.append(new)
        rest.append(None)
        parts = target.split(sep)[::-1]
        rest.extend(parts)
        part_count += len(parts)
    return path


def relpath(path, start=None):
    """The way to the path from the directory `start`, which is the current one by default."""
    path = os.fspath(path)
    if not path:
        raise ValueError("no path specified")
    if isinstance(path, bytes):
        curdir, sep, pardir = b".", b"/", b".."
    else:
        curdir, sep, pardir = ".", "/", ".."
    start = curdir if start is None else os.fspath(start)
    try:
        from_parts = [part for part in abspath(start).split(sep) if part]
        to_parts = [part for part in abspath(path).split(sep) if part]
        shared = len(commonprefix([from_parts, to_parts]))
        parts = [pardir] * (len(from_parts) - shared) + to_parts[shared:]
        return sep.join(parts) if parts else curdir
    except (TypeError, AttributeError, BytesWarning, DeprecationWarning):
        genericpath._check_arg_types("relpath", path, start)
        raise


def commonpath(paths):
    """The longest path that all the paths begin with; ValueError if absolute and relative ones are
    mixed.
    """
    paths = tuple(map(os.fspath, paths))
    if not paths:
        raise ValueError("commonpath() arg is an empty sequence")
    sep, curdir = (b"/", b".") if isinstance(paths[0], bytes) else ("/", ".")
    try:
        absolute = {path.startswith(sep) for path in paths}
        if len(absolute) > 1:
            raise ValueError("Can't mix absolute and relative paths") from None
        parts = [[part for part in path.split(sep) if part and part != curdir] for path in paths]
        return (sep if absolute.pop() else sep[:0]) + sep.join(commonprefix(parts))
    except (TypeError, AttributeError):
        genericpath._check_arg_types("commonpath", *paths)
        raise
