"""The streams: the classes that say what a stream is, and the two that are in memory.

Files come from the file capability: open(), and what it returns, are in _io_raw.  The buffers and
the text layer over any binary stream are in _io_text.
"""

import _io
import abc
import sys
from _io import open
from _io_memory import BytesIO as _BytesIO, StringIO as _StringIO
from _io_memory import namespace as _namespace, size as _size
from builtins import BlockingIOError
from operator import index as _index

__all__ = ["BlockingIOError", "open", "open_code", "IOBase", "RawIOBase", "FileIO", "BytesIO",
           "StringIO", "BufferedIOBase", "BufferedReader", "BufferedWriter", "BufferedRWPair",
           "BufferedRandom", "TextIOBase", "TextIOWrapper", "UnsupportedOperation", "SEEK_SET",
           "SEEK_CUR", "SEEK_END", "DEFAULT_BUFFER_SIZE", "text_encoding",
           "IncrementalNewlineDecoder", "Reader", "Writer"]

SEEK_SET = 0
SEEK_CUR = 1
SEEK_END = 2
DEFAULT_BUFFER_SIZE = 128 * 1024

GenericAlias = type(list[int])


class UnsupportedOperation(OSError, ValueError):
    """The stream cannot do this."""


def open_code(path):
    """Open a file of code to read its bytes."""
    return open(path, "rb")


def text_encoding(encoding, stacklevel=2, /):
    """The encoding to use: what was given, or the default; for libraries whose callers may leave it
    out.
    """
    return "utf-8" if encoding is None else encoding


class _IOBase:
    """The base of all streams: lines, `with`, closing. What a stream can do besides, its class
    says.
    """

    __module__ = "_io"

    def _unsupported(self, name):
        raise UnsupportedOperation(name)

    def seek(self, offset, whence=0, /):
        """Go to another position, seen from the beginning, from here or from the end."""
        raise UnsupportedOperation("seek")

    def tell(self):
        """Where the next read or write begins."""
        return self.seek(0, 1)

    def truncate(self, size=None, /):
        """Cut the stream at a position; here not supported."""
        raise UnsupportedOperation("truncate")

    def flush(self):
        """Write what is held back, where something is."""
        self._checkClosed()

    _closed = False

    def close(self):
        """Write what is still held back, and be closed; closing again does nothing."""
        if self._closed:
            return
        try:
            self.flush()
        finally:
            self._closed = True

    def __del__(self):
        try:
            if not self.closed:
                self._finalizing = True
                self.close()
        except Exception:
            pass  # nobody could do anything about it

    def seekable(self):
        """Whether seek() and tell() work."""
        self._checkClosed()
        return False

    def readable(self):
        """Whether it can be read from."""
        self._checkClosed()
        return False

    def writable(self):
        """Whether it can be written to."""
        self._checkClosed()
        return False

    def _checkSeekable(self):
        if not self.seekable():
            raise UnsupportedOperation("File or stream is not seekable.")
        return True

    def _checkReadable(self):
        if not self.readable():
            raise UnsupportedOperation("File or stream is not readable.")
        return True

    def _checkWritable(self):
        if not self.writable():
            raise UnsupportedOperation("File or stream is not writable.")
        return True

    @property
    def closed(self):
        """Whether it is closed."""
        return self._closed

    def _checkClosed(self):
        if self.closed:
            raise ValueError("I/O operation on closed file.")

    def __enter__(self):
        self._checkClosed()
        return self

    def __exit__(self, *args):
        self.close()

    def fileno(self):
        """The file descriptor, where there is one."""
        raise UnsupportedOperation("fileno")

    def isatty(self):
        """Whether it is a terminal."""
        self._checkClosed()
        return False

    def readline(self, size=-1, /):
        """The next line with its end, of at most so many characters; empty at the end."""
        if size is None:
            size = -1
        peek = getattr(self, "peek", None)
        line = bytearray()
        while size < 0 or len(line) < size:
            wanted = 1
            if peek is not None:
                ahead = peek(1)
                if not ahead:
                    break
                wanted = (ahead.find(b"\n") + 1) or len(ahead)
                if size >= 0:
                    wanted = min(wanted, size - len(line))
            piece = self.read(wanted)
            if not piece:
                break
            line += piece
            if line.endswith(b"\n"):
                break
        return bytes(line)

    def __iter__(self):
        self._checkClosed()
        return self

    def __next__(self):
        if line := self.readline():
            return line
        raise StopIteration

    def readlines(self, hint=-1, /):
        """The lines that are left, in a list; no more once they have hint characters."""
        room = _size(hint)
        if room <= 0:
            return [*self]
        lines = []
        for line in self:
            lines.append(line)
            room -= len(line)
            if room < 0:
                break
        return lines

    def writelines(self, lines, /):
        """Write texts or bytes one after the other; nothing is put between them."""
        self._checkClosed()
        for line in lines:
            self.write(line)


class _RawIOBase(_IOBase):
    """The base of raw binary streams: each call is one of the system."""

    __module__ = "_io"

    def read(self, size=-1, /):
        """At most so many bytes, by one call of readinto(); None where there are none yet."""
        if size is None:
            size = -1
        if size < 0:
            return self.readall()
        buffer = bytearray(_index(size))
        n = self.readinto(buffer)
        if n is None:
            return None
        del buffer[n:]
        return bytes(buffer)

    def readall(self):
        """All the bytes that are left."""
        data = bytearray()
        while piece := self.read(DEFAULT_BUFFER_SIZE):
            data += piece
        return bytes(data) if data else piece

    def readinto(self, buffer, /):
        """Read bytes into a buffer, and return how many; for subclasses."""
        raise NotImplementedError

    def write(self, b, /):
        """Write bytes, and return how many were written; for subclasses."""
        raise NotImplementedError


class _BufferedIOBase(_IOBase):
    """The base of binary streams with a buffer: they read and write all that is asked for."""

    __module__ = "_io"

    def read(self, size=-1, /):
        """So many bytes, or all that are left; for subclasses."""
        self._unsupported("read")

    def read1(self, size=-1, /):
        """At most so many bytes, by at most one call of the raw stream; for subclasses."""
        self._unsupported("read1")

    def readinto(self, buffer, /):
        """Read bytes into a buffer, and return how many."""
        return self._readinto(buffer, self.read)

    def readinto1(self, buffer, /):
        """Read bytes into a buffer by at most one call of the raw stream, and return how many."""
        return self._readinto(buffer, self.read1)

    def _readinto(self, buffer, read):
        view = memoryview(buffer)
        if view.format != "B":
            view = view.cast("B")
        data = read(len(view))
        view[:len(data)] = data
        return len(data)

    def write(self, b, /):
        """Write all the bytes; for subclasses."""
        self._unsupported("write")

    def detach(self):
        """Disconnect this buffer from its underlying raw stream and return it."""
        self._unsupported("detach")


class _TextIOBase(_IOBase):
    """The base of streams of text."""

    __module__ = "_io"

    def read(self, size=-1, /):
        """So many characters, or all that are left; for subclasses."""
        self._unsupported("read")

    def write(self, s, /):
        """Write a text and give its length; for subclasses."""
        self._unsupported("write")

    def truncate(self, size=None, /):
        """Cut the stream at a position; for subclasses."""
        self._unsupported("truncate")

    def readline(self, size=-1, /):
        """The next line with its end; empty at the end."""
        self._unsupported("readline")

    def detach(self):
        """Give the binary stream below away."""
        self._unsupported("detach")

    @property
    def encoding(self):
        """Encoding of the text stream."""
        return None

    @property
    def newlines(self):
        """The line ends that were read so far."""
        return None

    @property
    def errors(self):
        """How what cannot be encoded or decoded is dealt with."""
        return None


def _check_state(self, state, cls, n):
    if not isinstance(state, tuple) or len(state) < n:
        name = "_io." * (type(self) is cls) + type(self).__name__
        raise TypeError(f"{name}.__setstate__ argument should be {n}-tuple, "
                        f"got {type(state).__name__}")


def _position(pos):
    # The position that a state has: what is too large stays for seek().
    if -1 << 63 <= pos < 0:
        raise ValueError("position value cannot be negative")
    return pos


class BytesIO(_BytesIO, _BufferedIOBase):
    """A binary stream in memory."""

    __module__ = "_io"

    def __getstate__(self):
        return self.getvalue(), self.tell(), _namespace(self)

    def __setstate__(self, state):
        _check_state(self, state, BytesIO, 3)
        initial, pos, namespace = state[:3]
        self._restore(initial)
        if not isinstance(pos, int):
            raise TypeError("second item of state must be an integer, "
                            f"not {type(pos).__name__}")
        _BytesIO.seek(self, _position(pos))
        if namespace is not None and not isinstance(namespace, dict):
            raise TypeError("third item of state should be a dict, "
                            f"got a {type(namespace).__name__}")
        if namespace:
            self.__dict__.update(namespace)

    def writelines(self, lines, /):
        """Write the items of an iterable one after another, with nothing between them."""
        self._checkClosed()
        for line in lines:
            _BytesIO.write(self, line)


# By the bits of the line ends that were met: 1 is \n, 2 is \r, 4 is \r\n.
_newline_kinds = (None, "\n", "\r", ("\r", "\n"), "\r\n", ("\n", "\r\n"), ("\r", "\r\n"),
                  ("\r", "\n", "\r\n"))


def _readlines(self, hint):
    return _IOBase.readlines(self, hint)


class StringIO(_StringIO, _TextIOBase):
    """A stream of text in memory."""

    __module__ = "_io"

    def _check(self):
        if self._closed:
            raise ValueError("I/O operation on closed file")

    def __getstate__(self):
        return self.getvalue(), self._newline, self.tell(), _namespace(self)

    def __setstate__(self, state):
        self._check()
        _check_state(self, state, StringIO, 4)
        initial, newline, pos, namespace = state[:4]
        self._restore(initial, newline)
        if not isinstance(pos, int):
            raise TypeError("third item of state must be an integer, "
                            f"got {type(pos).__name__}")
        _StringIO.seek(self, _position(pos))
        if namespace is not None and not isinstance(namespace, dict):
            raise TypeError("fourth item of state should be a dict, "
                            f"got a {type(namespace).__name__}")
        if namespace:
            self.__dict__.update(namespace)

    def readable(self):
        """True, unless the stream is closed."""
        self._check()
        return True

    writable = seekable = readable

    @property
    def line_buffering(self):
        self._check()
        return False



class IOBase(_IOBase, metaclass=abc.ABCMeta):
    __doc__ = _IOBase.__doc__


class RawIOBase(_RawIOBase, IOBase):
    __doc__ = _RawIOBase.__doc__


class BufferedIOBase(_BufferedIOBase, IOBase):
    __doc__ = _BufferedIOBase.__doc__


class TextIOBase(_TextIOBase, IOBase):
    __doc__ = _TextIOBase.__doc__


class Reader(metaclass=abc.ABCMeta):
    """Whatever can be read from, for annotations and isinstance()."""

    __slots__ = ()

    @abc.abstractmethod
    def read(self, size=..., /):
        """At most so many items, or all that are left."""

    @classmethod
    def __subclasshook__(cls, C):
        if cls is Reader:
            from _collections_abc import _check_methods
            return _check_methods(C, "read")
        return NotImplemented

    __class_getitem__ = classmethod(GenericAlias)


class Writer(metaclass=abc.ABCMeta):
    """Whatever can be written to, for annotations and isinstance()."""

    __slots__ = ()

    @abc.abstractmethod
    def write(self, data, /):
        """Write data, and return how much was written."""

    @classmethod
    def __subclasshook__(cls, C):
        if cls is Writer:
            from _collections_abc import _check_methods
            return _check_methods(C, "write")
        return NotImplemented

    __class_getitem__ = classmethod(GenericAlias)


from _io_text import (  # noqa: they need the classes above
    BufferedRandom, BufferedReader, BufferedRWPair, BufferedWriter, FileIO,
    IncrementalNewlineDecoder, TextIOWrapper)
from _io_raw import _open_file  # noqa: what open() calls

RawIOBase.register(FileIO)
for _class in BytesIO, BufferedRandom, BufferedReader, BufferedRWPair, BufferedWriter:
    BufferedIOBase.register(_class)
for _class in StringIO, TextIOWrapper, type(sys.stdout):
    TextIOBase.register(_class)

# What says of itself that it is of _io is found there.
for _class in (_IOBase, _RawIOBase, _BufferedIOBase, _TextIOBase, FileIO, BytesIO, StringIO,
               BufferedRandom, BufferedReader, BufferedRWPair, BufferedWriter,
               IncrementalNewlineDecoder, TextIOWrapper, BlockingIOError, UnsupportedOperation,
               open_code, text_encoding):
    setattr(_io, _class.__name__, _class)
_io.DEFAULT_BUFFER_SIZE = DEFAULT_BUFFER_SIZE
del _class

# What open() needs first of all is there then.
import codecs  # noqa
codecs.lookup("utf-8")
