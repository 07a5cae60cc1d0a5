# What was an argument or a result of a call that is over is garbage, also when the collection is asked
# for further out.
import gc
import weakref


class Thing:
    pass


def same(x):
    return x


def collect():
    for _ in range(2):
        gc.collect()


def argument():
    thing = Thing()
    ref = weakref.ref(thing)
    same(thing)
    thing = None
    collect()
    return ref()


def method():
    thing = Thing()
    ref = weakref.ref(thing)
    [].append(thing)
    "{}".format(thing)
    thing = None
    collect()
    return ref()


def generator():
    def steps():
        thing = Thing()
        yield weakref.ref(thing)

    running = steps()
    ref = next(running)
    running = None
    collect()
    return ref()


def exception():
    class Error(Exception):
        pass

    def fail():
        try:
            raise Error(thing)
        except Error:
            yield

    thing = Thing()
    ref = weakref.ref(thing)
    running = fail()
    next(running)
    running = thing = None
    collect()
    return ref()


print(argument(), method(), generator(), exception())
