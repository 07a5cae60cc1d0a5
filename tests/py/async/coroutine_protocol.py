# Coroutines driven by hand: send, throw, close, StopIteration.
class Pause:
    def __init__(self, v): self.v = v
    def __await__(self):
        got = yield self.v
        return ('got', got)
async def co():
    a = await Pause(1)
    print(a)
    try:
        b = await Pause(2)
        print(b)
    except KeyError as e:
        print('caught', e)
    finally:
        print('finally')
    return 'done'
c = co()
print(c.send(None), c.send('x'))
try:
    c.throw(KeyError('k'))
except StopIteration as e:
    print(e.value)
try:
    c.send(None)
except RuntimeError as e:
    print(e)
c = co()
try:
    c.send(1)
except TypeError as e:
    print(e)
c.send(None)
c.close()
c = co()
c.send(None), c.send(0)
c.close()
