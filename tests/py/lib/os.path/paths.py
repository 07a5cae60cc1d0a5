# os.path: what it does with text alone.
import os.path as p

for path in ("/a/b.c", "a/b/", "/", "", "//x", "///x", "a//b/../c/./d", "..", "../..", ".bashrc", "a.tar.gz", "/a/.b", "a/b.c/d", "./x", "x..", "...", "/..", "a\0b"):
    print(repr(path), p.split(path), p.splitext(path), p.basename(path), p.dirname(path), p.normpath(path), p.isabs(path), p.splitdrive(path), p.splitroot(path), p.normcase(path))
print(p.join("a", "b", "c"), p.join("a/", "b"), p.join("a", "/b", "c"), p.join("", "b"), p.join("a", ""), p.join("/", "x"), p.join(b"a", b"b"))
print(p.commonprefix(["/usr/lib", "/usr/local", "/us"]), repr(p.commonprefix([])), p.commonpath(["/usr/lib", "/usr/local/x"]), p.commonpath(["a/b", "a/c"]), repr(p.commonpath(["a", "b"])))
print(p.relpath("/a/b/c", "/a/d"), p.relpath("/a", "/a"), p.relpath("/a/b", "/"), p.relpath("/", "/a/b"))
print(p.sep, p.pardir, p.curdir, p.extsep, p.altsep, p.pathsep, p.devnull, p.defpath)
print(p.normpath(b"a/../b"), p.split(b"a/b"), p.splitext(b"a.b"))


class Path:
    def __fspath__(self):
        return "some/path.txt"


print(p.join(Path(), "x"), p.basename(Path()), p.splitext(Path()))
for bad in (lambda: p.join("a", b"b"), lambda: p.join("a", 5), lambda: p.split(5), lambda: p.commonpath([]), lambda: p.commonpath(["/a", "b"]),
            lambda: p.relpath(""), lambda: p.basename(None), lambda: p.commonpath(["a", b"b"]), lambda: p.join(5)):
    try:
        print(bad())
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
