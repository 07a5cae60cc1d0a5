"""Basic statistics: averages, spread, relations of two inputs, the normal distribution.

Sums are exact where the type allows it: a number is taken as a ratio of integers, numerators with
the same denominator are added up, and only the result is rounded, once, to the type that the inputs
have in common (_sum, _ss, _convert).
"""

__all__ = [
    "NormalDist", "StatisticsError", "correlation", "covariance", "fmean", "geometric_mean",
    "harmonic_mean", "kde", "kde_random", "linear_regression", "mean", "median",
    "median_grouped", "median_high", "median_low", "mode", "multimode", "pstdev", "pvariance",
    "quantiles", "stdev", "variance",
]

import math
import sys
from bisect import bisect_left, bisect_right
from collections import Counter, namedtuple
from fractions import Fraction
from functools import reduce
from math import erfc, exp, fabs, fsum, isfinite, isinf, isnan, log, sqrt, sumprod, tau

from _normal_quantile import normal_quantile as _normal_dist_inv_cdf


class StatisticsError(ValueError):
    """The data has no such statistic: most often there is too little of it."""


# Numbers: exact sums, and the way back to a type.

def _decimal():
    # Loaded only when somebody else has: nothing else can be one.
    module = sys.modules.get("decimal")
    return getattr(module, "Decimal", ()) if module is not None else ()


def _exact_ratio(x):
    # Numerator and denominator; what is not finite is its own numerator, over None.
    try:
        return x.as_integer_ratio()
    except (OverflowError, ValueError):
        return x, None
    except AttributeError:
        if hasattr(x, "numerator") and hasattr(x, "denominator"):
            return x.numerator, x.denominator
    raise TypeError(f"can't convert type '{type(x).__name__}' to numerator/denominator")


def _coerce(T, S):
    # The type of a sum of both: the heir of the two; of plain ints and another the other; of
    # fractions and floats the floats.
    if T is S or S is bool or issubclass(T, S):
        return T
    if T is int or issubclass(S, T):
        return S
    for one, other in ((T, S), (S, T)):
        if issubclass(one, int) or issubclass(one, Fraction) and issubclass(other, float):
            return other
    raise TypeError(f"don't know how to coerce {T.__name__} and {S.__name__}")


def _convert(value, T):
    # An exact result in the type of the data: a fraction of ints becomes a float.
    if isinstance(value, T) and type(value) is T:
        return value
    target = float if issubclass(T, int) and value.denominator != 1 else T
    try:
        return target(value)
    except TypeError:
        decimal = _decimal()
        if not decimal or not issubclass(target, decimal):
            raise
    return target(value.numerator) / value.denominator


def _totals(data, squares):
    # The types of the data, how many there are, and the sums of the numerators by denominator;
    # with `squares` those of their squares, too. Under None is what was not finite.
    kinds = set()
    sums, square_sums = {}, {}
    count = 0
    for x in data:
        kinds.add(type(x))
        n, d = _exact_ratio(x)
        sums[d] = sums.get(d, 0) + n
        if squares:
            square_sums[d] = square_sums.get(d, 0) + n * n
        count += 1
    return kinds, count, sums, square_sums


def _sum(data):
    """The type that the items have in common, their exact sum, and how many they are."""
    kinds, count, sums, _ = _totals(data, False)
    total = (sums[None] if None in sums
             else sum([Fraction(n, d) for d, n in sums.items()]))
    return reduce(_coerce, kinds, int), total, count


def _ss(data, c=None):
    """The common type, the sum of the squared distances from c, c, and how many items there are.

    Without c the distances are those from the mean.
    """
    if c is not None:
        T, total, count = _sum((d := x - c) * d for x in data)
        return T, total, c, count
    kinds, count, sums, squares = _totals(data, True)
    T = reduce(_coerce, kinds, int)
    if None in sums:
        return T, sums[None], sums[None], count
    if not count:
        return T, Fraction(0), Fraction(0), 0
    # Exact, so that nothing is lost by the subtraction.
    linear = sum([Fraction(n, d) for d, n in sums.items()])
    quadratic = sum([Fraction(n, d * d) for d, n in squares.items()])
    return T, quadratic - linear * linear / count, linear / count, count


def _isfinite(x):
    return x.is_finite() if hasattr(x, "is_finite") else isfinite(x)  # the first is Decimal's


def _fail_neg(values, errmsg="negative value"):
    for x in values:
        if not x < 0:
            yield x
        else:
            raise StatisticsError(errmsg)


# Square roots that are rounded once.

def _integer_sqrt_of_frac_rto(n, m):
    # Odd where it is not exact, so that a later rounding can't be misled.
    root = math.isqrt(n // m)
    return root | (root * root * m != n)


_ROOT_BITS = 3 + 2 * sys.float_info.mant_dig  # 3 for the rounding


def _float_sqrt_of_frac(n, m):
    """The float next to the square root of n/m."""
    # Scaled by a power of 4 so that the integer root has all the bits of a float, and some.
    shift = (n.bit_length() - m.bit_length() - _ROOT_BITS) // 2
    if shift < 0:
        return _integer_sqrt_of_frac_rto(n << -2 * shift, m) / (1 << -shift)
    return (_integer_sqrt_of_frac_rto(n, m << 2 * shift) << shift) / 1


def _decimal_sqrt_of_frac(n, m):
    """The Decimal next to the square root of n/m."""
    from decimal import Decimal
    if not n:
        return Decimal("0.0")
    if n < 0:
        n, m = -n, -m
    root = (Decimal(n) / Decimal(m)).sqrt()
    # The division was rounded too: a neighbour is nearer if n/m lies beyond the middle of the
    # way to it.
    middle = Fraction(root)
    for neighbour, sign in ((root.next_plus(), 1), (root.next_minus(), -1)):
        half_way = (middle + Fraction(neighbour)) / 2
        if sign * (Fraction(n, m) - half_way * half_way) > 0:
            return neighbour
    return root


def _sqrtprod(x, y):
    # sqrt(x * y), also where the product is too large or too small for a float.
    root = sqrt(x * y)
    if isfinite(root) and root:
        # One step of Newton's method, its remainder computed exactly.
        return root + sumprod((x, root), (y, -root)) / (2.0 * root)
    if not root and x and y:
        scale = 2.0**537
    elif isinf(root) and not isinf(x) and not isinf(y):
        scale = 2.0**-512
    else:
        return root
    return _sqrtprod(scale * x, scale * y) / scale


# Averages.

def mean(data):
    """The arithmetic mean, exact for exact numbers: the sum over the number of items."""
    T, total, count = _sum(data)
    if not count:
        raise StatisticsError("mean requires at least one data point")
    return _convert(total / count, T)


def fmean(data, weights=None):
    """The arithmetic mean as a float; with weights, the weighted one. Faster than mean()."""
    if weights is not None:
        weights = weights if isinstance(weights, (list, tuple)) else list(weights)
        try:
            weighted = sumprod(data, weights)
        except ValueError:
            raise StatisticsError("data and weights must be the same length")
        if total := fsum(weights):
            return weighted / total
        raise StatisticsError("sum of weights must be non-zero")
    if not hasattr(data, "__len__"):
        data = list(data)
    total = fsum(data)
    if not len(data):
        raise StatisticsError("fmean requires at least one data point")
    return total / len(data)


def geometric_mean(data):
    """The n-th root of the product of n numbers that are not negative, as a float."""
    count = 0
    zero = False

    def positive():
        nonlocal count, zero
        for x in data:
            count += 1
            if x > 0.0 or isnan(x):
                yield x
            elif x != 0.0:
                raise StatisticsError("No negative inputs allowed", x)
            else:
                zero = True

    logs = fsum(map(log, positive()))
    if not count:
        raise StatisticsError("Must have a non-empty dataset")
    if isnan(logs) or zero and logs == math.inf:
        return math.nan
    return 0.0 if zero else exp(logs / count)


def harmonic_mean(data, weights=None):
    """The number of items over the sum of their reciprocals: the mean of speeds, of rates.

    With weights, their sum over the sum of weight / item. Negative items raise StatisticsError.
    """
    negative = "harmonic mean does not support negative values"
    if iter(data) is data:
        data = list(data)
    count = len(data)
    if not count:
        raise StatisticsError("harmonic_mean requires at least one data point")
    if weights is None:
        if count == 1:
            return _one_rate(data[0], negative)
        weights, weight_sum = [1] * count, count
    else:
        if iter(weights) is weights:
            weights = list(weights)
        if len(weights) != count:
            raise StatisticsError("Number of weights does not match data size")
        weight_sum = _sum(_fail_neg(weights, negative))[1]
    try:
        T, total, _ = _sum([w / x if w else 0 for w, x in zip(weights, _fail_neg(data, negative))])
    except ZeroDivisionError:
        return 0
    if total <= 0:
        raise StatisticsError("Weighted sum must be positive")
    return _convert(weight_sum / total, T)


def _one_rate(x, negative):
    import numbers
    if not isinstance(x, (numbers.Real, _decimal() or numbers.Real)):
        raise TypeError("unsupported type")
    if x < 0:
        raise StatisticsError(negative)
    return x


def _in_order(data):
    data = sorted(data)
    if data:
        return data, len(data) // 2
    raise StatisticsError("no median for empty data")


def median(data):
    """The middle of the sorted items; the mean of the two in the middle of an even number."""
    data, half = _in_order(data)
    return data[half] if len(data) % 2 else (data[half - 1] + data[half]) / 2


def median_low(data):
    """The middle of the sorted items; the smaller of the two in the middle of an even number."""
    data, _ = _in_order(data)
    return data[(len(data) - 1) // 2]


def median_high(data):
    """The middle of the sorted items; the larger of the two in the middle of an even number."""
    data, half = _in_order(data)
    return data[half]


def median_grouped(data, interval=1.0):
    """The median of values that stand each for a class, in the middle of which it is.

    interval is the width of a class. Within the class of the median its items are taken to be
    spread evenly.
    """
    data, half = _in_order(data)
    x = data[half]
    below = bisect_left(data, x)
    within = bisect_right(data, x, lo=below) - below
    try:
        width, x = float(interval), float(x)
    except ValueError:
        raise TypeError("Value cannot be converted to a float")
    # From the lower edge of the class, as far as the middle lies in it.
    return x - width / 2.0 + width * (len(data) / 2 - below) / within


def mode(data):
    """The most common item; of several the one that comes first."""
    for value, _ in Counter(iter(data)).most_common(1):
        return value
    raise StatisticsError("no mode for empty data")


def multimode(data):
    """All the most common items in a list, in the order they come first."""
    counts = Counter(iter(data))
    most = max(counts.values(), default=0)
    return [value for value in counts if counts[value] == most]


def quantiles(data, *, n=4, method="exclusive"):
    """The n - 1 points that cut the data into n parts of equal probability.

    "inclusive" takes the least and the greatest item for the ends of the population, "exclusive"
    supposes more beyond them.
    """
    if n < 1:
        raise StatisticsError("n must be at least 1")
    data = sorted(data)
    size = len(data)
    if not size:
        raise StatisticsError("must have at least one data point")
    if size == 1:
        return data * (n - 1)
    # The place of a cut is `low` and `part` n-ths of the way to the next item.
    if method == "inclusive":
        places = [divmod(k * (size - 1), n) for k in range(1, n)]
    elif method == "exclusive":
        ranks = [k * (size + 1) for k in range(1, n)]
        lows = [min(max(rank // n, 1), size - 1) for rank in ranks]
        places = [(low - 1, rank - low * n) for low, rank in zip(lows, ranks)]
    else:
        raise ValueError(f"Unknown method: {method!r}")
    return [(data[low] * (n - part) + data[low + 1] * part) / n for low, part in places]


# Spread.

def _mean_square(data, centre, least, name):
    # The common type and the mean of the squared distances; of a sample (least is 2) the one
    # that makes up for a mean that is itself from the data.
    T, total, _, count = _ss(data, centre)
    if count < least:
        points = "one data point" if least == 1 else "two data points"
        raise StatisticsError(f"{name} requires at least {points}")
    return T, total / (count - least + 1)


def _deviation(data, centre, least, name):
    T, square = _mean_square(data, centre, least, name)
    if not hasattr(square, "denominator"):
        raise ValueError("inf or nan encountered in data")
    decimal = _decimal()
    root = (_decimal_sqrt_of_frac if decimal and issubclass(T, decimal)
            else _float_sqrt_of_frac)
    return root(square.numerator, square.denominator)


def variance(data, xbar=None):
    """The variance of a sample: squared distances from the mean over the number of items - 1.

    xbar is the mean of the data, for those who know it.
    """
    T, square = _mean_square(data, xbar, 2, "variance")
    return _convert(square, T)


def pvariance(data, mu=None):
    """The variance of a whole population: the mean of the squared distances from the mean.

    mu is the mean of the population, for those who know it.
    """
    T, square = _mean_square(data, mu, 1, "pvariance")
    return _convert(square, T)


def stdev(data, xbar=None):
    """The standard deviation of a sample: the square root of variance()."""
    return _deviation(data, xbar, 2, "stdev")


def pstdev(data, mu=None):
    """The standard deviation of a whole population: the square root of pvariance()."""
    return _deviation(data, mu, 1, "pstdev")


# Two inputs.

def _paired(x, y, what):
    if len(x) != len(y):
        raise StatisticsError(f"{what} requires that both inputs have same number of data points")
    if len(x) < 2:
        raise StatisticsError(f"{what} requires at least two data points")


def _centred(values):
    # The distances from the mean, and the mean.
    middle = fsum(values) / len(values)
    return [value - middle for value in values], middle


def covariance(x, y, /):
    """How far two inputs of equal length vary together: the sample covariance, a float."""
    _paired(x, y, "covariance")
    return sumprod(_centred(x)[0], _centred(y)[0]) / (len(x) - 1)


def correlation(x, y, /, *, method="linear"):
    """Pearson's coefficient of two inputs: from -1 to 1, where 0 is no linear relation.

    method="ranked" compares ranks in the place of values: Spearman's coefficient.
    """
    _paired(x, y, "correlation")
    if method == "linear":
        x, y = _centred(x)[0], _centred(y)[0]
    elif method == "ranked":
        first = (1 - len(x)) / 2  # so that the ranks are centred
        x, y = _rank(x, start=first), _rank(y, start=first)
    else:
        raise ValueError(f"Unknown method: {method!r}")
    together = sumprod(x, y)
    if alone := _sqrtprod(sumprod(x, x), sumprod(y, y)):
        return together / alone
    raise StatisticsError("at least one of the inputs is constant")


def _rank(data, /, *, key=None, reverse=False, ties="average", start=1):
    """The rank of each item, in a list: `start` for the smallest. Equal items share the mean."""
    if ties != "average":
        raise ValueError(f"Unknown tie resolution method: {ties!r}")
    values = list(data) if key is None else [key(item) for item in data]
    order = sorted(range(len(values)), key=values.__getitem__, reverse=reverse)
    ranks = [0] * len(order)
    low = 0
    while low < len(order):
        high = low + 1
        while high < len(order) and values[order[high]] == values[order[low]]:
            high += 1
        for place in order[low:high]:
            ranks[place] = start + (low + high - 1) / 2
        low = high
    return ranks


LinearRegression = namedtuple("LinearRegression", ("slope", "intercept"))


def linear_regression(x, y, /, *, proportional=False):
    """The line y = slope * x + intercept with the least squared distances from the points.

    With proportional it is the best of those through the origin.
    """
    _paired(x, y, "linear regression")
    x_mean = y_mean = 0.0
    if not proportional:
        (x, x_mean), (y, y_mean) = _centred(x), _centred(y)
    try:
        slope = (sumprod(x, y) + 0.0) / sumprod(x, x)  # a float in any case
    except ZeroDivisionError:
        raise StatisticsError("x is constant")
    return LinearRegression(slope, 0.0 if proportional else y_mean - slope * x_mean)


# Estimates of a density from samples.

def _kernel(data, h, name):
    from _statistics_kernels import kernel_specs
    if not len(data):
        raise StatisticsError("Empty data sequence")
    if not isinstance(data[0], (int, float)):
        raise TypeError("Data sequence must contain ints or floats")
    if h <= 0.0:
        raise StatisticsError(f"Bandwidth h must be positive, not {h=!r}")
    if name in kernel_specs:
        return kernel_specs[name]
    raise StatisticsError(f"Unknown kernel name: {name!r}")


def kde(data, h, kernel="normal", *, cumulative=False):
    """A function that estimates the density, or with cumulative the distribution, behind samples.

    Each sample is spread by the kernel, over a width that h scales: the larger h, the smoother.
    Kernels: normal (gauss), logistic, sigmoid; of limited width: rectangular (uniform),
    triangular, parabolic (epanechnikov), quartic (biweight), triweight, cosine.
    """
    density, distribution, _, support = _kernel(data, h, kernel)
    if support is None:
        def near(x):
            return 0, data
    else:
        known, ordered = len(data), sorted(data)
        width = h * support

        def near(x):
            # How many samples lie wholly below x, and those whose kernel reaches it. The data
            # may have grown.
            nonlocal known, ordered
            if known != len(data):
                known, ordered = len(data), sorted(data)
            first = bisect_left(ordered, x - width)
            return first, ordered[first:bisect_right(ordered, x + width)]

    def pdf(x):
        _, samples = near(x)
        return sum([density((x - sample) / h) for sample in samples]) / (len(data) * h)

    def cdf(x):
        below, samples = near(x)
        return sum([distribution((x - sample) / h) for sample in samples], below) / len(data)

    estimate = cdf if cumulative else pdf
    estimate.__doc__ = f"{estimate.__name__.upper()} estimate with {h=!r} and {kernel=!r}"
    return estimate


def kde_random(data, h, kernel="normal", *, seed=None):
    """A function without arguments that draws at random from the density that kde() estimates.

    With a seed it draws the same numbers each time.
    """
    from random import Random
    quantile = _kernel(data, h, kernel)[2]
    source = Random(seed)
    choice, random = source.choice, source.random

    def rand():
        return choice(data) + h * quantile(random())

    rand.__doc__ = f"Random KDE selection with {h=!r} and {kernel=!r}"
    return rand


# The normal distribution.

_SQRT2 = sqrt(2.0)


class NormalDist:
    """A random variable with a normal distribution, of mean mu and standard deviation sigma.
    Constants shift and scale it; independent ones can be added and subtracted.
    """

    __slots__ = {
        "_mu": "the mean",
        "_sigma": "the standard deviation",
    }

    def __init__(self, mu=0.0, sigma=1.0):
        if sigma < 0.0:
            raise StatisticsError("sigma must be non-negative")
        self._mu, self._sigma = float(mu), float(sigma)

    @classmethod
    def from_samples(cls, data):
        """The distribution with the mean and the standard deviation of the data."""
        _, squares, middle, count = _ss(data)
        if count < 2:
            raise StatisticsError("stdev requires at least two data points")
        square = squares / (count - 1)
        if hasattr(square, "denominator"):
            return cls(float(middle), _float_sqrt_of_frac(square.numerator, square.denominator))
        # NaN or infinity: a NaN for the deviation.
        return cls(float(middle), float(middle) / float(squares))

    def samples(self, n, *, seed=None):
        """A list of n random draws; with a seed the same ones each time."""
        import random
        draw = random.random if seed is None else random.Random(seed).random
        mu, sigma = self._mu, self._sigma
        return [_normal_dist_inv_cdf(draw(), mu, sigma) for _ in range(n)]

    def pdf(self, x):
        """The density at x."""
        if not (variance := self.variance):
            raise StatisticsError("pdf() not defined when sigma is zero")
        distance = x - self._mu
        return exp(distance * distance / (-2.0 * variance)) / sqrt(tau * variance)

    def cdf(self, x):
        """The part of the distribution that lies below x."""
        if not self._sigma:
            raise StatisticsError("cdf() not defined when sigma is zero")
        return 0.5 * erfc((self._mu - x) / (self._sigma * _SQRT2))

    def inv_cdf(self, p):
        """The x below which lies the part p of the distribution; p is between 0 and 1."""
        if p >= 1.0 or p <= 0.0:
            raise StatisticsError("p must be in the range 0.0 < p < 1.0")
        return _normal_dist_inv_cdf(p, self._mu, self._sigma)

    def quantiles(self, n=4):
        """The n - 1 points that cut the distribution into n parts of equal probability."""
        return [self.inv_cdf(i / n) for i in range(1, n)]

    def overlap(self, other):
        """The area that lies under both densities: 0 for none, 1 for equal distributions."""
        # Inman and Bradley (Communications in Statistics, 1989): the areas beyond the one or two
        # points where the densities cross.
        if not isinstance(other, NormalDist):
            raise TypeError("Expected another NormalDist instance")
        # The same result in either order.
        thin, wide = sorted((self, other), key=lambda dist: (dist._sigma, dist._mu))
        if not thin._sigma:
            raise StatisticsError("overlap() not defined when sigma is zero")
        more = wide.variance - thin.variance
        apart = fabs(wide._mu - thin._mu)
        if not more:
            return erfc(apart / (2.0 * thin._sigma * _SQRT2))
        middle = thin._mu * wide.variance - wide._mu * thin.variance
        reach = thin._sigma * wide._sigma * sqrt(
            apart * apart + more * log(wide.variance / thin.variance))
        crossings = (middle + reach) / more, (middle - reach) / more
        return 1.0 - sum([fabs(wide.cdf(x) - thin.cdf(x)) for x in crossings])

    def zscore(self, x):
        """How many standard deviations x lies above the mean."""
        if not self._sigma:
            raise StatisticsError("zscore() not defined when sigma is zero")
        return (x - self._mu) / self._sigma

    @property
    def mean(self):
        """The mean, mu."""
        return self._mu

    @property
    def median(self):
        """The median, which is the mean."""
        return self._mu

    @property
    def mode(self):
        """The x of the greatest density, which is the mean."""
        return self._mu

    @property
    def stdev(self):
        """The standard deviation, sigma."""
        return self._sigma

    @property
    def variance(self):
        """The mean of the squared distances from the mean."""
        return self._sigma * self._sigma

    def __add__(x1, x2):
        """Shifted by a constant, or the sum of two that are independent."""
        if isinstance(x2, NormalDist):
            return NormalDist(x1._mu + x2._mu, math.hypot(x1._sigma, x2._sigma))
        return NormalDist(x1._mu + x2, x1._sigma)

    def __sub__(x1, x2):
        """Shifted down by a constant, or the difference of two that are independent."""
        if isinstance(x2, NormalDist):
            return NormalDist(x1._mu - x2._mu, math.hypot(x1._sigma, x2._sigma))
        return NormalDist(x1._mu - x2, x1._sigma)

    def __mul__(x1, x2):
        """Stretched by a constant."""
        return NormalDist(x1._mu * x2, x1._sigma * fabs(x2))

    def __truediv__(x1, x2):
        """Shrunk by a constant."""
        return NormalDist(x1._mu / x2, x1._sigma / fabs(x2))

    def __pos__(x1):
        """A copy."""
        return NormalDist(x1._mu, x1._sigma)

    def __neg__(x1):
        """Mirrored at zero."""
        return NormalDist(-x1._mu, x1._sigma)

    __radd__ = __add__

    def __rsub__(x1, x2):
        """A constant minus the variable."""
        return -(x1 - x2)

    __rmul__ = __mul__

    def __eq__(x1, x2):
        if isinstance(x2, NormalDist):
            return (x1._mu, x1._sigma) == (x2._mu, x2._sigma)
        return NotImplemented

    def __hash__(self):
        return hash((self._mu, self._sigma))

    def __repr__(self):
        return f"{type(self).__name__}(mu={self._mu!r}, sigma={self._sigma!r})"

    def __getstate__(self):
        return self._mu, self._sigma

    def __setstate__(self, state):
        self._mu, self._sigma = state
