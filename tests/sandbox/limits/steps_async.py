# limits: --max-steps 2000000
# expect: status=3 kind=steps
# Tasks that never finish and handlers of cancellation.
import asyncio
async def stubborn():
    while True:
        try:
            await asyncio.sleep(0)
        except BaseException:
            pass
async def main():
    async with asyncio.TaskGroup() as tg:
        for _ in range(10):
            tg.create_task(stubborn())
while True:
    try:
        asyncio.run(main())
    except BaseException:
        pass
