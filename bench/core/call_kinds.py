"""calls: positional, keyword, default, star and bound calls."""


def plain(a, b, c):
    return a + b - c


def defaults(a, b=2, *, k=3):
    return a * b + k


def gather(*args, **kw):
    return len(args) + len(kw)


class Adder:
    def __init__(self, n):
        self.n = n

    def add(self, x):
        return self.n + x

    def __call__(self, x):
        return self.n - x


def run(n):
    adder, total = Adder(7), 0
    add, pair, named = adder.add, (1, 2), {"p": 1, "q": 2}
    for i in range(n):
        total += plain(i, 1, 2) + defaults(i) + defaults(i, 3, k=i)
        total += gather(i, *pair, **named) + add(i) + adder(i)
        total &= 0xFFFFFF
    return total


N = 550000


# --- main: a driver may cut the file here and call run(N) itself ---
if __name__ == "__main__":
    import sys
    import time
    for _ in range(int(sys.argv[1]) if len(sys.argv) > 1 else 1):
        start = time.perf_counter()
        result = run(N)
        print("%s %.6f" % (result, time.perf_counter() - start))
