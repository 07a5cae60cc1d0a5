# Names and registration of tasks, loops with a call_soon of their own, debug mode, who awaits whom, contexts.
import asyncio
import contextvars

var = contextvars.ContextVar("var", default=0)


async def child(n):
    before = var.get()
    var.set(n)
    await asyncio.sleep(0)
    return before, var.get(), asyncio.current_task().get_name()


class Loud(asyncio.EventLoop):
    count = 0

    def call_soon(self, callback, *args, context=None):
        self.count += 1
        return super().call_soon(callback, *args, context=context)


async def main():
    loop = asyncio.get_running_loop()
    var.set("main")
    tasks = [asyncio.create_task(child(n), name=f"n{n}" if n % 2 else None) for n in range(4)]
    print(sorted(t.get_name()[:1] for t in asyncio.all_tasks()), len(asyncio.all_tasks()))
    print(asyncio.current_task() in asyncio.all_tasks(), asyncio.current_task(loop).done())
    for before, after, name in await asyncio.gather(*tasks):
        print(before, after, name[:1])
    print(var.get(), len(asyncio.all_tasks()))
    same = child(7)
    print([r[0] for r in await asyncio.gather(same, same)])
    future = loop.create_future()
    print(future._asyncio_awaited_by)

    async def waiter():
        return await future

    first, second = asyncio.create_task(waiter()), asyncio.create_task(waiter())
    await asyncio.sleep(0)
    print(future._asyncio_awaited_by == {first, second})
    future.set_result(5)
    print(await first, await second, future._asyncio_awaited_by)

    order = []
    handle = loop.call_soon(order.append, "cancelled")
    loop.call_soon(order.append, "a")
    loop.call_soon(lambda: order.append("b"))
    handle.cancel()
    print(handle.cancelled(), handle)
    await asyncio.sleep(0)
    print(order)
    ctx = contextvars.copy_context()
    ctx.run(var.set, "own")
    loop.call_soon(lambda: order.append(var.get()), context=ctx)
    await asyncio.sleep(0)
    print(order[-1], var.get(), ctx[var], len(ctx))
    loop.set_debug(True)
    try:
        loop.call_soon(5)
    except TypeError as error:
        print(error)
    loop.set_debug(False)
    loop.set_exception_handler(lambda loop, context: print(sorted(context), repr(context["exception"])))
    loop.call_soon(lambda: 1 // 0)
    await asyncio.sleep(0)


asyncio.run(main())
loop = Loud()
print(loop.run_until_complete(child("x"))[:2], loop.count > 2)
loop.close()
try:
    loop.call_soon(print)
except RuntimeError as error:
    print(error)
one = contextvars.copy_context()
two = one.copy()
one.run(var.set, 1)
three = one.copy()
two.run(var.set, 2)
three.run(var.set, 3)
print(one[var], two[var], three[var], var.get())
token = var.set(8)
four = contextvars.copy_context()
var.reset(token)
print(four[var], var.get(), var in contextvars.copy_context())
