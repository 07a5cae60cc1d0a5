# Arithmetic, comparison, attributes and methods of complex.
a, b = 3 + 4j, 1 - 2j
print(a + b, a - b, a * b, a / b, -a, +a, a ** 2, a ** 0, a == 3 + 4j, a != b)
print(abs(a), a.real, a.imag, a.conjugate(), a + 1, 2 * a, a - 0.5, 1 / 1j, a / 2)
print(2j ** 2, (1 + 1j) ** 3, 1j ** 2, (1j) ** -1)
print(bool(0j), bool(1j), hash(1 + 0j) == hash(1), complex(1.5) == 1.5, 1j in [1j])
for f in (lambda: a // b, lambda: a % b, lambda: a < b, lambda: int(a), lambda: float(a), lambda: divmod(a, b), lambda: 0j ** -1, lambda: math_round(a)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
