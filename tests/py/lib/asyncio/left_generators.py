# An asynchronous generator that is left is closed by the loop that it was first used in, also when it is
# found to be garbage while that loop does not run.
import asyncio
import gc


async def counted(name):
    try:
        for i in range(9):
            yield i
    finally:
        await asyncio.sleep(0)
        print("closed", name)


async def leave(name):
    async for i in counted(name):
        print(name, i)
        break


async def wait():
    gc.collect()
    for _ in range(5):
        await asyncio.sleep(0)
    print("waited")


with asyncio.Runner() as runner:
    runner.run(leave("first"))
    gc.collect()
    runner.run(wait())

# One that nobody has begun has nothing to close.
with asyncio.Runner() as runner:
    runner.run(wait())
    counted("never")
    gc.collect()
    runner.run(wait())


async def hold():
    held.append(counted("held"))
    async for i in held[0]:
        print("held", i)
        break

held = []
asyncio.run(hold())
print(held[0].ag_frame is None)
