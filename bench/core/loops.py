"""control: nested loops over ranges with integer arithmetic."""


def run(n):
    total = 0
    for i in range(n):
        for j in range(100):
            if j % 3 == 0:
                total += i ^ j
            elif j & 1:
                total -= j
            else:
                total += 1
    return total


N = 69000


# --- main: a driver may cut the file here and call run(N) itself ---
if __name__ == "__main__":
    import sys
    import time
    for _ in range(int(sys.argv[1]) if len(sys.argv) > 1 else 1):
        start = time.perf_counter()
        result = run(N)
        print("%s %.6f" % (result, time.perf_counter() - start))
