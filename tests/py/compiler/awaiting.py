# await, async for, async with, asynchronous generators and comprehensions, driven by hand; yield from.
import sys
def run(coro):
    out = []
    try:
        while True:
            out.append(coro.send(None))
    except StopIteration as e:
        return out, e.value
class Aw:
    def __init__(self, v): self.v = v
    def __await__(self):
        x = yield ('aw', self.v)
        return self.v * 2
class AIt:
    def __init__(self, n): self.n = n
    def __aiter__(self): return self
    async def __anext__(self):
        if self.n <= 0: raise StopAsyncIteration
        self.n -= 1
        await Aw(self.n)
        return self.n
class ACM:
    def __init__(self, log, sw=False): self.log, self.sw = log, sw
    async def __aenter__(self):
        self.log.append('enter'); await Aw(1); return 'val'
    async def __aexit__(self, t, v, tb):
        self.log.append(('exit', t and t.__name__)); await Aw(2); return self.sw
async def a1():
    return await Aw(5) + await Aw(6)
print(run(a1()))
async def a2(n):
    r = []
    async for x in AIt(n):
        if x == 1: continue
        if x == 5: break
        r.append(x)
    else:
        r.append('else')
    return r
print(run(a2(3)), run(a2(7)))
async def a3(log, exc=None, sw=False):
    async with ACM(log, sw) as v, ACM(log) as w:
        log.append(v)
        if exc: raise exc
        return 'ret'
    return 'end'
for args in ((), (ValueError(1),), (ValueError(1), True)):
    log = []
    try: print(run(a3(log, *args)), log)
    except Exception as e: print(type(e), log)
async def a4():
    return [x async for x in AIt(3)], {x: await Aw(x) async for x in AIt(2)}, {await Aw(y) for y in (1, 2)}, [y async for x in AIt(2) for y in (x, x) if y]
print(run(a4()))
async def ag(n):
    try:
        for i in range(n):
            x = yield i
            if x: print('got', x)
            await Aw(i)
    finally:
        print('ag fin')
async def a5():
    r = []
    async for v in ag(3): r.append(v)
    g = ag(5)
    r.append(await g.__anext__())
    r.append(await g.asend('hi'))
    try:
        await g.athrow(ValueError('thrown'))
    except ValueError as e: r.append(str(e))
    g = ag(2)
    await g.__anext__()
    await g.aclose()
    return r
print(run(a5()))
async def a6():
    g = (await Aw(x) async for x in AIt(3) if x)
    return [v async for v in g]
print(run(a6()))
async def a7():
    try:
        await Aw(1)
        raise KeyError
    except KeyError:
        await Aw(2)
        return sys.exception()
    finally:
        await Aw(3)
print(run(a7()))
async def a8():
    async def inner():
        yield 1
        return
    return [x async for x in inner()], [[y async for y in AIt(x)] for x in (1, 2)]
print(run(a8()))
async def a9():
    c = a1()
    try:
        async for x in 5: pass
    except TypeError as e: print(e)
    try:
        async with 5: pass
    except TypeError as e: print(e)
    try:
        await 5
    except TypeError as e: print(e)
    c.close()
    return 'x'
print(run(a9()))
def g1():
    try:
        r = yield from g2()
        print('r', r)
        yield from [10, 20]
    except GeneratorExit:
        print('exit1'); raise
def g2():
    try:
        x = yield 1
        print('x', x)
        try:
            yield 2
        except ValueError as e:
            print('caught', e)
            yield 3
        return 'ret'
    finally:
        print('fin2')
g = g1(); print(next(g), g.send('s'), g.throw(ValueError('v')), next(g), next(g)); g.close()
g = g1(); print(next(g)); g.close()
def g3():
    while True:
        try:
            x = yield
            print('x', x)
        except KeyError as e:
            print('key', e, sys.exception())
        else: print('else')
        finally: print('f')
g = g3(); next(g); g.send(1); g.throw(KeyError('k')); print(sys.exception()); g.close()
lam = lambda: (yield 5)
print(list(lam()))
