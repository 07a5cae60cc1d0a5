"""Fraction, infinite-precision, rational numbers.

Sums and products divide by common factors before they multiply (Knuth, TAOCP 2, 4.5.1), so that
the numbers stay small.
"""

import math
import numbers
import operator
import sys

__all__ = ["Fraction"]

_MODULUS = sys.hash_info.modulus
_HASH_INF = sys.hash_info.inf

_patterns = {}


def _pattern(name):
    # Regular expressions, made when they are needed.
    found = _patterns.get(name)
    if found is None:
        import re
        found = _patterns[name] = re.compile(_sources[name], re.VERBOSE | (
            re.IGNORECASE if name == "number" else re.DOTALL))
    return found


_sources = {
    "number": r"""
        \A\s*                                  # optional whitespace at the start,
        (?P<sign>[-+]?)                        # an optional sign, then
        (?=\d|\.\d)                            # lookahead for digit or .digit
        (?P<num>\d*|\d+(_\d+)*)                # numerator (possibly empty)
        (?:                                    # followed by
           (?:\s*/\s*(?P<denom>\d+(_\d+)*))?   # an optional denominator
        |                                      # or
           (?:\.(?P<decimal>\d*|\d+(_\d+)*))?  # an optional fractional part
           (?:E(?P<exp>[-+]?\d+(_\d+)*))?      # and optional exponent
        )
        \s*\z                                  # and optional whitespace to finish
        """,
    "general": r"""
        (?:
            (?P<fill>.)?
            (?P<align>[<>=^])
        )?
        (?P<sign>[-+ ]?)
        # Alt flag forces a slash and denominator in the output, even for
        # integer-valued Fraction objects.
        (?P<alt>\#)?
        # We don't implement the zeropad flag since there's no single obvious way to interpret it.
        (?P<minimumwidth>0|[1-9][0-9]*)?
        (?P<thousands_sep>[,_])?
        """,
    "float": r"""
        (?:
            (?P<fill>.)?
            (?P<align>[<>=^])
        )?
        (?P<sign>[-+ ]?)
        (?P<no_neg_zero>z)?
        # The alternate form keeps the point and, for g, the zeros behind it.
        (?P<alt>\#)?
        # A zero that is followed by a digit is the zero padding flag.
        (?P<zeropad>0(?=[0-9]))?
        (?P<minimumwidth>[0-9]+)?
        (?P<thousands_sep>[,_])?
        (?:\.
            (?=[,_0-9])  # a digit or a separator has to follow
            (?P<precision>[0-9]+)?
            (?P<frac_separators>[,_])?
        )?
        (?P<presentation_type>[eEfFgG%])
        """,
}


def _round_to_exponent(n, d, exponent, no_neg_zero=False):
    """Round a rational number to the nearest multiple of a given power of 10.

    Rounds the rational number n/d to the nearest integer multiple of
    10**exponent, rounding to the nearest even integer multiple in the case of
    a tie. Returns a pair (sign: bool, significand: int) representing the
    rounded value (-1)**sign * significand * 10**exponent.
    """
    if exponent >= 0:
        d *= 10**exponent
    else:
        n *= 10**-exponent
    # Half up, and then one down again if it was a tie that went to an odd number.
    q, r = divmod(n + (d >> 1), d)
    if r == 0 and d & 1 == 0:
        q &= -2
    sign = q < 0 if no_neg_zero else n < 0
    return sign, abs(q)


def _round_to_figures(n, d, figures):
    """Round a rational number to a given number of significant figures.

    Returns a triple (sign: bool, significand: int, exponent: int) representing
    the rounded value (-1)**sign * significand * 10**exponent.
    """
    if n == 0:
        return False, 0, 1 - figures
    # The exponent of the leading digit, off by one at most: then the rounding has one more.
    digits_n, digits_d = str(abs(n)), str(d)
    m = len(digits_n) - len(digits_d) + (digits_d <= digits_n)
    exponent = m - figures
    sign, significand = _round_to_exponent(n, d, exponent)
    if len(str(significand)) == figures + 1:
        significand //= 10
        exponent += 1
    return sign, significand, exponent


def _group(digits, separator, size=3):
    # Groups from the right; the first may be shorter.
    first = (len(digits) - 1) % size + 1
    return digits[:first] + "".join(separator + digits[place:place + size]
                                    for place in range(first, len(digits), size))


def _pad(text, minimum, fill, align, sign=""):
    padding = fill * (minimum - len(sign) - len(text))
    if align == ">":
        return padding + sign + text
    if align == "<":
        return sign + text + padding
    if align == "^":
        half = len(padding) // 2
        return padding[:half] + sign + text + padding[half:]
    return sign + padding + text


class Fraction(numbers.Rational):
    __slots__ = ("_numerator", "_denominator")

    def __new__(cls, numerator=0, denominator=None):
        """Constructs a Rational.

        Takes a string like '3/2' or '1.5', another Rational instance, a
        numerator/denominator pair, or a float.

        >>> Fraction(10, -8)
        Fraction(-5, 4)
        >>> Fraction('-35/4')
        Fraction(-35, 4)
        >>> Fraction('7e-6')
        Fraction(7, 1000000)
        >>> Fraction(2.25)
        Fraction(9, 4)
        """
        self = super().__new__(cls)
        if denominator is None:
            if type(numerator) is int:
                self._numerator = numerator
                self._denominator = 1
                return self
            if isinstance(numerator, numbers.Rational):
                self._numerator = numerator.numerator
                self._denominator = numerator.denominator
                return self
            if isinstance(numerator, float) or (not isinstance(numerator, type)
                                                and hasattr(numerator, "as_integer_ratio")):
                self._numerator, self._denominator = numerator.as_integer_ratio()
                return self
            if isinstance(numerator, str):
                self._numerator, self._denominator = _parse(numerator)
                return self
            raise TypeError("argument should be a string or a Rational instance or have the "
                            "as_integer_ratio() method")
        if type(numerator) is int is type(denominator):
            pass
        elif (isinstance(numerator, numbers.Rational)
              and isinstance(denominator, numbers.Rational)):
            numerator, denominator = (numerator.numerator * denominator.denominator,
                                      denominator.numerator * numerator.denominator)
        else:
            raise TypeError("both arguments should be Rational instances")
        if denominator == 0:
            raise ZeroDivisionError(f"Fraction({numerator}, 0)")
        g = math.gcd(numerator, denominator)
        if denominator < 0:
            g = -g
        self._numerator = numerator // g
        self._denominator = denominator // g
        return self

    @classmethod
    def from_number(cls, number):
        if type(number) is int:
            return cls._from_coprime_ints(number, 1)
        if isinstance(number, numbers.Rational):
            return cls._from_coprime_ints(number.numerator, number.denominator)
        if isinstance(number, float) or (not isinstance(number, type)
                                         and hasattr(number, "as_integer_ratio")):
            return cls._from_coprime_ints(*number.as_integer_ratio())
        raise TypeError("argument should be a Rational instance or have the "
                        "as_integer_ratio() method")

    @classmethod
    def from_float(cls, f):
        if isinstance(f, numbers.Integral):
            return cls(f)
        if not isinstance(f, float):
            raise TypeError(f"{cls.__name__}.from_float() only takes floats, "
                            f"not {f!r} ({type(f).__name__})")
        return cls._from_coprime_ints(*f.as_integer_ratio())

    @classmethod
    def from_decimal(cls, dec):
        from decimal import Decimal
        if isinstance(dec, numbers.Integral):
            dec = Decimal(int(dec))
        elif not isinstance(dec, Decimal):
            raise TypeError(f"{cls.__name__}.from_decimal() only takes Decimals, "
                            f"not {dec!r} ({type(dec).__name__})")
        return cls._from_coprime_ints(*dec.as_integer_ratio())

    @classmethod
    def _from_coprime_ints(cls, numerator, denominator, /):
        new = super(Fraction, cls).__new__(cls)
        new._numerator = numerator
        new._denominator = denominator
        return new

    def is_integer(self):
        """Return True if the Fraction is an integer."""
        return self._denominator == 1

    def as_integer_ratio(self):
        return self._numerator, self._denominator

    def limit_denominator(self, max_denominator=1000000):
        if max_denominator < 1:
            raise ValueError("max_denominator should be at least 1")
        if self._denominator <= max_denominator:
            return Fraction(self)
        # The convergents p0/q0 and p1/q1 of the continued fraction, until the next would have
        # too large a denominator. The best one is p1/q1, or lies on the way to that next.
        p0, q0, p1, q1 = 0, 1, 1, 0
        n, d = self._numerator, self._denominator
        while True:
            a = n // d
            q2 = q0 + a * q1
            if q2 > max_denominator:
                break
            p0, q0, p1, q1 = p1, q1, p0 + a * p1, q2
            n, d = d, n - a * d
        k = (max_denominator - q0) // q1
        # The distances are compared without computing them.
        if 2 * d * (q0 + k * q1) <= self._denominator:
            return Fraction._from_coprime_ints(p1, q1)
        return Fraction._from_coprime_ints(p0 + k * p1, q0 + k * q1)

    @property
    def numerator(a):
        return a._numerator

    @property
    def denominator(a):
        return a._denominator

    def __repr__(self):
        """repr(self)"""
        return f"{self.__class__.__name__}({self._numerator}, {self._denominator})"

    def __str__(self):
        """str(self)"""
        if self._denominator == 1:
            return str(self._numerator)
        return f"{self._numerator}/{self._denominator}"

    def _format_general(self, match):
        separator = match["thousands_sep"] or ""
        text = f"{abs(self._numerator):{separator}}"
        if self._denominator > 1 or match["alt"]:
            text += f"/{self._denominator:{separator}}"
        sign = "-" if self._numerator < 0 else "" if match["sign"] == "-" else match["sign"]
        return _pad(text, int(match["minimumwidth"] or "0"), match["fill"] or " ",
                    match["align"] or ">", sign)

    def _format_float_style(self, match):
        kind = match["presentation_type"]
        lower = kind.lower()
        trim_zeros = lower == "g" and not match["alt"]
        trim_point = not match["alt"]
        exponent_mark = "E" if kind in "EFG" else "e"
        precision = int(match["precision"] or "6")
        if lower in "f%":
            exponent = -precision
            if kind == "%":
                exponent -= 2
            negative, significand = _round_to_exponent(
                self._numerator, self._denominator, exponent, bool(match["no_neg_zero"]))
            scientific = False
            point = precision
        else:
            figures = max(precision, 1) if lower == "g" else precision + 1
            negative, significand, exponent = _round_to_figures(
                self._numerator, self._denominator, figures)
            scientific = lower == "e" or exponent > 0 or exponent + figures <= -4
            point = figures - 1 if scientific else -exponent
        if kind == "%":
            suffix = "%"
        elif scientific:
            suffix = f"{exponent_mark}{exponent + point:+03d}"
        else:
            suffix = ""
        digits = f"{significand:0{point + 1}d}"
        sign = "-" if negative else "" if match["sign"] == "-" else match["sign"]
        leading = digits[:len(digits) - point]
        fraction = digits[len(digits) - point:]
        if trim_zeros:
            fraction = fraction.rstrip("0")
        mark = "" if trim_point and not fraction else "."
        if match["frac_separators"]:
            # Groups from the left, behind the point.
            fraction = match["frac_separators"].join(
                fraction[place:place + 3] for place in range(0, len(fraction), 3))
        trailing = mark + fraction + suffix
        width = int(match["minimumwidth"] or "0")
        separator = match["thousands_sep"]
        fill, align = match["fill"], match["align"]
        if (match["zeropad"] and fill is None) or (fill == "0" and align == "="):
            fill, align = "0", "="
            room = width - len(sign) - len(trailing)
            if separator:
                # Zeros are grouped like other digits, and none is led by a separator.
                room = 3 * room // 4 + 1
            leading = leading.zfill(room)
        if separator:
            leading = _group(leading, separator)
        return _pad(leading + trailing, width, fill or " ", align or ">", sign)

    def __format__(self, format_spec, /):
        match = _pattern("general").fullmatch(format_spec)
        if match:
            return self._format_general(match)
        match = _pattern("float").fullmatch(format_spec)
        # A zero for padding and an alignment contradict each other.
        if match and (match["align"] is None or match["zeropad"] is None):
            return self._format_float_style(match)
        raise ValueError(f"Invalid format specifier {format_spec!r} "
                         f"for object of type {type(self).__name__!r}")

    def _operator_fallbacks(monomorphic_operator, fallback_operator, handle_complex=True):
        """The operation and its reflection: on fractions and integers the exact one, on a float
        or complex the builtin one, and otherwise the other operand's.
        """

        def forward(a, b):
            if type(b) is Fraction or isinstance(b, Fraction):
                return monomorphic_operator(a, b)
            if isinstance(b, int):
                return monomorphic_operator(a, Fraction(b))
            if isinstance(b, float):
                return fallback_operator(float(a), b)
            if handle_complex and isinstance(b, complex):
                return fallback_operator(float(a), b)
            return NotImplemented

        def reverse(b, a):
            if isinstance(a, numbers.Rational):
                return monomorphic_operator(Fraction(a), b)
            if isinstance(a, numbers.Real):
                return fallback_operator(float(a), float(b))
            if handle_complex and isinstance(a, numbers.Complex):
                return fallback_operator(complex(a), float(b))
            return NotImplemented

        name = fallback_operator.__name__
        forward.__name__ = f"__{name}__"
        forward.__doc__ = monomorphic_operator.__doc__
        reverse.__name__ = f"__r{name}__"
        reverse.__doc__ = monomorphic_operator.__doc__
        return forward, reverse

    def _add(a, b):
        """a + b"""
        na, da = a._numerator, a._denominator
        nb, db = b._numerator, b._denominator
        g = math.gcd(da, db)
        if g == 1:
            return Fraction._from_coprime_ints(na * db + da * nb, da * db)
        s = da // g
        t = na * (db // g) + nb * s
        g2 = math.gcd(t, g)
        if g2 == 1:
            return Fraction._from_coprime_ints(t, s * db)
        return Fraction._from_coprime_ints(t // g2, s * (db // g2))

    __add__, __radd__ = _operator_fallbacks(_add, operator.add)

    def _sub(a, b):
        """a - b"""
        na, da = a._numerator, a._denominator
        nb, db = b._numerator, b._denominator
        g = math.gcd(da, db)
        if g == 1:
            return Fraction._from_coprime_ints(na * db - da * nb, da * db)
        s = da // g
        t = na * (db // g) - nb * s
        g2 = math.gcd(t, g)
        if g2 == 1:
            return Fraction._from_coprime_ints(t, s * db)
        return Fraction._from_coprime_ints(t // g2, s * (db // g2))

    __sub__, __rsub__ = _operator_fallbacks(_sub, operator.sub)

    def _mul(a, b):
        """a * b"""
        na, da = a._numerator, a._denominator
        nb, db = b._numerator, b._denominator
        g = math.gcd(na, db)
        if g > 1:
            na //= g
            db //= g
        g = math.gcd(nb, da)
        if g > 1:
            nb //= g
            da //= g
        return Fraction._from_coprime_ints(na * nb, db * da)

    __mul__, __rmul__ = _operator_fallbacks(_mul, operator.mul)

    def _div(a, b):
        """a / b"""
        nb, db = b._numerator, b._denominator
        if nb == 0:
            raise ZeroDivisionError(f"Fraction({db}, 0)")
        na, da = a._numerator, a._denominator
        g = math.gcd(na, nb)
        if g > 1:
            na //= g
            nb //= g
        g = math.gcd(db, da)
        if g > 1:
            da //= g
            db //= g
        n, d = na * db, nb * da
        if d < 0:
            n, d = -n, -d
        return Fraction._from_coprime_ints(n, d)

    __truediv__, __rtruediv__ = _operator_fallbacks(_div, operator.truediv)

    def _floordiv(a, b):
        """a // b"""
        return (a.numerator * b.denominator) // (a.denominator * b.numerator)

    __floordiv__, __rfloordiv__ = _operator_fallbacks(_floordiv, operator.floordiv, False)

    def _divmod(a, b):
        """(a // b, a % b)"""
        da, db = a.denominator, b.denominator
        div, n_mod = divmod(a.numerator * db, da * b.numerator)
        return div, Fraction(n_mod, da * db)

    __divmod__, __rdivmod__ = _operator_fallbacks(_divmod, divmod, False)

    def _mod(a, b):
        """a % b"""
        da, db = a.denominator, b.denominator
        return Fraction((a.numerator * db) % (b.numerator * da), da * db)

    __mod__, __rmod__ = _operator_fallbacks(_mod, operator.mod, False)

    def __pow__(a, b, modulo=None):
        if modulo is not None:
            return NotImplemented
        if isinstance(b, numbers.Rational):
            if b.denominator != 1:
                return float(a) ** float(b)
            power = b.numerator
            n, d = a._numerator, a._denominator
            if power >= 0:
                return Fraction._from_coprime_ints(n**power, d**power)
            if n > 0:
                return Fraction._from_coprime_ints(d**-power, n**-power)
            if n == 0:
                raise ZeroDivisionError(f"Fraction({d ** -power}, 0)")
            return Fraction._from_coprime_ints((-d) ** -power, (-n) ** -power)
        if isinstance(b, (float, complex)):
            return float(a) ** b
        return NotImplemented

    def __rpow__(b, a, modulo=None):
        """a ** b"""
        if modulo is not None:
            return NotImplemented
        if b._denominator == 1 and b._numerator >= 0:
            return a**b._numerator  # an integer power of whatever it is
        if isinstance(a, numbers.Rational):
            return Fraction(a.numerator, a.denominator) ** b
        if b._denominator == 1:
            return a**b._numerator
        return a ** float(b)

    def __pos__(a):
        """+a: Coerces a subclass instance to Fraction"""
        return Fraction._from_coprime_ints(a._numerator, a._denominator)

    def __neg__(a):
        """-a"""
        return Fraction._from_coprime_ints(-a._numerator, a._denominator)

    def __abs__(a):
        """abs(a)"""
        return Fraction._from_coprime_ints(abs(a._numerator), a._denominator)

    def __int__(a, _index=operator.index):
        """int(a)"""
        if a._numerator < 0:
            return _index(-(-a._numerator // a._denominator))
        return _index(a._numerator // a._denominator)

    def __trunc__(a):
        """math.trunc(a)"""
        if a._numerator < 0:
            return -(-a._numerator // a._denominator)
        return a._numerator // a._denominator

    def __floor__(a):
        """math.floor(a)"""
        return a._numerator // a._denominator

    def __ceil__(a):
        """math.ceil(a)"""
        return -(-a._numerator // a._denominator)

    def __round__(self, ndigits=None):
        """round(self, ndigits)

        Rounds half toward even.
        """
        if ndigits is None:
            d = self._denominator
            floor, remainder = divmod(self._numerator, d)
            if remainder * 2 < d:
                return floor
            if remainder * 2 > d:
                return floor + 1
            return floor if floor % 2 == 0 else floor + 1
        shift = 10 ** abs(ndigits)
        if ndigits > 0:
            return Fraction(round(self * shift), shift)
        return Fraction(round(self / shift) * shift)

    def __hash__(self):
        """hash(self)"""
        # The same as that of an equal integer or float: the number modulo a prime.
        try:
            inverse = pow(self._denominator, -1, _MODULUS)
        except ValueError:
            result = _HASH_INF  # the prime divides the denominator
        else:
            result = hash(hash(abs(self._numerator)) * inverse)
        result = result if self._numerator >= 0 else -result
        return -2 if result == -1 else result

    def __eq__(a, b):
        """a == b"""
        if type(b) is int:
            return a._numerator == b and a._denominator == 1
        if isinstance(b, numbers.Rational):
            return a._numerator == b.numerator and a._denominator == b.denominator
        if isinstance(b, numbers.Complex) and b.imag == 0:
            b = b.real
        if isinstance(b, float):
            if math.isnan(b) or math.isinf(b):
                return 0.0 == b  # never
            return a == a.from_float(b)
        return NotImplemented

    def _richcmp(self, other, op):
        """Helper for comparison operators, for internal use only."""
        if isinstance(other, numbers.Rational):
            return op(self._numerator * other.denominator, self._denominator * other.numerator)
        if isinstance(other, float):
            if math.isnan(other) or math.isinf(other):
                return op(0.0, other)
            return op(self, self.from_float(other))
        return NotImplemented

    def __lt__(a, b):
        """a < b"""
        return a._richcmp(b, operator.lt)

    def __gt__(a, b):
        """a > b"""
        return a._richcmp(b, operator.gt)

    def __le__(a, b):
        """a <= b"""
        return a._richcmp(b, operator.le)

    def __ge__(a, b):
        """a >= b"""
        return a._richcmp(b, operator.ge)

    def __bool__(a):
        """a != 0"""
        return bool(a._numerator)

    def __reduce__(self):
        return self.__class__, (self._numerator, self._denominator)

    def __copy__(self):
        if type(self) is Fraction:
            return self  # it never changes
        return self.__class__(self._numerator, self._denominator)

    def __deepcopy__(self, memo):
        return self.__copy__()


def _parse(text):
    found = _pattern("number").match(text)
    if found is None:
        raise ValueError(f"Invalid literal for Fraction: {text!r}")
    numerator = int(found.group("num") or "0")
    denominator = found.group("denom")
    if denominator:
        denominator = int(denominator)
    else:
        denominator = 1
        decimal = found.group("decimal")
        if decimal:
            decimal = decimal.replace("_", "")
            scale = 10 ** len(decimal)
            numerator = numerator * scale + int(decimal)
            denominator *= scale
        exponent = found.group("exp")
        if exponent:
            exponent = int(exponent)
            if exponent >= 0:
                numerator *= 10**exponent
            else:
                denominator *= 10**-exponent
    if found.group("sign") == "-":
        numerator = -numerator
    if denominator == 0:
        raise ZeroDivisionError(f"Fraction({numerator}, 0)")
    g = math.gcd(numerator, denominator)
    return numerator // g, denominator // g
