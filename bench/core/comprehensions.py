"""containers: list, set, dict and generator comprehensions."""


def run(n):
    total = 0
    for i in range(n):
        squares = [x * x for x in range(30) if x % 2]
        table = {x: x + i for x in squares}
        small = {x % 7 for x in squares}
        total += sum(v for v in table.values() if v & 1) + len(small)
        total += len([(a, b) for a in small for b in small if a < b])
    return total


N = 100000


# --- main: a driver may cut the file here and call run(N) itself ---
if __name__ == "__main__":
    import sys
    import time
    for _ in range(int(sys.argv[1]) if len(sys.argv) > 1 else 1):
        start = time.perf_counter()
        result = run(N)
        print("%s %.6f" % (result, time.perf_counter() - start))
