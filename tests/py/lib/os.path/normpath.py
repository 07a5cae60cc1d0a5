# os.path.normpath: every way to put few components together, and what is no text.
import itertools
import os.path as p

for n in range(5):
    for parts in itertools.product(["a", ".", "..", "", "b.."], repeat=n):
        for root in ("", "/", "//", "///"):
            path = root + "/".join(parts)
            print(path, p.normpath(path), end="; ")
            assert p.normpath(path.encode()) == p.normpath(path).encode()
    print()

name = "name" * 30
for path in ("é/../ü//x/", "\U0001f40d/./\ud800/..", "a\0/../b\0", f"/{name}/../{name}//{name}/./x/{name}/..", "../" * 300 + "x", "x/" * 300 + "../" * 299, "/" * 500, "./" * 200):
    print(ascii(p.normpath(path)), len(p.normpath(path)))
    print(p.normpath(path.encode("utf-8", "surrogatepass")))


class Text(str): ...
class Data(bytes): ...


class Path:
    def __init__(self, path):
        self.path = path
    def __fspath__(self):
        if isinstance(self.path, Exception):
            raise self.path
        return self.path


class Both(str):
    def __fspath__(self):
        return "not asked"


print(type(p.normpath(Text("a"))), type(p.normpath(Data(b"a"))), p.normpath(Both("x/../y")), p.normpath(path="k/"))
for args in ((Path("a/../b"),), (Path(b"/a/.."),), (Path(Text("q/")),), (5,), (None,), (bytearray(b"a"),), (memoryview(b"a"),), (Path(5),), (Path(Path("x")),), (Path(KeyError("x")),), (), ("a", "b")):
    try:
        print(repr(p.normpath(*args)))
    except Exception as error:
        print(type(error).__name__, error)
for path, start in (("a/b/../c", "a/d"), ("/x//y", "/"), ("//a", "/a"), (b"/a/b", b"/c"), ("/a/é", "/a/ü/.")):
    print(p.relpath(path, start))
print(p.abspath("/a/./b/../c/"), p.abspath(b"//x/.."), p.abspath(Path("/x/../y")))
