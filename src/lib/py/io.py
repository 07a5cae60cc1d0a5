"""The streams: the classes that say what a stream is, and the two that are in memory.

Files come from the file capability: open(), and what it returns, are in _io_raw.  The buffers and
the text layer over any binary stream are in _io_text.
"""

import abc
import sys
from _io import open
from _io_memory import StringIO as _StringIO
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
    pass


def open_code(path):
    """Opens the provided file with the intent to import the contents."""
    return open(path, "rb")


def text_encoding(encoding, stacklevel=2, /):
    """A helper function to choose the text encoding.

    When encoding is not None, this function returns it.
    Otherwise, this function returns the default text encoding: there is only UTF-8.
    """
    return "utf-8" if encoding is None else encoding


class IOBase(metaclass=abc.ABCMeta):
    """The abstract base class for all I/O classes.

    This class provides dummy implementations for many methods that
    derived classes can override selectively; the default implementations
    represent a file that cannot be read, written or seeked.

    IOBase (and its subclasses) support the iterator protocol, meaning
    that an IOBase object can be iterated over yielding the lines in a
    stream.

    IOBase also supports the :keyword:`with` statement.
    """

    def _unsupported(self, name):
        raise UnsupportedOperation(name)

    def seek(self, offset, whence=0, /):
        """Change the stream position to the given byte offset."""
        raise UnsupportedOperation("seek")

    def tell(self):
        """Return current stream position."""
        return self.seek(0, 1)

    def truncate(self, size=None, /):
        """Truncate file to size bytes."""
        raise UnsupportedOperation("truncate")

    def flush(self):
        """Flush write buffers, if applicable."""
        self._checkClosed()

    _closed = False

    def close(self):
        """Flush and close the IO object.

        This method has no effect if the file is already closed.
        """
        if not self._closed:
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
        """Return whether object supports random access."""
        self._checkClosed()
        return False

    def readable(self):
        """Return whether object was opened for reading."""
        self._checkClosed()
        return False

    def writable(self):
        """Return whether object was opened for writing."""
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
        """Return underlying file descriptor if one exists."""
        raise UnsupportedOperation("fileno")

    def isatty(self):
        """Return whether this is an 'interactive' stream."""
        self._checkClosed()
        return False

    def readline(self, size=-1, /):
        """Read and return a line from the stream.

        If size is specified, at most size bytes will be read.
        """
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
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def readlines(self, hint=-1, /):
        """Return a list of lines from the stream.

        hint can be specified to control the number of lines read: no more
        lines will be read if the total size (in bytes/characters) of all
        lines so far exceeds hint.
        """
        if hint is None or hint <= 0:
            return list(self)
        lines = []
        total = 0
        for line in self:
            lines.append(line)
            total += len(line)
            if total > hint:
                break
        return lines

    def writelines(self, lines, /):
        """Write a list of lines to stream."""
        self._checkClosed()
        for line in lines:
            self.write(line)


class RawIOBase(IOBase):
    """Base class for raw binary I/O."""

    def read(self, size=-1, /):
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
        """Read until EOF, using multiple read() call."""
        data = bytearray()
        while piece := self.read(DEFAULT_BUFFER_SIZE):
            data += piece
        return bytes(data) if data else piece

    def readinto(self, buffer, /):
        raise NotImplementedError

    def write(self, b, /):
        raise NotImplementedError


class BufferedIOBase(IOBase):
    """Base class for buffered IO objects.

    The main difference with RawIOBase is that the read() method
    supports omitting the size argument, and does not have a default
    implementation that defers to readinto().
    """

    def read(self, size=-1, /):
        self._unsupported("read")

    def read1(self, size=-1, /):
        self._unsupported("read1")

    def readinto(self, buffer, /):
        return self._readinto(buffer, self.read)

    def readinto1(self, buffer, /):
        return self._readinto(buffer, self.read1)

    def _readinto(self, buffer, read):
        view = memoryview(buffer)
        if view.format != "B":
            view = view.cast("B")
        data = read(len(view))
        view[:len(data)] = data
        return len(data)

    def write(self, b, /):
        self._unsupported("write")

    def detach(self):
        """Disconnect this buffer from its underlying raw stream and return it."""
        self._unsupported("detach")


class TextIOBase(IOBase):
    """Base class for text I/O.

    This class provides a character and line based interface to stream
    I/O.
    """

    def read(self, size=-1, /):
        """Read at most size characters from stream."""
        self._unsupported("read")

    def write(self, s, /):
        """Write string s to stream."""
        self._unsupported("write")

    def truncate(self, size=None, /):
        self._unsupported("truncate")

    def readline(self, size=-1, /):
        """Read until newline or EOF."""
        self._unsupported("readline")

    def detach(self):
        """Separate the underlying buffer from the TextIOBase and return it."""
        self._unsupported("detach")

    @property
    def encoding(self):
        """Encoding of the text stream."""
        return None

    @property
    def newlines(self):
        """Line endings translated so far."""
        return None

    @property
    def errors(self):
        """The error setting of the decoder or encoder."""
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


class BytesIO(BufferedIOBase):
    """Buffered I/O implementation using an in-memory bytes buffer."""

    __module__ = "_io"

    # The bytes are a bytearray, which refuses to change its size while views of it exist; this
    # is just what a stream with views has to do.

    def __init__(self, initial_bytes=b""):
        if initial_bytes is None:
            initial_bytes = b""
        try:
            view = memoryview(initial_bytes)
        except TypeError:
            raise TypeError("a bytes-like object is required, "
                            f"not '{type(initial_bytes).__name__}'") from None
        with view:
            self._buffer = bytearray(view)
        self._pos = 0
        self._closed = False

    def _check(self):
        if self._closed:
            raise ValueError("I/O operation on closed file.")

    def __getstate__(self):
        self._check()
        namespace = {key: value for key, value in self.__dict__.items()
                     if key not in ("_buffer", "_pos", "_closed")}
        return bytes(self._buffer), self._pos, namespace or None

    def __setstate__(self, state):
        if not isinstance(state, tuple) or len(state) < 3:
            raise TypeError(f"{type(self).__name__}.__setstate__ argument should be 3-tuple, "
                            f"got {type(state).__name__}")
        self._check()
        initial, pos, namespace = state[:3]
        if not isinstance(pos, int):
            raise TypeError("second item of state must be an integer, "
                            f"not {type(pos).__name__}")
        if pos < 0:
            raise ValueError("position value cannot be negative")
        if namespace is not None and not isinstance(namespace, dict):
            raise TypeError("third item of state should be a dict, "
                            f"got a {type(namespace).__name__}")
        self._buffer[:] = initial
        self._pos = pos
        if namespace:
            self.__dict__.update(namespace)

    def getvalue(self):
        """Retrieve the entire contents of the BytesIO object."""
        self._check()
        return bytes(self._buffer)

    def getbuffer(self):
        """Get a read-write view over the contents of the BytesIO object."""
        self._check()
        return memoryview(self._buffer)

    def close(self):
        """Disable all I/O operations."""
        if not self._closed:
            if self._buffer:
                self._buffer.clear()
            self._closed = True

    def flush(self):
        """Does nothing."""
        self._check()

    def read(self, size=-1, /):
        """Read at most size bytes, returned as a bytes object.

        If the size argument is negative, read until EOF is reached.
        Return an empty bytes object at EOF.
        """
        self._check()
        size = _size(size)
        start = self._pos
        end = len(self._buffer)
        if size >= 0:
            end = min(end, start + size)
        if end <= start:
            return b""
        self._pos = end
        return bytes(self._buffer[start:end])

    def read1(self, size=-1, /):
        """Read at most size bytes, returned as a bytes object.

        If the size argument is negative or omitted, read until EOF is reached.
        Return an empty bytes object at EOF.
        """
        return self.read(size)

    def readline(self, size=-1, /):
        """Next line from the file, as a bytes object.

        Retain newline.  A non-negative size argument limits the maximum
        number of bytes to return (an incomplete line may be returned then).
        Return an empty bytes object at EOF.
        """
        self._check()
        size = _size(size)
        start = self._pos
        end = self._buffer.find(b"\n", start) + 1 or len(self._buffer)
        if size >= 0:
            end = min(end, start + size)
        if end <= start:
            return b""
        self._pos = end
        return bytes(self._buffer[start:end])

    def readlines(self, size=None, /):
        """List of bytes objects, each a line from the file.

        Call readline() repeatedly and return a list of the lines so read.
        The optional size argument, if given, is an approximate bound on the
        total number of bytes in the lines returned.
        """
        self._check()
        return super().readlines(_size(size))

    def readinto(self, buffer, /):
        """Read bytes into buffer.

        Returns number of bytes read (0 for EOF), or None if the object
        is set not to block and has no data to read.
        """
        self._check()
        view = memoryview(buffer)
        if view.readonly:
            raise TypeError("readinto() argument must be read-write bytes-like object, "
                            f"not {type(buffer).__name__}")
        if view.format != "B" or view.ndim != 1:
            view = view.cast("B")
        start = self._pos
        data = self._buffer[start:start + len(view)]
        view[:len(data)] = data
        self._pos = start + len(data) if data else start
        return len(data)

    def write(self, b, /):
        """Write bytes to file.

        Return the number of bytes written.
        """
        self._check()
        if isinstance(b, str):
            raise TypeError("a bytes-like object is required, not 'str'")
        with memoryview(b) as view:
            n = view.nbytes
            data = view.tobytes() if type(b) is not bytes else b
        if not n:
            return 0
        pos = self._pos
        buffer = self._buffer
        size = len(buffer)
        if pos > size:
            buffer += bytes(pos - size)  # what was skipped is zero
        if pos >= size:
            buffer += data
        else:
            buffer[pos:pos + n] = data
        self._pos = pos + n
        return n

    def writelines(self, lines, /):
        """Write lines to the file.

        Note that newlines are not added.  lines can be any iterable object
        producing bytes-like objects. This is equivalent to calling write() for
        each element.
        """
        self._check()
        for line in lines:
            self.write(line)

    def seek(self, pos, whence=0, /):
        """Change stream position.

        Seek to byte offset pos relative to position indicated by whence:
             0  Start of stream (the default).  pos should be >= 0;
             1  Current position - pos may be negative;
             2  End of stream - pos usually negative.
        Returns the new absolute position.
        """
        self._check()
        pos = _index(pos)
        whence = _index(whence)
        if whence == 0:
            if pos < 0:
                raise ValueError(f"negative seek value {pos}")
        elif whence == 1:
            pos = max(0, self._pos + pos)
        elif whence == 2:
            pos = max(0, len(self._buffer) + pos)
        else:
            raise ValueError(f"invalid whence ({whence}, should be 0, 1 or 2)")
        self._pos = pos
        return pos

    def tell(self):
        """Current file position, an integer."""
        self._check()
        return self._pos

    def truncate(self, size=None, /):
        """Truncate the file to at most size bytes.

        Size defaults to the current file position, as returned by tell().
        The current file position is unchanged.  Returns the new size.
        """
        self._check()
        size = self._pos if size is None else _size(size)
        if size < 0:
            raise ValueError(f"negative size value {size}")
        if size < len(self._buffer):
            del self._buffer[size:]
        return size

    def readable(self):
        """Returns True if the IO object can be read."""
        self._check()
        return True

    writable = seekable = readable

    def isatty(self):
        """Always returns False."""
        self._check()
        return False


# By the bits of the line ends that were met: 1 is \n, 2 is \r, 4 is \r\n.
_newline_kinds = (None, "\n", "\r", ("\r", "\n"), "\r\n", ("\n", "\r\n"), ("\r", "\r\n"),
                  ("\r", "\n", "\r\n"))


def _readlines(self, hint):
    return IOBase.readlines(self, hint)


class StringIO(_StringIO, TextIOBase):
    """A text stream in memory.

    It begins with initial_value, and the position before it. newline says what is done with the
    ends of lines, as for files.
    """

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
    __slots__ = ()

    @abc.abstractmethod
    def read(self, size=..., /):
        pass

    @classmethod
    def __subclasshook__(cls, C):
        if cls is Reader:
            from _collections_abc import _check_methods
            return _check_methods(C, "read")
        return NotImplemented

    __class_getitem__ = classmethod(GenericAlias)


class Writer(metaclass=abc.ABCMeta):
    __slots__ = ()

    @abc.abstractmethod
    def write(self, data, /):
        pass

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
