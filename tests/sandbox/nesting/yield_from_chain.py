# limits: --max-steps 200000000 --max-memory 268435456
# expect: status=0 last=ok
# Chains of yield from, of await and of closing them.
def attempt(what, f):
    try:
        f()
    except (RecursionError, MemoryError) as e:
        print(what, type(e).__name__)
    else:
        print(what, 'done')
def gen(inner):
    try:
        yield from inner
    finally:
        pass
def chain(n):
    g = iter([1, 2])
    for _ in range(n):
        g = gen(g)
    return g
async def co(inner):
    return await inner
class Done:
    def __await__(self):
        yield 1
        return 2
def cochain(n):
    c = Done()
    for _ in range(n):
        c = co(c)
    return c
for n in (100, 20000):
    attempt('next', lambda: next(chain(n)))
    attempt('list', lambda: list(chain(n)))
    g = chain(n)
    attempt('start', lambda: next(g))
    attempt('close', g.close)
    g = chain(n)
    attempt('start', lambda: next(g))
    attempt('drop', lambda: globals().update(g=None))
    c = cochain(n)
    attempt('send', lambda: c.send(None))
    attempt('close', c.close)
print('ok')
