# Locks, events, conditions, semaphores, barriers, queues.
import asyncio


async def locks():
    lock, log = asyncio.Lock(), []

    async def user(name):
        async with lock:
            log.append(name + " in")
            await asyncio.sleep(0)
            log.append(name + " out")
    await asyncio.gather(user("a"), user("b"))
    print(log, lock.locked())
    try:
        lock.release()
    except RuntimeError as e:
        print(e)


async def conditions():
    cond, items = asyncio.Condition(), []

    async def consumer():
        async with cond:
            await cond.wait_for(lambda: items)
            return items.pop()
    t = asyncio.create_task(consumer())
    await asyncio.sleep(0)
    async with cond:
        items.append("item")
        cond.notify_all()
    print(await t)
    try:
        cond.notify()
    except RuntimeError as e:
        print(e)


async def semaphores():
    sem, most, now = asyncio.Semaphore(2), 0, 0

    async def user():
        nonlocal most, now
        async with sem:
            now += 1
            most = max(most, now)
            await asyncio.sleep(0)
            now -= 1
    await asyncio.gather(*[user() for _ in range(6)])
    print(most, sem.locked())
    try:
        asyncio.BoundedSemaphore(1).release()
    except ValueError as e:
        print(e)


async def barriers():
    bar = asyncio.Barrier(3)

    async def party():
        return await bar.wait()
    print(sorted(await asyncio.gather(*[party() for _ in range(3)])), bar.n_waiting, bar.parties, bar.broken)
    t = asyncio.create_task(party())
    await asyncio.sleep(0)
    await bar.abort()
    try:
        await t
    except asyncio.BrokenBarrierError as e:
        print("broken", e)


async def queues():
    q = asyncio.Queue(2)

    async def producer():
        for i in range(5):
            await q.put(i)
        q.shutdown()
    asyncio.create_task(producer())
    got = []
    try:
        while True:
            got.append(await q.get())
            q.task_done()
    except asyncio.QueueShutDown as e:
        print(got, repr(e))
    await q.join()
    p, l = asyncio.PriorityQueue(), asyncio.LifoQueue()
    for x in (3, 1, 2):
        p.put_nowait(x)
        l.put_nowait(x)
    print([p.get_nowait() for _ in range(3)], [l.get_nowait() for _ in range(3)], p.empty(), l.qsize())
    for bad in (p.get_nowait, lambda: [asyncio.Queue(1).put_nowait(1)], p.task_done):
        try:
            for _ in range(4):
                print(bad())
        except (asyncio.QueueEmpty, ValueError) as e:
            print(type(e).__name__, e)


async def events():
    e = asyncio.Event()

    async def waiter():
        await e.wait()
        return "set"
    t = asyncio.create_task(waiter())
    await asyncio.sleep(0)
    print(e.is_set(), t.done())
    e.set()
    print(await t, e.is_set(), await e.wait())


async def main():
    for part in (locks, conditions, semaphores, barriers, queues, events):
        print("--", part.__name__)
        await part()

asyncio.run(main())
