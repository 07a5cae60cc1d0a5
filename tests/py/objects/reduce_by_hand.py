# What object's __reduce_ex__ and __getstate__ make of objects that are not meant for them.
import types


class Base:
    def __init__(self):
        self.x = 1


class Derived(Base):
    def parent(self):
        return super()


def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


def generator():
    yield


def made(o, protocol):
    r = object.__reduce_ex__(o, protocol)
    return r[0].__name__, r[1:]


objects = [memoryview(b'a'), show.__code__, Derived().parent(), type, int, super, object(), ExceptionGroup('g', [KeyError(1)]),
           generator(), generator, len, slice(1), types.SimpleNamespace(a=1), types.CellType(1), iter([]), int.real]
for o in objects:
    print(type(o).__name__, type(o).__itemsize__)
    show(lambda: made(o, 4))
    show(lambda: made(o, -5))
    show(lambda: object.__getstate__(o))
show(lambda: object.__getstate__(list[int]))
for given in (5, ((1,), {}), (1, 2, 3), (1, 2), ((1,), 2), ((1,), {'a': 2})):
    class C:
        def __getnewargs_ex__(self):
            return given
    show(lambda: made(C(), 2))

    class D:
        def __getnewargs__(self):
            return given
    show(lambda: made(D(), 2))
