"""containers: indexing, appending, slicing and walking of lists."""


def run(n):
    total = 0
    for i in range(n):
        a = [0] * 20
        for k in range(20):
            a[k] = k * i & 255
        b = a[5:15]
        b.append(i & 7)
        b.reverse()
        c = b + a[:3]
        while len(c) > 5:
            total += c.pop()
        c.insert(1, total & 3)
        total += c[-1] + len(c) + (i in c)
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
