# Asynchronous context managers, run by hand.
import contextlib


def run(coro):
    try:
        while True:
            coro.send(None)
    except StopIteration as e:
        return e.value


@contextlib.asynccontextmanager
async def tag(name):
    print("<" + name + ">")
    try:
        yield name.upper()
    except ValueError as e:
        print("caught", e)
    finally:
        print("</" + name + ">")


@tag("deco")
async def decorated(x):
    return x + 1


class Closer:
    async def aclose(self):
        print("aclosed")


async def gen():
    try:
        yield 1
        yield 2
    finally:
        print("generator closed")


async def late(*args, **kw):
    print("late", args, kw)


async def leave(*exc):
    print("leave", exc[0])
    return True


async def main():
    async with tag("a") as t:
        print(t)
    async with tag("b"):
        raise ValueError("inside")
    print(await decorated(1), await decorated(2))
    async with contextlib.aclosing(Closer()) as c:
        print(type(c).__name__)
    async with contextlib.aclosing(gen()) as g:
        async for x in g:
            print(x)
            break
    async with contextlib.nullcontext(3) as three:
        print(three)
    async with contextlib.AsyncExitStack() as stack:
        print(await stack.enter_async_context(tag("x")))
        stack.push_async_callback(late, 1, k=2)
        stack.callback(print, "sync")
        stack.push_async_exit(leave)
        raise KeyError(1)
    try:
        async with contextlib.AsyncExitStack() as stack:
            await stack.enter_async_context(1)
    except TypeError as e:
        print("TypeError", e)
    print(isinstance(stack, contextlib.AbstractAsyncContextManager))


run(main())
