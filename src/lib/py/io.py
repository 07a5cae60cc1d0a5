"""The streams: the classes that say what a stream is, and the two that are in memory.

Files come from the file capability: open(), and what it returns, are in _io_raw.  The buffers and
the text layer over any binary stream are in _io_text.
"""

import abc
import sys
from _io import open
from _io_memory import BytesIO as _BytesIO, StringIO as _StringIO
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


class IOBase(metaclass=abc.ABCMeta):
    """The base of all streams: lines, `with`, closing. What a stream can do besides, its class
    says.
    """

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
        lines = []
        room = hint if hint is not None and hint > 0 else None
        if room is None:
            return [*self]
        while room >= 0 and (line := next(self, None)) is not None:
            lines.append(line)
            room -= len(line)
        return lines

    def writelines(self, lines, /):
        """Write texts or bytes one after the other; nothing is put between them."""
        self._checkClosed()
        for line in lines:
            self.write(line)


class RawIOBase(IOBase):
    """The base of raw binary streams: each call is one of the system."""

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


class BufferedIOBase(IOBase):
    """The base of binary streams with a buffer: they read and write all that is asked for."""

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


class TextIOBase(IOBase):
    """The base of streams of text."""

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


def _size(size):
    # An argument of read(): None is all.
    if size is None:
        return -1
    try:
        return _index(size)
    except TypeError:
        raise TypeError("argument should be integer or None, "
                        f"not {type(size).__name__!r}") from None


class BytesIO(_BytesIO, BufferedIOBase):
    """A binary stream in memory."""

    __module__ = "_io"

    def __getstate__(self):
        return self.getvalue(), self.tell(), dict(self.__dict__) or None

    def __setstate__(self, state):
        if not isinstance(state, tuple) or len(state) < 3:
            name = "_io.BytesIO" if type(self) is BytesIO else type(self).__name__
            raise TypeError(f"{name}.__setstate__ argument should be 3-tuple, "
                            f"got {type(state).__name__}")
        self._checkClosed()
        initial, pos, namespace = state[:3]
        if not isinstance(pos, int):
            raise TypeError("second item of state must be an integer, "
                            f"not {type(pos).__name__}")
        if pos < 0:
            raise ValueError("position value cannot be negative")
        if namespace is not None and not isinstance(namespace, dict):
            raise TypeError("third item of state should be a dict, "
                            f"got a {type(namespace).__name__}")
        self._restore(initial, pos)
        if namespace:
            self.__dict__.update(namespace)

    def writelines(self, lines, /):
        """Write the items of an iterable one after another, with nothing between them."""
        self._checkClosed()
        for line in lines:
            self.write(line)


# By the bits of the line ends that were met: 1 is \n, 2 is \r, 4 is \r\n.
_newline_kinds = (None, "\n", "\r", ("\r", "\n"), "\r\n", ("\n", "\r\n"), ("\r", "\r\n"),
                  ("\r", "\n", "\r\n"))


def _readlines(self, hint):
    return IOBase.readlines(self, hint)


class StringIO(_StringIO, TextIOBase):
    """A stream of text in memory."""

    __module__ = "_io"

    def _check(self):
        if self._closed:
            raise ValueError("I/O operation on closed file")

    def __getstate__(self):
        return self.getvalue(), self._newline, self.tell(), dict(self.__dict__) or None

    def __setstate__(self, state):
        if not isinstance(state, tuple) or len(state) < 4:
            raise TypeError(f"{type(self).__name__}.__setstate__ argument should be 4-tuple, "
                            f"got {type(state).__name__}")
        self._check()
        initial, newline, pos, namespace = state[:4]
        if not isinstance(initial, str):
            raise TypeError("initial_value must be str or None, "
                            f"not {type(initial).__name__}")
        if not isinstance(pos, int):
            raise TypeError("third item of state must be an integer, "
                            f"got {type(pos).__name__}")
        if pos < 0:
            raise ValueError("position value cannot be negative")
        if namespace is not None and not isinstance(namespace, dict):
            raise TypeError("fourth item of state should be a dict, "
                            f"got a {type(namespace).__name__}")
        self._restore(initial, newline, pos)
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

TextIOBase.register(type(sys.stdout))

# What open() needs first of all is there then.
import codecs  # noqa
codecs.lookup("utf-8")
