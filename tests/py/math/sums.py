# Sums and products that are exact, or keep more than a double on the way.
import math

inf, nan = float('inf'), float('nan')
print(math.fsum([0.1] * 10), sum([0.1] * 10), math.fsum([]), math.fsum([1e100, 1.0, -1e100]))
print(math.fsum([1e16, 1, 1e-16]), math.fsum([2.0 ** 53, 1.0, 2.0 ** -100]), math.fsum([2.0 ** 53, -0.5, -2.0 ** -54]))
print(math.fsum(1.0 / n for n in range(1, 1000)), math.fsum((-1) ** n / n for n in range(1, 1000)))
print(math.fsum([inf, 1]), math.fsum([-inf, -inf]), math.fsum([nan, 1]), math.fsum([True, 2, 3.5]))
print(math.fsum(2.0 ** n - 2.0 ** (n + 50) + 2.0 ** (n + 52) for n in range(-1074, 972, 2)))
print(math.prod([]), math.prod([1, 2, 3], start=5), math.prod([1.5, 2, 3]), math.prod(range(1, 30)))
print(math.prod([2, 'ab']), math.prod([2], start=[1]), math.prod([1, 2 ** 70, 0.5]), math.prod([True, 3j]))
print(math.sumprod([1, 2, 3], [4, 5, 6]), math.sumprod([], []), math.sumprod([2 ** 62] * 5, [2 ** 62] * 5))
print(math.sumprod([10, 20, 30], [1.5, 0.5, 0.25]), math.sumprod([1.0, 1e100, 1.0, -1e100], [1.0] * 4))
print(math.sumprod([0.1] * 10, [True] * 10), math.sumprod([1e308] * 3, [10, 1, -10]), math.sumprod([inf], [0]))
print(math.sumprod([0.1, 0.2, 0.3], [0.4, 0.5, -0.6]), math.sumprod([2 ** 53 + 1, 1], [1.0, 1.0]))
print(math.dist((1, 2), (4, 6)), math.dist([], []), math.dist([0.5, inf], [nan, 1]), math.dist([1, nan], [1, 1]))
print(math.hypot(), math.hypot(3), math.hypot(3, 4), math.hypot(1, 1, 1), math.hypot(inf, nan), math.hypot(1e200, 1e200))
print(math.hypot(*[0.1] * 100), math.hypot(5e-324, 5e-324))


class Number:
    def __init__(self, x): self.x = x
    def __float__(self): return self.x
    def __mul__(self, other): return Number(self.x * 10)
    def __rmul__(self, other): return Number(self.x * 100)
    def __add__(self, other): return ('add', self.x, other)
    def __radd__(self, other): return ('radd', other, self.x)


print(math.fsum([Number(0.5), 1, Number(2.5)]), math.hypot(Number(3.0), 4), math.dist([Number(1.0)], [Number(4.0)]))
print(math.prod([2, Number(1.5)]).x, math.prod([Number(1.5), 3]).x, math.sumprod([Number(2.0)], [3]))
for args in [([1], [1, 2]), ([1.0], ['x']), ([10 ** 400], [1.0]), (5, 5)]:
    try:
        print(math.sumprod(*args))
    except Exception as e:
        print(type(e).__name__, e)
