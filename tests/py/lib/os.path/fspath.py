# os.fspath and os.path.splitroot: texts, bytes, objects that stand for paths, and what is none.
import os
import os.path as p


class Text(str):
    def __fspath__(self):
        return "not asked"


class Data(bytes): ...


class Path:
    def __init__(self, path):
        self.path = path
    def __fspath__(self):
        if isinstance(self.path, Exception):
            raise self.path
        return self.path


class Without:
    __fspath__ = None


def show(f, *args, **keywords):
    try:
        result = f(*args, **keywords)
    except Exception as error:
        print(type(error).__name__, error)
    else:
        kinds = [type(part).__name__ for part in result] if type(result) is tuple else type(result).__name__
        print(ascii(result), kinds)


for f in (os.fspath, p.splitroot):
    for path in ("", "/", "//", "///", "////x", "/a/b", "//a", "a//", "é/ü", "/é", "\ud800", "a\0b", Text("//t"), Text("t")):
        show(f, path)
        show(f, Path(path))
        data = path.encode("utf-8", "surrogatepass")
        show(f, data)
        show(f, Data(data))
    for path in (5, None, 1.5, bytearray(b"x"), memoryview(b"x"), str, Path, Path(5), Path(None), Path(KeyError("k")), Path(Path("x")), ["x"]):
        show(f, path)
    show(f)
    show(f, "a", "b")
    show(f, "a", x=1)
    show(f, x=1)
try:
    os.fspath(Without())
except TypeError:
    print("TypeError")
show(os.fspath, path="a")
show(p.splitroot, p="/a")
text = Text("/a")
print(os.fspath(text) is text, p.isabs(text), p.isabs(b"a"), p.splitdrive("/a"))
for f in (p.isabs, p.abspath, p.normcase, p.basename, p.splitdrive, p.dirname):
    show(f, 5)
    show(f, Path("/x/y"))
    show(f, Path(b"/x/y"))
