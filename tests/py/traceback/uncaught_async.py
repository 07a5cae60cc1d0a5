# The traceback of an exception through coroutines.
import asyncio


async def fetch(n):
    await asyncio.sleep(0)
    if n == 2:
        raise LookupError('no item %d' % n)
    return n


async def main():
    for n in range(5):
        print(await fetch(n))


try:
    asyncio.run(main())
except LookupError as e:
    tb, names = e.__traceback__, []
    while tb:
        names.append((tb.tb_frame.f_code.co_name, tb.tb_lineno) if 'uncaught_async' in tb.tb_frame.f_code.co_filename else '-')
        tb = tb.tb_next
    print([n for n in names if n != '-'])
co = fetch(1)
co.close()
raise RuntimeError("end")
