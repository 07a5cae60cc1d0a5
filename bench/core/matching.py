"""control: match statements over tuples, dicts and classes."""


class Point:
    __match_args__ = ("x", "y")

    def __init__(self, x, y):
        self.x, self.y = x, y


def score(item):
    match item:
        case 0 | 1:
            return 1
        case int(n) if n > 50:
            return n & 7
        case ("add", a, b):
            return a + b
        case {"kind": "point", "at": [x, y]}:
            return x - y
        case Point(0, y):
            return y
        case Point(x, y):
            return x + y
        case [first, *rest]:
            return first + len(rest)
        case _:
            return 0


def run(n):
    items = [0, 77, ("add", 2, 3), {"kind": "point", "at": [5, 1]}, Point(0, 4), Point(2, 2), [9, 8, 7], "other", 33]
    total = 0
    for i in range(n):
        total += score(items[i % 9])
    return total


N = 920000


# --- main: a driver may cut the file here and call run(N) itself ---
if __name__ == "__main__":
    import sys
    import time
    for _ in range(int(sys.argv[1]) if len(sys.argv) > 1 else 1):
        start = time.perf_counter()
        result = run(N)
        print("%s %.6f" % (result, time.perf_counter() - start))
