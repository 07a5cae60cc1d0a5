"""Paths that match a pattern with wildcards."""

import fnmatch
import os

__all__ = ["escape", "glob", "iglob", "translate"]

_magic = frozenset("*?[")


def glob(pathname, *, root_dir=None, dir_fd=None, recursive=False, include_hidden=False):
    """The paths that match a pattern, in no order: * and ? are for characters of a name, [...] for
    one of several, ** with recursive for directories. root_dir is where relative patterns begin.
    """
    return list(iglob(pathname, root_dir=root_dir, dir_fd=dir_fd, recursive=recursive,
                      include_hidden=include_hidden))


def iglob(pathname, *, root_dir=None, dir_fd=None, recursive=False, include_hidden=False):
    """As glob(), one path after the other."""
    pathname = os.fspath(pathname)
    root_dir = pathname[:0] if root_dir is None else os.fspath(root_dir)
    found = _iglob(pathname, root_dir, dir_fd, recursive, False, include_hidden)
    if not pathname or (recursive and _isrecursive(pathname[:2])):
        # The directory itself, under an empty name.
        for first in found:
            if first:
                return _with_first(first, found)
            break
    return found


def _with_first(first, rest):
    yield first
    yield from rest


def _iglob(pathname, root_dir, dir_fd, recursive, dironly, include_hidden):
    dirname, basename = os.path.split(pathname)
    if not has_magic(pathname):
        # Nothing to match. A slash at the end asks for a directory.
        assert not dironly
        if _lexists(_join(root_dir, pathname)) if basename else _isdir(_join(root_dir, dirname)):
            yield pathname
        return
    if recursive and _isrecursive(basename):
        match = _glob2
    else:
        match = _glob1 if has_magic(basename) else _glob0
    if not dirname:
        yield from match(root_dir, basename, dironly, include_hidden)
        return
    # A drive or a root is its own dirname.
    deeper = has_magic(dirname) and dirname != pathname
    for directory in _iglob(dirname, root_dir, dir_fd, recursive, True,
                            include_hidden) if deeper else (dirname,):
        inside = match(_join(root_dir, directory), basename, dironly, include_hidden)
        yield from [os.path.join(directory, name) for name in inside]


def _glob1(dirname, pattern, dironly, include_hidden):
    names = _listdir(dirname, dironly)
    if not include_hidden and not _ishidden(pattern):
        names = (name for name in names if not _ishidden(name))
    return fnmatch.filter(names, pattern)


def _glob0(dirname, basename, dironly, include_hidden):
    there = _lexists(_join(dirname, basename)) if basename else _isdir(dirname)
    return [basename] if there else []


def _glob2(dirname, pattern, dironly, include_hidden):
    if not dirname or _isdir(dirname):
        yield pattern[:0]
    yield from _rlistdir(dirname, dironly, include_hidden)


def _listdir(dirname, dironly):
    if not dirname:
        dirname = bytes(os.curdir, "ASCII") if isinstance(dirname, bytes) else os.curdir
    try:
        with os.scandir(dirname) as entries:
            names = []
            for entry in entries:
                try:
                    if not dironly or entry.is_dir():
                        names.append(entry.name)
                except OSError:
                    pass
            return names
    except OSError:
        return []


def _rlistdir(dirname, dironly, include_hidden):
    # What is below, each directory before what is in it.
    names = _listdir(dirname, dironly)
    for name in names if include_hidden else [name for name in names if not _ishidden(name)]:
        yield name
        within = _rlistdir(_join(dirname, name) if dirname else name, dironly, include_hidden)
        for below in within:
            yield _join(name, below)


def _lexists(pathname):
    return os.path.lexists(pathname)


def _isdir(pathname):
    return os.path.isdir(pathname)


def _join(dirname, basename):
    if not dirname or not basename:
        return dirname or basename
    return os.path.join(dirname, basename)


def has_magic(s):
    """Whether there are wildcards in it."""
    if isinstance(s, bytes):
        return any(char in s for char in (b"*", b"?", b"["))
    return not _magic.isdisjoint(s)


def _ishidden(path):
    return path[0] in (".", b"."[0])


def _isrecursive(pattern):
    return pattern == (b"**" if isinstance(pattern, bytes) else "**")


def escape(pathname):
    """A pattern that matches just this path."""
    # In brackets a special character stands for itself.
    drive, pathname = os.path.splitdrive(pathname)
    if isinstance(pathname, bytes):
        pieces = []
        for place in range(len(pathname)):
            char = pathname[place:place + 1]
            pieces.append(b"[" + char + b"]" if char in b"*?[" else char)
        return drive + b"".join(pieces)
    return drive + "".join([f"[{char}]" if char in _magic else char for char in pathname])


def translate(pat, *, recursive=False, include_hidden=False, seps=None):
    """The regular expression of the paths that match a pattern.

    recursive: ** is for any number of directories; include_hidden: wildcards match a dot at the
    start of a name; seps: the characters that part names, those of the system by default.
    """
    import re
    seps = seps or os.path.sep + (os.path.altsep or "")
    inner = "".join([re.escape(sep) for sep in seps])
    sep = f"[{inner}]" if len(seps) > 1 else inner
    char = f"[^{inner}]"
    name = f"{char}+" if include_hidden else f"[^{inner}.]{char}*"
    # `**` in the middle, with the separator behind it, and at the end.
    through = f"(?:.+{sep})?" if include_hidden else f"(?:{name}{sep})*"
    beyond = ".*" if include_hidden else f"{through}(?:{name})?"
    *parts, last = re.split(sep, pat)
    regex = ""
    for part, behind in zip(parts, [*parts[1:], last]):
        if part == "*":
            regex += name + sep
        elif part == "**" and recursive:
            regex += "" if behind == "**" else through
        else:
            regex += _segment(part, char, include_hidden) + sep
    if last == "*":
        regex += name
    elif last == "**" and recursive:
        regex += beyond
    else:
        regex += _segment(last, char, include_hidden)
    return rf"(?s:{regex})\z"


def _segment(part, char, include_hidden):
    regex = "".join(fnmatch._translate(part, f"{char}*", char)[0])
    hidden_too = include_hidden or part[:1] not in ("*", "?")
    return regex if hidden_too else r"(?!\.)" + regex
