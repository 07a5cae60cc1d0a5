"""Fraction: exact quotients of integers.

Sums and products divide by common factors before they multiply (Knuth, TAOCP 2, 4.5.1), so that
the numbers stay small.
"""

import functools
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
        \A \s* (?P<sign> [-+]? )
        (?= \.? \d )  # a digit has to come first, or behind the point
        (?P<num> \d+ (?: _\d+ )* )?
        (?: \s* / \s* (?P<denom> \d+ (?: _\d+ )* )
          | (?: \. (?P<decimal> (?: \d+ (?: _\d+ )* )? ) )?
            (?: E (?P<exp> [-+]? \d+ (?: _\d+ )* ) )?
        )
        \s* \z
        """,
    "general": r"""
        (?: (?P<fill> . )? (?P<align> [<>=^] ) )?
        (?P<sign> [-+ ]? )
        (?P<alt> \# )?  # a denominator even where it is 1
        (?P<minimumwidth> [1-9] [0-9]* | 0 )?  # no zero in front: what to fill is not clear
        (?P<thousands_sep> [,_] )?
        """,
    "float": r"""
        (?: (?P<fill> . )? (?P<align> [<>=^] ) )?
        (?P<sign> [-+ ]? )
        (?P<no_neg_zero> z )?
        (?P<alt> \# )?  # keeps the point and, for g, the zeros behind it
        (?P<zeropad> 0 (?= [0-9] ) )?  # a zero in front of the width
        (?P<minimumwidth> [0-9]+ )?
        (?P<thousands_sep> [,_] )?
        (?: \. (?= [0-9,_] ) (?P<precision> [0-9]+ )? (?P<frac_separators> [,_] )? )?
        (?P<presentation_type> [eEfFgG%] )
        """,
}


def _round_to_exponent(n, d, exponent, no_neg_zero=False):
    """n/d in units of 10**exponent, half to even: whether it is negative, and its magnitude."""
    if exponent < 0:
        n *= 10**-exponent
    else:
        d *= 10**exponent
    whole, rest = divmod(abs(n), d)
    if 2 * rest > d or 2 * rest == d and whole & 1:
        whole += 1
    return n < 0 and not (no_neg_zero and not whole), whole


def _round_to_figures(n, d, figures):
    """n/d rounded to so many digits: whether it is negative, the digits, the exponent of 10."""
    if not n:
        return False, 0, 1 - figures
    # The texts tell how many digits n/d has before its point.
    top, bottom = str(abs(n)), str(d)
    exponent = len(top) - len(bottom) + (top >= bottom) - figures
    negative, digits = _round_to_exponent(n, d, exponent)
    if digits == 10**figures:
        # Rounded up to one digit more.
        digits //= 10
        exponent += 1
    return negative, digits, exponent


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


def _ratio(number):
    # Numerator and denominator of what is a number and has them, coprime; else None.
    if isinstance(number, numbers.Rational):
        return number.numerator, number.denominator
    if isinstance(number, float) or (not isinstance(number, type)
                                     and hasattr(number, "as_integer_ratio")):
        return number.as_integer_ratio()
    return None


def _new(numerator, denominator):
    # A Fraction of coprime integers; the second is above 0.
    fraction = object.__new__(Fraction)
    fraction._numerator, fraction._denominator = numerator, denominator
    return fraction


def _added(na, da, nb, db):
    common = math.gcd(da, db)
    if common == 1:
        return _new(na * db + nb * da, da * db)
    part = da // common
    top = na * (db // common) + nb * part
    common = math.gcd(top, common)
    return _new(top // common, part * (db // common))


def _multiplied(na, da, nb, db):
    cross, other = math.gcd(na, db), math.gcd(nb, da)
    return _new((na // cross) * (nb // other), (da // other) * (db // cross))


@functools.lru_cache(maxsize=4096)
def _hash_of(numerator, denominator):
    # The number modulo a prime; for a denominator without an inverse, infinity's hash.
    try:
        inverse = pow(denominator, -1, _MODULUS)
    except ValueError:
        value = _HASH_INF
    else:
        value = abs(numerator) % _MODULUS * inverse % _MODULUS
    if numerator < 0:
        value = -value
    return -2 if value == -1 else value


class Fraction(numbers.Rational):
    """An exact quotient of two integers, in lowest terms."""

    __slots__ = ("_numerator", "_denominator")

    def __new__(cls, numerator=0, denominator=None):
        """Of a number or a text ("3/4", "1.5e-3"), or of two numbers, which are divided."""
        self = super().__new__(cls)
        if denominator is None:
            if type(numerator) is int:
                self._numerator, self._denominator = numerator, 1
                return self
            found = _parse(numerator) if isinstance(numerator, str) else _ratio(numerator)
            if found is None:
                raise TypeError("argument should be a string or a Rational instance or have the "
                                "as_integer_ratio() method")
            self._numerator, self._denominator = found
            return self
        if not (type(numerator) is int is type(denominator)):
            if not (isinstance(numerator, numbers.Rational)
                    and isinstance(denominator, numbers.Rational)):
                raise TypeError("both arguments should be Rational instances")
            numerator, denominator = (numerator.numerator * denominator.denominator,
                                      denominator.numerator * numerator.denominator)
        if not denominator:
            raise ZeroDivisionError(f"Fraction({numerator}, 0)")
        common = math.gcd(numerator, denominator)
        if denominator < 0:
            common = -common
        self._numerator, self._denominator = numerator // common, denominator // common
        return self

    @classmethod
    def from_number(cls, number):
        """The exact value of a number, be it an integer, a float or another with a ratio."""
        ratio = _ratio(number)
        if ratio is not None:
            return cls._from_coprime_ints(*ratio)
        raise TypeError("argument should be a Rational instance or have the "
                        "as_integer_ratio() method")

    @classmethod
    def from_float(cls, f):
        """The exact value of a float or an integer."""
        if isinstance(f, float):
            return cls._from_coprime_ints(*f.as_integer_ratio())
        if isinstance(f, numbers.Integral):
            return cls(f)
        raise TypeError(f"{cls.__name__}.from_float() only takes floats, "
                        f"not {f!r} ({type(f).__name__})")

    @classmethod
    def from_decimal(cls, dec):
        """The exact value of a Decimal or an integer."""
        from decimal import Decimal
        if isinstance(dec, numbers.Integral):
            return cls._from_coprime_ints(int(dec), 1)
        if isinstance(dec, Decimal):
            return cls._from_coprime_ints(*dec.as_integer_ratio())
        raise TypeError(f"{cls.__name__}.from_decimal() only takes Decimals, "
                        f"not {dec!r} ({type(dec).__name__})")

    @classmethod
    def _from_coprime_ints(cls, numerator, denominator, /):
        new = object.__new__(cls)
        new._numerator, new._denominator = numerator, denominator
        return new

    def is_integer(self):
        """Whether the value is an integer."""
        return self._denominator == 1

    def as_integer_ratio(self):
        """Numerator and denominator."""
        return self._numerator, self._denominator

    def limit_denominator(self, max_denominator=1000000):
        """The fraction nearest to this one whose denominator is not above the limit."""
        if max_denominator < 1:
            raise ValueError("max_denominator should be at least 1")
        n, d = self._numerator, self._denominator
        if d <= max_denominator:
            return Fraction(self)
        # The convergents of the continued fraction, until the next would have too large a
        # denominator. The best one is the last of them, or lies on the way to that next.
        before, last = (0, 1), (1, 0)
        while True:
            term, rest = divmod(n, d)
            bottom = before[1] + term * last[1]
            if bottom > max_denominator:
                break
            before, last = last, (before[0] + term * last[0], bottom)
            n, d = d, rest
        steps = (max_denominator - before[1]) // last[1]
        between = before[0] + steps * last[0], before[1] + steps * last[1]
        # The distances are compared without computing them.
        return _new(*(last if 2 * d * between[1] <= self._denominator else between))

    @property
    def numerator(a):
        """The integer above the line, in lowest terms."""
        return a._numerator

    @property
    def denominator(a):
        """The integer below the line, in lowest terms; above 0."""
        return a._denominator

    def __repr__(self):
        """The expression that makes it."""
        return f"{self.__class__.__name__}({self._numerator}, {self._denominator})"

    def __str__(self):
        """As in "3/4"; just the integer where it is one."""
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
        """The number by a format of integers, with its denominator, or by one of floats."""
        if (match := _pattern("general").fullmatch(format_spec)):
            return self._format_general(match)
        match = _pattern("float").fullmatch(format_spec)
        # A zero for padding and an alignment contradict each other.
        if match and None in (match["align"], match["zeropad"]):
            return self._format_float_style(match)
        raise ValueError(f"Invalid format specifier {format_spec!r} "
                         f"for object of type {type(self).__name__!r}")

    def _pair(exact, general, complex_too=True):
        # An operation and its reflection: on fractions and integers the exact one, on a float or
        # complex the builtin one, and otherwise the other operand's.
        inexact = (float, complex) if complex_too else float

        def forward(a, b):
            if isinstance(b, Fraction):
                return exact(a, b)
            if isinstance(b, int):
                return exact(a, Fraction(b))
            return general(float(a), b) if isinstance(b, inexact) else NotImplemented

        def reverse(b, a):
            if isinstance(a, numbers.Rational):
                return exact(Fraction(a), b)
            if isinstance(a, numbers.Real):
                a = float(a)
            elif complex_too and isinstance(a, numbers.Complex):
                a = complex(a)
            else:
                return NotImplemented
            return general(a, float(b))

        forward.__doc__ = reverse.__doc__ = exact.__doc__
        forward.__name__ = f"__{general.__name__}__"
        reverse.__name__ = f"__r{general.__name__}__"
        return forward, reverse

    def _add(a, b):
        """The sum."""
        return _added(a._numerator, a._denominator, b._numerator, b._denominator)

    __add__, __radd__ = _pair(_add, operator.add)

    def _sub(a, b):
        """The difference."""
        return _added(a._numerator, a._denominator, -b._numerator, b._denominator)

    __sub__, __rsub__ = _pair(_sub, operator.sub)

    def _mul(a, b):
        """The product."""
        return _multiplied(a._numerator, a._denominator, b._numerator, b._denominator)

    __mul__, __rmul__ = _pair(_mul, operator.mul)

    def _div(a, b):
        """The quotient."""
        top, bottom = b._denominator, b._numerator
        if not bottom:
            raise ZeroDivisionError(f"Fraction({top}, 0)")
        if bottom < 0:
            top, bottom = -top, -bottom
        return _multiplied(a._numerator, a._denominator, top, bottom)

    __truediv__, __rtruediv__ = _pair(_div, operator.truediv)

    def _floordiv(a, b):
        """The quotient, rounded down to an integer."""
        return a._numerator * b._denominator // (a._denominator * b._numerator)

    __floordiv__, __rfloordiv__ = _pair(_floordiv, operator.floordiv, False)

    def _divmod(a, b):
        """The quotient, rounded down to an integer, and the remainder."""
        below = a._denominator * b._denominator
        whole, rest = divmod(a._numerator * b._denominator, a._denominator * b._numerator)
        return whole, Fraction(rest, below)

    __divmod__, __rdivmod__ = _pair(_divmod, divmod, False)

    def _mod(a, b):
        """The remainder of the division, with the sign of the second operand."""
        rest = a._numerator * b._denominator % (b._numerator * a._denominator)
        return Fraction(rest, a._denominator * b._denominator)

    __mod__, __rmod__ = _pair(_mod, operator.mod, False)

    def __pow__(a, b, modulo=None):
        """A fraction for an integer exponent, otherwise a float or complex number."""
        if modulo is not None:
            return NotImplemented
        if not isinstance(b, numbers.Rational):
            return float(a) ** b if isinstance(b, (float, complex)) else NotImplemented
        if b.denominator != 1:
            return float(a) ** float(b)
        exponent = b.numerator
        top, bottom = a._numerator, a._denominator
        if exponent < 0:
            exponent = -exponent
            if not top:
                raise ZeroDivisionError(f"Fraction({bottom**exponent}, 0)")
            top, bottom = (bottom, top) if top > 0 else (-bottom, -top)
        return _new(top**exponent, bottom**exponent)

    def __rpow__(b, a, modulo=None):
        """A number to the power of a fraction: exact for an integer exponent."""
        if modulo is not None:
            return NotImplemented
        whole = b._denominator == 1
        # An exponent that is an integer is taken by whatever the base is; below 0 the base becomes
        # a fraction first, if it can.
        if isinstance(a, numbers.Rational) and not (whole and b._numerator >= 0):
            return Fraction(a.numerator, a.denominator) ** b
        return a ** (b._numerator if whole else float(b))

    def __pos__(a):
        """The value as a plain Fraction."""
        return _new(a._numerator, a._denominator)

    def __neg__(a):
        """The value with the other sign."""
        return _new(-a._numerator, a._denominator)

    def __abs__(a):
        """The value without its sign."""
        return _new(abs(a._numerator), a._denominator)

    def __int__(a, _index=operator.index):
        """The integer next to it on the side of zero."""
        return _index(a.__trunc__())

    def __trunc__(a):
        """The integer next to it on the side of zero."""
        whole = abs(a._numerator) // a._denominator
        return whole if a._numerator >= 0 else -whole

    def __floor__(a):
        """The greatest integer that is not above it."""
        return a._numerator // a._denominator

    def __ceil__(a):
        """The least integer that is not below it."""
        return -(-a._numerator // a._denominator)

    def __round__(self, ndigits=None):
        """The nearest integer, or the nearest fraction of ndigits decimals; half to even."""
        if ndigits is None:
            negative, whole = _round_to_exponent(self._numerator, self._denominator, 0)
            return -whole if negative else whole
        unit = 10 ** abs(ndigits)
        if ndigits <= 0:
            return Fraction(round(self / unit) * unit)
        return Fraction(round(self * unit), unit)

    def __hash__(self):
        """The hash that an equal integer or float has, too."""
        return _hash_of(self._numerator, self._denominator)

    def __eq__(a, b):
        """Whether a number has exactly the same value."""
        if type(b) is Fraction:
            return a._numerator == b._numerator and a._denominator == b._denominator
        if type(b) is int:
            return a._numerator == b and a._denominator == 1
        if isinstance(b, numbers.Rational):
            return a._numerator == b.numerator and a._denominator == b.denominator
        if isinstance(b, numbers.Complex) and not b.imag:
            b = b.real
        return a._ordered(b, operator.eq) if isinstance(b, float) else NotImplemented

    def _ordered(a, b, op):
        # What the comparison says, exactly; only the sign of an infinity matters, nothing of a NaN.
        if type(b) is Fraction:
            return op(a._numerator * b._denominator, b._numerator * a._denominator)
        if isinstance(b, numbers.Rational):
            return op(a._numerator * b.denominator, b.numerator * a._denominator)
        if not isinstance(b, float):
            return NotImplemented
        if not math.isfinite(b):
            return op(0.0, b)
        top, bottom = b.as_integer_ratio()
        return op(a._numerator * bottom, top * a._denominator)

    def __lt__(a, b):
        return a._ordered(b, operator.lt)

    def __gt__(a, b):
        return a._ordered(b, operator.gt)

    def __le__(a, b):
        return a._ordered(b, operator.le)

    def __ge__(a, b):
        return a._ordered(b, operator.ge)

    def __bool__(a):
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
