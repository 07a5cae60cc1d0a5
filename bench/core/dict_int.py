"""containers: sparse tables keyed by ints and by tuples."""


def run(n):
    grid, seen = {}, {}
    x = y = 0
    for i in range(n):
        x = (x * 31 + i) % 101
        y = (y * 17 + i) % 89
        grid[x, y] = grid.get((x, y), 0) + 1
        k = x * 89 + y
        if k in seen:
            seen[k] += i & 3
        else:
            seen[k] = 1
    return len(grid) * 1000003 + sum(seen.values())


N = 1000000


# --- main: a driver may cut the file here and call run(N) itself ---
if __name__ == "__main__":
    import sys
    import time
    for _ in range(int(sys.argv[1]) if len(sys.argv) > 1 else 1):
        start = time.perf_counter()
        result = run(N)
        print("%s %.6f" % (result, time.perf_counter() - start))
