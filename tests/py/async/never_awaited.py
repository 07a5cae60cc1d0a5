# A coroutine that is never awaited is told of, with the place that called for it.
import asyncio
import gc
import sys
import types
import warnings


async def work(n=0):
    return n


async def forgets():
    work()
    await asyncio.sleep(0)
    return await work(3)


def makes(n):
    for i in range(n):
        work(i)


print(asyncio.run(forgets()))
makes(3)
gc.collect()
closed = work()
closed.close()
thrown = work()
try:
    thrown.throw(KeyError('x'))
except KeyError as e:
    print(repr(e))
started = work(7)
try:
    started.send(None)
except StopIteration as e:
    print(e.value)
waits = work()
print(waits.cr_code is work.__code__, waits.cr_frame.f_code is work.__code__, waits.cr_running)
try:
    waits.send(None)
except StopIteration:
    pass
print(waits.cr_code is work.__code__, waits.cr_frame)
del waits, closed, thrown, started
gc.collect()

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter('always')
    work()
    gc.collect()
print([(str(w.message), w.category, w.lineno, type(w.source)) for w in caught])

with warnings.catch_warnings():
    warnings.simplefilter('error')
    reported = []
    sys.unraisablehook = lambda u: reported.append((u.exc_type, str(u.exc_value), u.err_msg[:38]))
    work()
    gc.collect()
print(reported)
sys.unraisablehook = sys.__unraisablehook__


class C:
    async def method(self):
        work()

    def lost(self):
        return map(C.method, [self])


list(C().lost())
gc.collect()
work()
print('end')
