# Tasks: gather, cancelling, timeouts, groups, wait, as_completed, shield.
import asyncio


async def work(n, delay=0.0, fail=None):
    await asyncio.sleep(delay)
    if fail:
        raise fail
    return n


async def order():
    log = []

    async def step(name, turns):
        for i in range(turns):
            log.append(name + str(i))
            await asyncio.sleep(0)
        return name
    print(await asyncio.gather(step("a", 2), step("b", 3)), log)


async def cancelling():
    started = asyncio.Event()

    async def victim():
        try:
            started.set()
            await asyncio.sleep(100)
        except asyncio.CancelledError as e:
            print("cancelled", e.args)
            raise
        finally:
            print("cleanup")
    t = asyncio.create_task(victim(), name="victim")
    await started.wait()
    print(t.get_name(), t.done(), t.cancel("why"), t.cancelling())
    try:
        await t
    except asyncio.CancelledError as e:
        print("awaited", e.args)
    print(t.cancelled(), t.done(), t.cancel(), t.uncancel())
    for ask in (t.result, t.exception):
        try:
            ask()
        except asyncio.CancelledError as e:
            print(repr(e))


async def timeouts():
    try:
        await asyncio.wait_for(asyncio.sleep(10), 0.01)
    except TimeoutError as e:
        print("timeout", repr(e))
    print(await asyncio.wait_for(work(5), 1))
    try:
        async with asyncio.timeout(0.01) as t:
            await asyncio.sleep(10)
    except TimeoutError:
        print("expired", t.expired())
    async with asyncio.timeout(None) as t:
        t.reschedule(None)
        await asyncio.sleep(0)
    print(t.expired(), t.when())


async def groups():
    async with asyncio.TaskGroup() as tg:
        a, b = tg.create_task(work(1)), tg.create_task(work(2, 0.01))
    print(a.result(), b.result())
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(work(1, 0, ValueError("v")))
            tg.create_task(work(1, 0, TypeError("t")))
            slow = tg.create_task(work(1, 10))
    except* ValueError as g:
        print(repr(g))
    except* TypeError as g:
        print(repr(g))
    print(slow.cancelled())
    try:
        tg.create_task(work(1))
    except RuntimeError as e:
        print(str(e)[-12:])


async def waiting():
    ts = [asyncio.create_task(work(i, d)) for i, d in enumerate((0.03, 0, 0.01))]
    done, pending = await asyncio.wait(ts, return_when=asyncio.FIRST_COMPLETED)
    print(sorted(t.result() for t in done), len(pending))
    done, pending = await asyncio.wait(ts)
    print(sorted(t.result() for t in done), len(pending))
    print([await c for c in asyncio.as_completed([work(1, 0.03), work(2), work(3, 0.01)])])
    got = await asyncio.gather(work(1), work(2, 0, KeyError("k")), return_exceptions=True)
    print(got)
    try:
        await asyncio.gather(work(1), work(2, 0, KeyError("k")))
    except KeyError as e:
        print(repr(e))
    inner = asyncio.create_task(work("kept", 0.01))
    outer = asyncio.create_task(asyncio.wait_for(asyncio.shield(inner), 0.001))
    try:
        await outer
    except TimeoutError:
        print("outer timed out", await inner)
    print(await asyncio.to_thread(lambda a, b: a + b, 1, b=2))


async def main():
    for part in (order, cancelling, timeouts, groups, waiting):
        print("--", part.__name__)
        await part()
    return "done"


print(asyncio.run(main()))
try:
    asyncio.run(main)
except (TypeError, ValueError) as e:
    print(type(e).__name__, str(e)[:40])
try:
    asyncio.get_running_loop()
except RuntimeError as e:
    print(e)
