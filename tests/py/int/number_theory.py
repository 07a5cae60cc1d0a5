# Programs with ints: gcd, primes, bases, digits, perfect numbers.
def gcd(a, b):
    while b: a, b = b, a % b
    return a
def is_prime(n): return n > 1 and all(n % i for i in range(2, int(n ** 0.5) + 1))
def factor(n):
    out, p = [], 2
    while n > 1:
        while n % p == 0:
            out.append(p)
            n //= p
        p += 1
    return out
def base(n, b):
    digits = ''
    while n:
        n, r = divmod(n, b)
        digits = '0123456789abcdefghijklmnopqrstuvwxyz'[r] + digits
    return digits or '0'
def collatz(n):
    steps = 0
    while n != 1:
        n = n // 2 if n % 2 == 0 else 3 * n + 1
        steps += 1
    return steps
def egcd(a, b): return (a, 1, 0) if b == 0 else (lambda g, x, y: (g, y, x - a // b * y))(*egcd(b, a % b))
def isqrt(n):
    x = n
    while x * x > n: x = (x + n // x) // 2
    return x
def miller(n):
    return all(pow(a, n - 1, n) == 1 for a in (2, 3, 5, 7) if a < n)
print(gcd(1071, 462), gcd(2 ** 60, 2 ** 40 * 3), [n for n in range(50) if is_prime(n)], factor(360), factor(2 ** 20 * 3), factor(9973))
print(base(255, 2), base(255, 16), base(10 ** 12, 36), int(base(987654321, 7), 7), [collatz(n) for n in range(1, 15)], egcd(240, 46))
print(isqrt(10 ** 40), isqrt(2 ** 101), sum(map(int, str(2 ** 1000))), miller(2 ** 61 - 1), miller(2 ** 61 - 3), [n for n in range(2, 500) if sum(d for d in range(1, n) if n % d == 0) == n])
print(sum(n for n in range(1000) if n % 3 == 0 or n % 5 == 0), len(str(3 ** 1000)), str(7 ** 777)[:20], 123456789 ** 9 % 1000000007, (10 ** 50 + 3) // 7 ** 20)
print([pow(3, e, 1000) for e in (10, 100, 10 ** 18)], bin(2 ** 40 - 1).count('1'), (2 ** 100 - 1).bit_length(), 0b1010 ^ 0xff, -17 // 5, -17 % 5, 17 // -5, 17 % -5, divmod(-17, 5))
a, b, n = 0, 1, 0
while len(str(a)) < 100:
    a, b, n = b, a + b, n + 1
print(n, a)
