"""Random variable generators, on the core's Mersenne Twister (_random.Random).

Every method draws from random() and getrandbits() in the same order and computes in the same steps
as CPython's, so that a seed gives the same stream to the last bit.  The module's functions are the
methods of one instance.
"""

import _random
from _collections_abc import Sequence as _Sequence
from bisect import bisect as _bisect
from itertools import accumulate as _accumulate
from math import acos as _acos, ceil as _ceil, cos as _cos, e as _e, exp as _exp, fabs as _fabs
from math import floor as _floor, isfinite as _isfinite, lgamma as _lgamma, log as _log
from math import log2 as _log2, pi as _pi, sin as _sin, sqrt as _sqrt
from operator import index as _index
from os import urandom as _urandom

__all__ = [
    "Random", "SystemRandom", "betavariate", "binomialvariate", "choice", "choices",
    "expovariate", "gammavariate", "gauss", "getrandbits", "getstate", "lognormvariate",
    "normalvariate", "paretovariate", "randbytes", "randint", "random", "randrange", "sample",
    "seed", "setstate", "shuffle", "triangular", "uniform", "vonmisesvariate", "weibullvariate",
]

NV_MAGICCONST = 4 * _exp(-0.5) / _sqrt(2.0)
LOG4 = _log(4.0)
SG_MAGICCONST = 1.0 + _log(4.5)
BPF = 53  # bits in a float
RECIP_BPF = 2**-BPF
TWOPI = 2.0 * _pi
_ONE = 1  # tells a step that was not given from one that was


def _old_hash(codes):
    # The hash that texts once had.
    value = codes[0] << 7 if codes else 0
    for code in codes:
        value = (1000003 * value & 0xFFFFFFFFFFFFFFFF) ^ code
    value ^= len(codes)
    return -2 if value == -1 else value


def _running_totals(weights):
    if isinstance(weights, int):
        raise TypeError(f"The number of choices must be a keyword argument: k={weights!r}")
    return list(_accumulate(weights))


class Random(_random.Random):
    """A generator with a stream of its own. A subclass may bring another source by random(), and by
    getrandbits() for large ranges.
    """

    VERSION = 3  # of the state

    def __init__(self, x=None):
        self.seed(x)
        self.gauss_next = None

    def seed(self, a=None, version=2):
        """Begin the stream that belongs to a: None (from the system), a number, a text or bytes.

        version=1 gives texts the streams of Python 2 and 3.1.
        """
        if version == 2 and isinstance(a, (str, bytes, bytearray)):
            from hashlib import sha512
            data = a.encode() if isinstance(a, str) else a
            a = int.from_bytes(data + sha512(data).digest())
        elif version == 1 and isinstance(a, (str, bytes)):
            a = _old_hash(a.encode("utf-32-be") if False else
                          list(a) if isinstance(a, bytes) else [ord(char) for char in a])
        elif not (a is None or isinstance(a, (int, float, str, bytes, bytearray))):
            raise TypeError("The only supported seed types are:\n"
                            "None, int, float, str, bytes, and bytearray.")
        super().seed(a)
        self.gauss_next = None

    def getstate(self):
        """What setstate() needs to go on from here."""
        return self.VERSION, super().getstate(), self.gauss_next

    def setstate(self, state):
        """Go on from where getstate() gave this."""
        version = state[0]
        if version not in (2, 3):
            raise ValueError(f"state with version {version} passed to "
                             f"Random.setstate() of version {self.VERSION}")
        _, internal, gauss = state
        if version == 2:
            # Written where large numbers may have become negative ones.
            try:
                internal = tuple([word % (1 << 32) for word in internal])
            except ValueError as error:
                raise TypeError from error
        self.gauss_next = gauss
        super().setstate(internal)

    def __getstate__(self):
        return self.getstate()

    def __setstate__(self, state):
        self.setstate(state)

    def __reduce__(self):
        return self.__class__, (), self.getstate()

    def __init_subclass__(cls, /, **kwargs):
        # Small integers are made of what the class nearest to the subclass brings.
        for space in [base.__dict__ for base in cls.__mro__]:
            if "_randbelow" in space:
                return
            by_bits = "getrandbits" in space
            if by_bits or "random" in space:
                cls._randbelow = (cls._randbelow_with_getrandbits if by_bits
                                  else cls._randbelow_without_getrandbits)
                return

    def _randbelow_with_getrandbits(self, n):
        # 0 <= result < n, for n above 0: numbers of as many bits, until one is small enough.
        draw, bits = self.getrandbits, n.bit_length()
        while (value := draw(bits)) >= n:
            pass
        return value

    def _randbelow_without_getrandbits(self, n, maxsize=1 << BPF):
        draw = self.random
        if maxsize <= n:
            from warnings import warn
            warn("Underlying random() generator does not supply \n"
                 "enough bits to choose from a population range this large.\n"
                 "To remove the range limitation, add a getrandbits() method.")
            return _floor(draw() * n)
        # What is above the last whole multiple of n would favour small numbers.
        end = (maxsize - maxsize % n) / maxsize
        value = next(value for value in iter(draw, None) if value < end)
        return _floor(value * maxsize) % n

    # What the usual class does in C.
    _randbelow = _random.Random._below

    def randbytes(self, n):
        """So many random bytes."""
        return self.getrandbits(n * 8).to_bytes(n, "little")

    def randrange(self, start, stop=None, step=_ONE):
        """A random item of range(start, stop, step), or of range(start)."""
        first = _index(start)
        if stop is None:
            if step is not _ONE:
                raise TypeError("Missing a non-None stop argument")
            if first <= 0:
                raise ValueError("empty range for randrange()")
            return self._randbelow(first)
        width, stride = _index(stop) - first, _index(step)
        if not stride:
            raise ValueError("zero step for randrange()")
        count = -(-width // stride)  # rounded up
        if count > 0:
            return first + stride * self._randbelow(count)
        shown = f"{start}, {stop}" if stride == 1 else f"{start}, {stop}, {step}"
        raise ValueError(f"empty range in randrange({shown})")

    def randint(self, a, b):
        """A random integer from a to b, both of which can come."""
        low, high = _index(a), _index(b)
        if low <= high:
            return low + self._randbelow(high - low + 1)
        raise ValueError(f"empty range in randint({low}, {high})")

    def choice(self, seq):
        """A random item of a sequence that is not empty."""
        # Not `if not seq`: an array decides about its truth in another way.
        if not len(seq):
            raise IndexError("Cannot choose from an empty sequence")
        return seq[self._randbelow(len(seq))]

    def shuffle(self, x):
        """Put a list in a random order, in place."""
        below = self._randbelow
        for end in range(len(x), 1, -1):
            place = below(end)
            x[end - 1], x[place] = x[place], x[end - 1]

    def sample(self, population, k, *, counts=None):
        """A list of k items, each from another place of a sequence, in random order.

        counts says how often each item is there, in the place of repeating it.
        """
        if not isinstance(population, _Sequence):
            raise TypeError("Population must be a sequence.  "
                            "For dicts or sets, use sorted(d).")
        size = len(population)
        if counts is not None:
            return self._sample_counted(population, size, k, list(_accumulate(counts)))
        if k < 0 or k > size:
            raise ValueError("Sample larger than population or is negative")
        below = self._randbelow
        chosen = []
        # A set of places where that is smaller than a copy of the population.
        if size > (21 if k <= 5 else 21 + 4 ** _ceil(_log(k * 3, 4))):
            taken = set()
            while len(chosen) < k:
                place = below(size)
                if place not in taken:
                    taken.add(place)
                    chosen.append(population[place])
            return chosen
        pool = list(population)
        for last in range(size - 1, size - k - 1, -1):
            place = below(last + 1)
            chosen.append(pool[place])
            pool[place] = pool[last]
        return chosen

    def _sample_counted(self, population, size, k, ends):
        if len(ends) != size:
            raise ValueError("The number of counts does not match the population")
        total = ends.pop() if ends else 0
        if not isinstance(total, int):
            raise TypeError("Counts must be integers")
        if total < 0:
            raise ValueError("Counts must be non-negative")
        return [population[_bisect(ends, place)] for place in self.sample(range(total), k=k)]

    def choices(self, population, weights=None, *, cum_weights=None, k=1):
        """A list of k random items of a sequence, where an item can come more than once.

        With weights, or their running totals in cum_weights, items are as likely as these say.
        """
        draw, size = self.random, len(population)
        if weights is None and cum_weights is None:
            size += 0.0
            return [population[_floor(draw() * size)] for _ in range(k)]
        if cum_weights is None:
            cum_weights = _running_totals(weights)
        elif weights is not None:
            raise TypeError("Cannot specify both weights and cumulative weights")
        if len(cum_weights) != size:
            raise ValueError("The number of weights does not match the population")
        total = cum_weights[-1] + 0.0
        if total <= 0.0:
            raise ValueError("Total of weights must be greater than zero")
        if not _isfinite(total):
            raise ValueError("Total of weights must be finite")
        # What rounding may have put beyond the end is the last item.
        last = size - 1
        return [population[_bisect(cum_weights, draw() * total, 0, last)] for _ in range(k)]

    def uniform(self, a, b):
        """A number between a and b, all equally likely; rounding may give b itself."""
        return a + (b - a) * self.random()

    def triangular(self, low=0.0, high=1.0, mode=None):
        """A number from low to high, most likely near to mode, which is the middle by default."""
        part = self.random()
        if mode is None:
            peak = 0.5
        elif low == high:
            return low
        else:
            peak = (mode - low) / (high - low)
        if part <= peak:
            return low + (high - low) * _sqrt(part * peak)
        return high + (low - high) * _sqrt((1.0 - part) * (1.0 - peak))

    def normalvariate(self, mu=0.0, sigma=1.0):
        """A number with the normal distribution of mean mu and standard deviation sigma."""
        # Kinderman and Monahan, the ratio of uniforms (ACM Trans. Math. Software 3, 1977).
        draw = self.random
        while True:
            across = draw()
            height = 1.0 - draw()
            ratio = NV_MAGICCONST * (across - 0.5) / height
            if -_log(height) >= ratio * ratio / 4.0:
                break
        return mu + ratio * sigma

    def gauss(self, mu=0.0, sigma=1.0):
        """Like normalvariate(), and faster; not for several threads at once."""
        # Two uniform numbers give two normal ones; the second is kept for the next call.
        deviation, self.gauss_next = self.gauss_next, None
        if deviation is None:
            angle = self.random() * TWOPI
            radius = _sqrt(-2.0 * _log(1.0 - self.random()))
            deviation, self.gauss_next = _cos(angle) * radius, _sin(angle) * radius
        return mu + deviation * sigma

    def lognormvariate(self, mu, sigma):
        """A number whose logarithm has the normal distribution of mu and sigma."""
        return _exp(self.normalvariate(mu, sigma))

    def expovariate(self, lambd=1.0):
        """A number with the exponential distribution of mean 1 / lambd."""
        # 1 - random() is never 0, which has no logarithm.
        return -_log(1.0 - self.random()) / lambd

    def vonmisesvariate(self, mu, kappa):
        """An angle from 0 to 2 pi, around mu: the closer to it, the larger kappa is."""
        # Best and Fisher (Applied Statistics 28, 1979), as corrected in Fisher's book of 1993.
        draw = self.random
        if kappa <= 1e-6:
            return TWOPI * draw()
        half = 0.5 / kappa
        r = half + _sqrt(1.0 + half * half)
        accepted = False
        while not accepted:
            z = _cos(_pi * draw())
            d = z / (r + z)
            u = draw()
            accepted = 1.0 - d * d > u or (1.0 - d) * _exp(d) >= u
        q = 1.0 / r
        turn = _acos((q + z) / (1.0 + q * z))
        return (mu + turn if draw() > 0.5 else mu - turn) % TWOPI

    def gammavariate(self, alpha, beta):
        """A number with the gamma distribution of shape alpha and scale beta, both above 0."""
        if alpha <= 0.0 or beta <= 0.0:
            raise ValueError("gammavariate: alpha and beta must be > 0.0")
        if alpha == 1.0:
            return -_log(1.0 - self.random()) * beta
        shape = _gamma_above_one if alpha > 1.0 else _gamma_below_one
        return shape(self.random, alpha) * beta

    def betavariate(self, alpha, beta):
        """A number from 0 to 1 with the beta distribution of alpha and beta, both above 0."""
        one = self.gammavariate(alpha, 1.0)
        return one / (one + self.gammavariate(beta, 1.0)) if one else 0.0

    def paretovariate(self, alpha):
        """A number with the Pareto distribution of shape alpha."""
        u = 1.0 - self.random()
        return u ** (-1.0 / alpha)

    def weibullvariate(self, alpha, beta):
        """A number with the Weibull distribution of scale alpha and shape beta."""
        u = 1.0 - self.random()
        return alpha * (-_log(u)) ** (1.0 / beta)

    def binomialvariate(self, n=1, p=0.5):
        """How many of n independent trials succeed, when each does with probability p."""
        if n < 0:
            raise ValueError("n must be non-negative")
        if p == 0.0 or p == 1.0:
            return n if p else 0
        if p < 0.0 or p > 1.0:
            raise ValueError("p must be in the range 0.0 <= p <= 1.0")
        if n == 1:
            return _index(self.random() < p)
        if p > 0.5:
            return n - self.binomialvariate(n, 1.0 - p)
        return (_binomial_few if n * p < 10.0 else _binomial_many)(self.random, n, p)


def _gamma_above_one(draw, alpha):
    # Cheng (Applied Statistics 26, 1977).
    root = _sqrt(2.0 * alpha - 1.0)
    low, high = alpha - LOG4, alpha + root
    while True:
        u = draw()
        if u <= 1e-7 or u >= 0.9999999:
            continue
        rest = 1.0 - draw()
        v = _log(u / (1.0 - u)) / root
        x = alpha * _exp(v)
        z = u * u * rest
        r = low + high * v - x
        if r + SG_MAGICCONST - 4.5 * z >= 0.0 or r >= _log(z):
            return x


def _gamma_below_one(draw, alpha):
    # Algorithm GS (Kennedy and Gentle, Statistical Computing).
    b = (_e + alpha) / _e
    while True:
        p = b * draw()
        if p > 1.0:
            x = -_log((b - p) / alpha)
            limit = x ** (alpha - 1.0)
        else:
            x = p ** (1.0 / alpha)
            limit = _exp(-x)
        if draw() <= limit:
            return x


def _binomial_few(draw, n, p):
    # Devroye's second waiting time method: from success to success.
    fail = _log2(1.0 - p)
    if not fail:
        return 0
    successes = trials = 0
    while True:
        if not (u := draw()):
            continue  # no logarithm
        trials += _floor(_log2(u) / fail) + 1
        if trials > n:
            return successes
        successes += 1


def _binomial_many(draw, n, p):
    # Hörmann's BTRS: transformed rejection with squeeze.
    spread = _sqrt(n * p * (1.0 - p))
    b = 1.15 + 2.53 * spread
    a = -0.0873 + 0.0248 * b + 0.01 * p
    centre = n * p + 0.5
    squeeze = 0.92 - 4.2 / b
    scale = None  # what only some draws need
    while True:
        u = draw() - 0.5
        edge = 0.5 - _fabs(u)
        if not edge:
            continue
        k = _floor((2.0 * a / edge + b) * u + centre)
        if not 0 <= k <= n:
            continue
        v = draw()
        if edge >= 0.07 and v <= squeeze:
            return k
        if scale is None:
            scale = (2.83 + 5.1 / b) * spread
            odds = _log(p / (1.0 - p))
            likely = _floor((n + 1) * p)
            top = _lgamma(likely + 1) + _lgamma(n - likely + 1)
        v *= scale / (a / (edge * edge) + b)
        if _log(v) <= top - _lgamma(k + 1) - _lgamma(n - k + 1) + (k - likely) * odds:
            return k


class SystemRandom(Random):
    """A generator that asks the system for each number: it has no state and no seed."""

    def random(self):
        """A number from 0 up to, and not, 1."""
        return (int.from_bytes(_urandom(7)) >> 3) * RECIP_BPF

    def getrandbits(self, k):
        """An integer of k random bits."""
        if k < 0:
            raise ValueError("number of bits must be non-negative")
        size, spare = (k + 7) // 8, -k % 8
        return int.from_bytes(_urandom(size)) >> spare

    def randbytes(self, n):
        """So many random bytes."""
        return _urandom(n)

    def seed(self, *args, **kwds):
        """Does nothing: there is no stream to begin."""
        return None

    def _notimplemented(self, *args, **kwds):
        """There is no state to give or to set."""
        raise NotImplementedError("System entropy source does not have state.")

    getstate = setstate = _notimplemented


_below = Random._randbelow_with_getrandbits  # what the one in C leaves to Python

_inst = Random()
seed = _inst.seed
random = _inst.random
uniform = _inst.uniform
triangular = _inst.triangular
randint = _inst.randint
choice = _inst.choice
randrange = _inst.randrange
sample = _inst.sample
shuffle = _inst.shuffle
choices = _inst.choices
normalvariate = _inst.normalvariate
lognormvariate = _inst.lognormvariate
expovariate = _inst.expovariate
vonmisesvariate = _inst.vonmisesvariate
gammavariate = _inst.gammavariate
gauss = _inst.gauss
betavariate = _inst.betavariate
binomialvariate = _inst.binomialvariate
paretovariate = _inst.paretovariate
weibullvariate = _inst.weibullvariate
getstate = _inst.getstate
setstate = _inst.setstate
getrandbits = _inst.getrandbits
randbytes = _inst.randbytes
