"""json: dumps and loads of nested records."""
import json


def run(n):
    rows = [{"id": i, "name": "user%d" % i, "score": i * 1.5, "tags": ["a", "b%d" % (i % 3)], "active": i % 2 == 0,
             "address": {"street": "Main \"St\" \u00e9", "zip": None}} for i in range(20)]
    total = 0
    for i in range(n):
        rows[i % 20]["id"] = i
        text = json.dumps(rows)
        back = json.loads(text)
        total += len(text) + back[i % 20]["id"]
    return total


N = 8400


# --- main: a driver may cut the file here and call run(N) itself ---
if __name__ == "__main__":
    import sys
    import time
    for _ in range(int(sys.argv[1]) if len(sys.argv) > 1 else 1):
        start = time.perf_counter()
        result = run(N)
        print("%s %.6f" % (result, time.perf_counter() - start))
