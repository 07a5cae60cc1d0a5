# traceback: the parts of a report that do not depend on the source being there.
import traceback


def inner(x):
    raise ValueError("bad " + x)


def outer():
    try:
        inner("thing")
    except ValueError as e:
        raise KeyError("outer") from e


try:
    outer()
except KeyError as e:
    error = e
te = traceback.TracebackException.from_exception(error)
print(te.exc_type_str, str(te), [f.name for f in te.stack], [f.lineno for f in te.stack])
print(te.__cause__.exc_type_str, str(te.__cause__), te.__suppress_context__, te.__context__ is not None)
print(traceback.format_exception_only(error), traceback.format_exception_only(ValueError("x\ny")),
      traceback.format_exception_only(ValueError()), traceback.format_exception_only(None))
entries = traceback.extract_tb(error.__traceback__)
print(len(entries), entries[0].name, entries[-1].name, [entry[1:3] for entry in entries])
text = "".join(traceback.format_exception(error))
print(text.count("Traceback (most recent call last):"), "direct cause" in text, text.splitlines()[-1])
print(traceback.format_list([("f.py", 3, "fn", "x = 1"), ("g.py", 4, "gn", None)]))
s = traceback.StackSummary.from_list([("f.py", 3, "fn", "x = 1")] * 6)
print("".join(s.format()), end="")
fs = traceback.FrameSummary("f.py", 1, "name", line="  code()  ", locals={"a": 1})
print(fs, fs.line, tuple(fs), fs == ("f.py", 1, "name", "code()"), fs.locals)
noted = ValueError("with notes")
noted.add_note("first\nsecond")
noted.add_note("third")
print("".join(traceback.format_exception(noted)), end="")
group = ExceptionGroup("several", [ValueError(1), ExceptionGroup("more", [TypeError("t"), KeyError("k")])])
print("".join(traceback.format_exception(group)), end="")


class Odd(Exception):
    def __str__(self):
        raise RuntimeError


Odd.__module__ = "some.where"
print(traceback.format_exception_only(Odd()))
try:
    compile("x = = 1", "file.py", "exec")
except SyntaxError as e:
    print("".join(traceback.format_exception_only(e)), end="")
try:
    try:
        1 / 0
    finally:
        {}["missing"]
except KeyError:
    print(traceback.format_exc().splitlines()[-1], "During handling" in traceback.format_exc())
print(list(traceback.TracebackException(ValueError, ValueError("v"), None).format()))
