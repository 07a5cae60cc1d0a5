# + - * // % ** and unary operators on small ints.
for a in (7, -7, 0, 1):
    for b in (2, -2, 3, -3):
        print(a, b, a + b, a - b, a * b, a // b, a % b, a / b)
print(2 ** 10, 2 ** 0, 0 ** 0, (-2) ** 3, -2 ** 2, 2 ** -1, (-2) ** -2)
print(+5, -5, ~5, - -5, -(-5))
print(7 .__add__(3), (7).__radd__(3), (7).__sub__(10), (7).__rsub__(10))
