# The numeric tower and a class of one's own in it.
import numbers
from fractions import Fraction

for kind in (int, bool, float, complex, Fraction):
    print(kind.__name__, [n for n in ("Number", "Complex", "Real", "Rational", "Integral")
                          if issubclass(kind, getattr(numbers, n))])
print(isinstance("1", numbers.Number))


class Cents(numbers.Real):
    def __init__(self, n):
        self.n = n

    def __float__(self):
        return self.n / 100

    def _same(self, other=None):
        return Cents(self.n)
    __trunc__ = __floor__ = __ceil__ = __round__ = __neg__ = __pos__ = __abs__ = _same
    __add__ = __radd__ = __mul__ = __rmul__ = __truediv__ = __rtruediv__ = _same
    __floordiv__ = __rfloordiv__ = __mod__ = __rmod__ = __pow__ = __rpow__ = _same

    def __lt__(self, other):
        return self.n < other.n

    def __le__(self, other):
        return self.n <= other.n

    def __eq__(self, other):
        return self.n == getattr(other, "n", other)


c = Cents(150)
print(complex(c), c.real is not None, c.imag, float(c.conjugate()), bool(c), divmod(c, c)[0].n)
try:
    numbers.Integral()
except TypeError as e:
    print(e)
try:
    numbers.Number()
except TypeError as e:
    print(e)
