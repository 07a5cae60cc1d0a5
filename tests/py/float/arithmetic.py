# + - * / // % ** of floats, with signs and special values.
inf, nan = float('inf'), float('nan')
for a in (7.5, -7.5, 0.0, -0.0, inf):
    for b in (2.0, -2.0, inf):
        print(a, b, a + b, a - b, a * b, a / b, a // b, a % b)
print(inf - inf, inf * 0, nan + 1, inf + inf, -inf)
print(2.0 ** 0.5, 2.0 ** -1, (-8.0) ** 2, 0.0 ** 0, inf ** 0, nan ** 0, 1.0 ** nan, inf ** -1)
print(1.5 + 1, 1 + 1.5, 2 * 0.5, 7 // 2.0, 7 % 2.5, True + 0.5)
print(0.1 + 0.2, 0.1 * 3, 1 - 0.9, 1e308 * 10, 5e-324 / 2)
print(-7.5 // 2, -7.5 % 2, 7.5 % -2, -0.0 % 5, 5 % -0.5, 1e17 % 3)
try:
    print(10.0 ** 400)
except OverflowError as e:
    print(e)
