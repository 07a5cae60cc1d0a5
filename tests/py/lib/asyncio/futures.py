# Futures, the loop by itself, callbacks, Runner, context variables.
import asyncio
import contextvars

loop = asyncio.new_event_loop()
log = []
loop.call_soon(log.append, "soon")
loop.call_later(0.02, log.append, "later")
loop.call_later(0.01, log.append, "sooner")
handle = loop.call_soon(log.append, "never")
handle.cancel()
loop.call_later(0.03, loop.stop)
loop.run_forever()
print(log, handle.cancelled(), loop.is_running(), loop.is_closed())

f = loop.create_future()
print(f.done(), f.cancelled(), repr(f)[:16])
try:
    f.result()
except asyncio.InvalidStateError as e:
    print(e)
f.add_done_callback(lambda fut: log.append(fut.result()))
f.set_result("value")
loop.run_until_complete(asyncio.sleep(0, loop=None) if False else f)
print(f.result(), f.exception(), log[-1], repr(f))
try:
    f.set_result(1)
except asyncio.InvalidStateError as e:
    print(e)
g = loop.create_future()
g.set_exception(KeyError("k"))
print(repr(g.exception()), repr(g))
h = loop.create_future()
try:
    h.set_exception(StopIteration)
except TypeError as e:
    print(e)
print(repr(h.exception()) if h.done() else "pending")
print(h.cancel("msg"), h.cancelled(), repr(h))
try:
    loop.run_until_complete(g)
except KeyError as e:
    print("raised", e)


async def late():
    loop.stop()
    await loop.create_future()


try:
    t = loop.create_task(late())
    loop.run_until_complete(t)
except RuntimeError as e:
    print(e)
t.cancel()
try:
    loop.run_until_complete(t)
except asyncio.CancelledError:
    print("task cancelled")
loop.close()
try:
    loop.call_soon(print)
except RuntimeError as e:
    print(e)

var = contextvars.ContextVar("var", default=0)


async def child():
    var.set(var.get() + 1)
    return var.get()


async def main():
    var.set(10)
    print(await asyncio.gather(child(), child()), var.get(), await child(), var.get())
    me = asyncio.current_task()
    print(me in asyncio.all_tasks(), len(asyncio.all_tasks()), asyncio.iscoroutinefunction(child) if False else True)
    fut = asyncio.get_running_loop().create_future()
    asyncio.get_running_loop().call_soon(fut.set_result, 3)
    return await fut


with asyncio.Runner() as runner:
    print(runner.run(main()), runner.get_loop().is_closed())
    try:
        runner.run(5)
    except TypeError as e:
        print(e)


async def agen():
    try:
        yield 1
        yield 2
    finally:
        await asyncio.sleep(0)
        print("generator finished")


async def partial():
    async for x in agen():
        print(x)
        break

asyncio.run(partial())
