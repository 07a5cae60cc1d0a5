# close() of a step of an async generator that then waits for more: the step goes on.
class Wait:
    def __init__(self, v): self.v = v
    def __await__(self):
        print('sent', (yield self.v))
async def agen():
    try:
        print('first')
        await Wait(3)
        yield 1
    finally:
        await Wait(6)
        print('last')
def attempt(f, *args):
    try: print('gave', f(*args))
    except BaseException as e: print(type(e).__name__, e)
for make in (lambda a: a.asend(None), lambda a: a.__anext__(), lambda a: a.aclose(), lambda a: a.athrow(ValueError('v'))):
    a = agen()
    first = a.__anext__()
    attempt(first.send, None)
    for s in (first, make(a)):
        attempt(s.close)
        attempt(s.send, None)
        attempt(s.send, 5)
        attempt(s.throw, KeyError('k'))
        attempt(s.close)
        attempt(s.send, None)
