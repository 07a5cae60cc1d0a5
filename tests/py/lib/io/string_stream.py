# io.StringIO: reading, writing, seeking, newline translation, errors.
import io

s = io.StringIO("one\ntwo\r\nthree\rfour")
print(s.readline(), s.read(2), s.tell(), s.readlines(), s.read(), s.getvalue() == "one\ntwo\r\nthree\rfour")
s.seek(0)
print(list(s), s.seekable(), s.readable(), s.writable(), s.closed, s.newlines, s.line_buffering, s.encoding)
w = io.StringIO()
print(w.write("hello"), w.seek(1), w.write("E"), w.getvalue(), w.seek(0, 2), w.write(" world"), w.truncate(5), w.getvalue(), w.tell())
w.seek(8)
w.write("!")
print(repr(w.getvalue()))
for newline in (None, "", "\n", "\r", "\r\n"):
    t = io.StringIO("a\nb\r\nc\rd", newline=newline)
    print(repr(newline), repr(t.getvalue()), [line for line in t], t.write("x\n"), repr(t.getvalue()), t.newlines)
i = io.StringIO("initial")
i.write("IN")
print(i.getvalue(), i.read(3), i.readline(), i.seek(0), i.readline(3), next(iter(io.StringIO("l1\nl2"))))
print(io.StringIO("a b c", newline="").readlines(2), io.StringIO("x\ny\nz").readlines(3))
with io.StringIO("ctx") as c:
    print(c.read())
for bad in (lambda: c.read(), lambda: io.StringIO(b"x"), lambda: io.StringIO().write(5), lambda: io.StringIO().seek(-1),
            lambda: io.StringIO().seek(1, 1), lambda: io.StringIO().seek(0, 5), lambda: io.StringIO(newline="x"),
            lambda: io.StringIO().truncate(-1), lambda: io.StringIO().fileno(), lambda: io.StringIO().detach(),
            lambda: io.StringIO().read("x")):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
print(isinstance(s, io.TextIOBase), isinstance(s, io.IOBase), issubclass(io.BytesIO, io.BufferedIOBase), issubclass(io.UnsupportedOperation, (OSError)))
print("x", "y", file=w, sep="-")
print(repr(w.getvalue()))
w.writelines(["p", "q"])
print(repr(w.getvalue()[-2:]), w.isatty())
