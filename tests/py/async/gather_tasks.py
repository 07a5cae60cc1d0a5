# gather, create_task, ordering of sleeps, results and exceptions.
import asyncio
log = []
async def work(name, delay, fail=False):
    log.append('start ' + name)
    await asyncio.sleep(delay)
    log.append('end ' + name)
    if fail:
        raise ValueError(name)
    return name.upper()
async def main():
    print(await asyncio.gather(work('a', 0.02), work('b', 0.001), work('c', 0.01)))
    print(log)
    log.clear()
    t = asyncio.create_task(work('t', 0))
    print(t.done())
    await asyncio.sleep(0.001)
    print(t.done(), t.result(), await t)
    print(await asyncio.gather(work('x', 0), work('y', 0, True), return_exceptions=True))
    try:
        await asyncio.gather(work('p', 0.001, True), work('q', 0))
    except ValueError as e:
        print('gather raised', e)
    try:
        await asyncio.wait_for(work('slow', 5), 0.001)
    except TimeoutError as e:
        print(type(e).__name__, repr(str(e)))
    t = asyncio.create_task(work('cancelled', 5))
    await asyncio.sleep(0)
    print(t.cancel())
    try:
        await t
    except asyncio.CancelledError:
        print('cancelled', t.cancelled())
    print(log)
asyncio.run(main())
