"""calls: closures, lambdas and functions as values."""


def counter(step):
    total = 0

    def bump(x):
        nonlocal total
        total = (total + x * step) % 1000003
        return total
    return bump


def compose(f, g):
    return lambda x: f(g(x))


def run(n):
    bumps = [counter(k) for k in range(1, 6)]
    double_inc = compose(lambda x: x + 1, lambda x: x * 2)
    for i in range(n):
        for b in bumps:
            b(double_inc(i))
    return sum(b(0) for b in bumps)


N = 320000


# --- main: a driver may cut the file here and call run(N) itself ---
if __name__ == "__main__":
    import sys
    import time
    for _ in range(int(sys.argv[1]) if len(sys.argv) > 1 else 1):
        start = time.perf_counter()
        result = run(N)
        print("%s %.6f" % (result, time.perf_counter() - start))
