# io.BytesIO at its edges: sizes, positions behind the end, views, subclasses, state.
import io


def t(f, *args, **kw):
    try:
        r = f(*args, **kw)
        print(repr(r))
        return r
    except Exception as e:
        print(type(e).__name__, e)


class Index:
    def __init__(self, n):
        self.n = n

    def __index__(self):
        return self.n


class Bad:
    def __index__(self):
        raise KeyError("bad")


b = io.BytesIO(b"one\ntwo\nthree")
for size in (None, -1, 0, 2, 100, True, Index(3), Bad(), "x", 2.0, 2**80):
    for name in ("read", "read1", "readline", "readlines"):
        b.seek(1)
        print(name, end=" ")
        t(getattr(b, name), size)
        print(b.tell(), end=" ")
for size in (None, 20, 5, True, Index(3), Bad(), "x", -3, 0):
    b = io.BytesIO(b"0123456789")
    b.seek(7)
    t(b.truncate, size)
    print(b.getvalue(), b.tell())
b = io.BytesIO()
for args in ((5,), (-1,), (-1, 1), (3, 1), (-2, 2), (2, 2), (0, 3), (0, -1), ("a",), (1.0,), (2**70,), (Index(4),), ()):
    t(b.seek, *args)
t(b.seek, 2**62)
t(b.write, b"")
t(b.read)
t(b.readline)
t(b.tell)
t(b.getvalue)
b.seek(3)
t(b.write, bytearray(b"ab"))
t(b.getvalue)
for what in ("text", 5, None, [1], memoryview(b"abcd")[::2], memoryview(b"xyz")):
    b = io.BytesIO(b"abcdef")
    t(b.write, what)
    print(b.getvalue())
    t(lambda: type(io.BytesIO(what)))
t(lambda: io.BytesIO(initial_bytes=b"key").read())
t(lambda: io.BytesIO(initial_bytes=None).read())
t(io.BytesIO, b"a", b"b")
t(io.BytesIO, other=1)
b = io.BytesIO(b"abcdef")
for target in (bytearray(3), bytearray(0), bytearray(9), b"abc", "abc", None, memoryview(bytearray(4))[1:3]):
    b.seek(1)
    t(b.readinto, target)
    print(target if type(target) is not memoryview else bytes(target), b.tell())
b.seek(100)
t(b.readinto, bytearray(2))
view = b.getbuffer()
print(len(view), view.readonly, bytes(view))
view[1] = 88
b.seek(0)
for act in (lambda: b.write(b"q"), lambda: b.truncate(1), lambda: b.close(), lambda: b.truncate(99)):
    t(act)
print(b.getvalue(), b.read(2), b.closed)
view.release()
t(b.write, b"Q")
print(b.getvalue())
same = b.getvalue()
shared = io.BytesIO(same)
print(shared.getvalue() is same, shared.read() is same)
shared.write(b"more")
print(same, shared.getvalue())
b = io.BytesIO(b"a\nb\n\nc")
print(next(b), list(b), list(b))
t(next, b)
b.seek(0)
print(b.readlines(3), b.readlines(), [x for x in io.BytesIO(b"\n\n")])
with io.BytesIO(b"x") as c:
    print(c.closed, c.isatty(), c.readable(), c.writable(), c.seekable(), c.flush(), repr(c)[:12])
for name, args in (("read", ()), ("read1", ()), ("readline", ()), ("readlines", ()), ("readinto", (bytearray(1),)), ("write", (b"",)),
                   ("seek", (0,)), ("tell", ()), ("truncate", ()), ("getvalue", ()), ("getbuffer", ()), ("flush", ()), ("isatty", ()),
                   ("readable", ()), ("writelines", ([],)), ("__enter__", ()), ("__next__", ()), ("close", ()),
                   ("__getstate__", ()), ("fileno", ()), ("detach", ())):
    print(name, end=" ")
    t(getattr(c, name), *args)
print(c.closed)


class Tagged(io.BytesIO):
    def __init__(self, data, tag):
        super().__init__(data)
        self.tag = tag

    def readline(self, *args):
        return b"<" + super().readline(*args) + b">"


d = Tagged(b"l1\nl2", tag="T")
print(d.readline(), d.tag, d.read(), isinstance(d, io.BufferedIOBase), isinstance(d, io.BytesIO))
d.seek(2)
s = io.BytesIO(b"state")
s.seek(2)
s.extra = 1
print(s.__getstate__())
r = io.BytesIO()
r.__setstate__(s.__getstate__())
print(r.getvalue(), r.tell(), r.extra)
for state in (b"x", (b"x",), (b"x", "p", None), (b"x", -1, None), (b"x", 1, 5), ("x", 1, None)):
    t(r.__setstate__, state)
t(io.BytesIO.read, 5)
t(io.BytesIO(b"").read, 1, 2)
t(io.BytesIO(b"").write)
t(lambda: io.BytesIO().closed)
big = io.BytesIO()
for i in range(2000):
    big.write(b"%d," % i)
print(len(big.getvalue()), big.getvalue()[-10:])
