# Functions of integers, small and long.
import math

print([math.factorial(n) for n in range(25)])
print(math.factorial(200) % 10 ** 60, math.factorial(1000) % (2 ** 89 - 1), len(str(math.factorial(1500))))
print([math.comb(10, k) for k in range(12)], math.comb(64, 32), math.comb(68, 34), math.comb(500, 250) % 10 ** 40)
print(math.comb(10 ** 40, 3), math.comb(10 ** 40, 10 ** 40 - 1), math.comb(True, True))
print([math.perm(7, k) for k in range(9)], math.perm(5), math.perm(5, None), math.perm(10 ** 30, 2))
print(math.gcd(), math.gcd(-12), math.gcd(12, 18, 27), math.gcd(0, 0), math.gcd(2 ** 200 * 15, 6 ** 100))
print(math.gcd(2 ** 64 - 1, 2 ** 32 - 1), math.gcd(-2 ** 63, 2 ** 64))
print(math.lcm(), math.lcm(4, -6), math.lcm(0, 5), math.lcm(*range(1, 60)))
for n in [0, 1, 2, 3, 4, 2 ** 52 - 1, 2 ** 53, 2 ** 62, 2 ** 63 - 1, 2 ** 64, 10 ** 40, 10 ** 40 - 1]:
    r = math.isqrt(n)
    print(n, r, r * r <= n < (r + 1) * (r + 1))


class Index:
    def __init__(self, n): self.n = n
    def __index__(self): return self.n


print(math.gcd(Index(12), 18, Index(8)), math.lcm(Index(4), Index(6)), math.isqrt(Index(17)))
print(math.factorial(Index(5)), math.comb(Index(6), Index(2)), math.perm(Index(6), Index(2)))
