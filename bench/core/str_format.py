"""strings: f-strings, format specs and % formatting."""


def run(n):
    total = 0
    for i in range(n):
        a = f"{i:>8d}|{i * 0.25:.2f}|{i!r}|{'x' * (i % 3):<4}|{i:,}"
        b = "%05d %s %.1f" % (i % 1000, "name", i / 3)
        c = "{} {:>6} {:x}".format(i, "ab", i)
        total += len(a) + len(b) + len(c) + (a < b)
    return total


N = 190000


# --- main: a driver may cut the file here and call run(N) itself ---
if __name__ == "__main__":
    import sys
    import time
    for _ in range(int(sys.argv[1]) if len(sys.argv) > 1 else 1):
        start = time.perf_counter()
        result = run(N)
        print("%s %.6f" % (result, time.perf_counter() - start))
