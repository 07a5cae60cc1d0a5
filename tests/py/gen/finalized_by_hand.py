# __del__ of generators, coroutines and asynchronous generators, called as a method.
def generator():
    try:
        yield 1
        yield 2
    finally:
        print('closed')


async def coroutine():
    return 1


async def agen():
    try:
        yield 1
        yield 2
    finally:
        print('closed')


def run(step):
    try:
        return step.send(None)
    except BaseException as e:
        return type(e).__name__, e.args


g = generator()
print(g.__del__(), next(g, 'end'))
g = generator()
print(next(g), g.__del__(), next(g, 'end'), g.__del__())
c = coroutine()
print(run(c), c.__del__(), run(c))
a = agen()
print(a.__del__(), run(a.__anext__()))
a = agen()
step = a.__anext__()
print(run(step), run(a.aclose()), a.__del__(), run(a.__anext__()))
