# floor, ceil, trunc, and the functions that take floats apart.
import math

for x in [0.0, -0.0, 0.5, -0.5, 1.0, 1.5, -1.5, 2.0 ** 52 + 0.5, 1e15 + 0.3, -1e300, 5, -7, True, 10 ** 30]:
    print(x, math.floor(x), math.ceil(x), math.trunc(x), type(math.floor(x)).__name__)


class Rounder:
    def __floor__(self): return 'floor'
    def __ceil__(self): return 'ceil'
    def __trunc__(self): return 'trunc'


class Floaty:
    def __float__(self): return 2.75


print(math.floor(Rounder()), math.ceil(Rounder()), math.trunc(Rounder()))
print(math.floor(Floaty()), math.ceil(Floaty()))
try:
    math.trunc(Floaty())
except TypeError as e:
    print(e)
for x in [0.0, -0.0, 1.0, -1.5, 1e-320, 2.0 ** 1000, float('inf'), float('nan')]:
    print(x, math.frexp(x), math.modf(x), math.ulp(x), math.copysign(3, x), math.fabs(x))
for x, e in [(1.5, 3), (1.0, -1074), (1.0, -1075), (1.5, -1075), (3.0, -1075), (0.0, 5), (-0.75, 1024)]:
    print(x, e, math.ldexp(x, e))
print(math.nextafter(1, 2), math.nextafter(0, -1), math.nextafter(1, 1), math.nextafter(float('inf'), 0))
print(math.nextafter(1, 2, steps=3), math.nextafter(-1, 1, steps=2 ** 63), math.nextafter(0.0, 1, steps=10 ** 30))
print(math.nextafter(5e-324, -1, steps=3), math.nextafter(1, float('nan'), steps=2), math.nextafter(1, 2, steps=0))
print(math.fmod(-7, 3), math.fmod(7, -3), math.remainder(7, 4), math.remainder(5, 2), math.remainder(-7.5, 2))
print(math.isclose(1, 1 + 1e-10), math.isclose(1, 1 + 1e-8), math.isclose(0, 1e-10), math.isclose(0, 1e-10, abs_tol=1e-9))
print(math.isclose(float('inf'), float('inf')), math.isclose(float('inf'), 1e308), math.isclose(1, 2, rel_tol=0.5))
print(math.fma(2, 3, 4), math.fma(0.1, 10, -1), math.sqrt(2), math.sqrt(10 ** 30), math.pow(2, 0.5), math.pow(-2, 3))
print(math.pi, math.e, math.tau, math.inf, math.nan, math.degrees(math.pi), math.radians(180))
print(math.log2(8), math.log10(1000), math.log2(2 ** 2000), math.log10(10 ** 500), math.log(8, 2), math.log2(Floaty()))
print(math.exp(0), math.exp2(10), math.cbrt(0.0), math.expm1(0), math.log1p(0))
