# Numerical methods with + - * / and sqrt only.
def sqrt(x):
    g = x
    for _ in range(60): g = (g + x / g) / 2
    return g
def bisect(f, a, b):
    for _ in range(100):
        m = (a + b) / 2
        if f(a) * f(m) <= 0: b = m
        else: a = m
    return (a + b) / 2
def integrate(f, a, b, n=1000):
    h = (b - a) / n
    return sum(f(a + (i + 0.5) * h) for i in range(n)) * h
def exp(x):
    term = total = 1.0
    for i in range(1, 40):
        term *= x / i
        total += term
    return total
print(sqrt(2.0), sqrt(1e10), bisect(lambda x: x * x - 2, 0, 2), integrate(lambda x: x * x, 0, 3), exp(1.0), exp(-2.5))
pi = 0.0
for k in range(30):
    pi += (4 / (8 * k + 1) - 2 / (8 * k + 4) - 1 / (8 * k + 5) - 1 / (8 * k + 6)) / 16 ** k
print(pi, round(pi, 5), f'{pi:.10f}', pi.hex())
values = [3.5, 1.25, 8.75, -2.0, 0.0]
mean = sum(values) / len(values)
print(mean, sum((v - mean) ** 2 for v in values) / len(values), sorted(values), max(values) - min(values), [v / 3 for v in values])
x = 0.5
for _ in range(50): x = 3.7 * x * (1 - x)
print(x)
def det(m): return m[0][0] if len(m) == 1 else sum((-1) ** j * m[0][j] * det([r[:j] + r[j + 1:] for r in m[1:]]) for j in range(len(m)))
print(det([[2.0, 1, 3], [0, 4, 5], [1, 0, 6]]), det([[1, 2], [3, 4]]))
a = [[2.0, 1.0, -1.0, 8.0], [-3.0, -1.0, 2.0, -11.0], [-2.0, 1.0, 2.0, -3.0]]
for i in range(3):
    p = max(range(i, 3), key=lambda r: abs(a[r][i]))
    a[i], a[p] = a[p], a[i]
    for r in range(3):
        if r != i:
            k = a[r][i] / a[i][i]
            a[r] = [u - k * v for u, v in zip(a[r], a[i])]
print([round(a[i][3] / a[i][i], 9) for i in range(3)])
print(0.1 + 0.2 == 0.3, abs(0.1 + 0.2 - 0.3) < 1e-9, 1e16 + 1 == 1e16, 0.1 * 3, 7.0 // 0.1, 7.0 % 0.1, -7.5 // 2, int(-7.9), 1e308 * 10, 2 ** 0.5)
