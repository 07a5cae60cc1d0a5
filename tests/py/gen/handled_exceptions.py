# What a generator handles while it waits is its own, even when its caller handles the very same exception.
import sys
def g():
    try: 1/0
    except ZeroDivisionError:
        yield sys.exception()
        yield sys.exception()
        raise
it = g()
print(repr(next(it)), repr(next(it)))
try: next(it)
except Exception as e: print("got", repr(e))
def h():
    try:
        yield 1
    except Exception as exc:
        print(repr(sys.exception()), exc.__context__)
        yield 2
        print(repr(sys.exception()))
        yield 3
        raise
m = h(); next(m)
try: raise ValueError("v")
except Exception as exc:
    print(m.throw(exc), repr(sys.exception()))
print(repr(sys.exception()))
print(next(m))
try: next(m)
except ValueError as e: print("again", repr(e), e.__context__)
def k():
    print(repr(sys.exception()))
    yield
    print(repr(sys.exception()))
    try:
        raise KeyError(1)
    except KeyError as e:
        print(repr(e.__context__), repr(sys.exception()))
        yield
        print(repr(sys.exception()))
    yield
    print(repr(sys.exception()))
it = k()
next(it)
try: raise TypeError("outer")
except TypeError:
    next(it)
    print(repr(sys.exception()))
try: raise OSError("second")
except OSError:
    next(it)
    print(repr(sys.exception()))
next(it, 0)
T=None
class SignalAndYieldFromTest:
    def generator1(self):
        return (yield from self.generator2())
    def generator2(self):
        try:
            yield
        except KeyboardInterrupt:
            return "PASSED"
        else: return "FAILED"
gen = SignalAndYieldFromTest().generator1(); gen.send(None)
try: gen.throw(KeyboardInterrupt)
except BaseException as e: print(repr(e), e.value)


def nested():
    try:
        yield 1
    except ValueError as first:
        try:
            yield repr(sys.exception())
        except ValueError as second:
            print(first is second, second.__context__)
            yield repr(sys.exception())
        print(repr(sys.exception()))
        yield 2
        try:
            yield 3
        finally:
            print("finally", repr(sys.exception()))
            yield 4
            print("still", repr(sys.exception()))


it = nested()
next(it)
try:
    raise ValueError("same")
except ValueError as e:
    print(it.throw(e))
    print(it.throw(e))
    print(repr(sys.exception()))
print(next(it), repr(sys.exception()))
print(next(it))
try:
    raise ValueError("other")
except ValueError as e:
    print(it.throw(e))
try:
    next(it)
except ValueError as e:
    print("out", repr(e), repr(e.__context__), repr(sys.exception()))


def inner():
    try:
        yield
    except KeyError:
        yield "handled"
        raise


def outer():
    yield from inner()


it = outer()
next(it)
try:
    raise KeyError("k")
except KeyError as e:
    print(it.throw(e))
    print(repr(sys.exception()))
try:
    next(it)
except KeyError as e:
    print("again", repr(e))
import contextlib


@contextlib.contextmanager
def managed():
    try:
        yield
    except ValueError:
        print("in manager", repr(sys.exception()))
        raise


try:
    with managed():
        raise ValueError("through")
except ValueError as e:
    print(repr(e), e.__context__)


async def agen():
    try:
        yield 1
    except ValueError:
        yield repr(sys.exception())
        yield repr(sys.exception())
        raise


async def use():
    it = agen()
    print(await it.__anext__())
    try:
        raise ValueError("async")
    except ValueError as e:
        print(await it.athrow(e))
    print(await it.__anext__())
    try:
        await it.__anext__()
    except ValueError as e:
        print("raised", repr(e))


try:
    use().send(None)
except StopIteration:
    pass
