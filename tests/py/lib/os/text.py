# os without files: path protocol, names, the environment, encoding.
import os

print(os.name, os.sep, os.curdir, os.pardir, os.pathsep, repr(os.linesep), os.devnull, os.extsep, os.altsep, os.error is OSError)


class Good:
    def __fspath__(self):
        return "good/path"


class Bad:
    def __fspath__(self):
        return 5


print(os.fspath("a"), os.fspath(b"b"), os.fspath(Good()), isinstance(Good(), os.PathLike), issubclass(str, os.PathLike), os.PathLike[str])
for bad in (lambda: os.fspath(5), lambda: os.fspath(Bad()), lambda: os.fspath(None), lambda: os.PathLike()):
    try:
        print(bad())
    except TypeError as e:
        print("TypeError", e)
print(os.fsencode("é\udcff"), ascii(os.fsdecode(b"\xc3\xa9\xff")), os.fsencode(Good()), os.path.join("a", "b"))
os.environ["NATRIX_TEST"] = "value"
print(os.environ["NATRIX_TEST"], os.getenv("NATRIX_TEST"), os.getenv("NATRIX_NONE"), os.getenv("NATRIX_NONE", "d"), "NATRIX_TEST" in os.environ, os.environb[b"NATRIX_TEST"])
print(os.environ.pop("NATRIX_TEST"), os.environ.get("NATRIX_TEST"), os.environ.setdefault("NATRIX_TEST", "x"), (os.environ | {"NATRIX_Z": "1"})["NATRIX_Z"])
del os.environ["NATRIX_TEST"]
for bad in (lambda: os.environ["NATRIX_TEST"], lambda: os.environ.__setitem__("a", 5), lambda: os.environ.__setitem__("a=b", "c"), lambda: os.environ.__delitem__("NATRIX_TEST"), lambda: os.environ[5]):
    try:
        print(bad())
    except (KeyError, TypeError, ValueError) as e:
        print(type(e).__name__, e)
print(len(os.urandom(5)), type(os.urandom(1)).__name__, os.get_exec_path({"PATH": "/a:/b"}), os.get_exec_path({}), os.strerror(2) != "", os.SEEK_END)
