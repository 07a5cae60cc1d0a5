"""Importing from zip archives, which is not supported: every archive is refused."""

__all__ = ["ZipImportError", "zipimporter"]


class ZipImportError(ImportError):
    """An archive that cannot be imported from."""


class zipimporter:
    """Would import from an archive; making one raises ZipImportError."""

    def __init__(self, path):
        import os
        path = os.fsdecode(path)
        if not path:
            raise ZipImportError("archive path is empty", path=path)
        raise ZipImportError(f"not a Zip file: {path!r}", path=path)
