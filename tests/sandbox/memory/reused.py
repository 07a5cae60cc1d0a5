# limits: --max-memory 16777216 --max-steps 500000000
# expect: status=0 last=ok
# Room that objects of one size gave up serves every other size, and one large object.
def fill(make):
    kept = []
    try:
        while True:
            kept.append(make())
    except MemoryError:
        return len(kept)
n = 0
def text():
    global n
    n += 1
    return 'x' * (n % 7) + str(n)
counts = []
for turn in range(3):
    counts.append([fill(make) for make in (text, lambda: [1], lambda: bytes(300), lambda: bytearray(1500), lambda: {1: 2},
                                           lambda: bytearray(100_000), lambda: (i for i in 'x'), lambda: bytearray(15_000_000))])
print(min(map(min, counts)) > 0)
for a, b in zip(counts[0], counts[2]):
    if abs(a - b) > a // 10:
        print(a, b)
print('ok')
