"""containers: tuples made, unpacked, compared and sorted."""


def run(n):
    total, last = 0, (0, 0, 0)
    for i in range(n):
        a, b = i % 13, i % 7
        a, b = b, a
        item = (a, b, i & 31)
        if item > last:
            x, *rest = item
            total += x + len(rest)
        last = item
        total += max(item, last)[1] + (a, b).count(3)
    return total


N = 1300000


# --- main: a driver may cut the file here and call run(N) itself ---
if __name__ == "__main__":
    import sys
    import time
    for _ in range(int(sys.argv[1]) if len(sys.argv) > 1 else 1):
        start = time.perf_counter()
        result = run(N)
        print("%s %.6f" % (result, time.perf_counter() - start))
