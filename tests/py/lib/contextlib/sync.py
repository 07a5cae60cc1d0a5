# Context managers: decorated generators, suppress, closing, redirection, nullcontext, ExitStack.
import contextlib
import io
import sys


@contextlib.contextmanager
def tag(name):
    print("<" + name + ">")
    try:
        yield name.upper()
    except ValueError as e:
        print("caught", e)
    finally:
        print("</" + name + ">")


with tag("a") as t:
    print(t)
with tag("b"):
    raise ValueError("inside")


@tag("deco")
def decorated(x):
    return x + 1


print(decorated(1), decorated(2), decorated.__name__)


@contextlib.contextmanager
def broken(how):
    if how == "no yield":
        return
    yield 1
    if how == "two yields":
        yield 2


for how in ("no yield", "two yields"):
    try:
        with broken(how):
            pass
    except RuntimeError as e:
        print("RuntimeError", e)


@contextlib.contextmanager
def swallow():
    try:
        yield
    except ZeroDivisionError:
        yield


try:
    with swallow():
        1 / 0
except RuntimeError as e:
    print("RuntimeError", e, type(e.__context__).__name__)

with contextlib.suppress(KeyError, IndexError):
    {}["x"]
print("suppressed")
try:
    with contextlib.suppress(KeyError, ValueError):
        raise ExceptionGroup("g", [KeyError(1), TypeError("t"), ValueError("v")])
except ExceptionGroup as g:
    print(repr(g))


class Thing:
    def close(self):
        print("closed")


with contextlib.closing(Thing()) as thing:
    print(type(thing).__name__)
with contextlib.nullcontext(5) as five:
    print(five)
out = io.StringIO()
with contextlib.redirect_stdout(out):
    print("hidden")
with contextlib.redirect_stderr(out):
    print("error", file=sys.stderr)
print(repr(out.getvalue()))

with contextlib.ExitStack() as stack:
    print(stack.enter_context(tag("x")), stack.enter_context(tag("y")))
    stack.callback(print, "callback", sep="-")
    stack.push(lambda *exc: print("exit", exc[0]) or True)
    raise KeyError("gone")
with contextlib.ExitStack() as stack:
    stack.callback(print, "never now")
    kept = stack.pop_all()
print("later")
kept.close()
try:
    with contextlib.ExitStack() as stack:
        stack.enter_context(5)
except TypeError as e:
    print("TypeError", e)
print(isinstance(stack, contextlib.AbstractContextManager),
      issubclass(Thing, contextlib.AbstractContextManager))


class Both(contextlib.ContextDecorator):
    def __enter__(self):
        print("enter")

    def __exit__(self, *exc):
        print("exit", exc[0] and exc[0].__name__)
        return True


@Both()
def fails():
    raise OSError


print(fails())
try:
    with contextlib.ExitStack() as stack:
        @stack.callback
        def late():
            raise ValueError("second")
        raise TypeError("first")
except ValueError as e:
    print(repr(e), repr(e.__context__))
