# Producers, workers, semaphores and results in order.
import asyncio
async def worker(name, q, out):
    while True:
        item = await q.get()
        if item is None:
            q.task_done()
            return
        await asyncio.sleep(0)
        out.append((name, item * item))
        q.task_done()
async def main():
    q, out = asyncio.Queue(maxsize=3), []
    workers = [asyncio.create_task(worker(f'w{i}', q, out)) for i in range(2)]
    for i in range(6):
        await q.put(i)
    await q.join()
    for _ in workers:
        await q.put(None)
    await asyncio.gather(*workers)
    print(sorted(v for _, v in out), q.empty(), q.qsize(), sorted({n for n, _ in out}))
    async def timed(d, v):
        await asyncio.sleep(d)
        return v
    tasks = [asyncio.create_task(timed(d, d)) for d in (0.03, 0.01, 0.02)]
    print([await t for t in asyncio.as_completed(tasks)])
    done, pending = await asyncio.wait([asyncio.create_task(timed(0.001, 'fast')), asyncio.create_task(timed(5, 'slow'))], return_when=asyncio.FIRST_COMPLETED)
    print([t.result() for t in done], len(pending))
    for p in pending: p.cancel()
    pq = asyncio.PriorityQueue()
    for x in (3, 1, 2): pq.put_nowait(x)
    print([pq.get_nowait() for _ in range(3)])
    try:
        pq.get_nowait()
    except asyncio.QueueEmpty as e:
        print(type(e).__name__)
    full = asyncio.Queue(1)
    full.put_nowait(1)
    try:
        full.put_nowait(2)
    except asyncio.QueueFull as e:
        print(type(e).__name__, full.full())
    cond, ready = asyncio.Condition(), []
    async def consumer(n):
        async with cond:
            await cond.wait_for(lambda: ready)
            return n, ready[0]
    cs = [asyncio.create_task(consumer(n)) for n in range(2)]
    await asyncio.sleep(0)
    async with cond:
        ready.append('go')
        cond.notify_all()
    print(await asyncio.gather(*cs))
asyncio.run(main())
