"""strings: building by +=, join and lists of parts."""


def run(n):
    total = 0
    for i in range(n):
        s = ""
        for k in range(20):
            s += str(k * i % 10)
        parts = []
        for k in range(10):
            parts.append(s[k:k + 5])
        text = ",".join(parts)
        total += len(text) + text.count("1") + (s in text)
    return total


N = 88000


# --- main: a driver may cut the file here and call run(N) itself ---
if __name__ == "__main__":
    import sys
    import time
    for _ in range(int(sys.argv[1]) if len(sys.argv) > 1 else 1):
        start = time.perf_counter()
        result = run(N)
        print("%s %.6f" % (result, time.perf_counter() - start))
