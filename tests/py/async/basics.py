# async def, await, coroutine objects, asyncio.run.
import asyncio
async def add(a, b):
    await asyncio.sleep(0)
    return a + b
async def main():
    x = await add(1, 2)
    y = await add(x, 10)
    print(x, y)
    try:
        await fail()
    except ValueError as e:
        print('caught', e)
    return 'result'
async def fail():
    raise ValueError('async error')
print(asyncio.run(main()))
c = add(1, 2)
print(type(c).__name__, c.__name__, c.__qualname__, c.cr_running, c.cr_frame is not None)
c.close()
class Aw:
    def __await__(self):
        r = yield from asyncio.sleep(0).__await__()
        return 'awaited'
async def use():
    return await Aw(), [await add(i, i) for i in range(3)], {k: await add(k, 1) for k in (1, 2)}
print(asyncio.run(use()))
async def bad():
    await 5
for f in (bad,):
    try:
        asyncio.run(f())
    except TypeError as e:
        print(e)
class BadAw:
    def __await__(self): return 5
async def bad2():
    await BadAw()
try:
    asyncio.run(bad2())
except TypeError as e:
    print(e)
try:
    asyncio.run(5)
except (TypeError, ValueError) as e:
    print(type(e).__name__, e)
