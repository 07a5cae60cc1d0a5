# Infinities and signed zeros: a real operand has no imaginary part, lost infinities come back.
inf, nan = float('inf'), float('nan')
parts = [0.0, -0.0, 1.0, -2.0, inf, -inf, nan]
zs = [complex(a, b) for a in parts for b in parts]
import operator
for op in (operator.add, operator.sub, operator.mul, operator.truediv):
    lines = []
    for a in zs[::3]:
        for b in zs[::4] + [0.0, -0.0, 2, -3.0, inf]:
            for x, y in ((a, b), (b, a)):
                try:
                    lines.append(repr(op(x, y)))
                except ZeroDivisionError as e:
                    lines.append('zero')
    print(op.__name__, ' '.join(lines))
for a in [1j, 2 + 3j, -1.5 + 0j, complex(-0.0, -0.0), 0j]:
    for n in [0, 1, 2, 3, 7, 100, -1, -2, 2.0]:
        try:
            print(a, n, a ** n)
        except Exception as e:
            print(a, n, type(e).__name__, e)
for a, b in [(0j, 1j), (0j, complex(-1, 1)), (1e200 + 1e200j, 2), (complex(inf), 1), (complex('inf'), 0.5), (1j, -inf)]:
    try:
        print(a ** b)
    except Exception as e:
        print(a, b, type(e).__name__, e)
print(abs(3 + 4j), abs(complex(inf, nan)), abs(complex(-0.0, -5)), -(1 + 2j), +(1 + 2j), (1 + 2j).conjugate(), -0j)
print(hash(1j), hash(3 + 0j) == hash(3), hash(1.5 + 2j), 1j == 1j, 2 + 0j == 2, 2 + 0j == 2.0, 2 ** 53 + 1 == complex(2 ** 53))
try:
    abs(complex(1.7e308, 1.7e308))
except OverflowError as e:
    print(e)
