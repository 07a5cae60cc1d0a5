"""control: a sieve with slice assignment, and trial division."""


def sieve(limit):
    flags = bytearray([1]) * (limit + 1)
    flags[0:2] = b"\0\0"
    i = 2
    while i * i <= limit:
        if flags[i]:
            flags[i * i::i] = bytes(len(range(i * i, limit + 1, i)))
        i += 1
    return [i for i, f in enumerate(flags) if f]


def run(n):
    primes = sieve(2000)
    found = 0
    for x in range(3, n, 2):
        for p in primes:
            if p * p > x:
                found += 1
                break
            if x % p == 0:
                break
    return found


N = 970000


# --- main: a driver may cut the file here and call run(N) itself ---
if __name__ == "__main__":
    import sys
    import time
    for _ in range(int(sys.argv[1]) if len(sys.argv) > 1 else 1):
        start = time.perf_counter()
        result = run(N)
        print("%s %.6f" % (result, time.perf_counter() - start))
