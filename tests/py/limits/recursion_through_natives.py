# What is implemented in C does not count against the recursion limit when bytecode called it.
import functools
import sys


@functools.lru_cache(None)
def cached(n):
    return n if n < 2 else cached(n - 1) + cached(n - 2)


def mapped(n):
    return n and list(map(mapped, [n - 1]))


def plain(n):
    return n and plain(n - 1)


def summed(n):
    return n and sum(summed(n - 1) for _ in [1])


class Shown:
    def __init__(self, inner):
        self.inner = inner

    def __repr__(self):
        return "(" + repr(self.inner) + ")"


def made(n):
    thing = None
    for _ in range(n):
        thing = Shown(thing)
    return thing


def fits(call, n):
    cached.cache_clear()
    try:
        call(n)
    except RecursionError as e:
        return str(e)
    return True


print(fits(cached, 990), fits(mapped, 990), fits(plain, 990), fits(summed, 490))
print(fits(cached, 1010), fits(mapped, 1010), fits(plain, 1010), fits(summed, 510))
print(fits(lambda n: repr(made(n)), 450), fits(lambda n: repr(made(n)), 1010))
# The limit is where it was.
print(sys.getrecursionlimit(), fits(plain, 990), fits(plain, 1010))
sys.setrecursionlimit(2000)
print(fits(cached, 1990), fits(plain, 1990), fits(cached, 2010), fits(plain, 2010))
sys.setrecursionlimit(200)
print(fits(cached, 190), fits(plain, 190), fits(cached, 210), fits(plain, 210), sys.getrecursionlimit())
