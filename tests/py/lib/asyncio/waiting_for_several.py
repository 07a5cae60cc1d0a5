# wait, as_completed, gather, shield and wait_for: results, failures, cancellations, time limits.
import asyncio


async def item(n, delay=0.0, error=None):
    try:
        await asyncio.sleep(delay)
    except asyncio.CancelledError:
        print("cancelled", n)
        raise
    if error:
        raise error
    return n


def names(tasks):
    return sorted(task.get_name() for task in tasks)


async def waits():
    for how in (asyncio.ALL_COMPLETED, asyncio.FIRST_COMPLETED, asyncio.FIRST_EXCEPTION):
        long = 0.02 if how == asyncio.ALL_COMPLETED else 90
        tasks = [asyncio.create_task(item(n, delay, KeyError(n) if n == 1 else None),
                                     name=f"t{n}") for n, delay in enumerate((0, 0.01, long))]
        if how == asyncio.FIRST_COMPLETED:
            tasks[1].cancel()
        done, pending = await asyncio.wait(tasks, return_when=how)
        print(how, names(done), names(pending))
        for task in pending:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    tasks = [asyncio.create_task(item(n, n * 30), name=f"t{n}") for n in (0, 3)]
    done, pending = await asyncio.wait(tasks, timeout=0.05)
    print(names(done), names(pending))
    pending.pop().cancel()
    for wrong in ([], tasks[0], [item(1)]):
        try:
            await asyncio.wait(wrong)
        except (TypeError, ValueError) as error:
            print(type(error).__name__, error)
            if isinstance(wrong, list) and wrong:
                wrong[0].close()
    try:
        await asyncio.wait(tasks, return_when="x")
    except ValueError as error:
        print(error)


async def completed():
    async for task in asyncio.as_completed([asyncio.create_task(item(n, (3 - n) / 50))
                                            for n in range(3)]):
        print("done", await task)
    for coro in asyncio.as_completed([item(1, 0.04), item(2, 0.0)]):
        print("result", await coro)
    try:
        for coro in asyncio.as_completed([item(1), item(2, 9)], timeout=0.3):
            print("in time", await coro)
    except TimeoutError as error:
        print("late", repr(error))
    print([x async for x in asyncio.as_completed([])])


async def gathers():
    print(await asyncio.gather(), await asyncio.gather(item(1), item(2)))
    print(await asyncio.gather(item(1), item(2, 0, KeyError("k")), return_exceptions=True))
    try:
        await asyncio.gather(item(1, 0.02), item(2, 0, ValueError("v")))
    except ValueError as error:
        print("raised", error)
    task = asyncio.create_task(item(3, 9))
    asyncio.get_running_loop().call_soon(task.cancel)
    print(await asyncio.gather(task, item(4), return_exceptions=True))
    task = asyncio.create_task(item(3, 9))
    asyncio.get_running_loop().call_later(0.01, task.cancel, "why")
    print(await asyncio.gather(task, task, return_exceptions=True))
    both = asyncio.gather(item(5, 9), item(6, 9))
    asyncio.get_running_loop().call_later(0.01, both.cancel)
    try:
        await both
    except asyncio.CancelledError as error:
        print("cancelled both", error.args, both.cancelled())


async def shields():
    inner = asyncio.create_task(item(7, 0.02))
    outer = asyncio.shield(inner)
    asyncio.get_running_loop().call_soon(outer.cancel)
    try:
        await outer
    except asyncio.CancelledError:
        print("outer cancelled", inner.cancelled(), await inner)
    print(await asyncio.shield(item(8)))
    for timeout, delay in ((0, 90), (0.01, 90), (None, 0.01), (90, 0)):
        try:
            print(await asyncio.wait_for(item(9, delay), timeout))
        except TimeoutError as error:
            print(timeout, repr(error), type(error.__cause__).__name__)
    done = asyncio.get_running_loop().create_future()
    done.set_result("at once")
    print(await asyncio.wait_for(done, -1))
    try:
        await asyncio.wait_for(3, 1)
    except TypeError as error:
        print(error)


for part in (waits, completed, gathers, shields):
    asyncio.run(part())
