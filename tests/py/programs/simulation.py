# A seeded generator of our own, a queue simulation and a cellular automaton.
class Random:
    def __init__(self, seed): self.s = seed
    def next(self, n):
        self.s = (self.s * 6364136223846793005 + 1442695040888963407) % 2 ** 64
        return (self.s >> 33) % n
    def choice(self, seq): return seq[self.next(len(seq))]
    def shuffle(self, a):
        for i in range(len(a) - 1, 0, -1):
            j = self.next(i + 1)
            a[i], a[j] = a[j], a[i]
        return a
r = Random(42)
print([r.next(100) for _ in range(10)], r.choice('abc'), r.shuffle(list(range(8))))
def queue(minutes):
    waiting, served, total, busy = [], 0, 0, 0
    for t in range(minutes):
        if r.next(3) == 0: waiting.append(t)
        if busy: busy -= 1
        if not busy and waiting:
            total += t - waiting.pop(0)
            served += 1
            busy = 2 + r.next(2)
    return served, len(waiting), round(total / max(served, 1), 2)
print(queue(100), queue(200))
def rule(n, width=31, steps=8):
    row = [0] * width
    row[width // 2] = 1
    for _ in range(steps):
        yield ''.join('#' if c else '.' for c in row)
        row = [n >> (row[i - 1] * 4 + row[i] * 2 + row[(i + 1) % width]) & 1 for i in range(width)]
for line in rule(30): print(line)
for line in rule(90, 15, 4): print(line)
dice = [0] * 13
for _ in range(600): dice[r.next(6) + r.next(6) + 2] += 1
print(dice, sum(dice), dice.index(max(dice)))
walk, x = [0], 0
for _ in range(30):
    x += 1 if r.next(2) else -1
    walk.append(x)
print(walk, max(walk), min(walk))
inside = sum((r.next(1000) - 500) ** 2 + (r.next(1000) - 500) ** 2 <= 250000 for _ in range(2000))
print(inside, f'{4 * inside / 2000:.2f}')
