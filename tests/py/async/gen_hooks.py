# sys.set_asyncgen_hooks: who is told of asynchronous generators.
import gc
import sys


async def agen():
    try:
        yield 1
        yield 2
    finally:
        print("finally")


def first(gen):
    print("first", gen.__name__)


def drive(coro):
    try:
        coro.send(None)
    except StopIteration as e:
        return e.value


print(sys.get_asyncgen_hooks(), tuple(sys.get_asyncgen_hooks()))
for args in ((5,), (None, 5)):
    try:
        sys.set_asyncgen_hooks(*args)
    except TypeError as e:
        print(e)
sys.set_asyncgen_hooks(firstiter=first)
print(sys.get_asyncgen_hooks().firstiter is first, sys.get_asyncgen_hooks().finalizer)
g = agen()
print(drive(g.__anext__()), drive(g.asend(None)))
h = agen()
print(drive(h.aclose()), drive(h.aclose()))


async def loop():
    return [x async for x in agen()]


print(drive(loop()))
k = agen()
try:
    drive(k.athrow(KeyError("k")))
except KeyError as e:
    print("raised", e)


def fails(gen):
    raise ValueError("hook")


sys.set_asyncgen_hooks(fails)
m = agen()
try:
    m.__anext__()
except ValueError as e:
    print("raised", e)
print(drive(m.__anext__()))

# The finalizer gets generators that are not over.
kept = []
sys.set_asyncgen_hooks(firstiter=None, finalizer=kept.append)
n = agen()
print(drive(n.__anext__()))
over = agen()
print(drive(over.aclose()))
del n, over
gc.collect()
print([gen.__name__ for gen in kept])
print(drive(kept[0].aclose()))
sys.set_asyncgen_hooks(None, None)
print(sys.get_asyncgen_hooks())
for gen in (g, m):
    drive(gen.aclose())
