"""Help for those who import in their own way."""

import sys

import _importer
from _importer import decode_source, module_from_spec, spec_from_file_location
from importlib import _resolve

__all__ = ["decode_source", "find_spec", "module_from_spec", "resolve_name", "spec_from_loader",
           "spec_from_file_location"]


def resolve_name(name, package):
    """The full name of a module whose name may begin with dots, seen from a package."""
    level = len(name) - len(name.lstrip("."))
    if not level:
        return name
    if not package:
        raise ImportError(f"no package specified for {name!r} (required for relative module "
                          "names)")
    return _resolve(name[level:], package, level)


def spec_from_loader(name, loader, *, origin=None, is_package=None):
    """A spec for a module that a loader can load."""
    if origin is None:
        origin = getattr(loader, "_ORIGIN", None)
    if hasattr(loader, "get_filename"):
        locations = {} if is_package is None else {
            "submodule_search_locations": [] if is_package else None}
        return spec_from_file_location(name, loader.get_filename(name), loader=loader, **locations)
    if is_package is None and hasattr(loader, "is_package"):
        try:
            is_package = loader.is_package(name)
        except ImportError:
            is_package = None
    return _importer.ModuleSpec(name, loader, origin=origin, is_package=bool(is_package))


def find_spec(name, package=None):
    """The spec of a module, None if there is no such module; its parents are imported."""
    fullname = resolve_name(name, package) if name.startswith(".") else name
    if fullname in sys.modules:
        module = sys.modules[fullname]
        if module is None:
            return None
        try:
            spec = module.__spec__
        except AttributeError:
            raise ValueError(f"{name}.__spec__ is not set") from None
        if spec is None:
            raise ValueError(f"{name}.__spec__ is None")
        return spec
    path = None
    parent_name = fullname.rpartition(".")[0]
    if parent_name:
        parent = __import__(parent_name, fromlist=["__path__"])
        try:
            path = parent.__path__
        except AttributeError as e:
            raise ModuleNotFoundError(f"__path__ attribute not found on {parent_name!r} while "
                                      f"trying to find {fullname!r}", name=fullname) from e
    return _importer.find_spec(fullname, path)
