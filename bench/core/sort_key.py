"""containers: sorting records with key functions, and sorting plain lists."""


def run(n):
    rows = [(i * 7919 % 1009, "name%d" % (i * 31 % 97), i * 0.5 % 7) for i in range(400)]
    total = 0
    for i in range(n):
        rows.sort(key=lambda r: r[0])
        total += rows[i % 400][0]
        rows.sort(key=lambda r: (r[1], -r[2]))
        total += rows[i % 400][0]
        total += sorted([r[2] for r in rows], reverse=True)[0] > 3
        total += len(sorted(set(r[1] for r in rows)))
    return total


N = 2700


# --- main: a driver may cut the file here and call run(N) itself ---
if __name__ == "__main__":
    import sys
    import time
    for _ in range(int(sys.argv[1]) if len(sys.argv) > 1 else 1):
        start = time.perf_counter()
        result = run(N)
        print("%s %.6f" % (result, time.perf_counter() - start))
