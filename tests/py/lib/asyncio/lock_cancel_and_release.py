# A waiter that is cancelled in the moment the lock is freed does not let two others in.
import asyncio


async def main():
    lock = asyncio.Lock()
    inside = 0
    most = 0

    async def user(name):
        nonlocal inside, most
        async with lock:
            inside += 1
            most = max(most, inside)
            await asyncio.sleep(0)
            inside -= 1
            print(name, "leaves")

    await lock.acquire()
    users = [asyncio.create_task(user(name)) for name in "abcd"]
    await asyncio.sleep(0)
    users[1].cancel()
    lock.release()
    await asyncio.wait(users)
    print([task.cancelled() for task in users], most)

    # The first in line was called, and is cancelled before it runs: the next one is called.
    await lock.acquire()
    users = [asyncio.create_task(user(name)) for name in "ef"]
    await asyncio.sleep(0)
    lock.release()
    users[0].cancel()
    await asyncio.wait(users)
    print([task.cancelled() for task in users], lock.locked(), most)


asyncio.run(main())
