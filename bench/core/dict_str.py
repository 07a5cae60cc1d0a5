"""containers: counting words in a dict with string keys."""

WORDS = ("the quick brown fox jumps over the lazy dog while the cat sleeps under a warm red blanket "
         "and the bird sings of rain to come over hills").split()


def run(n):
    counts = {}
    for i in range(n):
        for w in WORDS:
            counts[w] = counts.get(w, 0) + 1
        if i % 50 == 0:
            counts["n%d" % i] = i
        if "fox" in counts and counts["fox"] > 5000:
            del counts["fox"]
    return sum(v * len(k) for k, v in counts.items())


N = 130000


# --- main: a driver may cut the file here and call run(N) itself ---
if __name__ == "__main__":
    import sys
    import time
    for _ in range(int(sys.argv[1]) if len(sys.argv) > 1 else 1):
        start = time.perf_counter()
        result = run(N)
        print("%s %.6f" % (result, time.perf_counter() - start))
