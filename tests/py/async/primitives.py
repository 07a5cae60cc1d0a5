# Queue, Lock, Event, Semaphore, TaskGroup, timeout.
import asyncio
async def producer(q, n):
    for i in range(n):
        await q.put(i)
    await q.put(None)
async def consumer(q):
    out = []
    while (x := await q.get()) is not None:
        out.append(x)
    return out
async def locked(lock, name, log):
    async with lock:
        log.append(name + ' in')
        await asyncio.sleep(0)
        log.append(name + ' out')
async def main():
    q = asyncio.Queue(2)
    print((await asyncio.gather(producer(q, 5), consumer(q)))[1])
    lock, log = asyncio.Lock(), []
    await asyncio.gather(*(locked(lock, n, log) for n in 'abc'))
    print(log)
    ev = asyncio.Event()
    async def waiter():
        await ev.wait()
        return 'woken'
    t = asyncio.create_task(waiter())
    await asyncio.sleep(0)
    ev.set()
    print(await t)
    sem, active, peak = asyncio.Semaphore(2), 0, 0
    async def limited():
        nonlocal active, peak
        async with sem:
            active += 1
            peak = max(peak, active)
            await asyncio.sleep(0)
            active -= 1
    await asyncio.gather(*(limited() for _ in range(6)))
    print('peak', peak)
    async with asyncio.TaskGroup() as tg:
        a, b = tg.create_task(asyncio.sleep(0, 1)), tg.create_task(asyncio.sleep(0, 2))
    print(a.result() + b.result())
    async def fail(n): raise ValueError(n)
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(fail(1))
            tg.create_task(asyncio.sleep(9))
    except* ValueError as e:
        print(repr(e))
    try:
        async with asyncio.timeout(0.001):
            await asyncio.sleep(9)
    except TimeoutError:
        print('timeout')
asyncio.run(main())
