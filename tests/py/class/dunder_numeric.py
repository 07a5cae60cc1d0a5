# Numeric dunders, unary ones and conversions.
class N:
    def __init__(self, v): self.v = v
    def __neg__(self): return N(-self.v)
    def __pos__(self): return 'pos'
    def __invert__(self): return 'inv'
    def __abs__(self): return 'abs'
    def __int__(self): return int(self.v)
    def __float__(self): return float(self.v)
    def __complex__(self): return complex(self.v)
    def __round__(self, n=None): return ('round', n)
    def __floor__(self): return 'floor'
    def __ceil__(self): return 'ceil'
    def __trunc__(self): return 'trunc'
    def __divmod__(self, o): return ('divmod', o)
    def __rdivmod__(self, o): return ('rdivmod', o)
    def __pow__(self, o, m=None): return ('pow', o, m)
    def __rpow__(self, o, m=None): return ('rpow', o, m)
    def __repr__(self): return f'N({self.v})'
    def __lshift__(self, o): return ('<<', o)
    def __rlshift__(self, o): return ('r<<', o)
    def __floordiv__(self, o): return ('//', o)
    def __rmod__(self, o): return ('r%', o)
n = N(5)
print(-n, +n, ~n, abs(n), int(n), float(n), complex(n), round(n), round(n, 2), divmod(n, 2), divmod(2, n), n ** 2, 2 ** n, pow(n, 2, 3), n << 1, 1 << n, n // 3, 7 % n)
import math
print(math.floor(n), math.ceil(n), math.trunc(n))
for f in (lambda: n + 1, lambda: n % 2, lambda: n >> 1, lambda: n // n, lambda: pow(2, 3, n), lambda: [1][n], lambda: -object(), lambda: abs('a'), lambda: n @ 1):
    try:
        print(f())
    except TypeError as e:
        print(e)
