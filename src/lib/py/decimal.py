"""Decimal arithmetic, exact and rounded as contexts say.

A Decimal holds sign (0 or 1), coefficient (an int of any length), exponent, and kind: a number, an
infinity, a quiet or a signaling NaN (whose payload is the coefficient).  Every operation computes an
exact result, or one with enough digits, and ends in _done(), which rounds it to the context.
"""

import math
import numbers
import sys

import _decimal

from _decimal_arith import (
    _add, _adjusted, _compare_numbers, _context_of, _current, _divide, _divide_special, _divmod,
    _done, _floor_divide, _from_float, _INF, _invalid, _make, _multiply, _nan_of, _NUMBER,
    _one_padded, _operand, _padded, _power, _power_modulo, _QNAN, _remainder, _SNAN,
    _to_int, _without_zeros, getcontext)
from _decimal_base import (
    _approximate, _CLAMPED, _copied, _digits, _DIV0, _drop, _exp_digits, _fit, _FLOAT,
    _IMPOSSIBLE, _INEXACT, _int_of, _INVALID, _ln10_fixed, _ln_digits, _OVERFLOW, _pow10,
    _ROUNDED, _ROUNDINGS, _SUBNORMAL, _SYNTAX, _text_of, BasicContext, Clamped, Context,
    ConversionSyntax, DecimalException, DefaultContext, DivisionByZero, DivisionImpossible,
    DivisionUndefined, ExtendedContext, FloatOperation, Inexact, InvalidContext, InvalidOperation,
    MAX_EMAX, MAX_PREC, MIN_EMIN, MIN_ETINY, Overflow, ROUND_05UP, ROUND_CEILING, ROUND_DOWN, ROUND_FLOOR,
    ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, ROUND_UP, Rounded, Subnormal, Underflow)

__all__ = ["Decimal", "Context", "DecimalTuple", "DefaultContext", "BasicContext",
           "ExtendedContext", "DecimalException", "Clamped", "InvalidOperation", "DivisionByZero",
           "Inexact", "Rounded", "Subnormal", "Overflow", "Underflow", "FloatOperation",
           "DivisionImpossible", "InvalidContext", "ConversionSyntax", "DivisionUndefined",
           "ROUND_DOWN", "ROUND_HALF_UP", "ROUND_HALF_EVEN", "ROUND_CEILING", "ROUND_FLOOR",
           "ROUND_UP", "ROUND_HALF_DOWN", "ROUND_05UP", "setcontext", "getcontext",
           "localcontext", "IEEEContext", "MAX_PREC", "MAX_EMAX", "MIN_EMIN", "MIN_ETINY",
           "IEEE_CONTEXT_MAX_BITS", "HAVE_THREADS", "HAVE_CONTEXTVAR"]
__version__ = "1.70"
__libmpdec_version__ = "2.5.1"
HAVE_THREADS = HAVE_CONTEXTVAR = True
IEEE_CONTEXT_MAX_BITS = 512

from collections import namedtuple

DecimalTuple = namedtuple("DecimalTuple", "sign digits exponent", module="decimal")

def setcontext(context, /):
    """Let operations follow another context from here on."""
    if not isinstance(context, Context):
        raise TypeError("argument must be a context")
    if context in (DefaultContext, BasicContext, ExtendedContext):
        context = _copied(context, 0)
    _current.set(context)


class _ContextManager:
    # What localcontext() gives.

    def __init__(self, context):
        self._new = context

    def __enter__(self):
        self._saved = getcontext()
        setcontext(self._new)
        return self._new

    def __exit__(self, *error):
        setcontext(self._saved)
        return False


_ContextManager.__name__ = _ContextManager.__qualname__ = "ContextManager"


def localcontext(ctx=None, **kwargs):
    """For `with`: a copy of a context, or of the current one, with changes, is followed inside."""
    if ctx is None:
        ctx = getcontext()
    elif not isinstance(ctx, Context):
        raise TypeError("optional argument must be a context")
    new = ctx.copy()
    for name, value in kwargs.items():
        if name not in ("prec", "rounding", "Emin", "Emax", "capitals", "clamp", "flags", "traps"):
            raise TypeError(f"this function got an unexpected keyword argument '{name}'")
        if value is not None:
            setattr(new, name, value)
    return _ContextManager(new)


def IEEEContext(bits, /):
    """The context of an IEEE interchange format of so many bits."""
    if not isinstance(bits, int):
        raise TypeError(f"'{type(bits).__name__}' object cannot be interpreted as an integer")
    if bits <= 0 or bits > IEEE_CONTEXT_MAX_BITS or bits % 32:
        raise ValueError("argument must be a multiple of 32, with a maximum of 512")
    emax = 3 * 2 ** (bits // 16 + 3)
    return Context(prec=9 * (bits // 32) - 2, rounding=ROUND_HALF_EVEN, Emin=1 - emax, Emax=emax,
                   capitals=1, clamp=1, flags=[], traps=[])


from _decimal_text import _format, _parse, _to_text


class Decimal(_decimal.Number):
    """A decimal number; Decimal('1.10') keeps its digits, and arithmetic is rounded to the
    current context."""

    __slots__ = ()
    __match_args__ = ()

    @classmethod
    def from_float(cls, f, /):
        """The exact value of a float or int."""
        if isinstance(f, int):
            return cls(f)
        if not isinstance(f, float):
            raise TypeError("argument must be int or float")
        exact = _from_float(f)
        return exact if cls is Decimal else cls(exact)

    @classmethod
    def from_number(cls, number, /):
        """The exact value of an int, float or Decimal."""
        if isinstance(number, (int, Decimal)):
            return cls(number)
        if isinstance(number, float):
            return cls.from_float(number)
        raise TypeError(f"Cannot convert {number!r} to Decimal")

    def __reduce__(self):
        return type(self), (str(self),)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo, /):
        return self

    # ---- text ------------------------------------------------------------------------------

    def to_eng_string(self, context=None):
        """As text, with an exponent that is a multiple of 3."""
        return _to_text(self, True, _context_of(context).capitals)

    # ---- conversion ------------------------------------------------------------------------

    def __int__(self):
        if self._k == _NUMBER:
            return _to_int(self)
        if self._k == _INF:
            raise OverflowError("cannot convert Infinity to integer")
        raise ValueError("cannot convert NaN to integer")

    __trunc__ = __int__

    def __float__(self):
        if self._k == _SNAN:
            raise ValueError("cannot convert signaling NaN to float")
        if self._k == _QNAN:
            return float("-nan" if self._s else "nan")
        if self._k == _NUMBER and _digits(self._c or 1) > 4000:
            from fractions import Fraction
            return float(Fraction(*self.as_integer_ratio()))
        return float(_to_text(self, False, 1))

    def __complex__(self):
        return complex(float(self))

    def __round__(self, ndigits=None, /):
        if ndigits is None:
            if self._k:
                return int(self)
            return int(self._integral(ROUND_HALF_EVEN))
        if not isinstance(ndigits, int):
            raise TypeError("optional arg must be an integer")
        return self.quantize(_make(0, 1, -ndigits))

    def __floor__(self):
        return int(self._integral(ROUND_FLOOR))

    def __ceil__(self):
        return int(self._integral(ROUND_CEILING))

    def as_integer_ratio(self):
        """The pair of integers in lowest terms whose quotient it is."""
        if self._k == _INF:
            raise OverflowError("cannot convert Infinity to integer ratio")
        if self._k:
            raise ValueError("cannot convert NaN to integer ratio")
        if self._e >= 0 or not self._c:
            return _to_int(self), 1
        top, bottom = self._c, _pow10(-self._e)
        common = math.gcd(top, bottom)
        top //= common
        return -top if self._s else top, bottom // common

    def as_tuple(self):
        """Sign, digits and exponent."""
        if self._k == _INF:
            return DecimalTuple(self._s, (0,), "F")
        digits = tuple([int(c) for c in _text_of(self._c)])
        if self._k:
            return DecimalTuple(self._s, digits if self._c else (), "n" if self._k == _QNAN else "N")
        return DecimalTuple(self._s, digits, self._e)

    @property
    def real(self):
        return self

    @property
    def imag(self):
        return _make(0, 0, 0)

    def conjugate(self):
        """The number itself."""
        return self

    # ---- comparison ------------------------------------------------------------------------

    def _ordered(self, other, equality):
        """How it compares to something: -1, 0, 1; None: a NaN; NotImplemented."""
        a = self
        if isinstance(other, Decimal):
            b = other
        elif isinstance(other, int):
            b = _operand(other)
        elif isinstance(other, float):
            context = getcontext()
            if equality:
                context.flags[FloatOperation] = True
            else:
                context._signal(_FLOAT)
            b = _from_float(other)
        elif equality and isinstance(other, complex):
            if other.imag != 0:
                return None
            return self._ordered(other.real, True)
        elif isinstance(other, numbers.Rational):
            if self._k:
                b = _make(0, 0, 0)
            else:
                b = _operand(int(other.numerator))
                a = _make(self._s, self._c * int(other.denominator), self._e)
        else:
            return NotImplemented
        if a._k > _INF or b._k > _INF:
            if not equality or a._k == _SNAN or b._k == _SNAN:
                getcontext()._signal(_INVALID)
            return None
        return _compare_numbers(a, b)

    # ---- operators -------------------------------------------------------------------------

    def _signed(self, sign, context):
        if self._k > _INF:
            return _nan_of(context, self)
        if self._k:
            return _make(sign, 0, 0, _INF)
        if not self._c and context.rounding != ROUND_FLOOR:
            sign = 0
        elif not self._c:
            sign = sign and 1
        return _done(context, sign, self._c, self._e)

    # The other arithmetic methods are made below: _operator().

    def __pow__(self, other, modulo=None):
        b = _operand(other, False)
        if b is None:
            return NotImplemented
        if modulo is None:
            return _power(self, b, getcontext())
        m = _operand(modulo, False)
        return NotImplemented if m is None else _power_modulo(self, b, m, getcontext())

    def __rpow__(self, other, modulo=None):
        a = _operand(other, False)
        return NotImplemented if a is None else a.__pow__(self, modulo)

    # ---- kinds -----------------------------------------------------------------------------

    def is_canonical(self):
        """True: there is one form of each number."""
        return True

    def canonical(self):
        """The number itself."""
        return self

    def is_finite(self):
        """Neither infinite nor a NaN."""
        return self._k == _NUMBER

    def is_infinite(self):
        """Whether it is an infinity."""
        return self._k == _INF

    def is_nan(self):
        """Whether it is a NaN of either kind."""
        return self._k > _INF

    def is_qnan(self):
        """Whether it is a quiet NaN."""
        return self._k == _QNAN

    def is_snan(self):
        """Whether it is a signaling NaN."""
        return self._k == _SNAN

    def is_signed(self):
        """Whether its sign is negative."""
        return self._s == 1

    def is_zero(self):
        """Whether it is a zero of either sign."""
        return self._k == _NUMBER and not self._c

    def is_normal(self, context=None):
        """A finite number other than zero that is not subnormal in the context."""
        return (self._k == _NUMBER and self._c != 0
                and _adjusted(self) >= _context_of(context).Emin)

    def is_subnormal(self, context=None):
        """A finite number other than zero whose exponent is below Emin."""
        return (self._k == _NUMBER and self._c != 0
                and _adjusted(self) < _context_of(context).Emin)

    def number_class(self, context=None):
        """A word for the kind of number it is."""
        if self._k > _INF:
            return "NaN" if self._k == _QNAN else "sNaN"
        sign = "-" if self._s else "+"
        if self._k:
            return sign + "Infinity"
        if not self._c:
            return sign + "Zero"
        return sign + ("Subnormal" if self.is_subnormal(context) else "Normal")

    def radix(self):
        """Ten."""
        return _make(0, 10, 0)

    def adjusted(self):
        """The exponent of its first digit."""
        return 0 if self._k else _adjusted(self)

    def copy_abs(self):
        """With positive sign; nothing is rounded."""
        return _make(0, self._c, self._e, self._k)

    def copy_negate(self):
        """With the other sign; nothing is rounded."""
        return _make(self._s ^ 1, self._c, self._e, self._k)

    def copy_sign(self, other, context=None):
        """With the sign of another; nothing is rounded."""
        _context_of(context)
        return _make(_operand(other)._s, self._c, self._e, self._k)

    def same_quantum(self, other, context=None):
        """Whether both have the same exponent, or are both infinite, or both NaN."""
        _context_of(context)
        other = _operand(other)
        if self._k or other._k:
            return (self._k == _INF) == (other._k == _INF) and (self._k > _INF) == (
                other._k > _INF) and bool(self._k) == bool(other._k)
        return self._e == other._e

    # ---- rounding --------------------------------------------------------------------------

    def _integral(self, mode):
        """The integer that a rounding gives, exactly; it is no NaN."""
        if self._k or self._e >= 0:
            return self
        if -self._e > _digits(self._c or 1) + 1:
            coefficient = _drop(mode, self._s, 1 if self._c else 0, 2)[0]
        else:
            coefficient = _drop(mode, self._s, self._c, -self._e)[0]
        return _make(self._s, coefficient, 0)

    def to_integral_exact(self, rounding=None, context=None):
        """Rounded to an integer; signals Inexact and Rounded."""
        context = _context_of(context)
        mode = context.rounding if rounding is None else _rounding(rounding)
        if self._k > _INF:
            return _nan_of(context, self)
        result = self._integral(mode)
        if result is not self:
            if not self._c:
                return result
            context._signal(_ROUNDED if _compare_numbers(result, self) == 0
                            else _ROUNDED | _INEXACT)
        return result

    def to_integral_value(self, rounding=None, context=None):
        """Rounded to an integer; signals nothing."""
        context = _context_of(context)
        mode = context.rounding if rounding is None else _rounding(rounding)
        return _nan_of(context, self) if self._k > _INF else self._integral(mode)

    to_integral = to_integral_value

    def normalize(self, context=None):
        """Rounded, without zeros at the end."""
        context = _context_of(context)
        if self._k > _INF:
            return _nan_of(context, self)
        if self._k:
            return self
        d = _done(context, self._s, self._c, self._e)
        if d._k:
            return d
        if not d._c:
            return _make(d._s, 0, 0)
        top = context.Emax - context.prec + 1 if context.clamp else context.Emax
        return _make(d._s, *_without_zeros(d._c, d._e, top))

    # ---- functions -------------------------------------------------------------------------

    def compare(self, other, context=None):
        """-1, 0 or 1 as a Decimal; a NaN if one is."""
        context, other = _context_of(context), _operand(other)
        if self._k > _INF or other._k > _INF:
            return _nan_of(context, self, other)
        return _small(_compare_numbers(self, other))

    def compare_signal(self, other, context=None):
        """The same; any NaN is signaled."""
        context, other = _context_of(context), _operand(other)
        if self._k > _INF or other._k > _INF:
            nan = _nan_of(context, self, other)
            context._signal(_INVALID)
            return nan
        return _small(_compare_numbers(self, other))

    def compare_total(self, other, context=None):
        """-1, 0 or 1 in the total order of representations."""
        _context_of(context)
        return _small(_total(self, _operand(other)))

    def compare_total_mag(self, other, context=None):
        """The same without regard to signs."""
        _context_of(context)
        return _small(_total(self.copy_abs(), _operand(other).copy_abs()))

    def fma(self, other, third, context=None):
        """self * other + third, rounded once."""
        context = _context_of(context)
        other, third = _operand(other), _operand(third)
        if self._k or other._k:
            if self._k > _INF or other._k > _INF:
                return _nan_of(context, self, other) if third._k != _SNAN or (
                    self._k == _SNAN or other._k == _SNAN) else _nan_of(context, self, other,
                                                                         third)
            product = _multiply(self, other, context)
            if product._k > _INF:
                return product
        else:
            product = _make(self._s ^ other._s, self._c * other._c, self._e + other._e)
        return _add(product, third, context)

    def sqrt(self, context=None):
        """The square root, rounded half to even."""
        context = _context_of(context)
        if self._k > _INF:
            return _nan_of(context, self)
        if self._k:
            return _invalid(context) if self._s else self
        ideal = self._e // 2
        if not self._c:
            return _done(context, self._s, 0, ideal)
        if self._s:
            return _invalid(context)
        coefficient, exponent = self._c, self._e
        if exponent % 2:
            coefficient *= 10
            exponent -= 1
        shift = max(context.prec + 2 - (_digits(coefficient) + 1) // 2, 0)
        root = math.isqrt(coefficient * _pow10(2 * shift))
        exact = root * root == coefficient * _pow10(2 * shift)
        exponent = exponent // 2 - shift
        if exact:
            root, exponent = _without_zeros(root, exponent, ideal)
        else:
            root, exponent = root * 10 + 1, exponent - 1
        even = context
        if context.rounding != ROUND_HALF_EVEN:
            even = _copied(context, 0)
            even.rounding = ROUND_HALF_EVEN
            even._traps = 0
        result = _done(even, 0, root, exponent)
        if even is not context:
            context._signal(even._flags)
        return result

    def exp(self, context=None):
        """e ** self, rounded half to even."""
        context = _context_of(context)
        if self._k > _INF:
            return _nan_of(context, self)
        if self._k:
            return _make(0, 0, 0) if self._s else self
        if not self._c:
            return _make(0, 1, 0)
        if _adjusted(self) > 20:
            return _half_even(context, 0, 1, -10 ** 20 if self._s else 10 ** 20)
        if _adjusted(self) < -context.prec - 2:
            return _one_padded(context, 0)
        digits, exponent = _approximate(
            lambda count: _exp_digits(self._s, self._c, self._e, count), context.prec)
        return _half_even(context, 0, digits, exponent)

    def ln(self, context=None):
        """The natural logarithm, rounded half to even."""
        context = _context_of(context)
        special = self._log_special(context)
        if special is not None:
            return special
        if _compare_numbers(self, _ONE) == 0:
            return _make(0, 0, 0)
        sign = [0]

        def digits_of(count):
            sign[0], digits, exponent = _ln_digits(self._c, self._e, count)
            return digits, exponent

        digits, exponent = _approximate(digits_of, context.prec)
        return _half_even(context, sign[0], digits, exponent)

    def log10(self, context=None):
        """The logarithm to base ten, rounded half to even."""
        context = _context_of(context)
        special = self._log_special(context)
        if special is not None:
            return special
        coefficient, exponent = _without_zeros(self._c, self._e, self._e + _digits(self._c))
        if coefficient == 1:
            return _done(context, 1 if exponent < 0 else 0, abs(exponent), 0)
        sign = [0]

        def digits_of(count):
            sign[0], digits, exponent = _ln_digits(self._c, self._e, count + 3)
            bits = (_digits(digits) + 5) * 10 // 3
            return (digits << bits) // _ln10_fixed(bits), exponent

        digits, exponent = _approximate(digits_of, context.prec)
        return _half_even(context, sign[0], digits, exponent)

    def _log_special(self, context):
        if self._k > _INF:
            return _nan_of(context, self)
        if not self._k and not self._c:
            return _make(1, 0, 0, _INF)
        if self._s:
            return _invalid(context)
        return self if self._k else None

    def logb(self, context=None):
        """The exponent of its first digit, as a Decimal."""
        context = _context_of(context)
        if self._k > _INF:
            return _nan_of(context, self)
        if self._k:
            return _make(0, 0, 0, _INF)
        if not self._c:
            context._signal(_DIV0)
            return _make(1, 0, 0, _INF)
        exponent = _adjusted(self)
        return _done(context, 1 if exponent < 0 else 0, abs(exponent), 0)

    def remainder_near(self, other, context=None):
        """self - other * n, where n is the integer nearest to the quotient."""
        context, other = _context_of(context), _operand(other)
        special = _divide_special(self, other, context, True)
        if special is not None:
            return special
        distance = _adjusted(self) - _adjusted(other) if self._c else 0
        if distance > context.prec + 1:
            return _invalid(context, _IMPOSSIBLE)
        exponent = min(self._e, other._e)
        if distance < -2:
            return _done(context, self._s, *_padded(self, exponent, context))
        unit = other._c * _pow10(other._e - exponent)
        quotient, rest = divmod(self._c * _pow10(self._e - exponent), unit)
        sign = self._s
        if 2 * rest + (quotient & 1) > unit:
            rest, quotient, sign = unit - rest, quotient + 1, sign ^ 1
        if quotient >= _pow10(context.prec):
            return _invalid(context, _IMPOSSIBLE)
        return _done(context, sign if rest else self._s, rest, exponent)

    def scaleb(self, other, context=None):
        """With `other` added to its exponent."""
        context, other = _context_of(context), _operand(other)
        if self._k > _INF or other._k > _INF:
            return _nan_of(context, self, other)
        if other._k or other._e != 0 or other._c > 2 * (context.Emax + context.prec):
            return _invalid(context)
        if self._k:
            return self
        return _done(context, self._s, self._c, self._e + _to_int(other))

    def shift(self, other, context=None):
        """With the digits moved, zeros coming in."""
        return self._moved(other, context, False)

    def rotate(self, other, context=None):
        """With the digits rotated within the precision."""
        return self._moved(other, context, True)

    def _moved(self, other, context, around):
        context, other = _context_of(context), _operand(other)
        if self._k > _INF or other._k > _INF:
            return _nan_of(context, self, other)
        prec = context.prec
        if other._k or other._e != 0 or other._c > prec:
            return _invalid(context)
        if self._k:
            return self
        count, unit = _to_int(other), _pow10(prec)
        value = self._c % unit
        if around:
            high, low = divmod(value, _pow10(prec - count % prec)) if prec else (0, 0)
            value = low * _pow10(count % prec) + high
        elif count >= 0:
            value = value * _pow10(count) % unit
        else:
            value //= _pow10(-count)
        return _make(self._s, value, self._e)

    def next_minus(self, context=None):
        """The largest number below it."""
        return self._next(_context_of(context), 1)

    def next_plus(self, context=None):
        """The smallest number above it."""
        return self._next(_context_of(context), 0)

    def _next(self, context, down):
        if self._k > _INF:
            return _nan_of(context, self)
        prec = context.prec
        if self._k:
            if self._s == down:
                return self
            return _make(self._s, _pow10(prec) - 1, context.Emax - prec + 1)
        quiet = _copied(context, 0)
        quiet._traps = 0
        quiet.rounding = ROUND_FLOOR if down else ROUND_CEILING
        moved = _done(quiet, self._s, self._c, self._e)
        if _compare_numbers(moved, self) != 0:
            return moved
        return _add(self, _make(down, 1, context.Emin - prec), quiet)

    def next_toward(self, other, context=None):
        """The next number in the direction of another."""
        context, other = _context_of(context), _operand(other)
        if self._k > _INF or other._k > _INF:
            return _nan_of(context, self, other)
        order = _compare_numbers(self, other)
        if order == 0:
            return _make(other._s, self._c, self._e, self._k)
        result = self._next(context, 1 if order > 0 else 0)
        if result._k == _INF:
            context._signal(_OVERFLOW | _INEXACT | _ROUNDED)
        elif _adjusted(result) < context.Emin:
            context._signal(_UNDER_NEXT | (0 if result._c else _CLAMPED))
        return result

    # max, min, max_mag, min_mag and the logical operations are made below.

    def logical_invert(self, context=None):
        """The digits of 0 and 1 inverted, within the precision."""
        context = _context_of(context)
        if not _is_logical(self):
            return _invalid(context)
        return _make(0, _int_of("1" * context.prec) - self._c % _pow10(context.prec), 0)


_UNDER_NEXT = 256 | _SUBNORMAL | _INEXACT | _ROUNDED


import _decimal_arith

_decimal_arith.Decimal = Decimal
_decimal_arith._ONE = _ONE = _make(0, 1, 0)


def _small(n):
    return _make(1 if n < 0 else 0, abs(n), 0)


def _rounding(mode):
    if mode not in _ROUNDINGS:
        raise TypeError("valid values for rounding are:\n  [ROUND_CEILING, ROUND_FLOOR, "
                        "ROUND_UP, ROUND_DOWN,\n   ROUND_HALF_UP, ROUND_HALF_DOWN, "
                        "ROUND_HALF_EVEN,\n   ROUND_05UP]")
    return mode


def _half_even(context, sign, digits, exponent):
    """The end of a function whose result is never exact: rounded half to even."""
    if digits % 5 == 0:
        digits += 1
    if context.rounding == ROUND_HALF_EVEN:
        return _done(context, sign, digits, exponent, _INEXACT | _ROUNDED)
    even = _copied(context, 0)
    even.rounding, even._traps = ROUND_HALF_EVEN, 0
    result = _done(even, sign, digits, exponent, _INEXACT | _ROUNDED)
    context._signal(even._flags)
    return result


def _total(a, b):
    """compare_total as an int."""
    if a._s != b._s:
        return -1 if a._s else 1
    sign = -1 if a._s else 1
    if a._k > _INF or b._k > _INF:
        # Numbers are below signaling NaNs, those below quiet ones.
        x = (0 if a._k <= _INF else 1 if a._k == _SNAN else 2, a._c if a._k > _INF else 0)
        y = (0 if b._k <= _INF else 1 if b._k == _SNAN else 2, b._c if b._k > _INF else 0)
        return sign * ((x > y) - (x < y))
    order = _compare_numbers(a, b)
    if order or a._k:
        return order
    return sign * ((a._e > b._e) - (a._e < b._e))


def _from_tuple(value):
    if len(value) != 3:
        raise ValueError("argument must be a sequence of length 3")
    sign, digits, exponent = value
    if not isinstance(sign, int) or sign not in (0, 1):
        raise ValueError("sign must be an integer with the value 0 or 1")
    kinds = {"F": _INF, "n": _QNAN, "N": _SNAN}
    if isinstance(exponent, str):
        if exponent not in kinds:
            raise ValueError("string argument in the third position must be 'F', 'n' or 'N'")
        if exponent == "F":
            return sign, 0, 0, _INF
        kind, exponent = kinds[exponent], 0
    elif isinstance(exponent, int):
        kind = _NUMBER
    else:
        raise ValueError("string argument in the third position must be 'F', 'n' or 'N'")
    if not isinstance(digits, (tuple, list)):
        raise ValueError("coefficient must be a tuple of digits")
    for digit in digits:
        if not isinstance(digit, int) or not 0 <= digit <= 9:
            raise ValueError("coefficient must be a tuple of digits")
    return sign, _int_of("".join(map(str, digits)) or "0"), exponent, kind


# ---- what _decimal leaves over: functions that are called in the place of its methods -----------


def _slow_new(cls, value="0", context=None):
    context = getcontext() if context is None else _context_of(context)
    if isinstance(value, str):
        parts = _parse(value)
        if parts is None:
            context._signal(_SYNTAX)
            parts = 0, 0, 0, _QNAN
    elif isinstance(value, Decimal):
        if cls is Decimal and type(value) is Decimal:
            return value
        parts = value._s, value._c, value._e, value._k
    elif isinstance(value, int):
        parts = 1 if value < 0 else 0, abs(int(value)), 0, _NUMBER
    elif isinstance(value, float):
        context._signal(_FLOAT)
        exact = _from_float(value)
        parts = exact._s, exact._c, exact._e, exact._k
    elif isinstance(value, (tuple, list)):
        parts = _from_tuple(value)
    else:
        raise TypeError(f"conversion from {type(value).__name__} to Decimal is not supported")
    sign, coefficient, exponent, kind = parts
    if not -MAX_EMAX < exponent < MAX_EMAX // 2 and not kind:
        if not coefficient:
            exponent = min(max(exponent, MIN_ETINY), MAX_EMAX)
        elif exponent < MIN_ETINY or exponent + _digits(coefficient) - 1 > MAX_EMAX:
            context._signal(_INVALID)
            sign, coefficient, exponent, kind = 0, 0, 0, _QNAN
    return _decimal.make(cls, sign, coefficient, exponent, kind)


def _slow__str__(self):
    return _to_text(self, False, getcontext().capitals)


def _slow__repr__(self):
    return f"Decimal('{_to_text(self, False, getcontext().capitals)}')"


def _slow__format__(self, specifier, override=None, /):
    if override is not None and not isinstance(override, dict):
        raise TypeError("optional argument must be a dict")
    if not isinstance(specifier, str):
        raise TypeError("format arg must be str")
    if override is not None:
        raise NotImplementedError("overriding the locale's values is not supported")
    return _format(self, specifier, getcontext())


def _slow__hash__(self):
    if self._k == _SNAN:
        raise TypeError("Cannot hash a signaling NaN value")
    if self._k == _QNAN:
        return object.__hash__(self)
    if self._k == _INF:
        return -sys.hash_info.inf if self._s else sys.hash_info.inf
    modulus = sys.hash_info.modulus
    if self._e >= 0:
        scale = pow(10, self._e, modulus)
    else:
        scale = pow(pow(10, modulus - 2, modulus), -self._e, modulus)
    value = self._c * scale % modulus
    return -2 if self._s and value == 1 else -value if self._s else value


def _slow__eq__(self, other):
    order = self._ordered(other, True)
    return order if order is NotImplemented else order == 0


def _slow__ne__(self, other):
    order = self._ordered(other, True)
    return order if order is NotImplemented else order != 0


def _slow__lt__(self, other):
    order = self._ordered(other, False)
    return order if order is NotImplemented else order is not None and order < 0


def _slow__le__(self, other):
    order = self._ordered(other, False)
    return order if order is NotImplemented else order is not None and order <= 0


def _slow__gt__(self, other):
    order = self._ordered(other, False)
    return order if order is NotImplemented else order is not None and order > 0


def _slow__ge__(self, other):
    order = self._ordered(other, False)
    return order if order is NotImplemented else order is not None and order >= 0


def _slow__neg__(self):
    return self._signed(self._s ^ 1, getcontext())


def _slow__pos__(self):
    return self._signed(self._s, getcontext())


def _slow__abs__(self):
    return self._signed(0, getcontext())


def _slow_quantize(self, exp, rounding=None, context=None):
    """Rounded to the exponent of another number."""
    context = _context_of(context)
    exp = _operand(exp)
    mode = context.rounding if rounding is None else _rounding(rounding)
    if self._k or exp._k:
        nan = _nan_of(context, self, exp)
        if nan is not None:
            return nan
        return _make(self._s, 0, 0, _INF) if self._k == exp._k else _invalid(context)
    target = exp._e
    if not context.Emin - context.prec + 1 <= target <= context.Emax:
        return _invalid(context)
    status = 0
    if target <= self._e:
        if self._c and self._e - target + _digits(self._c) > context.prec:
            return _invalid(context)
        coefficient = self._c * _pow10(self._e - target) if self._c else 0
    else:
        drop = target - self._e
        value = self._c
        if self._c and drop > _digits(self._c) + 1:
            value, drop = 1, 2
        coefficient, inexact = _drop(mode, self._s, value, drop) if value else (0, False)
        status = _ROUNDED | _INEXACT if inexact else _ROUNDED
        if not self._c:
            status = 0
    if coefficient:
        count = _digits(coefficient)
        if count > context.prec or target + count - 1 > context.Emax:
            return _invalid(context)
        if target + count - 1 < context.Emin:
            status |= _SUBNORMAL
    if context.clamp:
        coefficient, target, more = _fit(context, self._s, coefficient, target)
        status |= more
    context._signal(status)
    return _make(self._s, coefficient, target)


def _operator(name, function):
    def method(self, other):
        b = _operand(other, False)
        return NotImplemented if b is None else function(self, b, getcontext())

    def reflected(self, other):
        a = _operand(other, False)
        return NotImplemented if a is None else function(a, self, getcontext())

    for made, title in ((method, f"__{name}__"), (reflected, f"__r{name}__")):
        made.__name__ = title
        made.__qualname__ = "Decimal." + title
        if name in ("add", "sub", "mul", "truediv"):
            globals()["_slow" + title] = made
        else:
            setattr(Decimal, title, made)


def _subtract(a, b, context):
    return _add(a, b, context, 1)


for _name, _function in (("add", _add), ("sub", _subtract), ("mul", _multiply),
                         ("truediv", _divide), ("floordiv", _floor_divide), ("mod", _remainder),
                         ("divmod", _divmod)):
    _operator(_name, _function)


def _choice(name, sign, magnitudes, words):
    def method(self, other, context=None):
        context, other = _context_of(context), _operand(other)
        if self._k > _INF or other._k > _INF:
            if self._k == _SNAN or other._k == _SNAN or self._k and other._k and (
                    self._k > _INF and other._k > _INF):
                return _nan_of(context, self, other)
            d = other if self._k > _INF else self
        else:
            order = _compare_numbers(self.copy_abs(), other.copy_abs()) if magnitudes else 0
            order = order or _compare_numbers(self, other) or _total(self, other)
            d = self if order * sign >= 0 else other
        if d._k:
            return d
        return _done(context, d._s, d._c, d._e)

    _add_method(method, name, words)


def _add_method(method, name, words):
    method.__name__ = name
    method.__qualname__ = "Decimal." + name
    method.__doc__ = words
    setattr(Decimal, name, method)


_choice("max", 1, False, "The larger one; a number rather than a NaN.")
_choice("min", -1, False, "The smaller one; a number rather than a NaN.")
_choice("max_mag", 1, True, "The one with the larger magnitude.")
_choice("min_mag", -1, True, "The one with the smaller magnitude.")


def _is_logical(d):
    return d._k == _NUMBER and not d._s and d._e == 0 and not _text_of(d._c).strip("01")


def _logical(name, function, words):
    def method(self, other, context=None):
        context, other = _context_of(context), _operand(other)
        if not _is_logical(self) or not _is_logical(other):
            return _invalid(context)
        prec = context.prec
        a, b = int(_text_of(self._c)[-prec:], 2), int(_text_of(other._c)[-prec:], 2)
        return _make(0, _int_of(bin(function(a, b))[2:]), 0)

    _add_method(method, name, words)


_logical("logical_and", int.__and__, "Digit by digit: 1 where both are 1.")
_logical("logical_or", int.__or__, "Digit by digit: 1 where one is 1.")
_logical("logical_xor", int.__xor__, "Digit by digit: 1 where they differ.")

import _decimal_context

numbers.Number.register(Decimal)
