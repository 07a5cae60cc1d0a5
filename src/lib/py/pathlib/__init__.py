"""Paths as objects: pure ones, which are text, and those that ask the file system."""

import io
import os
import posixpath

from pathlib._pure import PurePath, PurePosixPath, UnsupportedOperation, _match_parts, _translate

__all__ = ["UnsupportedOperation", "PurePath", "PurePosixPath", "Path", "PosixPath"]


def _mode(path, follow_symlinks=True):
    # Type bits of what is there; 0 when nothing is, or it cannot be told.
    try:
        return os.stat(path, follow_symlinks=follow_symlinks).st_mode & 0o170000
    except (OSError, ValueError):
        return 0


class Path(PurePath):
    """A path with the operations of os and open() as methods."""

    __slots__ = ()

    def __new__(cls, *args, **kwargs):
        if cls is Path:
            cls = PosixPath
        return object.__new__(cls)

    @classmethod
    def cwd(cls):
        """The current directory."""
        return cls(os.getcwd())

    @classmethod
    def home(cls):
        """The home directory of the user."""
        path = os.path.expanduser("~")
        if path != "~":
            return cls(path)
        raise RuntimeError("Could not determine home directory.")

    @classmethod
    def from_uri(cls, uri):
        """The path that a file: URI names."""
        if not uri.startswith("file:"):
            raise ValueError(f"URI does not start with 'file:': {uri!r}")
        path = uri[5:]
        if path.startswith("///"):
            path = path[2:]
        elif path.startswith("//localhost/"):
            path = path[11:]
        pieces = path.encode("utf-8").split(b"%")
        data = pieces[0] + b"".join([bytes([int(p[:2], 16)]) + p[2:] for p in pieces[1:]])
        path = cls(data.decode("utf-8", "surrogateescape"))
        if not path.is_absolute():
            raise ValueError(f"URI is not absolute: {uri!r}")
        return path

    # What is there.

    def stat(self, *, follow_symlinks=True):
        """What os.stat() says of the path."""
        return os.stat(self, follow_symlinks=follow_symlinks)

    def lstat(self):
        """What os.lstat() says of the path: of a link itself."""
        return os.lstat(self)

    def exists(self, *, follow_symlinks=True):
        """Whether there is something at the path."""
        return _mode(self, follow_symlinks) != 0

    def is_dir(self, *, follow_symlinks=True):
        """Whether there is a directory at the path."""
        return _mode(self, follow_symlinks) == 0o040000

    def is_file(self, *, follow_symlinks=True):
        """Whether there is a regular file at the path."""
        return _mode(self, follow_symlinks) == 0o100000

    def is_symlink(self):
        """Whether there is a symbolic link at the path."""
        return _mode(self, False) == 0o120000

    def is_junction(self):
        """Whether there is a junction at the path: never here."""
        return False

    def is_mount(self):
        """Whether a file system is mounted at the path."""
        return os.path.ismount(self)

    def is_block_device(self):
        """Whether there is a block device at the path."""
        return _mode(self) == 0o060000

    def is_char_device(self):
        """Whether there is a character device at the path."""
        return _mode(self) == 0o020000

    def is_fifo(self):
        """Whether there is a named pipe at the path."""
        return _mode(self) == 0o010000

    def is_socket(self):
        """Whether there is a socket at the path."""
        return _mode(self) == 0o140000

    def samefile(self, other_path):
        """Whether both paths lead to the same file."""
        return os.path.samefile(self, other_path)

    def owner(self, *, follow_symlinks=True):
        """The name of the user who owns the file."""
        raise UnsupportedOperation(f"{type(self).__name__}.owner() is unsupported on this system")

    def group(self, *, follow_symlinks=True):
        """The name of the group that owns the file."""
        raise UnsupportedOperation(f"{type(self).__name__}.group() is unsupported on this system")

    # Contents.

    def open(self, mode="r", buffering=-1, encoding=None, errors=None, newline=None):
        """Open the file; as open()."""
        return io.open(self, mode, buffering, encoding, errors, newline)

    def read_bytes(self):
        """The content of the file as bytes."""
        with self.open("rb") as file:
            return file.read()

    def read_text(self, encoding=None, errors=None, newline=None):
        """The content of the file as text."""
        with self.open("r", encoding=encoding, errors=errors, newline=newline) as file:
            return file.read()

    def write_bytes(self, data):
        """Make these bytes the content of the file."""
        view = memoryview(data)  # what is no bytes does not empty the file
        with self.open("wb") as file:
            return file.write(view)

    def write_text(self, data, encoding=None, errors=None, newline=None):
        """Make this text the content of the file."""
        if not isinstance(data, str):
            raise TypeError(f"data must be str, not {type(data).__name__}")
        with self.open("w", encoding=encoding, errors=errors, newline=newline) as file:
            return file.write(data)

    # Folders.

    def _below(self, name):
        return self.with_segments(self, name) if self._tail or self.root else (
            self.with_segments(name))

    def iterdir(self):
        """Iterate over the paths of what is in the directory, in no order."""
        return map(self._below, os.listdir(self))

    def walk(self, top_down=True, on_error=None, follow_symlinks=False):
        """Iterate over the directory and those in it: (path, names of directories, names of files).
        """
        for top, dirs, files in os.walk(str(self), top_down, on_error, follow_symlinks):
            yield self.with_segments(top), dirs, files

    def glob(self, pattern, *, case_sensitive=None, recurse_symlinks=False):
        """Iterate over the paths below that match a pattern; ** is for any number of directories.
        """
        pattern = pattern if isinstance(pattern, PurePath) else self.with_segments(pattern)
        if pattern.root:
            raise NotImplementedError("Non-relative patterns are unsupported")
        parts = list(pattern._tail)
        if not parts:
            raise ValueError(f"Unacceptable pattern: {pattern._text!r}")
        raw = pattern._text
        return self._select(parts, raw.endswith("/"), case_sensitive is not False,
                            recurse_symlinks)

    def rglob(self, pattern, *, case_sensitive=None, recurse_symlinks=False):
        """Iterate over the paths at any depth below that match a pattern."""
        pattern = pattern if isinstance(pattern, PurePath) else self.with_segments(pattern)
        if pattern.root:
            raise NotImplementedError("Non-relative patterns are unsupported")
        raw = pattern._text
        return self._select(["**", *pattern._tail], raw.endswith("/"),
                            case_sensitive is not False, recurse_symlinks)

    def _entries(self):
        try:
            with os.scandir(self) as entries:
                return list(entries)
        except OSError:
            return []

    def _select(self, parts, only_dirs, case_sensitive, links):
        # Paths to be looked at with the parts that are left for what is below them.
        seen = set()
        pending = [(self, 0)]
        while pending:
            path, at = pending.pop()
            if at == len(parts):
                text = str(path)
                if text not in seen and (not only_dirs or path.is_dir()):
                    seen.add(text)
                    yield path
                continue
            part = parts[at]
            found = []
            if part == "**":
                if at + 1 < len(parts) or not (path, at) in seen:
                    found.append((path, at + 1))
                for entry in path._entries():
                    if entry.is_dir(follow_symlinks=links):
                        found.append((path._below(entry.name), at))
                    elif at + 1 == len(parts) and not only_dirs:
                        found.append((path._below(entry.name), at + 1))
            elif part == "..":
                found.append((path._below(part), at + 1))
            elif not any(c in part for c in "*?[") and case_sensitive:
                below = path._below(part)
                if below.exists(follow_symlinks=False):
                    found.append((below, at + 1))
            else:
                match = _translate(part, case_sensitive)
                for entry in path._entries():
                    if match(entry.name) and (at + 1 == len(parts) or entry.is_dir()):
                        found.append((path._below(entry.name), at + 1))
            pending.extend(reversed(found))

    def mkdir(self, mode=0o777, parents=False, exist_ok=False):
        """Make a directory; parents makes those above it, exist_ok allows it to be there."""
        try:
            os.mkdir(self, mode)
        except OSError as error:
            above = self.parent
            missing = isinstance(error, FileNotFoundError)
            if missing and parents and above != self:
                above.mkdir(parents=True, exist_ok=True)
                self.mkdir(mode, exist_ok=exist_ok)
            elif missing or not (exist_ok and self.is_dir()):
                raise

    def rmdir(self):
        """Remove the directory, which has to be empty."""
        os.rmdir(self)

    # Changes.

    def touch(self, mode=0o666, exist_ok=True):
        """Make an empty file, or set the times of one that is there to now."""
        if exist_ok:
            try:
                os.utime(self, None)
                return
            except OSError:
                pass  # it is made below, or the reason is told there
        flags = os.O_CREAT | os.O_WRONLY | (0 if exist_ok else os.O_EXCL)
        os.close(os.open(self, flags, mode))

    def unlink(self, missing_ok=False):
        """Remove the file; missing_ok allows it not to be there."""
        ignored = FileNotFoundError if missing_ok else ()
        try:
            os.unlink(self)
        except ignored:
            return

    def rename(self, target):
        """Move it to another path, which is returned."""
        os.rename(self, target)
        return target if hasattr(target, "with_segments") else self.with_segments(target)

    def replace(self, target):
        """Move it to another path, in the place of what is there."""
        os.replace(self, target)
        return target if hasattr(target, "with_segments") else self.with_segments(target)

    def chmod(self, mode, *, follow_symlinks=True):
        """Set the permissions."""
        os.chmod(self, mode, follow_symlinks=follow_symlinks)

    def lchmod(self, mode):
        """Set the permissions, of a link itself."""
        self.chmod(mode, follow_symlinks=False)

    def _copy_to(self, target):
        if self.is_dir():
            target.mkdir()
            for child in list(self.iterdir()):
                child._copy_to(target / child.name)
            return
        with self.open("rb") as source, target.open("wb") as copy:
            while data := source.read(1 << 16):
                copy.write(data)

    def _to_path(self, target):
        return target if hasattr(target, "with_segments") else self.with_segments(target)

    def copy(self, target, *, follow_symlinks=True, preserve_metadata=False):
        """Copy the file, or the directory with all that is in it, to another path."""
        target = self._to_path(target)
        if target == self:
            raise OSError(22, "Source and target are the same path", str(self), None, str(target))
        if self in target.parents:
            raise OSError(22, "Source path is a parent of target path", str(self), None,
                          str(target))
        self._copy_to(target)
        return target

    def copy_into(self, target_dir, **kwargs):
        """Copy it into a directory, under its own name."""
        if not self.name:
            raise ValueError(f"{self!r} has an empty name")
        return self.copy(self._to_path(target_dir) / self.name, **kwargs)

    def move(self, target):
        """Move the file or directory to another path, on another file system too."""
        target = self._to_path(target)
        try:
            self.replace(target)
            return target
        except OSError as error:
            if error.errno != 18:  # on another mount: copied
                raise
        self.copy(target)
        self._remove_all()
        return target

    def _remove_all(self):
        if not self.is_symlink() and self.is_dir():
            for child in list(self.iterdir()):
                child._remove_all()
            self.rmdir()
        else:
            self.unlink()

    def move_into(self, target_dir):
        """Move it into a directory, under its own name."""
        if not self.name:
            raise ValueError(f"{self!r} has an empty name")
        return self.move(self._to_path(target_dir) / self.name)

    # Other names of the same place.

    def absolute(self):
        """The path from the root, with links and .. left as they are."""
        return self if self.is_absolute() else self.with_segments(os.getcwd(), self)

    def resolve(self, strict=False):
        """The path from the root, with links followed and without `..`; strict wants it to be
        there.
        """
        return self.with_segments(os.path.realpath(self, strict=strict))

    def readlink(self):
        """The path that the symbolic link leads to."""
        return self.with_segments(os.readlink(self))

    def expanduser(self):
        """The path with the home directory in the place of ~ or ~user."""
        if self.root or not self._tail or self._tail[0][:1] != "~":
            return self
        home = posixpath.expanduser(self._tail[0])
        if home[:1] == "~":
            raise RuntimeError("Could not determine home directory.")
        return self.with_segments(home, *self._tail[1:])


class PosixPath(Path, PurePosixPath):
    """What Path() makes here."""

    __slots__ = ()
