"""objects: reads and writes of instance and class attributes."""


class Account:
    rate = 3

    def __init__(self, owner):
        self.owner = owner
        self.balance = 0
        self.moves = 0


def run(n):
    a, b = Account("a"), Account("b")
    for i in range(n):
        a.balance += i & 15
        b.balance = a.balance - b.moves
        a.moves += 1
        if a.balance > 1000:
            a.balance -= 900 + a.rate
            b.moves += 2
        b.balance ^= a.moves & b.rate
    return a.balance + b.balance * 7 + a.moves + b.moves


N = 2000000


# --- main: a driver may cut the file here and call run(N) itself ---
if __name__ == "__main__":
    import sys
    import time
    for _ in range(int(sys.argv[1]) if len(sys.argv) > 1 else 1):
        start = time.perf_counter()
        result = run(N)
        print("%s %.6f" % (result, time.perf_counter() - start))
