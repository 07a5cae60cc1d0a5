"""What imports are made of: specs, finders, loaders."""

from _importer import ModuleSpec, NamespaceLoader, PathFinder, SourceFileLoader

__all__ = ["BYTECODE_SUFFIXES", "EXTENSION_SUFFIXES", "ModuleSpec", "NamespaceLoader",
           "PathFinder", "SOURCE_SUFFIXES", "SourceFileLoader", "all_suffixes"]

SOURCE_SUFFIXES = [".py"]
BYTECODE_SUFFIXES = [".pyc"]
EXTENSION_SUFFIXES = []


def all_suffixes():
    """The suffixes of files that can be modules."""
    return SOURCE_SUFFIXES + BYTECODE_SUFFIXES + EXTENSION_SUFFIXES
