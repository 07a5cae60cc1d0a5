# await in every kind of expression and statement.
import asyncio
async def v(x):
    await asyncio.sleep(0)
    return x
class Acm:
    async def __aenter__(self): return await v('entered')
    async def __aexit__(self, *a): await v(0)
async def main():
    print(await v(1) + await v(2), [await v(3), await v(4)], (await v(5),), {await v('k'): await v('w')}, {await v(6)})
    print(await v(1) if await v(True) else await v(2), not await v(0), -await v(5), (await v([1, 2, 3]))[await v(1)], (await v('abc')).upper(), await v(2) ** 3)
    print(f'{await v(7)!r:>{await v(5)}}', await v(1) < await v(2) < await v(3), await v(0) or await v('or'), await v(0) and await v('no'), max(await v(1), await v(9)))
    x = await v(1)
    x += await v(2)
    a, b = await v((1, 2))
    d = {}
    d[await v('key')] = await v('val')
    print(x, a, b, d, *await v([1, 2]), **await v({'sep': '-'}))
    if await v(True): print('if')
    while await v(x) > 2: x -= await v(1)
    for i in await v([1]): print('for', i)
    with await v(__import__('contextlib').nullcontext('with')) as w: print(w)
    async with Acm() as e, Acm(): print(e)
    try:
        raise await v(ValueError('awaited'))
    except ValueError as err:
        print(err)
    assert await v(True), await v('msg')
    print([await v(i) for i in range(3) if await v(i)], {i: await v(i) for i in await v(range(2))}, [i async for i in gen()], await anext(gen()))
    lam = lambda: v('lambda')
    print(await lam(), await (lambda x: v(x))(5))
    match await v((1, 2)):
        case (p, q): print('match', p, q)
    del d[await v('key')]
    print(d, (y := await v('walrus')), y)
    return await v('done')
async def gen():
    for i in range(2): yield await v(i)
print(asyncio.run(main()))
