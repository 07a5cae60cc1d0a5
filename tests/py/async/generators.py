# Async generators: asend, athrow, aclose, anext, aiter.
import asyncio
async def agen(n):
    try:
        for i in range(n):
            got = yield i
            if got:
                print('got', got)
            await asyncio.sleep(0)
    except ValueError as e:
        print('caught', e)
        yield 'after'
    finally:
        print('cleanup')
async def main():
    print([x async for x in agen(3)])
    g = agen(5)
    print(await anext(g), await g.asend('hello'), await g.athrow(ValueError('v')))
    print(await anext(g, 'default'))
    g = agen(2)
    await g.__anext__()
    await g.aclose()
    try:
        await anext(g)
    except StopAsyncIteration:
        print('stopped')
    g = agen(1)
    print(aiter(g) is g, type(g).__name__, g.__name__)
    try:
        await g.asend(5)
    except TypeError as e:
        print(e)
    await g.aclose()
    async def bad():
        yield 1
        raise StopAsyncIteration
    try:
        print([x async for x in bad()])
    except RuntimeError as e:
        print(e)
asyncio.run(main())
for f in (lambda: aiter(5), lambda: anext(5)):
    try:
        f()
    except TypeError as e:
        print(e)
