# The end of a program: exit functions from the last to the first, then whatever has a finalizer.
import atexit
import weakref


def told(*args, **kwargs):
    print("told", args, kwargs)


assert atexit.register(told, 1, k=2) is told


@atexit.register
def late():
    print("late")
    atexit.register(print, "registered too late")


def often():
    print("never")


class Equal:
    def __call__(self):
        print("never")

    def __eq__(self, other):
        return self is other or other == 5

    __hash__ = object.__hash__


atexit.register(often)
atexit.register(often, 2)
atexit.unregister(often)
atexit.register(Equal())
atexit.unregister(5)
print(atexit._ncallbacks())
try:
    atexit.register(1)
except TypeError as e:
    print(e)


class Thing:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("finalized", self.name, told.__name__)


def generator():
    try:
        yield 1
    finally:
        print("generator closed")


class Plain:
    pass


thing = Thing("kept")
running = generator()
next(running)
plain = Plain()
weakref.finalize(plain, print, "by weakref.finalize")
silent = weakref.finalize(plain, print, "never")
silent.atexit = False
print("end of the program")
