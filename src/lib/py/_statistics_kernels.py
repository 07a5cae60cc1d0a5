"""The kernels of statistics.kde(): {name: (density, distribution, quantile, support)}.

A kernel with a support is zero outside of [-support, support].
"""

from math import acos, asin, atan, cos, cosh, erfc, exp, log, pi, sin, sqrt, sumprod, tan, tau

from _normal_quantile import normal_quantile

kernel_specs = {}


def _kernel(*names, support=None):
    def decorator(make):
        for name in names:
            kernel_specs[name] = (*make(), support)
        return make

    return decorator


def _inverse(estimate, f, slope):
    # The inverse of f by Newton's method, from an estimate of it, which is given for the lower
    # half and mirrored for the upper one.
    def inverse(y):
        x = estimate(y) if y <= 1/2 else -estimate(1.0 - y)
        while (error := f(x) - y) > 1e-12 or error < -1e-12:
            x -= error / slope(x)
        return x

    return inverse


@_kernel("normal", "gauss")
def _normal():
    area, scale = sqrt(2 * pi), -sqrt(2)
    return (lambda t: exp(-1/2 * t * t) / area,
            lambda t: 1/2 * erfc(t / scale),
            lambda p: normal_quantile(p, 0.0, 1.0))


@_kernel("logistic")
def _logistic():
    return (lambda t: 1/2 / (1.0 + cosh(t)),
            lambda t: 1.0 - 1.0 / (exp(t) + 1.0),
            lambda p: log(p / (1.0 - p)))


@_kernel("sigmoid")
def _sigmoid():
    c1, c2, c3 = 1 / pi, 2 / pi, pi / 2
    return (lambda t: c1 / cosh(t),
            lambda t: c2 * atan(exp(t)),
            lambda p: log(tan(p * c3)))


@_kernel("rectangular", "uniform", support=1.0)
def _rectangular():
    return (lambda t: 1/2,
            lambda t: 1/2 * t + 1/2,
            lambda p: 2.0 * p - 1.0)


@_kernel("triangular", support=1.0)
def _triangular():
    return (lambda t: 1.0 - abs(t),
            lambda t: t * t * (1/2 if t < 0.0 else -1/2) + t + 1/2,
            lambda p: sqrt(2.0 * p) - 1.0 if p < 1/2 else 1.0 - sqrt(2.0 - 2.0 * p))


@_kernel("parabolic", "epanechnikov", support=1.0)
def _parabolic():
    return (lambda t: 3/4 * (1.0 - t * t),
            lambda t: sumprod((-1/4, 3/4, 1/2), (t**3, t, 1.0)),
            lambda p: 2.0 * cos((acos(2.0 * p - 1.0) + pi) / 3.0))


def _quartic_estimate(p):
    if p < 0.0106:
        return (2.0 * p) ** 0.3838 - 1.0
    wave = 0.026818732 * sin(7.101753784 * p + 2.73230839482953) if p < 0.499 else 0.0
    return (2.0 * p) ** 0.4258865685331 - 1.0 + wave


@_kernel("quartic", "biweight", support=1.0)
def _quartic():
    def pdf(t):
        return 15/16 * (1.0 - t * t) ** 2

    def cdf(t):
        return sumprod((3/16, -5/8, 15/16, 1/2), (t**5, t**3, t, 1.0))

    return pdf, cdf, _inverse(_quartic_estimate, cdf, pdf)


def _triweight_estimate(p):
    wave = 0.033 * sin(1.07 * tau * (p - 0.035)) if 0.00001 < p < 0.499 else 0.0
    return (2.0 * p) ** 0.3400218741872791 - 1.0 - wave


@_kernel("triweight", support=1.0)
def _triweight():
    def pdf(t):
        return 35/32 * (1.0 - t * t) ** 3

    def cdf(t):
        return sumprod((-5/32, 21/32, -35/32, 35/32, 1/2), (t**7, t**5, t**3, t, 1.0))

    return pdf, cdf, _inverse(_triweight_estimate, cdf, pdf)


@_kernel("cosine", support=1.0)
def _cosine():
    c1, c2 = pi / 4, pi / 2
    return (lambda t: c1 * cos(c2 * t),
            lambda t: 1/2 * sin(c2 * t) + 1/2,
            lambda p: 2.0 * asin(2.0 * p - 1.0) / pi)
