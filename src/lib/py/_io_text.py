"""io: buffers around a raw stream, and text around a buffer.

What was read ahead and what is not written yet stands in the C part of these classes, _IOBuffer,
whose read, readline, __next__ and write do what is possible without a look at the stream below.
The rest is here: _read_more and its kin.  A TextIOWrapper also keeps where the bytes of its decoded
text began, to be able to tell() where it is.
"""

from _files import _IOBuffer
from io import (
    DEFAULT_BUFFER_SIZE, _BufferedIOBase, _TextIOBase, UnsupportedOperation, _index, _newline_kinds,
    _size)
from _io_raw import FileIO


def _view(data):
    try:
        return memoryview(data)
    except TypeError:
        raise TypeError("a bytes-like object is required, "
                        f"not '{type(data).__name__}'") from None


class _Buffered(_IOBuffer, _BufferedIOBase):
    __module__ = "_io"
    _raw = None
    _reads = _writes = False
    __iter__ = _BufferedIOBase.__iter__  # not _IOBuffer's, which does not look whether it is open

    def __init__(self, raw, buffer_size=DEFAULT_BUFFER_SIZE):
        if buffer_size <= 0:
            raise ValueError("buffer size must be strictly positive")
        self._raw = raw
        self._size = buffer_size
        self._mode(False, self._reads, self._writes)

    def _attached(self):
        if self._raw is None:
            raise ValueError("raw stream has been detached")
        return self._raw

    @property
    def raw(self):
        return self._attached()

    @property
    def closed(self):
        return self._attached().closed

    @property
    def name(self):
        return self._attached().name

    @property
    def mode(self):
        return self._attached().mode

    def readable(self):
        return self._attached().readable()

    def writable(self):
        return self._attached().writable()

    def seekable(self):
        return self._attached().seekable()

    def fileno(self):
        return self._attached().fileno()

    def isatty(self):
        return self._attached().isatty()

    def _check_open(self, what):
        if self._attached().closed:
            raise ValueError(what + " closed file")

    # Writing.

    def _write_out(self):
        # What is waiting goes to the raw stream; what does not fit there stays.
        if not self._waiting:
            return
        data = self._take_pending()
        done = 0
        try:
            while done < len(data):
                n = self._raw.write(data[done:] if done else data)
                if n is None:
                    raise BlockingIOError(11, "write could not complete without blocking", 0)
                done += n
        finally:
            if done < len(data):
                self._set_pending(data[done:])

    def _forget_ahead(self):
        # What was read ahead is read again from where one is.
        left = self._left
        if left:
            self._ahead = b""
            self._raw.seek(-left, 1)

    def _write_more(self, data):
        self._check_open("write to")
        if not self._writes:
            self._unsupported("write")
        if isinstance(data, str):
            raise TypeError("a bytes-like object is required, not 'str'")
        if type(data) is not bytes:
            with _view(data) as view:
                data = view.tobytes()
        self._write_out()
        self._forget_ahead()
        self._set_pending(data)
        if len(data) >= self._size or len(data) > 32768:
            self._write_out()
        return len(data)

    def flush(self):
        if self._attached().closed:
            raise ValueError("flush of closed file" if self._writes
                             else "I/O operation on closed file.")
        self._write_out()
        if self._writes:
            self._forget_ahead()
        self._raw.flush()
        self._unlist()

    def close(self):
        if self._raw is not None and not self.closed:
            try:
                self.flush()
            finally:
                self._mode(False, False, False)
                self._unlist()
                self._raw.close()

    def detach(self):
        raw = self._attached()
        self.flush()
        self._raw = None
        self._mode(False, False, False)
        return raw

    def __repr__(self):
        kind = type(self)
        text = f"<{kind.__module__}.{kind.__qualname__}"
        try:
            return f"{text} name={self.name!r}>"
        except (AttributeError, ValueError):
            return text + ">"

    def __getstate__(self):
        raise TypeError(f"cannot pickle {type(self).__name__!r} instances")

    # Places.

    def tell(self):
        return self._attached().tell() - self._left + self._waiting

    def seek(self, pos, whence=0, /):
        self._check_open("seek of")
        if not 0 <= whence <= 2:
            raise ValueError(f"whence value {whence} unsupported")
        if not self._raw.seekable():
            raise UnsupportedOperation("File or stream is not seekable.")
        pos = _index(pos)
        self._write_out()
        if whence == 1:
            pos -= self._left
        self._ahead = b""
        return self._raw.seek(pos, whence)

    def truncate(self, pos=None, /):
        self._check_open("truncate of")
        if not self._writes:
            self._unsupported("truncate")
        self.flush()
        if pos is None:
            pos = self.tell()
        return self._raw.truncate(pos)

    # Reading.

    def _start_reading(self, what):
        self._check_open(what)
        if not self._reads:
            self._unsupported(what.partition(" ")[0])
        self._write_out()

    def _fill(self, size=0):
        # Reads on when nothing is left; how much there is then.
        if not self._left:
            self._ahead = self._raw.read(max(self._size, size)) or b""
        return self._left

    def _read_more(self, size=-1):
        if size is not None:
            size = _size(size)
            if size < -1:
                raise ValueError("read length must be non-negative or -1")
        self._start_reading("read of")
        if size is None or size == -1:
            ahead = self._take()
            readall = getattr(self._raw, "readall", None)
            rest = self._raw.read(-1) if readall is None else readall()
            if rest is None:
                return ahead or None
            return ahead + rest if ahead else rest
        pieces = [self._take(size)]
        have = len(pieces[0])
        while have < size:
            piece = self._raw.read(max(self._size, size - have))
            if not piece:
                if piece is None and not have:
                    return None
                break
            if len(piece) > size - have:
                self._ahead = piece
                piece = self._take(size - have)
            pieces.append(piece)
            have += len(piece)
        return b"".join(pieces)

    def _readline_more(self, size=-1):
        size = -1 if size is None else _index(size)
        self._start_reading("readline of")
        pieces = []
        while size and self._fill():
            ahead = self._ahead
            end = ahead.find(b"\n") + 1
            wanted = end or len(ahead)
            if size > 0:
                wanted = min(wanted, size)
                size -= wanted
            pieces.append(self._take(wanted))
            if wanted == end:
                break
        return b"".join(pieces)

    def _next_more(self):
        if line := self.readline():
            return line
        raise StopIteration

    def peek(self, size=0, /):
        self._start_reading("peek of")
        self._fill()
        return self._ahead

    def read1(self, size=-1, /):
        size = _index(size)
        self._start_reading("read of")
        if size < 0:
            size = self._size
        if size and not self._left:
            if size >= self._size:
                return self._raw.read(size) or b""
            self._fill()
        return self._take(size)

    def _readinto(self, buffer, read):
        try:
            view = memoryview(buffer)
        except TypeError:
            view = None
        if view is None or view.readonly:
            raise TypeError("readinto() argument must be read-write bytes-like object, "
                            f"not {type(buffer).__name__}")
        with view:
            if view.format != "B" or view.ndim != 1:
                view = view.cast("B")
            data = read(len(view))
            if data is None:
                return None
            view[:len(data)] = data
        return len(data)


class BufferedReader(_Buffered):
    """Reads from a raw stream in large pieces, and hands out small ones."""

    __module__ = "_io"
    _reads = True

    def __init__(self, raw, buffer_size=DEFAULT_BUFFER_SIZE):
        raw._checkReadable()
        super().__init__(raw, buffer_size)


class BufferedWriter(_Buffered):
    """Collects what is written, and writes it to a raw stream in large pieces."""

    __module__ = "_io"
    _writes = True

    def __init__(self, raw, buffer_size=DEFAULT_BUFFER_SIZE):
        raw._checkWritable()
        super().__init__(raw, buffer_size)


class BufferedRandom(_Buffered):
    """Reads and writes one raw stream that can be positioned, with a buffer."""

    __module__ = "_io"
    _reads = _writes = True

    def __init__(self, raw, buffer_size=DEFAULT_BUFFER_SIZE):
        raw._checkSeekable()
        raw._checkReadable()
        raw._checkWritable()
        super().__init__(raw, buffer_size)


class BufferedRWPair(_BufferedIOBase):
    """A stream to read and another one to write, as one object."""

    __module__ = "_io"

    def __init__(self, reader, writer, buffer_size=DEFAULT_BUFFER_SIZE):
        for able, name in ((reader.readable(), "reader"), (writer.writable(), "writer")):
            if not able:
                what = "readable" if name == "reader" else "writable"
                raise OSError(f'"{name}" argument must be {what}.')
        self.writer = BufferedWriter(writer, buffer_size)
        self.reader = BufferedReader(reader, buffer_size)

    def read(self, size=-1, /):
        return self.reader.read(size)

    def read1(self, size=-1, /):
        return self.reader.read1(size)

    def peek(self, size=0, /):
        return self.reader.peek(size)

    def readinto(self, b, /):
        return self.reader.readinto(b)

    def write(self, b, /):
        return self.writer.write(b)

    def readable(self):
        return self.reader.readable()

    def writable(self):
        return self.writer.writable()

    def flush(self):
        return self.writer.flush()

    def close(self):
        try:
            self.writer.close()
        finally:
            self.reader.close()

    def isatty(self):
        return self.reader.isatty() or self.writer.isatty()

    @property
    def closed(self):
        return self.writer.closed


class IncrementalNewlineDecoder:
    """Decodes by another decoder, takes note of the line ends, and with translate makes all of them
    "\
    ".
    """

    __module__ = "_io"

    def __init__(self, decoder, translate, errors="strict"):
        self.decoder = decoder
        self.translate = translate
        self.errors = errors
        self._seen = 0
        self._pending_cr = False

    def decode(self, input, final=False):
        """The text of the input, its line ends noted, and translated where that was asked for."""
        text = input if self.decoder is None else self.decoder.decode(input, final=final)
        if self._pending_cr and (final or text):
            text, self._pending_cr = "\r" + text, False
        # A \r at the end may be the first half of a line end.
        if not final and text.endswith("\r"):
            text, self._pending_cr = text[:-1], True
        if "\r" in text:
            pairs = text.count("\r\n")
            kinds = (text.count("\n") > pairs, text.count("\r") > pairs, pairs > 0)
            self._seen |= kinds[0] | kinds[1] << 1 | kinds[2] << 2
            if self.translate:
                text = text.replace("\r\n", "\n").replace("\r", "\n")
        elif "\n" in text:
            self._seen |= 1
        return text

    def getstate(self):
        buffer, flag = (b"", 0) if self.decoder is None else self.decoder.getstate()
        return buffer, flag << 1 | self._pending_cr

    def setstate(self, state):
        """Go on from where getstate() gave this."""
        held, flags = state
        self._pending_cr = flags & 1 != 0
        if self.decoder is not None:
            self.decoder.setstate((held, flags >> 1))

    def reset(self):
        """Begin anew."""
        self._pending_cr, self._seen = False, 0
        if self.decoder is not None:
            self.decoder.reset()

    @property
    def newlines(self):
        return _newline_kinds[self._seen]


class TextIOWrapper(_IOBuffer, _TextIOBase):
    """Text on a binary stream: encodes what is written and decodes what is read. newline says what
    ends lines: None reads all kinds as "\
    " and writes the system's, "" reads all kinds as they are, others are for that end alone.
    line_buffering flushes at the end of each line.
    """

    __module__ = "_io"
    _buffer = None
    _decoder = None
    _CHUNK_SIZE = 32768
    __iter__ = _TextIOBase.__iter__

    def __init__(self, buffer, encoding=None, errors=None, newline=None, line_buffering=False,
                 write_through=False):
        if newline is not None and not isinstance(newline, str):
            raise TypeError("TextIOWrapper() argument 'newline' must be str or None, "
                            f"not {type(newline).__name__}")
        if newline not in (None, "", "\n", "\r", "\r\n"):
            raise ValueError(f"illegal newline value: {newline}")
        if encoding is None or encoding == "locale":
            encoding = "UTF-8" if encoding is None else "utf-8"
        if not isinstance(encoding, str):
            raise TypeError("TextIOWrapper() argument 'encoding' must be str or None, "
                            f"not {type(encoding).__name__}")
        if errors is not None and not isinstance(errors, str):
            raise TypeError("TextIOWrapper() argument 'errors' must be str or None, "
                            f"not {type(errors).__name__}")
        self._newline = newline
        self._line_buffering = bool(line_buffering)
        self._write_through = bool(write_through)
        self._set_encoding(encoding, "strict" if errors is None else errors)
        self._buffer = buffer
        self._snapshot = None  # the bytes that _ahead was decoded from, behind the decoder's state
        buffer.readable()
        self._set_mode()
        if buffer.seekable() and buffer.writable() and buffer.tell():
            self._encoder.setstate(0)  # no byte order mark in the middle

    def _set_encoding(self, encoding, errors):
        import codecs
        info = codecs.lookup(encoding)
        if not info._is_text_encoding:
            raise LookupError(f"{encoding!r} is not a text encoding; use codecs.open() to handle "
                              "arbitrary codecs")
        self._encoding, self._errors = encoding, errors
        self._is_utf8 = info.name == "utf-8"
        self._encoder = info.incrementalencoder(errors)

    def _set_mode(self):
        # What the part in C may do by itself.
        newline = self._newline
        self._mode(True, newline is None or newline == "\n",
                   self._is_utf8 and newline in (None, "", "\n") and not self._line_buffering and
                   not self._write_through and self._buffer.writable())

    def _attached(self):
        if self._buffer is None:
            if "_encoding" not in self.__dict__:
                raise ValueError("I/O operation on uninitialized object")
            raise ValueError("underlying buffer has been detached")
        return self._buffer

    def __repr__(self):
        text = f"<{type(self).__module__}.{type(self).__qualname__}"
        for name in ("name", "mode"):
            try:
                text += f" {name}={getattr(self, name)!r}"
            except (AttributeError, ValueError):
                pass
        return text + f" encoding={self._encoding!r}>"

    @property
    def encoding(self):
        """The name of the encoding."""
        return self._encoding

    @property
    def errors(self):
        """How what cannot be encoded or decoded is dealt with."""
        return self._errors

    @property
    def line_buffering(self):
        """Whether the end of a line flushes."""
        return self._line_buffering

    @property
    def write_through(self):
        """Whether every write reaches the buffer at once."""
        return self._write_through

    @property
    def buffer(self):
        """The binary stream below."""
        return self._attached()

    @property
    def closed(self):
        return self._attached().closed

    @property
    def name(self):
        return self._attached().name

    @property
    def newlines(self):
        """The line ends that were read so far."""
        return getattr(self._decoder, "newlines", None)

    def _check(self):
        if self._attached().closed:
            raise ValueError("I/O operation on closed file.")

    def reconfigure(self, *, encoding=None, errors=None, newline=Ellipsis, line_buffering=None,
                    write_through=None):
        """Change the encoding, how errors are dealt with, line ends or buffering from here on."""
        if self._decoder is not None and (encoding is not None or errors is not None
                                          or newline is not Ellipsis):
            raise UnsupportedOperation("It is not possible to set the encoding or newline of "
                                       "stream after the first read")
        if newline is not Ellipsis and newline not in (None, "", "\n", "\r", "\r\n"):
            raise ValueError(f"illegal newline value: {newline}")
        self.flush()
        if encoding is not None or errors is not None:
            if errors is None:
                errors = self._errors if encoding is None else "strict"
            self._set_encoding(self._encoding if encoding is None else encoding, errors)
        if newline is not Ellipsis:
            self._newline = newline
        if line_buffering is not None:
            self._line_buffering = bool(line_buffering)
        if write_through is not None:
            self._write_through = bool(write_through)
        self._set_mode()

    def seekable(self):
        """Whether it can be positioned."""
        return self._attached().seekable()

    def readable(self):
        """Whether it can be read."""
        return self._attached().readable()

    def writable(self):
        """Whether it can be written."""
        return self._attached().writable()

    def fileno(self):
        """The file descriptor."""
        return self._attached().fileno()

    def isatty(self):
        """Whether it is a terminal."""
        return self._attached().isatty()

    def __getstate__(self):
        raise TypeError(f"cannot pickle {type(self).__name__!r} instances")

    # Writing.

    def _write_out(self):
        if self._waiting:
            data = self._take_pending()
            try:
                self._buffer.write(data)
            except BaseException:
                self._set_pending(data)
                raise

    def _write_more(self, s):
        self._check()
        if not isinstance(s, str):
            raise TypeError(f"write() argument must be str, not {type(s).__name__}")
        if not self._buffer.writable():
            raise UnsupportedOperation("not writable")
        length = len(s)
        has_newline = "\n" in s
        if has_newline and self._newline in ("\r", "\r\n"):
            s = s.replace("\n", self._newline)
        data = self._encoder.encode(s)
        self._write_out()
        self._forget_ahead()
        self._set_pending(data)
        if self._write_through or len(data) > self._CHUNK_SIZE:
            self._write_out()
        if self._line_buffering and (has_newline or "\r" in s):
            self.flush()
        return length

    def flush(self):
        """Write what is still held back."""
        self._check()
        self._stepping = False
        self._write_out()
        self._buffer.flush()
        self._unlist()

    def close(self):
        """Write what is still held back, and close the stream below."""
        if self._buffer is not None and not self.closed:
            try:
                self.flush()
            finally:
                self._mode(True, False, False)
                self._unlist()
                self._buffer.close()

    def detach(self):
        """Give the binary stream below away; this one is of no use then."""
        buffer = self._attached()
        self.flush()
        self._buffer = None
        self._mode(True, False, False)
        return buffer

    def truncate(self, pos=None, /):
        """Cut the file at a position, by default the current one."""
        self.flush()
        return self._buffer.truncate(pos)

    # Reading.

    def _make_decoder(self):
        import codecs
        decoder = codecs.getincrementaldecoder(self._encoding)(self._errors)
        if self._newline in (None, ""):
            decoder = IncrementalNewlineDecoder(decoder, self._newline is None)
        return decoder

    def _forget_ahead(self):
        self._snapshot = None
        if self._left:
            self._ahead = ""
        if self._decoder is not None:
            self._decoder.reset()

    def _start_reading(self):
        self._check()
        if self._decoder is None:
            if not self._buffer.readable():
                raise UnsupportedOperation("not readable")
            self._decoder = self._make_decoder()
        self._write_out()

    def _fill(self):
        # Reads and decodes some more, where nothing is left; false at the end of the stream.
        buffer = self._buffer
        state = self._decoder.getstate()
        read1 = getattr(buffer, "read1", None)
        data = (buffer.read if read1 is None else read1)(self._CHUNK_SIZE)
        if not isinstance(data, (bytes, bytearray)):
            raise TypeError(f"underlying {'read' if read1 is None else 'read1'}() should have "
                            f"returned a bytes-like object, not '{type(data).__name__}'")
        text = self._decoder.decode(data, final=not data)
        self._snapshot = state, data
        self._ahead = text
        return bool(data)

    def _read_more(self, size=-1):
        size = _size(size)
        self._start_reading()
        if size < 0:
            text = self._take()
            text += self._decoder.decode(self._buffer.read(), final=True)
            self._snapshot = None
            self._ahead = ""
            return text
        pieces = [self._take(size)]
        have = len(pieces[0])
        while have < size:
            more = self._fill()
            pieces.append(self._take(size - have))
            have += len(pieces[-1])
            if not more:
                break
        return "".join(pieces)

    def _line_end(self, text, split):
        # Behind the first line end, or 0 if more has to be read; split: half of one was read.
        newline = self._newline
        if newline is None or newline == "\n":
            return text.find("\n") + 1
        if newline:
            if split and text.startswith("\n"):
                return 1
            return (text.find(newline) + len(newline)) if newline in text else 0
        lf, cr = text.find("\n"), text.find("\r")
        if cr < 0 or 0 <= lf < cr:
            return lf + 1
        return cr + 2 if lf == cr + 1 else cr + 1

    def _readline_more(self, size=-1):
        size = -1 if size is None else _size(size)
        self._start_reading()
        line = ""
        while True:
            ahead = self._ahead
            end = self._line_end(ahead, self._newline == "\r\n" and line.endswith("\r"))
            wanted = end or len(ahead)
            if size >= 0:
                wanted = min(wanted, size - len(line))
            if wanted:
                line += self._take(wanted)
            if (end and wanted == end) or 0 <= size <= len(line):
                return line
            if not self._fill() and not self._left:
                return line

    def _next_more(self):
        line = self.readline()
        if not line:
            self._stepping = False
            raise StopIteration
        return line

    # Places.

    def tell(self):
        """A number for the current position, which seek() takes."""
        self._check()
        if not self.seekable():
            raise UnsupportedOperation("underlying stream is not seekable")
        if self._stepping:
            raise OSError("telling position disabled by next() call")
        self.flush()
        pos = self._buffer.tell()
        if self._decoder is None or self._snapshot is None:
            return pos
        waiting, flags = self._decoder.getstate()
        if not self._left:
            return pos - len(waiting) - (flags & 1)
        state, data = self._snapshot
        if self._is_utf8 and self._errors == "strict" and b"\r" not in data:
            return pos - self._left - len(waiting)
        # How many bytes make up what was handed out: they are decoded again.
        decoder = self._make_decoder()
        decoder.setstate(state)
        place, count, have = self._place, 0, 0
        while have < place:
            have += len(decoder.decode(data[count:count + 1]))
            count += 1
        return pos - len(data) + count - (0 if count else len(state[0]))

    def seek(self, cookie, whence=0, /):
        """Go to a position that tell() gave, to the beginning, or to the end."""
        self._check()
        if not self.seekable():
            raise UnsupportedOperation("underlying stream is not seekable")
        cookie = _index(cookie)
        if whence == 1:
            if cookie:
                raise UnsupportedOperation("can't do nonzero cur-relative seeks")
            whence, cookie = 0, self.tell()
        elif whence == 2:
            if cookie:
                raise UnsupportedOperation("can't do nonzero end-relative seeks")
        elif whence != 0:
            raise ValueError(f"invalid whence ({whence}, should be 0, 1 or 2)")
        elif cookie < 0:
            raise ValueError(f"negative seek position {cookie!r}")
        self.flush()
        self._forget_ahead()
        position = self._buffer.seek(cookie, whence)
        if position:
            self._encoder.setstate(0)
            if self._decoder is not None:
                self._decoder.setstate((b"", 0))  # behind a byte order mark
        else:
            self._encoder.reset()
        return position
