# A little of everything: short enough to be run once for every allocation that may fail.
import asyncio, contextvars

v = contextvars.ContextVar("v", default=0)


async def child(i):
    v.set(i)
    await asyncio.sleep(0)
    if i == 2:
        raise KeyError(i)
    return v.get()


async def main():
    loop = asyncio.get_running_loop()
    f = loop.create_future()
    f.add_done_callback(lambda fut: print("called", fut.result()))
    f.add_done_callback(lambda fut: print("too"))
    loop.call_soon(f.set_result, 5)
    print(await f)
    tasks = [asyncio.create_task(child(i), name=f"t{i}") for i in range(3)]
    for t in tasks:
        try:
            print(t.get_name(), await t)
        except KeyError as e:
            print("raised", e)
    t = asyncio.create_task(asyncio.sleep(10))
    await asyncio.sleep(0)
    t.cancel("enough")
    try:
        await t
    except asyncio.CancelledError as e:
        print("cancelled", e, t.cancelling(), t.cancelled())
    g = loop.create_future()
    g.set_exception(ValueError("x"))
    try:
        await g
    except ValueError as e:
        print("raised", e)


asyncio.run(main())
