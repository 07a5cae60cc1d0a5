# async for, async with, async comprehensions.
import asyncio
class Range:
    def __init__(self, n): self.n, self.i = n, 0
    def __aiter__(self): return self
    async def __anext__(self):
        await asyncio.sleep(0)
        if self.i >= self.n:
            raise StopAsyncIteration
        self.i += 1
        return self.i
class CM:
    async def __aenter__(self):
        await asyncio.sleep(0)
        print('enter')
        return 'cm'
    async def __aexit__(self, t, v, tb):
        print('exit', t and t.__name__)
        return t is ValueError
async def main():
    async for x in Range(3):
        print(x)
    else:
        print('else')
    print([x async for x in Range(4) if x % 2], {x: 0 async for x in Range(2)}, {x async for x in Range(2)}, [y async for x in Range(2) for y in range(x)])
    async with CM() as c, CM():
        print(c)
    async with CM():
        raise ValueError
    async for x in Range(5):
        if x == 2:
            break
    print([await asyncio.sleep(0, v) for v in range(3)])
    g = (x * 2 async for x in Range(3))
    print([v async for v in g], type(g).__name__)
asyncio.run(main())
class NoAiter: pass
class BadAiter:
    def __aiter__(self): return 5
class BadAnext:
    def __aiter__(self): return self
    def __anext__(self): return 5
async def loop(x):
    async for _ in x:
        pass
async def w(x):
    async with x:
        pass
class Sync:
    def __enter__(self): pass
    def __exit__(self, *a): pass
for f in (lambda: loop(NoAiter()), lambda: loop(BadAiter()), lambda: loop(BadAnext()), lambda: w(5), lambda: w(Sync()), lambda: loop([1])):
    try:
        asyncio.run(f())
    except TypeError as e:
        print(e)
