"""objects: arithmetic and comparison through special methods."""


class Vec:
    def __init__(self, x, y):
        self.x, self.y = x, y

    def __add__(self, other):
        return Vec(self.x + other.x, self.y + other.y)

    def __mul__(self, k):
        return Vec(self.x * k, self.y * k)

    def __eq__(self, other):
        return self.x == other.x and self.y == other.y

    def __lt__(self, other):
        return (self.x, self.y) < (other.x, other.y)

    def __getitem__(self, i):
        return self.y if i else self.x

    def __len__(self):
        return 2


def run(n):
    pos, step, hits = Vec(0, 0), Vec(1, -2), 0
    for i in range(n):
        pos = pos + step * (i % 5)
        if pos == step or pos < step:
            hits += len(pos)
        if pos[0] > 1000:
            pos = Vec(pos[0] - 1000, pos[1] + 2000)
    return hits + pos.x - pos.y


N = 750000


# --- main: a driver may cut the file here and call run(N) itself ---
if __name__ == "__main__":
    import sys
    import time
    for _ in range(int(sys.argv[1]) if len(sys.argv) > 1 else 1):
        start = time.perf_counter()
        result = run(N)
        print("%s %.6f" % (result, time.perf_counter() - start))
