# Coroutines that await coroutines, twice, or are iterated.
class Pause:
    def __init__(self, v): self.v = v
    def __await__(self):
        got = yield self.v
async def co():
    a = await Pause(1)
    b = await Pause(2)
    return 'done'
async def outer():
    return await co() + '!'
o = outer()
print(o.send(None), o.send(5), o.cr_await is not None)
try:
    o.send(6)
except StopIteration as e:
    print(e.value)
async def stop():
    raise StopIteration('s')
try:
    stop().send(None)
except RuntimeError as e:
    print(e)
async def twice(x):
    await x
    await x
k = co()
t = twice(k)
t.send(None), t.send(1)
try:
    t.send(2)
except RuntimeError as e:
    print(e)
for f in (lambda: iter(co2), lambda: next(co2), lambda: list(co2)):
    co2 = co()
    try:
        f()
    except TypeError as e:
        print(e)
    co2.close()
