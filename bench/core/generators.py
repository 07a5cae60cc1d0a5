"""control: a pipeline of generators."""


def numbers(n):
    for i in range(n):
        yield i


def keep_odd(items):
    for x in items:
        if x & 1:
            yield x


def pairs(items):
    last = None
    for x in items:
        if last is not None:
            yield last, x
        last = x


def flat(items):
    for a, b in items:
        yield from (a, b)


def run(n):
    total = 0
    for x in flat(pairs(keep_odd(numbers(n)))):
        total += x & 1023
    return total + sum(x * x & 7 for x in range(n // 10))


N = 2600000


# --- main: a driver may cut the file here and call run(N) itself ---
if __name__ == "__main__":
    import sys
    import time
    for _ in range(int(sys.argv[1]) if len(sys.argv) > 1 else 1):
        start = time.perf_counter()
        result = run(N)
        print("%s %.6f" % (result, time.perf_counter() - start))
