"""control: raising, catching, finally and with."""


class Guard:
    def __init__(self):
        self.depth = 0

    def __enter__(self):
        self.depth += 1
        return self

    def __exit__(self, *exc):
        self.depth -= 1
        return False


def risky(i):
    if i % 5 == 0:
        raise ValueError(i)
    if i % 7 == 0:
        raise KeyError("k")
    return i


def run(n):
    total, guard = 0, Guard()
    for i in range(n):
        try:
            with guard:
                total += risky(i)
        except ValueError as e:
            total -= e.args[0] & 3
        except LookupError:
            total += 1
        finally:
            total ^= 1
    return total + guard.depth


N = 700000


# --- main: a driver may cut the file here and call run(N) itself ---
if __name__ == "__main__":
    import sys
    import time
    for _ in range(int(sys.argv[1]) if len(sys.argv) > 1 else 1):
        start = time.perf_counter()
        result = run(N)
        print("%s %.6f" % (result, time.perf_counter() - start))
