# Random: every distribution with a fixed seed, exact; state; errors.
import random

r = random.Random(42)
print(r.random(), r.uniform(1, 10), r.randint(1, 100), r.randrange(0, 100, 7), r.getrandbits(70))
print(r.choice("abcdef"), r.choices([1, 2, 3], k=5), r.choices("ab", [1, 9], k=5),
      r.choices("abc", cum_weights=[1, 2, 10], k=3), r.sample(range(1000), 4), r.sample("abc", 3),
      r.sample(["x", "y"], 3, counts=[2, 2]))
x = list(range(10))
r.shuffle(x)
print(x, r.randbytes(5))
print(r.triangular(1, 5, 2), r.triangular(), r.betavariate(2, 3), r.expovariate(1.5), r.expovariate())
print(r.gammavariate(0.5, 2), r.gammavariate(1, 2), r.gammavariate(3, 2), r.gauss(1, 2), r.gauss())
print(r.lognormvariate(0, 1), r.normalvariate(1, 2), r.vonmisesvariate(1, 4), r.vonmisesvariate(0, 0),
      r.paretovariate(3), r.weibullvariate(1, 2))
print(r.binomialvariate(), r.binomialvariate(10, 0.3), r.binomialvariate(100, 0.4), r.binomialvariate(1000, 0.9),
      r.binomialvariate(5, 0), r.binomialvariate(5, 1))
for seed in (0, -5, 2**100, 1.5, "text", b"bytes", bytearray(b"ba")):
    print(repr(seed), random.Random(seed).random())
r.seed("text", version=1)
print(r.random())
state = r.getstate()
a = [r.random() for _ in range(3)]
r.setstate(state)
print(a == [r.random() for _ in range(3)], state[0], len(state[1]), state[2])
random.seed(7)
print(random.random(), random.randint(1, 6), random.choice([1, 2, 3]), random.sample([1, 2, 3, 4], 2))
print(random.Random(5).randrange(10**30), random.Random(5).randint(-3, 3), random.Random(1).randrange(5, 6))


class Half(random.Random):
    def random(self):
        return 0.5


print(Half().randint(1, 10), Half().uniform(0, 4), Half().choice("abc"))
for bad in (lambda: r.randrange(0), lambda: r.randrange(5, 5), lambda: r.randint(3, 1), lambda: r.choice([]),
            lambda: r.sample([1], 2), lambda: r.sample({1, 2}, 1), lambda: r.choices([1], [0]),
            lambda: r.choices([1, 2], [1]), lambda: r.randrange(1.5), lambda: r.randrange(0, 10, 0),
            lambda: random.Random([1]), lambda: r.choices([], k=1), lambda: r.binomialvariate(-1),
            lambda: r.binomialvariate(1, 2), lambda: r.sample([1, 2], -1), lambda: r.choices([1], weights=[1], cum_weights=[1]),
            lambda: r.getrandbits(-1), lambda: r.setstate((9, (), None))):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
