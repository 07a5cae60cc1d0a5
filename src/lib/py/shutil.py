"""Copying, moving and removing files and folders."""

import fnmatch
import os
import stat
from collections import namedtuple

__all__ = ["copyfileobj", "copyfile", "copymode", "copystat", "copy", "copy2", "copytree", "move",
           "rmtree", "Error", "SpecialFileError", "ExecError", "ReadError", "RegistryError",
           "ignore_patterns", "which", "get_terminal_size", "SameFileError", "disk_usage"]

COPY_BUFSIZE = 256 * 1024


class Error(OSError):
    """Several things went wrong; they are its argument."""


class SameFileError(Error):
    """A file was to be copied onto itself."""


class SpecialFileError(OSError):
    """The file is of a kind that cannot be copied."""


class ReadError(OSError):
    """An archive cannot be read."""


class ExecError(OSError):
    """A command cannot be run."""


class RegistryError(Exception):
    """A registration of formats fails."""


def copyfileobj(fsrc, fdst, length=0):
    """Copy from one open file to another."""
    length = length or COPY_BUFSIZE
    while data := fsrc.read(length):
        fdst.write(data)


def _same(src, dst):
    return os.path.abspath(os.path.normpath(src)) == os.path.abspath(os.path.normpath(dst))


def copyfile(src, dst, *, follow_symlinks=True):
    """Copy what is in a file."""
    if _same(src, dst) and os.path.exists(src):
        raise SameFileError(f"{src!r} and {dst!r} are the same file")
    with open(src, "rb") as fsrc:
        try:
            with open(dst, "wb") as fdst:
                copyfileobj(fsrc, fdst)
        except IsADirectoryError:
            if os.path.exists(dst):
                raise
            raise FileNotFoundError(f"Directory does not exist: {dst}") from None
    return dst


def copymode(src, dst, *, follow_symlinks=True):
    """Copy the permissions."""
    try:
        os.chmod(dst, stat.S_IMODE(os.stat(src).st_mode))
    except (NotImplementedError, PermissionError):
        pass  # where there are none


def copystat(src, dst, *, follow_symlinks=True):
    """Copy permissions and times."""
    known = os.stat(src)
    try:
        os.utime(dst, ns=(known.st_atime_ns, known.st_mtime_ns))
    except (NotImplementedError, PermissionError):
        pass
    copymode(src, dst)


def _copy_with(copy_rest, src, dst, **links):
    target = os.path.join(dst, os.path.basename(src)) if os.path.isdir(dst) else dst
    for step in (copyfile, copy_rest):
        step(src, target, **links)
    return target


def copy(src, dst, *, follow_symlinks=True):
    """Copy a file with its permissions, to a path or into a folder."""
    return _copy_with(copymode, src, dst, follow_symlinks=follow_symlinks)


def copy2(src, dst, *, follow_symlinks=True):
    """Copy a file with permissions and times, to a path or into a folder."""
    return _copy_with(copystat, src, dst, follow_symlinks=follow_symlinks)


def ignore_patterns(*patterns):
    """For copytree(): leave out names that match."""
    def ignore(path, names):
        return {name for pattern in patterns for name in fnmatch.filter(names, pattern)}

    return ignore


def copytree(src, dst, symlinks=False, ignore=None, copy_function=copy2,
             ignore_dangling_symlinks=False, dirs_exist_ok=False):
    """Copy a folder with all that is in it."""
    names = sorted(os.listdir(src))
    ignored = ignore(os.fspath(src), names) if ignore is not None else set()
    os.makedirs(dst, exist_ok=dirs_exist_ok)
    errors = []
    for name in names:
        if name in ignored:
            continue
        source, target = os.path.join(src, name), os.path.join(dst, name)
        try:
            if os.path.isdir(source):
                copytree(source, target, symlinks, ignore, copy_function,
                         ignore_dangling_symlinks, dirs_exist_ok)
            else:
                copy_function(source, target)
        except Error as err:
            errors.extend(err.args[0])
        except OSError as why:
            errors.append((source, target, str(why)))
    try:
        copystat(src, dst)
    except OSError as why:
        errors.append((src, dst, str(why)))
    if errors:
        raise Error(errors)
    return dst


def rmtree(path, ignore_errors=False, onerror=None, *, onexc=None, dir_fd=None):
    """Remove a folder with all that is in it."""
    import sys

    def failed(function, name, error):
        if ignore_errors:
            return
        if onexc is not None:
            onexc(function, name, error)
        elif onerror is not None:
            onerror(function, name, (type(error), error, error.__traceback__))
        else:
            raise error

    try:
        if os.path.islink(path):
            raise OSError("Cannot call rmtree on a symbolic link")
        names = os.listdir(path)
    except OSError as error:
        failed(os.listdir, path, error)
        return
    for name in names:
        full = os.path.join(path, name)
        if os.path.isdir(full) and not os.path.islink(full):
            rmtree(full, ignore_errors, onerror, onexc=onexc)
            continue
        try:
            os.unlink(full)
        except OSError as error:
            failed(os.unlink, full, error)
    try:
        os.rmdir(path)
    except OSError as error:
        failed(os.rmdir, path, error)


rmtree.avoids_symlink_attacks = False


def move(src, dst, copy_function=copy2):
    """Move a file or folder, to a path or into a folder."""
    target = dst
    if os.path.isdir(dst):
        if _same(src, dst):
            os.rename(src, dst)
            return dst
        target = os.path.join(dst, os.path.basename(os.fspath(src).rstrip("/")))
        if os.path.exists(target):
            raise Error(f"Destination path '{target}' already exists")
    try:
        os.rename(src, target)
    except OSError:
        if not os.path.isdir(src):
            copy_function(src, target)
            os.unlink(src)
            return target
        inside = os.path.abspath(target) + "/"
        if inside.startswith(os.path.abspath(src) + "/"):
            raise Error(f"Cannot move a directory '{src}' into itself '{dst}'.")
        copytree(src, target, copy_function=copy_function, symlinks=True)
        rmtree(src)
    return target


def which(cmd, mode=os.F_OK | os.X_OK, path=None):
    """The path of a command: none can be run."""
    return None


def disk_usage(path):
    """Sizes of the file system, which are not told."""
    raise PermissionError(1, "Operation not permitted", os.fspath(path))


def get_terminal_size(fallback=(80, 24)):
    """Columns and lines: of the environment, or the fallback."""
    size = []
    for name, default in zip(("COLUMNS", "LINES"), fallback):
        try:
            value = int(os.environ[name])
        except (KeyError, ValueError):
            value = 0
        size.append(value if value > 0 else default)
    return _terminal_size(*size)


_terminal_size = namedtuple("terminal_size", "columns lines", module="os")
