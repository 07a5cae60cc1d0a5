"""io: FileIO, the raw stream of an open file, and what open() does."""

import _filedes as _fd
from io import DEFAULT_BUFFER_SIZE, _RawIOBase, UnsupportedOperation, _index, _size


def _mode_flags(mode):
    # What a mode of FileIO says: flags to open with, and whether it reads and writes.
    action = ""
    plus = False
    for c in mode:
        if c in "rwax":
            if action:
                raise ValueError("Must have exactly one of create/read/write/append mode "
                                 "and at most one plus")
            action = c
        elif c == "+" and not plus:
            plus = True
        elif c == "+":
            raise ValueError("Must have exactly one of create/read/write/append mode "
                             "and at most one plus")
        elif c != "b":
            raise ValueError(f"invalid mode: {mode:.200}")
    if not action:
        raise ValueError("Must have exactly one of create/read/write/append mode "
                         "and at most one plus")
    reads = plus or action == "r"
    writes = plus or action != "r"
    flags = _fd.O_RDWR if reads and writes else _fd.O_RDONLY if reads else _fd.O_WRONLY
    flags |= {"r": 0, "w": _fd.O_CREAT | _fd.O_TRUNC, "a": _fd.O_CREAT | _fd.O_APPEND,
              "x": _fd.O_CREAT | _fd.O_EXCL}[action]
    return flags | _fd.O_CLOEXEC, reads, writes, action


class FileIO(_RawIOBase):
    """The raw stream of bytes of an open file, without a buffer.

    mode is 'r', 'w', 'x' or 'a' as for open(), with '+' to read and write. file may be the number
    of an open file; opener(file, flags) may return one.
    """

    __module__ = "_io"
    _at = None  # of an object whose __init__ failed

    def __init__(self, file, mode="r", closefd=True, opener=None):
        if isinstance(file, float):
            raise TypeError("integer argument expected, got float")
        flags, self._reads, self._writes, self._action = _mode_flags(mode)
        self._closefd = bool(closefd)
        self._finalizing = False
        fd = -1
        if hasattr(type(file), "__index__"):
            fd = _index(file)
            if fd < 0:
                raise ValueError("negative file descriptor")
        else:
            if not closefd:
                raise ValueError("Cannot use closefd=False with file name")
            if opener is not None:
                fd = opener(file, flags)
                if not isinstance(fd, int):
                    raise TypeError("expected integer from opener")
                if fd < 0:
                    raise ValueError(f"opener returned {fd}")
        if fd >= 0:
            self._at = _fd.find_description(fd)
        else:
            self._at = _fd.open_description(_file_path(file), flags, 0o666)
        self._closed = False
        self.name = file
        if self._action == "a":
            self.seek(0, 2)

    def _open(self):
        if self._closed:
            raise ValueError("I/O operation on closed file")
        return self._at

    def _reading(self):
        at = self._open()
        if not self._reads:
            raise UnsupportedOperation("File not open for reading")
        return at

    def _writing(self):
        at = self._open()
        if not self._writes:
            raise UnsupportedOperation("File not open for writing")
        return at

    def read(self, size=-1, /):
        """At most so many bytes, or all that are left; None where there are none yet."""
        return self._reading().read(_size(size))

    def readall(self):
        """All the bytes that are left."""
        return self._reading().read(-1)

    def readinto(self, buffer, /):
        """Read bytes into a buffer, and return how many."""
        at = self._reading()
        with memoryview(buffer) as view:
            if view.readonly:
                raise TypeError("readinto() argument must be read-write bytes-like object, "
                                f"not {type(buffer).__name__}")
            if view.format != "B" or view.ndim != 1:
                view = view.cast("B")
            data = at.read(len(view))
            view[:len(data)] = data
        return len(data)

    def write(self, b, /):
        """Write bytes at the position; how many."""
        at = self._writing()
        if isinstance(b, str):
            raise TypeError("a bytes-like object is required, not 'str'")
        return at.write(b)

    def seek(self, pos, whence=0, /):
        """Go to another position, which is given back."""
        at = self._open()
        if isinstance(pos, float):
            raise TypeError("an integer is required")
        return at.seek(_index(pos), whence)

    def tell(self):
        """The current position."""
        return self._open().pos

    def truncate(self, size=None, /):
        """Cut or extend the file to a size, by default the position."""
        at = self._writing()
        size = at.pos if size is None else _index(size)
        at.truncate(size)
        return size

    def close(self):
        """Close the file."""
        if self._closed or self._at is None:
            self._closed = True
            return
        self._closed = True
        if self._closefd:
            _fd.take_number(self._at)
            self._at.close()

    def seekable(self):
        """Whether it can be positioned."""
        self._open()
        return True

    def readable(self):
        """Whether it can be read."""
        self._open()
        return self._reads

    def writable(self):
        """Whether it can be written."""
        self._open()
        return self._writes

    def fileno(self):
        """The file descriptor."""
        return _fd.give_number(self._open())

    def isatty(self):
        """Whether it is a terminal."""
        self._open()
        return False

    @property
    def closefd(self):
        """Whether closing it closes the descriptor."""
        return self._closefd

    @property
    def mode(self):
        """The mode, as open() takes it."""
        if self._action == "x" or self._action == "a":
            return self._action + ("b+" if self._reads else "b")
        return "rb+" if self._reads and self._writes else "rb" if self._reads else "wb"

    @property
    def _blksize(self):
        return DEFAULT_BUFFER_SIZE

    def __repr__(self):
        kind = type(self)
        text = f"<{kind.__module__}.{kind.__qualname__}"
        if self._closed:
            return text + " [closed]>"
        try:
            name = f"name={self.name!r}"
        except AttributeError:
            name = f"fd={self.fileno()}"
        return f"{text} {name} mode={self.mode!r} closefd={self._closefd}>"

    def __getstate__(self):
        raise TypeError(f"cannot pickle {type(self).__name__!r} instances")


def _check_mode(mode):
    # open()'s mode: the letters, each once, and what goes together.
    if len(set(mode)) != len(mode) or set(mode) - set("axrwb+t"):
        raise ValueError(f"invalid mode: {mode!r}")
    text, binary = "t" in mode, "b" in mode
    if text and binary:
        raise ValueError("can't have text and binary mode at once")
    if len(set(mode) & set("rwax")) > 1:
        raise ValueError("must have exactly one of create/read/write/append mode")
    return "".join([c for c in mode if c not in "bt"]), binary


def _open_file(file, mode, buffering, encoding, errors, newline, closefd, opener):
    from _io_text import BufferedRandom, BufferedReader, BufferedWriter, TextIOWrapper
    if not hasattr(type(file), "__index__"):
        file = _file_path(file)
    raw_mode, binary = _check_mode(mode)
    if binary and encoding is not None:
        raise ValueError("binary mode doesn't take an encoding argument")
    if binary and errors is not None:
        raise ValueError("binary mode doesn't take an errors argument")
    if binary and newline is not None:
        raise ValueError("binary mode doesn't take a newline argument")
    raw = FileIO(file, raw_mode, closefd, opener)
    stream = raw
    try:
        line_buffering = buffering == 1 and not binary
        if buffering == 0:
            if not binary:
                raise ValueError("can't have unbuffered text I/O")
            return raw
        if buffering < -1:
            raise ValueError("invalid buffering size")
        size = buffering if buffering > 1 else DEFAULT_BUFFER_SIZE
        kind = (BufferedRandom if "+" in raw_mode else BufferedReader if raw_mode == "r" else
                BufferedWriter)
        stream = kind(raw, size)
        if not binary:
            stream = TextIOWrapper(stream, encoding, errors, newline, line_buffering)
            stream.mode = mode
        return stream
    except BaseException:
        stream.close()
        raise


def _file_path(file):
    if isinstance(file, (str, bytes)):
        return file
    method = getattr(type(file), "__fspath__", None)
    if method is None:
        raise TypeError("expected str, bytes or os.PathLike object, not "
                        f"{type(file).__name__}")
    path = method(file)
    if not isinstance(path, (str, bytes)):
        raise TypeError(f"expected {type(file).__name__}.__fspath__() to return str or bytes, "
                        f"not {type(path).__name__}")
    return path
