"""throw() of what an asynchronous generator's methods return takes no value beside an instance."""
import warnings

warnings.simplefilter("ignore")


async def agen():
    yield 1


def attempt(step, *args):
    try:
        print(step.throw(*args))
    except BaseException as e:
        print(type(e).__name__, e)


for make in (lambda: agen().asend(None), lambda: agen().athrow(KeyError), lambda: agen().__anext__()):
    s = make()
    attempt(s, ValueError("v"), 5)
    attempt(s, ValueError("again"))
    attempt(make(), ValueError, 5)
    attempt(make(), ValueError("v"), None)
    attempt(make(), 5)
