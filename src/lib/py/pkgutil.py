"""Looking for modules in packages, and for data beside them."""

from importlib import import_module
from importlib.util import find_spec
import os
import sys
from collections import namedtuple

__all__ = ["get_importer", "iter_importers", "walk_packages", "iter_modules", "get_data",
           "read_code", "extend_path", "ModuleInfo", "resolve_name"]

ModuleInfo = namedtuple("ModuleInfo", "module_finder name ispkg")


def get_data(package, resource):
    """The bytes of a file beside a package; None if the package has no place."""
    spec = find_spec(package)
    if spec is None:
        return None
    module = sys.modules.get(package) or import_module(package)
    file = getattr(module, "__file__", None)
    if module is None or file is None:
        return None
    path = os.path.join(os.path.dirname(file), *resource.split("/"))
    with open(path, "rb") as data:
        return data.read()


def iter_modules(path=None, prefix=""):
    """The modules in folders, or on sys.path."""
    if isinstance(path, str):
        raise ValueError("path must be None or list of paths to look for modules in")
    seen = set()
    for folder in sys.path if path is None else path:
        try:
            names = sorted(os.listdir(folder or "."))
        except OSError:
            continue
        for name in names:
            full = os.path.join(folder, name)
            ispkg = False
            if name.endswith(".py"):
                name = name[:-3]
            elif "." not in name and os.path.exists(os.path.join(full, "__init__.py")):
                ispkg = True
            else:
                continue
            if name != "__init__" and name not in seen and "." not in name:
                seen.add(name)
                yield ModuleInfo(None, prefix + name, ispkg)


def walk_packages(path=None, prefix="", onerror=None):
    """The modules in folders, and those in their packages, which are imported for that."""
    seen = set()
    for info in iter_modules(path, prefix):
        yield info
        if not info.ispkg:
            continue
        try:
            __import__(info.name)
        except ImportError:
            if onerror is not None:
                onerror(info.name)
        except Exception:
            if onerror is None:
                raise
            onerror(info.name)
        else:
            inner = [p for p in getattr(sys.modules[info.name], "__path__", None) or []
                     if p not in seen]
            seen.update(inner)
            yield from walk_packages(inner, info.name + ".", onerror)


def extend_path(path, name):
    """The path of a package with the folders of that name on sys.path."""
    if not isinstance(path, list):
        return path
    path = path[:]
    for folder in sys.path:
        inner = os.path.join(folder, *name.split("."))
        if isinstance(folder, str) and inner not in path and os.path.exists(
                os.path.join(inner, "__init__.py")):
            path.append(inner)
    return path


def get_importer(path_item):
    """The finder of a folder."""
    return sys.path_importer_cache.get(os.fsdecode(path_item))


def iter_importers(fullname=""):
    """The finders of modules."""
    if fullname.startswith("."):
        raise ImportError(f"Relative module name {fullname!r} not supported")
    yield from sys.meta_path


def resolve_name(name):
    """What "package.module:object.attribute" means, or the same with dots alone."""
    import re
    m = re.fullmatch(r"(?P<pkg>(?!\d)(\w+)(\.(?!\d)(\w+))*)(?P<cln>:(?P<obj>(?!\d)(\w+)(\.(?!\d)"
                     r"(\w+))*)?)?", name)
    if not m:
        raise ValueError(f"invalid format: {name!r}")
    if m.group("cln"):
        result = import_module(m.group("pkg"))
        parts = m.group("obj").split(".") if m.group("obj") else []
    else:
        parts = name.split(".")
        path = parts.pop(0)
        result = import_module(path)
        while parts:
            longer = f"{path}.{parts[0]}"
            try:
                result = import_module(longer)
            except ImportError:
                break
            path = longer
            parts.pop(0)
    for part in parts:
        result = getattr(result, part)
    return result
