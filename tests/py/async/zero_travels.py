"""0.0 is a value like any other where it comes out of an asynchronous generator or is awaited."""


class Pause:
    def __init__(self, v):
        self.v = v

    def __await__(self):
        return (yield self.v)


async def numbers():
    for x in 0.0, -0.0, 0, None, 1.5:
        yield x


async def main():
    async for x in numbers():
        print(x, await Pause(x))
    print([x async for x in numbers()], await anext(numbers()))


def zero():
    return 0.0
    yield


def delegates():
    print((yield from zero()))


co = main()
try:
    got = co.send(None)
    while True:
        print("paused", got)
        got = co.send(0.0)
except StopIteration as e:
    print(e.value)
list(delegates())
