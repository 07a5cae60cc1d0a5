"""Stands for tempfile in CPython's tests, as long as the library has none: in the folder that is lent."""

import contextlib
import os

_count = 0


def _fresh(suffix, prefix, dir):
    global _count
    _count += 1
    return f"{dir or '/scratch'}/{prefix or 'tmp'}{_count}{suffix or ''}"


def gettempdir():
    """The folder."""
    return "/scratch"


def mktemp(suffix="", prefix="tmp", dir=None):
    """A path that is free."""
    return _fresh(suffix, prefix, dir)


def mkdtemp(suffix=None, prefix=None, dir=None):
    """The path of a new folder."""
    path = _fresh(suffix, prefix, dir)
    os.mkdir(path)
    return path


@contextlib.contextmanager
def TemporaryDirectory(suffix=None, prefix=None, dir=None):
    """A folder that is removed behind it."""
    from test.support.os_helper import rmtree
    path = mkdtemp(suffix, prefix, dir)
    try:
        yield path
    finally:
        rmtree(path)


@contextlib.contextmanager
def NamedTemporaryFile(mode="w+b", suffix=None, prefix=None, dir=None, delete=True, **options):
    """A new file that is removed behind it."""
    path = _fresh(suffix, prefix, dir)
    try:
        with open(path, mode, **options) as file:
            yield file
    finally:
        if delete:
            os.unlink(path)
