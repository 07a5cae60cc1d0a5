# io.BytesIO, and text layered over it.
import io

b = io.BytesIO(b"one\ntwo\nthree")
print(b.read(2), b.readline(), b.tell(), b.readlines(), b.read(), b.getvalue())
b.seek(4)
buf = bytearray(3)
print(b.readinto(buf), buf, b.read1(2), b.seek(-2, 2), b.read(), b.peek() if hasattr(b, "peek") else "no peek")
w = io.BytesIO()
print(w.write(b"hello"), w.write(bytearray(b" w")), w.write(memoryview(b"orld")), w.getvalue(), w.seek(20), w.write(b"!"), w.getvalue())
print(w.truncate(3), w.getvalue(), w.tell(), w.seek(0), list(io.BytesIO(b"a\nb\n")), w.readable(), w.writable(), w.seekable())
view = w.getbuffer()
view[0] = 72
print(w.getvalue(), len(view))
try:
    w.write(b"longer than before")
except BufferError as e:
    print("BufferError", e)
view.release()
w.writelines([b"x", b"y"])
print(w.getvalue())
with io.BytesIO(b"z") as c:
    pass
for bad in (lambda: c.read(), lambda: io.BytesIO("text"), lambda: io.BytesIO().write("x"), lambda: io.BytesIO().seek(-1),
            lambda: io.BytesIO().fileno(), lambda: io.BytesIO().truncate(-1), lambda: io.BytesIO().seek(0, 7)):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
raw = io.BytesIO("h\u00e9llo\r\nworld\n".encode())
t = io.TextIOWrapper(raw, encoding="utf-8")
print(t.readline(), t.read(), t.encoding, t.errors, t.buffer is raw)
out = io.BytesIO()
t = io.TextIOWrapper(out, encoding="utf-8", newline="\r\n", write_through=True)
print("l1\nl2 é", file=t)
t.flush()
print(out.getvalue())
print(t.detach() is out, io.DEFAULT_BUFFER_SIZE, io.SEEK_CUR)


class Source(io.RawIOBase):
    def __init__(self, data):
        self.data = data

    def readable(self):
        return True

    def readinto(self, buffer):
        n = min(len(buffer), 3, len(self.data))
        buffer[:n], self.data = self.data[:n], self.data[n:]
        return n


print(Source(b"abcdefg").read(2), Source(b"abcdefg").readall(), io.BufferedReader(Source(b"line1\nline2")).readlines())
