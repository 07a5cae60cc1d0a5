"""containers: membership, union and difference of sets of ints."""


def run(n):
    evens, total = set(range(0, 400, 2)), 0
    for i in range(n):
        s = set(range(i % 50, 100 + i % 50, 3))
        total += len(s & evens) + len(s - evens) + len(s | {i})
        s.discard(i % 100)
        s.add(i)
        total += (i in evens) + (i * 7 % 400 in s)
    return total


N = 180000


# --- main: a driver may cut the file here and call run(N) itself ---
if __name__ == "__main__":
    import sys
    import time
    for _ in range(int(sys.argv[1]) if len(sys.argv) > 1 else 1):
        start = time.perf_counter()
        result = run(N)
        print("%s %.6f" % (result, time.perf_counter() - start))
