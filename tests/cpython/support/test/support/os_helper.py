"""test.support.os_helper: files, in the folder that the runner lends."""

import contextlib
import os

SAVEDCWD = os.getcwd()
TESTFN = "/scratch/@test"
TESTFN_ASCII = TESTFN
TESTFN_UNICODE = TESTFN_NONASCII = TESTFN + "-\xe0\xf2\u0258\u0141\u011f"
FS_NONASCII = "\xe6"
TESTFN_UNENCODABLE = TESTFN_UNDECODABLE = None


def unlink(filename):
    """Remove a file if it is there."""
    with contextlib.suppress(FileNotFoundError, NotADirectoryError):
        os.unlink(filename)


def rmdir(dirname):
    """Remove an empty folder if it is there."""
    with contextlib.suppress(FileNotFoundError):
        os.rmdir(dirname)


def rmtree(path):
    """Remove a folder with what is in it."""
    with contextlib.suppress(FileNotFoundError):
        for entry in os.listdir(path):
            inner = os.path.join(path, entry)
            if os.path.isdir(inner):
                rmtree(inner)
            else:
                unlink(inner)
        os.rmdir(path)


@contextlib.contextmanager
def temp_dir(path=None, quiet=False):
    """A folder that is removed behind it."""
    path = path or TESTFN + "-folder"
    rmtree(path)
    os.mkdir(path)
    try:
        yield path
    finally:
        rmtree(path)


@contextlib.contextmanager
def change_cwd(path, quiet=False):
    """Another current folder."""
    kept = os.getcwd()
    os.chdir(path)
    try:
        yield os.getcwd()
    finally:
        os.chdir(kept)


@contextlib.contextmanager
def temp_cwd(name="tempcwd", quiet=False):
    """A folder that is removed behind it, and is the current one."""
    with temp_dir() as path, change_cwd(path) as folder:
        yield folder


def create_empty_file(filename):
    """Make a file with nothing in it."""
    open(filename, "wb").close()


class EnvironmentVarGuard:
    """A context in which environment variables are set, and put back behind it."""

    def __init__(self):
        self._kept = {}

    def __getitem__(self, name):
        return os.environ[name]

    def __setitem__(self, name, value):
        self._kept.setdefault(name, os.environ.get(name))
        os.environ[name] = value

    set = __setitem__

    def unset(self, *names):
        for name in names:
            self._kept.setdefault(name, os.environ.get(name))
            os.environ.pop(name, None)

    __delitem__ = unset

    def __enter__(self):
        return self

    def __exit__(self, *exc_info):
        for name, value in self._kept.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value
        self._kept.clear()


def skip_unless_symlink(test):
    """Of a test that makes links."""
    import unittest
    return unittest.skip("needs a file outside the sandbox")(test)


class FakePath:
    """Stands for a path: what __fspath__ gives or raises."""

    def __init__(self, path):
        self.path = path

    def __repr__(self):
        return f"<FakePath {self.path!r}>"

    def __fspath__(self):
        failing = isinstance(self.path, BaseException) or (
            isinstance(self.path, type) and issubclass(self.path, BaseException))
        if failing:
            raise self.path
        return self.path
