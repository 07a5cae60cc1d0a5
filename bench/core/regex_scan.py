"""regex: searching, groups, findall and substitution."""
import re

TEXT = ("2024-03-17 12:45:01 ERROR [worker-7] user=alice@example.com took 153ms; "
        "2024-03-18 01:02:03 INFO [main] user=bob.smith@mail.org took 7ms. ") * 4
DATE = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
MAIL = re.compile(r"[\w.]+@[\w.]+\.\w+")
TOOK = re.compile(r"took (?P<ms>\d+)ms")


def run(n):
    total = 0
    for i in range(n):
        for m in DATE.finditer(TEXT):
            total += int(m.group(3))
        total += len(MAIL.findall(TEXT)) + int(TOOK.search(TEXT)["ms"])
        total += len(re.sub(r"\[[^\]]*\]", "", TEXT)) + (re.match(r".*ERROR", TEXT) is not None)
        total += len(re.split(r"[;.]\s", TEXT))
    return total


N = 14000


# --- main: a driver may cut the file here and call run(N) itself ---
if __name__ == "__main__":
    import sys
    import time
    for _ in range(int(sys.argv[1]) if len(sys.argv) > 1 else 1):
        start = time.perf_counter()
        result = run(N)
        print("%s %.6f" % (result, time.perf_counter() - start))
