# What asend(), athrow() and aclose() return, driven out of order.
class Wait:
    def __await__(self):
        got = yield 'wait'
        return got


async def agen(n=0):
    try:
        yield 1
        print('got', await Wait())
        yield 2
    except ValueError as e:
        print('value', e)
        yield 3


def run(make, *steps):
    a = agen()
    try:
        for first in make.get('first', ()):
            try:
                a.asend(None).send(first)
            except StopIteration as e:
                print('first', e.value)
        s = make['step'](a)
        for step in steps:
            try:
                print(' ', step(s))
            except BaseException as e:
                print(' ', type(e).__name__, e)
        print(a.ag_running)
    except BaseException as e:
        print(type(e).__name__, e)


STEPS = [lambda s: s.send(None), lambda s: s.send(5), lambda s: s.throw(KeyError('k')), lambda s: s.throw(ValueError('v')), lambda s: s.close(),
         lambda s: next(s)]
MAKES = [lambda a: a.asend(None), lambda a: a.asend(7), lambda a: a.__anext__(), lambda a: a.athrow(ValueError('t')), lambda a: a.athrow(KeyError),
         lambda a: a.aclose()]
for first in ((), (None,), (None, None)):
    for make in MAKES:
        for i, one in enumerate(STEPS):
            print(first, MAKES.index(make), i)
            run({'first': first, 'step': make}, one, STEPS[(i * 2 + 1) % 6], STEPS[0])


async def co(): return 5


for step in STEPS:
    c = co()
    for f in (step, step, STEPS[0], STEPS[2]):
        try:
            print(f(c))
        except BaseException as e:
            print(type(e).__name__, e)
