"""test.support.import_helper: modules that may be absent, or are imported anew."""

import contextlib
import importlib
import sys
import unittest
import warnings


@contextlib.contextmanager
def _ignore_deprecated_imports(ignore=True):
    with warnings.catch_warnings():
        if ignore:
            warnings.filterwarnings("ignore", ".+ (module|package)", DeprecationWarning)
        yield


def import_module(name, deprecated=False, *, required_on=()):
    """The module; the test is skipped if there is none."""
    try:
        return importlib.import_module(name)
    except ImportError as error:
        raise unittest.SkipTest(str(error)) from None


def unload(name):
    """Forget a module."""
    sys.modules.pop(name, None)


forget = unload


def import_fresh_module(name, fresh=(), blocked=(), *, deprecated=False, usefrozen=False):
    """A module imported anew, as if the blocked ones were absent; None if it cannot be."""
    names = {name, *fresh, *blocked}
    kept = {key: module for key, module in sys.modules.items()
            if key in names or key.startswith(tuple(each + "." for each in names))}
    for key in kept:
        del sys.modules[key]
    for each in blocked:
        sys.modules[each] = None
    try:
        for each in fresh:
            importlib.import_module(each)
        return importlib.import_module(name)
    except ImportError:
        return None
    finally:
        for each in names:
            sys.modules.pop(each, None)
        sys.modules.update(kept)


class CleanImport:
    """A context in which modules are forgotten, so that they are imported anew."""

    def __init__(self, *module_names, usefrozen=False):
        self._kept = sys.modules.copy()
        for name in module_names:
            sys.modules.pop(name, None)

    def __enter__(self):
        return self

    def __exit__(self, *exc_info):
        sys.modules.update(self._kept)


@contextlib.contextmanager
def ready_to_import(name=None, source=""):
    """A file with a source text that can be imported: (its module's name, its path)."""
    from .os_helper import temp_dir
    with temp_dir() as folder:
        name = name or "spam"
        path = f"{folder}/{name}.py"
        with open(path, "w") as file:
            file.write(source)
        kept = sys.modules.pop(name, None)
        sys.path.insert(0, folder)
        try:
            yield name, path
        finally:
            sys.path.remove(folder)
            if kept is None:
                sys.modules.pop(name, None)
            else:
                sys.modules[name] = kept


@contextlib.contextmanager
def isolated_modules():
    """What is imported is forgotten behind it."""
    kept = sys.modules.copy()
    try:
        yield
    finally:
        sys.modules.clear()
        sys.modules.update(kept)
