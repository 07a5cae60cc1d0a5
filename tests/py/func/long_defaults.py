"""More defaults than parameters: the last ones count."""


def none():
    return "none"


def one(a):
    return a


def two(a, b=0, *c, d=5):
    return a, b, c, d


def gen(a):
    yield a


class C:
    def __init__(self, x):
        self.x = x


for f in none, one, two, gen, C.__init__:
    f.__defaults__ = (1, 2, 3, 4)
for call in (none, one, lambda: one(9), lambda: one(a=8), two, lambda: two(7), lambda: two(7, b=6, d=1),
             lambda: two(1, 2, 3), lambda: list(gen()), lambda: list(gen(5)), lambda: C().x, lambda: C(6).x,
             lambda: none(1), lambda: one(1, 2), lambda: one(*[]), lambda: one(**{}), lambda: two(e=1)):
    try:
        print(call())
    except TypeError as exc:
        print(exc)
print(none.__defaults__, C.__init__.__defaults__)
