# throw() with more than an exception warns; a class that makes no exception is refused inside.
import warnings

warnings.simplefilter("always")


def shown(message, category, filename, lineno, file=None, line=None):
    print(category.__name__, message)


warnings.showwarning = shown


class Wrong(Exception):
    def __new__(cls, *args):
        return args


def steps():
    try:
        yield
    except TypeError as error:
        print("inside", error)
        raise


def attempt(function, *args):
    try:
        print(function(*args))
    except BaseException as error:
        print(repr(error))


for args in ((ValueError,), (ValueError, "x"), (ValueError, "x", None), (ValueError, ("a", "b")),
             (ValueError, KeyError("k")), (ValueError, ValueError("v")), (ValueError("i"),),
             (ValueError("i"), 1), (3,), (3, "x"), (Wrong,), (Wrong, 5), (ValueError, "x", 7)):
    running = steps()
    next(running)
    attempt(running.throw, *args)
    attempt(next, running)


async def coroutine():
    pass


async def items():
    yield


for args in ((ValueError,), (ValueError, "x"), (ValueError("i"),)):
    attempt(coroutine().throw, *args)
    attempt(coroutine().__await__().throw, *args)
    attempt(items().asend(None).throw, *args)
    attempt(items().athrow(KeyError).throw, *args)
    attempt(lambda: items().athrow(*args).send(None))
warnings.simplefilter("error")
running = steps()
next(running)
attempt(running.throw, ValueError, "x")
attempt(next, running)
try:
    raise KeyError from Wrong
except TypeError as error:
    print(error)
try:
    raise Wrong
except TypeError as error:
    print(error)
