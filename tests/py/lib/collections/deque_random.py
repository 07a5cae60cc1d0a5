# Random operations on deques with and without items that have code of their own.
import binascii
import random
from collections import deque


class Item:
    target = None

    def __init__(self, value, act):
        self.value, self.act = value, act

    def __repr__(self):
        return f"I{self.value}"

    def go(self):
        if self.act > 3:
            [lambda: self.target.append(0), self.target.clear, self.target.rotate, lambda: 1 // 0][self.act - 4]()

    def __eq__(self, other):
        self.go()
        return self.value == getattr(other, "value", other)

    def __lt__(self, other):
        self.go()
        return self.value < getattr(other, "value", other)


class Derived(deque):
    pass


def run(seed):
    rand = random.Random(seed)

    def item():
        if seed % 3 == 0 and rand.random() < 0.3:
            return Item(rand.randrange(4), rand.randrange(8))
        return rand.choice([0, 1, 2, 3, "a", 1.5, (1, 2)])

    def some(n):
        return [item() for _ in range(rand.randrange(n))]

    def near(n=14):
        return rand.randrange(-n, n)

    def again(d):
        return len(d) < 30 and d

    d = Item.target = (Derived if seed % 5 == 0 else deque)(some(12), rand.choice([None, None, 0, 1, 3, 7]))
    iters = [iter(d)]
    operations = (
        lambda: d.append(item()), lambda: d.append(item()), lambda: d.appendleft(item()),
        lambda: d.appendleft(item()), lambda: d.pop(), lambda: d.popleft(), lambda: d.extend(some(9)),
        lambda: d.extendleft(some(9)), lambda: d.rotate(near()), lambda: d.insert(near(), item()),
        lambda: d.remove(item()), lambda: d.index(item(), near(), near()), lambda: d.count(item()),
        lambda: item() in d, lambda: d[near()], lambda: d.__setitem__(near(), item()),
        lambda: d.__delitem__(near()), lambda: d.reverse(), lambda: d.copy(), lambda: d + deque(some(3)),
        lambda: again(d) and d * rand.randrange(4), lambda: again(d) and d.__imul__(rand.randrange(4)),
        lambda: d.__iadd__(map(str, some(4))), lambda: iters.append(iter(d)), lambda: iters.append(reversed(d)),
        lambda: next(rand.choice(iters)), lambda: next(rand.choice(iters)), lambda: again(d) and d.extend(d),
        lambda: (d < deque(some(3)), d == deque(d), d >= deque(list(d)[:-1])),
        lambda: d.__init__((x for x in some(8)), rand.choice([None, 3, 20])),
        lambda: (rand.choice(iters).__length_hint__(), len(d), list(d), list(reversed(d))))
    said = []
    for _ in range(40):
        operation = rand.choice(operations)
        try:
            result = operation()
        except Exception as error:
            result = f"{type(error).__name__} {error}"
        said.append(f"{type(result).__name__ if hasattr(result, '__next__') else result} {d}")
    print(seed, binascii.crc32("\n".join(said).encode()), said[-1])


for seed in range(36):
    run(seed)
