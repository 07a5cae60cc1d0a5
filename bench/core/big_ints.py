"""bigint: products, powers, quotients and their decimal text."""


def run(n):
    total, x = 0, 3 ** 200
    for i in range(n):
        y = x * (i + 12345678901234567890) + i
        q, r = divmod(y, 10 ** 30 + i)
        total += r % 1000 + q % 7 + len(str(y))
        total += pow(i + 2, 65537, 2 ** 127 - 1) & 255
        x = (x << 3 | i) % (2 ** 400 - 593)
    return total


N = 81000


# --- main: a driver may cut the file here and call run(N) itself ---
if __name__ == "__main__":
    import sys
    import time
    for _ in range(int(sys.argv[1]) if len(sys.argv) > 1 else 1):
        start = time.perf_counter()
        result = run(N)
        print("%s %.6f" % (result, time.perf_counter() - start))
