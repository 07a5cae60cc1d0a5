# A generator that nobody can reach any more is closed: what stands in its finally runs.
import contextlib
import gc
import sys


def steps(name):
    try:
        yield name
    except GeneratorExit:
        print(name, "exit")
        raise
    finally:
        print(name, "finally")


def use(name):
    running = steps(name)
    print(next(running))


use("function")
gc.collect()
running = steps("global")
next(running)
del running
gc.collect()

running = steps("not begun")
del running
gc.collect()
running = steps("over")
print(list(running))
del running
gc.collect()


@contextlib.contextmanager
def managed():
    try:
        yield 5
    finally:
        print("managed")


def within():
    with managed() as value:
        yield value
    print("never")


running = within()
print(next(running))
running = None
gc.collect()


def delegating():
    yield from steps("inner")


running = delegating()
next(running)
running = None
gc.collect()


def failing():
    try:
        yield
    finally:
        1 / 0


def stubborn():
    try:
        yield
    finally:
        yield


sys.unraisablehook = lambda args: print(args.err_msg.partition(" at ")[0], repr(args.exc_value))
for make in (failing, stubborn):
    running = make()
    next(running)
    running = None
    gc.collect()


def kept():
    try:
        yield 1
        yield 2
    finally:
        saved.append(None)


saved = []
running = kept()
next(running)
gc.collect()
print(next(running), saved)
