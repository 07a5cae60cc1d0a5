# Exceptions through awaits, finally in coroutines, cancelled tasks.
import asyncio
log = []
async def step(n, fail=False):
    try:
        await asyncio.sleep(0)
        if fail: raise ValueError(n)
        return n
    finally:
        log.append('finally %d' % n)
async def main():
    try:
        await step(1)
        await step(2, True)
        await step(3)
    except ValueError as e:
        print('caught', e)
    r = await asyncio.gather(step(4), step(5, True), step(6), return_exceptions=True)
    print([repr(x) for x in r])
    async def forever():
        try:
            while True: await asyncio.sleep(0)
        except asyncio.CancelledError:
            log.append('cancelled')
            raise
        finally:
            log.append('cleanup')
    t = asyncio.create_task(forever())
    await asyncio.sleep(0)
    t.cancel()
    try:
        await t
    except asyncio.CancelledError as e:
        print(type(e).__name__, t.cancelled(), t.done())
    async def swallow():
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError:
            return 'swallowed'
    t = asyncio.create_task(swallow())
    await asyncio.sleep(0)
    t.cancel()
    print(await t)
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(step(7))
            tg.create_task(step(8, True))
            tg.create_task(step(9, True))
    except* ValueError as eg:
        print(sorted(e.args[0] for e in eg.exceptions))
    fut = asyncio.get_running_loop().create_future()
    asyncio.get_running_loop().call_soon(fut.set_result, 'future result')
    print(await fut, fut.done())
    shield = asyncio.shield(step(10))
    print(await shield)
asyncio.run(main())
print(log)
