"""to_thread(): there are no threads, so the function runs in place."""

import contextvars

__all__ = ("to_thread",)


async def to_thread(func, /, *args, **kwargs):
    """Run function *func*, with a copy of the current contextvars.Context, and return its result.

    The other tasks get their turn once before it runs.
    """
    from .tasks import sleep
    context = contextvars.copy_context()
    await sleep(0)
    return context.run(func, *args, **kwargs)
