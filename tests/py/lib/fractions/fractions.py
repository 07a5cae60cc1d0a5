# Fraction: making, arithmetic, comparing, rounding, formatting, errors.
from fractions import Fraction as F
import math

print(F(6, -4), F("3/7"), F(" -1.25e2 "), F("1_000/3"), F(0.5), F(F(1, 2), F(3, 4)), F(), F(True), repr(F(1, 3)))
a, b = F(2, 3), F(-5, 4)
print(a + b, a - b, a * b, a / b, a // b, a % b, divmod(a, b), a ** 2, a ** -2, b ** 3, a ** F(1, 2), 2 ** F(2), -a, +b, abs(b))
print(a + 1, 1 - a, a * 0.5, 2.0 / a, a + 1j, 3 // a, 3 % a, 1 / a, F(4) ** 0.5, 2 ** F(1, 2))
print(a < b, a > 0.5, a == F(4, 6), F(1, 2) == 0.5, F(3) == 3, a != b, a <= 1, F(1, 2) == 0.5 + 0j, a < math.inf, F(1, 2) == "x")
print(hash(F(3)) == hash(3), hash(F(1, 2)) == hash(0.5), {F(1, 2): "h"}[0.5], bool(F(0)), int(F(-7, 2)), float(F(1, 8)))
print(math.floor(F(-7, 2)), math.ceil(F(-7, 2)), math.trunc(F(-7, 2)), round(F(5, 2)), round(F(7, 2)), round(F(22, 7), 2), round(F(1255, 1), -1))
print(F(math.pi).limit_denominator(1000), F(3, 1).limit_denominator(1), F.from_float(0.1), F.from_float(3), F(0.75).as_integer_ratio(), F(3).is_integer(), F(1, 2).is_integer())
print(F(3, 4).numerator, F(3, 4).denominator, F(3, 4).real, F(3, 4).imag, F(3, 4).conjugate(), F.from_number(1.5))
for spec in ("", "10", ">10", "_", ".3f", "+.2e", "010.2f", "%", ".1%", ",.2f", ".5g", "#", "<8", "^8", "+", " .1f", "z.1f", "_.4f"):
    print(spec, "[" + format(F(-1234567, 89), spec) + "]")
print(f"{F(6, 1)} {F(6, 1):#} {F(1, 3):.20f}")
for bad in (lambda: F(1, 0), lambda: F("1/0"), lambda: F("x"), lambda: F(1.5, 2), lambda: F(math.nan), lambda: F(math.inf),
            lambda: F("1 / 2 3"), lambda: F(None), lambda: F(1, 2) < 1j, lambda: F(0) ** -1, lambda: F(1, 2).limit_denominator(0),
            lambda: F(1, 2) / 0, lambda: F(1, 2) % 0, lambda: F.from_float("x"), lambda: format(F(1), "q"), lambda: F(1) + "x"):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)


class Sub(F):
    pass


print(type(Sub(1, 2) + 1).__name__, Sub(1, 2), repr(Sub(1, 2)))
