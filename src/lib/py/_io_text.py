"""io: buffers around a raw stream, and text around a buffer.

A buffer here keeps what was read ahead; what is written is handed on at once.  TextIOWrapper keeps
decoded text that was not read yet, and, to be able to tell() where it is, the bytes it came from.
"""

from io import (
    DEFAULT_BUFFER_SIZE, BufferedIOBase, RawIOBase, TextIOBase, UnsupportedOperation,
    _newline_kinds, _size)

try:
    from _io import FileIO
except ImportError:
    class FileIO(RawIOBase):
        """Open a file: there are only the files of the file capability, by open()."""

        def __init__(self, file, mode="r", closefd=True, opener=None):
            raise UnsupportedOperation("FileIO: use open()")


class _Buffered(BufferedIOBase):
    __module__ = "_io"

    def __init__(self, raw, buffer_size=DEFAULT_BUFFER_SIZE):
        if buffer_size <= 0:
            raise ValueError("invalid buffer size")
        self._raw = raw
        self._size = buffer_size
        self._ahead = b""

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

    def flush(self):
        if self.closed:
            raise ValueError("flush on closed file")
        self._attached().flush()

    def close(self):
        if self._raw is not None and not self.closed:
            try:
                self.flush()
            finally:
                self._raw.close()

    def detach(self):
        raw = self._attached()
        self.flush()
        self._raw = None
        return raw

    def __repr__(self):
        kind = type(self)
        try:
            return f"<{kind.__module__}.{kind.__qualname__} name={self.name!r}>"
        except AttributeError:
            return f"<{kind.__module__}.{kind.__qualname__}>"

    def _check_open(self):
        if self.closed:
            raise ValueError("I/O operation on closed file.")

    def tell(self):
        return self._attached().tell() - len(self._ahead)

    def seek(self, pos, whence=0, /):
        self._check_open()
        if whence == 1:
            pos -= len(self._ahead)
        self._ahead = b""
        return self._attached().seek(pos, whence)

    def truncate(self, pos=None, /):
        self._check_open()
        if pos is None:
            pos = self.tell()
        return self._attached().truncate(pos)

    def _do_read(self, size):
        self._check_open()
        size = _size(size)
        if size < -1:
            raise ValueError("read length must be non-negative or -1")
        pieces, ahead = [], self._ahead
        if size == -1:
            self._ahead = b""
            rest = self._raw.read(-1)
            return ahead + (rest or b"")
        have = len(ahead)
        pieces.append(ahead[:size])
        self._ahead = ahead[size:]
        while have < size:
            piece = self._raw.read(max(self._size, size - have))
            if not piece:
                break
            pieces.append(piece[:size - have])
            self._ahead = piece[size - have:]
            have += len(piece)
        return b"".join(pieces)

    def _do_peek(self, size=0):
        self._check_open()
        if not self._ahead:
            self._ahead = self._raw.read(self._size) or b""
        return self._ahead

    def _do_write(self, b):
        self._check_open()
        if isinstance(b, str):
            raise TypeError("a bytes-like object is required, not 'str'")
        if self._ahead:
            self._raw.seek(-len(self._ahead), 1)
            self._ahead = b""
        with memoryview(b) as view:
            data = view.tobytes()
        written = 0
        while written < len(data):
            n = self._raw.write(data[written:])
            if n is None:
                raise BlockingIOError(11, "write could not complete without blocking", written)
            written += n
        return len(data)


class BufferedReader(_Buffered):
    """Create a new buffered reader using the given readable raw IO object."""

    __module__ = "_io"

    def __init__(self, raw, buffer_size=DEFAULT_BUFFER_SIZE):
        if not raw.readable():
            raise OSError("File or stream is not readable.")
        super().__init__(raw, buffer_size)

    def writable(self):
        return False

    def read(self, size=-1, /):
        return self._do_read(size)

    def peek(self, size=0, /):
        return self._do_peek(size)

    def read1(self, size=-1, /):
        if size < 0:
            size = self._size
        if not size:
            return b""
        self._do_peek()
        return self._do_read(min(size, len(self._ahead)))


class BufferedWriter(_Buffered):
    """A buffer for a writeable sequential RawIO object."""

    __module__ = "_io"

    def __init__(self, raw, buffer_size=DEFAULT_BUFFER_SIZE):
        if not raw.writable():
            raise OSError("File or stream is not writable.")
        super().__init__(raw, buffer_size)

    def readable(self):
        return False

    def write(self, b, /):
        return self._do_write(b)


class BufferedRandom(BufferedReader, BufferedWriter):
    """A buffered interface to random access streams."""

    __module__ = "_io"

    def __init__(self, raw, buffer_size=DEFAULT_BUFFER_SIZE):
        raw._checkSeekable()
        raw._checkReadable()
        raw._checkWritable()
        _Buffered.__init__(self, raw, buffer_size)

    def readable(self):
        return True

    def writable(self):
        return True


class BufferedRWPair(BufferedIOBase):
    """A buffered reader and writer object together."""

    __module__ = "_io"

    def __init__(self, reader, writer, buffer_size=DEFAULT_BUFFER_SIZE):
        if not reader.readable():
            raise OSError('"reader" argument must be readable.')
        if not writer.writable():
            raise OSError('"writer" argument must be writable.')
        self.reader = BufferedReader(reader, buffer_size)
        self.writer = BufferedWriter(writer, buffer_size)

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
    """Codec used when reading a file in universal newlines mode.

    It wraps another incremental decoder, translating \\r\\n and \\r into \\n.
    It also records the types of newlines encountered.  When used with
    translate=False, it ensures that the newline sequence is returned in
    one piece. When used with decoder=None, it expects unicode strings as
    decode input and translates newlines without first invoking an external
    decoder.
    """

    __module__ = "_io"

    def __init__(self, decoder, translate, errors="strict"):
        self.decoder = decoder
        self.translate = translate
        self.errors = errors
        self._seen = 0
        self._pending_cr = False

    def decode(self, input, final=False):
        output = input if self.decoder is None else self.decoder.decode(input, final=final)
        if self._pending_cr and (output or final):
            output = "\r" + output
            self._pending_cr = False
        # A \r at the end may be the first half of a line end.
        if output.endswith("\r") and not final:
            output = output[:-1]
            self._pending_cr = True
        crlf = output.count("\r\n")
        cr = output.count("\r") - crlf
        lf = output.count("\n") - crlf
        self._seen |= (lf and 1) | (cr and 2) | (crlf and 4)
        if self.translate:
            if crlf:
                output = output.replace("\r\n", "\n")
            if cr:
                output = output.replace("\r", "\n")
        return output

    def getstate(self):
        buffer, flag = (b"", 0) if self.decoder is None else self.decoder.getstate()
        return buffer, flag << 1 | self._pending_cr

    def setstate(self, state):
        buffer, flag = state
        self._pending_cr = bool(flag & 1)
        if self.decoder is not None:
            self.decoder.setstate((buffer, flag >> 1))

    def reset(self):
        self._seen = 0
        self._pending_cr = False
        if self.decoder is not None:
            self.decoder.reset()

    @property
    def newlines(self):
        return _newline_kinds[self._seen]


class TextIOWrapper(TextIOBase):
    """Character and line based layer over a BufferedIOBase object, buffer.

    encoding gives the name of the encoding that the stream will be
    decoded or encoded with. It defaults to UTF-8.

    errors determines the strictness of encoding and decoding (see
    help(codecs.Codec) or the documentation for codecs.register) and
    defaults to "strict".

    newline controls how line endings are handled. It can be None, '',
    '\\n', '\\r', and '\\r\\n'.

    If line_buffering is True, a call to flush is implied when a call to
    write contains a newline character.
    """

    __module__ = "_io"

    def __init__(self, buffer, encoding=None, errors=None, newline=None, line_buffering=False,
                 write_through=False):
        if newline is not None and not isinstance(newline, str):
            raise TypeError(f"illegal newline type: {type(newline)!r}")
        if newline not in (None, "", "\n", "\r", "\r\n"):
            raise ValueError(f"illegal newline value: {newline!r}")
        if encoding is None or encoding == "locale":
            encoding = "UTF-8" if encoding is None else "utf-8"
        if not isinstance(encoding, str):
            raise ValueError(f"invalid encoding: {encoding!r}")
        import codecs
        if not codecs.lookup(encoding)._is_text_encoding:
            raise LookupError(f"{encoding!r} is not a text encoding; use codecs.open() to handle "
                              "arbitrary codecs")
        self._buffer = buffer
        self._encoding = encoding
        self._errors = "strict" if errors is None else errors
        self._newline = newline
        self._line_buffering = bool(line_buffering)
        self._write_through = bool(write_through)
        self._encoder = codecs.getincrementalencoder(encoding)(self._errors)
        self._decoder = None
        self._text = ""  # decoded, and not read yet from _place on
        self._place = 0
        # Where the bytes of _text began, and the state of the decoder there.
        self._snapshot = None
        if buffer.seekable() and buffer.writable() and buffer.tell():
            self._encoder.setstate(0)  # no byte order mark in the middle

    def _attached(self):
        if self._buffer is None:
            raise ValueError("underlying buffer has been detached")
        return self._buffer

    def __repr__(self):
        text = "<_io.TextIOWrapper"
        for name in ("name", "mode"):
            try:
                text += f" {name}={getattr(self, name)!r}"
            except AttributeError:
                pass
        return text + f" encoding={self._encoding!r}>"

    @property
    def encoding(self):
        return self._encoding

    @property
    def errors(self):
        return self._errors

    @property
    def line_buffering(self):
        return self._line_buffering

    @property
    def write_through(self):
        return self._write_through

    @property
    def buffer(self):
        return self._attached()

    @property
    def closed(self):
        return self._attached().closed

    @property
    def name(self):
        return self._attached().name

    @property
    def newlines(self):
        return self._decoder.newlines if self._decoder is not None and hasattr(
            self._decoder, "newlines") else None

    def _check(self):
        if self._attached().closed:
            raise ValueError("I/O operation on closed file.")

    def reconfigure(self, *, encoding=None, errors=None, newline=Ellipsis, line_buffering=None,
                    write_through=None):
        """Reconfigure the text stream with new parameters.

        This also does an implicit stream flush.
        """
        if self._decoder is not None and (encoding is not None or errors is not None
                                          or newline is not Ellipsis):
            raise UnsupportedOperation("It is not possible to set the encoding or newline of "
                                       "stream after the first read")
        self.flush()
        import codecs
        if encoding is not None or errors is not None:
            if errors is None:
                errors = self._errors if encoding is None else "strict"
            self._encoding = self._encoding if encoding is None else encoding
            self._errors = errors
            self._encoder = codecs.getincrementalencoder(self._encoding)(errors)
        if newline is not Ellipsis:
            self._newline = newline
        if line_buffering is not None:
            self._line_buffering = bool(line_buffering)
        if write_through is not None:
            self._write_through = bool(write_through)

    def seekable(self):
        return self._attached().seekable()

    def readable(self):
        return self._attached().readable()

    def writable(self):
        return self._attached().writable()

    def fileno(self):
        return self._attached().fileno()

    def isatty(self):
        return self._attached().isatty()

    def flush(self):
        self._check()
        self._attached().flush()

    def close(self):
        if self._buffer is not None and not self.closed:
            try:
                self.flush()
            finally:
                self._buffer.close()

    def detach(self):
        buffer = self._attached()
        self.flush()
        self._buffer = None
        return buffer

    def write(self, s, /):
        self._check()
        if not isinstance(s, str):
            raise TypeError(f"write() argument must be str, not {type(s).__name__}")
        length = len(s)
        has_newline = "\n" in s
        if has_newline and self._newline in ("\r", "\r\n"):
            s = s.replace("\n", self._newline)
        self._attached().write(self._encoder.encode(s))
        if self._line_buffering and (has_newline or "\r" in s):
            self.flush()
        self._text, self._place, self._snapshot = "", 0, None
        if self._decoder is not None:
            self._decoder.reset()
        return length

    def _make_decoder(self):
        import codecs
        decoder = codecs.getincrementaldecoder(self._encoding)(self._errors)
        if self._newline in (None, ""):
            decoder = IncrementalNewlineDecoder(decoder, self._newline is None)
        self._decoder = decoder

    def _fill(self, everything=False):
        # Reads and decodes some more; false at the end of the stream.
        if self._decoder is None:
            if not self._attached().readable():
                raise UnsupportedOperation("not readable")
            self._make_decoder()
        if self._place == len(self._text):
            try:
                where = self._attached().tell()
            except (OSError, AttributeError):
                where = None
            self._snapshot = where, self._decoder.getstate()
            self._text, self._place = "", 0
        if everything:
            data = self._attached().read()
        else:
            read1 = getattr(self._attached(), "read1", None)
            data = read1(8192) if read1 is not None else self._attached().read(8192)
        self._text += self._decoder.decode(data, final=not data or everything)
        return bool(data)

    def read(self, size=-1, /):
        self._check()
        size = _size(size)
        if size < 0:
            self._fill(everything=True)
            text = self._text[self._place:]
            self._text, self._place, self._snapshot = "", 0, None
            return text
        while len(self._text) - self._place < size and self._fill():
            pass
        text = self._text[self._place:self._place + size]
        self._place += len(text)
        return text

    def _line_end(self, start):
        # Behind the line end that follows, or -1 if more has to be read.
        text, newline = self._text, self._newline
        if newline is None or newline == "\n":
            return text.find("\n", start) + 1 or -1
        if newline:
            place = text.find(newline, start)
            return place + len(newline) if place >= 0 else -1
        lf, cr = text.find("\n", start), text.find("\r", start)
        if cr < 0 or 0 <= lf < cr:
            return lf + 1 or -1
        return cr + 2 if lf == cr + 1 else cr + 1

    def readline(self, size=-1, /):
        self._check()
        size = _size(size)
        while True:
            end = self._line_end(self._place)
            if end >= 0 or (0 <= size <= len(self._text) - self._place):
                break
            if not self._fill():
                end = self._line_end(self._place)
                break
        start = self._place
        if end < 0:
            end = len(self._text)
        if size >= 0:
            end = min(end, start + size)
        self._place = end
        return self._text[start:end]

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def tell(self):
        self._check()
        if not self.seekable():
            raise UnsupportedOperation("underlying stream is not seekable")
        if self._decoder is None or self._snapshot is None or self._place == len(self._text):
            return self._attached().tell()
        where, state = self._snapshot
        # The bytes that make up what was read: decoded again from the snapshot.
        self._make_decoder()
        end = self._attached().tell()
        self._attached().seek(where)
        data = self._attached().read(end - where)
        now = None
        for count in range(len(data) + 1):
            decoder = self._decoder
            decoder.reset()
            decoder.setstate(state)
            if len(decoder.decode(data[:count])) >= self._place:
                now = where + count
                break
        self._attached().seek(end)
        self._make_decoder()
        self._decoder.setstate(state)
        self._decoder.decode(data)
        return end if now is None else now

    def seek(self, cookie, whence=0, /):
        self._check()
        if not self.seekable():
            raise UnsupportedOperation("underlying stream is not seekable")
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
        self._text, self._place, self._snapshot = "", 0, None
        if self._decoder is not None:
            self._decoder.reset()
        position = self._attached().seek(cookie, whence)
        self._encoder.setstate(0) if position else self._encoder.reset()
        return position

    def truncate(self, pos=None, /):
        self.flush()
        if pos is None:
            pos = self.tell()
        return self._attached().truncate(pos)
