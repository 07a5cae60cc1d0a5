"""Functions of complex numbers."""

import math

__all__ = ["acos", "acosh", "asin", "asinh", "atan", "atanh", "cos", "cosh", "e", "exp", "inf",
           "infj", "isclose", "isfinite", "isinf", "isnan", "log", "log10", "nan", "nanj", "phase",
           "pi", "polar", "rect", "sin", "sinh", "sqrt", "tan", "tanh", "tau"]

e, inf, nan, pi, tau = math.e, math.inf, math.nan, math.pi, math.tau
infj, nanj = complex(0.0, inf), complex(0.0, nan)


def _number(z):
    if isinstance(z, str):
        raise TypeError("must be real number, not str")
    return complex(z)


def phase(z, /):
    """The angle of a number."""
    z = _number(z)
    return math.atan2(z.imag, z.real)


def polar(z, /):
    """Magnitude and angle."""
    z = _number(z)
    return abs(z), phase(z)


def rect(r, phi, /):
    """The number with that magnitude and angle."""
    r, phi = float(r), float(phi)
    if math.isinf(phi) and r and not math.isnan(r):
        raise ValueError("math domain error")
    if r == 0:
        return complex(r, r * phi if math.isfinite(phi) else r)
    if phi == 0:
        return complex(r, r * phi)
    return complex(r * math.cos(phi), r * math.sin(phi))


def isnan(z, /):
    """Whether a part is a NaN."""
    z = _number(z)
    return math.isnan(z.real) or math.isnan(z.imag)


def isinf(z, /):
    """Whether a part is infinite."""
    z = _number(z)
    return math.isinf(z.real) or math.isinf(z.imag)


def isfinite(z, /):
    """Whether both parts are finite."""
    z = _number(z)
    return math.isfinite(z.real) and math.isfinite(z.imag)


def isclose(a, b, *, rel_tol=1e-09, abs_tol=0.0):
    """Whether two numbers are as near as the tolerances say."""
    if rel_tol < 0 or abs_tol < 0:
        raise ValueError("tolerances must be non-negative")
    a, b = complex(a), complex(b)
    if a == b:
        return True
    if isinf(a) or isinf(b):
        return False
    return abs(a - b) <= max(rel_tol * max(abs(a), abs(b)), abs_tol)


def sqrt(z, /):
    """The square root whose real part is not negative."""
    z = _number(z)
    x, y = z.real, z.imag
    if math.isinf(y):
        return complex(inf, y)
    if math.isnan(x):
        return complex(x, y if math.isinf(y) else nan)
    if math.isinf(x):
        if x > 0:
            return complex(x, math.copysign(0.0, y) if not math.isnan(y) else y)
        return complex(0.0 if not math.isnan(y) else y, math.copysign(inf, y))
    if math.isnan(y):
        return complex(nan, nan)
    if x == 0 and y == 0:
        return complex(0.0, y)
    ax, ay = abs(x), abs(y)
    if ax < 1e-300 and ay < 1e-300 and (ax or ay):
        ax, ay = math.ldexp(ax, 54), math.ldexp(ay, 54)
        s = math.ldexp(math.sqrt(ax + math.hypot(ax, ay)), -27 - 1) * math.sqrt(2)
    else:
        ax /= 8
        s = 2 * math.sqrt(ax + math.hypot(ax, ay / 8))
    d = abs(y) / (2 * s)
    return complex(s, math.copysign(d, y)) if x >= 0 else complex(d, math.copysign(s, y))


def exp(z, /):
    """e to the power of z."""
    z = _number(z)
    x, y = z.real, z.imag
    if not math.isfinite(x) or not math.isfinite(y):
        if math.isinf(x) and x < 0 and not math.isfinite(y):
            return complex(0.0, 0.0)
        if math.isinf(x) and math.isfinite(y) and y != 0:
            r = inf if x > 0 else 0.0
            return complex(math.copysign(r, math.cos(y)), math.copysign(r, math.sin(y)))
        if y == 0:
            return complex(x if not (math.isinf(x) and x < 0) else 0.0, y)
        if math.isinf(y) and (math.isfinite(x) or x == inf):
            if x == inf:
                raise ValueError("math domain error")
            raise ValueError("math domain error")
        return complex(inf, nan) if x == inf else complex(nan, nan)
    if x > 708:
        r = math.exp(x - 1)
        return complex(_finite(r * math.cos(y) * e), _finite(r * math.sin(y) * e))
    r = math.exp(x)
    return complex(r * math.cos(y), r * math.sin(y))


def _finite(x):
    if math.isinf(x):
        raise OverflowError("math range error")
    return x


def log(z, base=None, /):
    """The logarithm, natural or to a base."""
    z = _number(z)
    if base is not None:
        return log(z) / log(base)
    x, y = abs(z.real), abs(z.imag)
    if x == 0 and y == 0:
        raise ValueError("math domain error")
    big, small = max(x, y), min(x, y)
    if math.isinf(x) or math.isinf(y):
        real = inf
    elif math.isnan(x) or math.isnan(y):
        real = nan
    elif big > 8e307 or small < 2.3e-308 and big < 1e-300:
        scale = -2 if big > 1 else 54
        real = math.log(math.hypot(math.ldexp(x, scale), math.ldexp(y, scale))) - (
            scale * math.log(2.0))
    else:
        h = math.hypot(x, y)
        if 0.71 <= h <= 1.73:  # near 1 the squares tell more
            real = math.log1p((big - 1) * (big + 1) + small * small) / 2
        else:
            real = math.log(h)
    return complex(real, phase(z))


def log10(z, /):
    """The logarithm to base ten."""
    result = log(z)
    return complex(result.real / math.log(10), result.imag / math.log(10))


def _hyperbolic(z, of_real, of_imag):
    # of_real(x) cos(y) + of_imag(x) sin(y) i
    z = _number(z)
    x, y = z.real, z.imag
    if abs(x) > 708 and math.isfinite(x):
        near = x - math.copysign(1.0, x)
        return complex(_finite(math.cos(y) * of_real(near) * e),
                       _finite(math.sin(y) * of_imag(near) * e))
    if math.isinf(y) and x != 0 and not math.isnan(x):
        raise ValueError("math domain error")
    if math.isinf(x) and y == 0:
        return complex(of_real(x), math.copysign(1.0, of_imag(x)) * y)
    return complex(math.cos(y) * of_real(x), math.sin(y) * of_imag(x))


def cosh(z, /):
    """The hyperbolic cosine."""
    return _hyperbolic(z, math.cosh, math.sinh)


def sinh(z, /):
    """The hyperbolic sine."""
    return _hyperbolic(z, math.sinh, math.cosh)


def tanh(z, /):
    """The hyperbolic tangent."""
    z = _number(z)
    x, y = z.real, z.imag
    if math.isinf(y) and math.isfinite(x):
        raise ValueError("math domain error")
    if abs(x) > 354:
        if math.isnan(y):
            return complex(math.copysign(1.0, x), math.copysign(0.0, y))
        return complex(math.copysign(1.0, x),
                       4.0 * math.sin(y) * math.cos(y) * math.exp(-2.0 * abs(x))
                       if math.isfinite(x) and math.isfinite(y)
                       else math.copysign(0.0, math.sin(2 * y) if math.isfinite(y) else y))
    tx, ty = math.tanh(x), math.tan(y)
    cx = 1.0 / math.cosh(x)
    txty = tx * ty
    denominator = 1.0 + txty * txty
    return complex(tx * (1.0 + ty * ty) / denominator, ty / denominator * cx * cx)


def _turned(w):
    return complex(w.imag, -w.real)  # w / 1j


def cos(z, /):
    """The cosine."""
    z = _number(z)
    return cosh(complex(-z.imag, z.real))


def sin(z, /):
    """The sine."""
    z = _number(z)
    return _turned(sinh(complex(-z.imag, z.real)))


def tan(z, /):
    """The tangent."""
    z = _number(z)
    return _turned(tanh(complex(-z.imag, z.real)))


def _large(z):
    return abs(z.real) > 4e307 or abs(z.imag) > 4e307


def acos(z, /):
    """The arc cosine."""
    z = _number(z)
    if _large(z):
        real = math.atan2(abs(z.imag), z.real)
        size = math.log(math.hypot(z.real / 2, z.imag / 2)) + math.log(2) * 2
        return complex(real, math.copysign(size, -z.imag))
    a, b = sqrt(complex(1.0 - z.real, -z.imag)), sqrt(complex(1.0 + z.real, z.imag))
    return complex(2.0 * math.atan2(a.real, b.real),
                   math.asinh(b.real * a.imag - b.imag * a.real))


def acosh(z, /):
    """The number whose hyperbolic cosine is z."""
    z = _number(z)
    if _large(z):
        return complex(math.log(math.hypot(z.real / 2, z.imag / 2)) + math.log(2) * 2,
                       math.atan2(z.imag, z.real))
    a, b = sqrt(complex(z.real - 1.0, z.imag)), sqrt(complex(z.real + 1.0, z.imag))
    return complex(math.asinh(a.real * b.real + a.imag * b.imag),
                   2.0 * math.atan2(a.imag, b.real))


def asinh(z, /):
    """The number whose hyperbolic sine is z."""
    z = _number(z)
    if _large(z):
        size = math.log(math.hypot(z.real / 2, z.imag / 2)) + math.log(2) * 2
        return complex(math.copysign(size, z.real), math.atan2(z.imag, abs(z.real)))
    a, b = sqrt(complex(1.0 + z.imag, -z.real)), sqrt(complex(1.0 - z.imag, z.real))
    return complex(math.asinh(a.real * b.imag - b.real * a.imag),
                   math.atan2(z.imag, a.real * b.real - a.imag * b.imag))


def asin(z, /):
    """The arc sine."""
    z = _number(z)
    return _turned(asinh(complex(-z.imag, z.real)))


def atanh(z, /):
    """The number whose hyperbolic tangent is z."""
    z = _number(z)
    x, y = z.real, z.imag
    if x < 0 or x == 0 and math.copysign(1.0, x) < 0:
        return -atanh(-z)
    if x > 1e150 or abs(y) > 1e150:
        h = math.hypot(x / 2, y / 2)
        return complex(x / 4.0 / h / h if math.isfinite(h) else 0.0,
                       -math.copysign(pi / 2, -y))
    if x == 1.0 and abs(y) < 1e-160:
        if y == 0:
            raise ValueError("math domain error")
        return complex(-math.log(math.sqrt(abs(y)) / math.sqrt(math.hypot(y, 2.0))),
                       math.copysign(math.atan2(2.0, -abs(y)) / 2, y))
    return complex(math.log1p(4.0 * x / ((1 - x) * (1 - x) + y * y)) / 4.0,
                   -math.atan2(-2.0 * y, (1 - x) * (1 + x) - y * y) / 2.0)


def atan(z, /):
    """The arc tangent."""
    z = _number(z)
    return _turned(atanh(complex(-z.imag, z.real)))
