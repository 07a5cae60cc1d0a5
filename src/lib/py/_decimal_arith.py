"""Arithmetic of decimals: every function computes an exact result, or one with enough digits, and ends
in _done(), which rounds it to the context.

Decimal, the class of all results, and _ONE are put here by the module decimal.
"""

import contextvars
import math

import _decimal

from _decimal_base import (
    _approximate, _CLAMPED, _copied, _digits, _DIV0, _exp_digits, _fit, _IMPOSSIBLE, _INEXACT,
    _INVALID, _ln_digits, _pow10, _ROUNDED, _UNDEFINED, _work, Context, DefaultContext,
    ROUND_FLOOR)

__name__ = "decimal"

_NUMBER, _INF, _QNAN, _SNAN = 0, 1, 2, 3
_current = contextvars.ContextVar("decimal_context")


def getcontext():
    """The context that operations follow here."""
    context = _current.get(None)
    if context is None:
        context = _copied(DefaultContext, 0)
        _current.set(context)
    return context


def _make(sign, coefficient, exponent, kind=_NUMBER):
    return _decimal.make(Decimal, sign, coefficient, exponent, kind)


def _done(context, sign, coefficient, exponent, status=0):
    """The result of an operation: rounded to the context, with its conditions signaled."""
    if (coefficient < _pow10(context.prec) and coefficient
            and context.Emin <= exponent <= context.Emax - context.prec):
        if status:
            context._signal(status)
        return _make(sign, coefficient, exponent)
    coefficient, exponent, more = _fit(context, sign, coefficient, exponent)
    if status | more:
        context._signal(status | more)
    if exponent is None:
        return _make(sign, 0, 0, _INF)
    return _make(sign, coefficient, exponent)


def _invalid(context, condition=_INVALID):
    context._signal(condition)
    return _make(0, 0, 0, _QNAN)


def _nan_of(context, *operands):
    """The NaN that an operation on NaNs gives: the first signaling one counts, then the first."""
    for d in operands:
        if d._k == _SNAN:
            context._signal(_INVALID)
            return _quiet(context, d)
    for d in operands:
        if d._k == _QNAN:
            return _quiet(context, d)


def _quiet(context, d):
    most = context.prec - context.clamp
    payload = d._c % _pow10(most) if d._c.bit_length() > 3 * most else d._c
    return _make(d._s, payload, 0, _QNAN)


def _operand(value, wanted=True):
    """A Decimal for an operand of an operator or a method; None, or TypeError if it is wanted."""
    if isinstance(value, Decimal):
        return value
    if isinstance(value, int):
        return _make(1 if value < 0 else 0, abs(int(value)), 0)
    if wanted:
        raise TypeError(f"conversion from {type(value).__name__} to Decimal is not supported")
    return None


def _context_of(context):
    if context is None:
        return getcontext()
    if not isinstance(context, Context):
        raise TypeError("optional argument must be a context")
    return context


def _compare_numbers(a, b):
    """-1, 0 or 1 for numbers and infinities."""
    if a._k or b._k:
        x = (-1 if a._s else 1) if a._k else 0
        y = (-1 if b._s else 1) if b._k else 0
        return (x > y) - (x < y)
    if not a._c or not b._c:
        x = 0 if not a._c else -1 if a._s else 1
        y = 0 if not b._c else -1 if b._s else 1
        return (x > y) - (x < y)
    if a._s != b._s:
        return -1 if a._s else 1
    sign = -1 if a._s else 1
    if a._e == b._e:
        x, y = a._c, b._c
    else:
        x, y = a._e + _digits(a._c), b._e + _digits(b._c)
        if x == y:
            least = min(a._e, b._e)
            x, y = a._c * _pow10(a._e - least), b._c * _pow10(b._e - least)
    return sign * ((x > y) - (x < y))


def _add(a, b, context, negate=0):
    """a + b, or a - b if negate is 1."""
    bs = b._s ^ negate
    if a._k or b._k:
        nan = _nan_of(context, a, b)
        if nan is not None:
            return nan
        if a._k and b._k and a._s != bs:
            return _invalid(context)
        return _make(a._s if a._k else bs, 0, 0, _INF)
    exponent = min(a._e, b._e)
    if not a._c and not b._c:
        sign = a._s & bs if a._s == bs or context.rounding != ROUND_FLOOR else 1
        return _done(context, sign, 0, exponent)
    if not a._c:
        # The other one, with as many zeros as fit.
        return _done(context, bs, *_padded(b, exponent, context))
    if not b._c:
        return _done(context, a._s, *_padded(a, exponent, context))
    x, y = a._c, b._c
    if a._e != b._e:
        x, y, exponent = _aligned(a, b, context.prec)
    if a._s:
        x = -x
    if bs:
        y = -y
    total = x + y
    if total == 0:
        return _done(context, 1 if context.rounding == ROUND_FLOOR else 0, 0, exponent)
    return _done(context, 1 if total < 0 else 0, abs(total), exponent)


def _padded(d, exponent, context):
    least = max(exponent, d._e - max(context.prec + 1 - _digits(d._c), 0))
    least = min(least, d._e)
    return d._c * _pow10(d._e - least), least


def _aligned(a, b, prec):
    """Coefficients for one exponent. One that is far below the other's digits is replaced by
    something as small, so that it costs nothing."""
    x, y, ex, ey = a._c, b._c, a._e, b._e
    if ex < ey:
        y, x, exponent = _align(y, ey, x, ex, prec)
        return x, y, exponent
    return _align(x, ex, y, ey, prec)


def _align(high, eh, low, el, prec):
    tail = el + _digits(low)
    least = eh + min(-1, _digits(high) - prec - 2)
    if tail - 1 < least:
        low, el = 1, least
    return high * _pow10(eh - el), low, el


def _multiply(a, b, context):
    sign = a._s ^ b._s
    if a._k or b._k:
        nan = _nan_of(context, a, b)
        if nan is not None:
            return nan
        if not a._k and not a._c or not b._k and not b._c:
            return _invalid(context)
        return _make(sign, 0, 0, _INF)
    return _done(context, sign, a._c * b._c, a._e + b._e)


def _divide(a, b, context):
    sign = a._s ^ b._s
    if a._k or b._k:
        nan = _nan_of(context, a, b)
        if nan is not None:
            return nan
        if a._k:
            return _invalid(context) if b._k else _make(sign, 0, 0, _INF)
        context._signal(_CLAMPED)
        return _make(sign, 0, context.Emin - context.prec + 1)
    if not b._c:
        if not a._c:
            return _invalid(context, _UNDEFINED)
        context._signal(_DIV0)
        return _make(sign, 0, 0, _INF)
    ideal = a._e - b._e
    if not a._c:
        return _done(context, sign, 0, ideal)
    shift = _digits(b._c) - _digits(a._c) + context.prec + 1
    exponent = ideal - shift
    if shift >= 0:
        quotient, rest = divmod(a._c * _pow10(shift), b._c)
    else:
        quotient, rest = divmod(a._c, b._c * _pow10(-shift))
    if rest:
        if quotient % 5 == 0:
            quotient += 1  # so that it is not taken for exact, or for a half
    else:
        quotient, exponent = _without_zeros(quotient, exponent, ideal)
    return _done(context, sign, quotient, exponent)


def _without_zeros(coefficient, exponent, most):
    """Without zeros at the end, as long as the exponent is below `most`."""
    while exponent < most and coefficient % 10 == 0:
        step = 1
        while exponent + 2 * step <= most and coefficient % _pow10(2 * step) == 0:
            step *= 2
        coefficient //= _pow10(step)
        exponent += step
    return coefficient, exponent


def _divide_special(a, b, context, remainder):
    """What a // b or a % b is for operands that are not just numbers; None if they are."""
    if a._k or b._k:
        nan = _nan_of(context, a, b)
        if nan is not None:
            return nan
        if a._k:
            if remainder or b._k:
                return _invalid(context)
            return _make(a._s ^ b._s, 0, 0, _INF)
        if remainder:
            return _done(context, a._s, a._c, a._e)
        return _make(a._s ^ b._s, 0, 0)
    if not b._c:
        if not a._c:
            return _invalid(context, _UNDEFINED)
        if remainder:
            return _invalid(context)
        context._signal(_DIV0)
        return _make(a._s ^ b._s, 0, 0, _INF)
    return None


def _divide_integers(a, b, context):
    """Integer quotient and rest with the exponent of the rest, of numbers; None: the quotient has
    too many digits."""
    exponent = min(a._e, b._e)
    if not a._c:
        return 0, 0, exponent
    distance = a._e + _digits(a._c) - b._e - _digits(b._c)
    if distance < -1:
        rest, exponent = _padded(a, exponent, context)
        return 0, rest, exponent
    if distance > context.prec:
        return None
    quotient, rest = divmod(a._c * _pow10(a._e - exponent), b._c * _pow10(b._e - exponent))
    if quotient >= _pow10(context.prec):
        return None
    return quotient, rest, exponent


def _floor_divide(a, b, context):
    special = _divide_special(a, b, context, False)
    if special is not None:
        return special
    parts = _divide_integers(a, b, context)
    if parts is None:
        return _invalid(context, _IMPOSSIBLE)
    return _done(context, a._s ^ b._s, parts[0], 0)


def _remainder(a, b, context):
    special = _divide_special(a, b, context, True)
    if special is not None:
        return special
    parts = _divide_integers(a, b, context)
    if parts is None:
        return _invalid(context, _IMPOSSIBLE)
    return _done(context, a._s, parts[1], parts[2])


def _divmod(a, b, context):
    nan = _nan_of(context, a, b) if a._k or b._k else None
    if nan is not None:
        return nan, nan
    if a._k:
        if b._k:
            return _invalid(context), _make(0, 0, 0, _QNAN)
        context._signal(_INVALID)
        return _make(a._s ^ b._s, 0, 0, _INF), _make(0, 0, 0, _QNAN)
    if not b._k and not b._c:
        if not a._c:
            return _invalid(context, _UNDEFINED), _make(0, 0, 0, _QNAN)
        context._signal(_DIV0 | _INVALID)
        return _make(a._s ^ b._s, 0, 0, _INF), _make(0, 0, 0, _QNAN)
    if b._k:
        return _make(a._s ^ b._s, 0, 0), _done(context, a._s, a._c, a._e)
    parts = _divide_integers(a, b, context)
    if parts is None:
        return _invalid(context, _IMPOSSIBLE), _make(0, 0, 0, _QNAN)
    return (_done(context, a._s ^ b._s, parts[0], 0),
            _done(context, a._s, parts[1], parts[2]))


def _is_integer(d):
    return d._k == _NUMBER and (d._e >= 0 or not d._c or d._c % _pow10(
        min(-d._e, _digits(d._c))) == 0 and -d._e < _digits(d._c))


def _is_odd(d):
    return d._e <= 0 and d._c // _pow10(-d._e) & 1 == 1


def _power(a, b, context):
    if a._k > _INF or b._k > _INF:
        return _nan_of(context, a, b)
    if not b._k and not b._c:
        return _invalid(context) if not a._k and not a._c else _done(context, 0, 1, 0)
    integer = _is_integer(b)
    sign = a._s & (1 if integer and _is_odd(b) else 0)
    if a._s and not integer and (a._k or a._c):
        return _invalid(context)
    if not a._k and not a._c:
        if b._s:
            if b._k:
                return _make(0, 0, 0, _INF)
            return _make(sign, 0, 0, _INF)
        return _done(context, sign, 0, 0)
    if a._k:
        return _make(sign, 0, 0) if b._s else _make(sign, 0, 0, _INF)
    order = _compare_numbers(_make(0, a._c, a._e), _ONE)
    if b._k:
        if order == 0:
            return _one_padded(context, 0)
        return _make(0, 0, 0, _INF) if (order > 0) != bool(b._s) else _done(context, 0, 0, 0)
    if order == 0:
        if integer and not b._s:
            times = b._c * _pow10(b._e) if b._e >= 0 else b._c // _pow10(-b._e)
            zeros = -a._e * times if a._e < 0 else 0
            zeros = min(zeros, context.prec)  # one too many, so that it is rounded
            return _done(context, sign, _pow10(zeros), -zeros)
        elif integer:
            return _done(context, sign, 1, 0)
        return _one_padded(context, sign)
    # Far out of range: known without computing.
    size = _digits(b._c) + b._e
    scale = abs(a._e + _digits(a._c) - 1)
    if scale == 0:
        difference = abs(a._c - _pow10(_digits(a._c) - 1))
        scale = 10.0 ** max(_digits(difference) - _digits(a._c), -300) if difference else 0
    if size > 25 or scale * 10 ** min(size - 1, 25) > 10 ** 20:
        large = (order > 0) != bool(b._s)
        return _done(context, sign, 1, 10 ** 20 if large else -10 ** 20)
    if integer:
        return _power_integer(a, b, context, sign)
    digits, exponent = _approximate(lambda count: _power_digits(a, b, count), context.prec)
    if digits % 5 == 0:
        digits += 1
    return _done(context, sign, digits, exponent, _INEXACT | _ROUNDED)


def _one_padded(context, sign):
    context._signal(_INEXACT | _ROUNDED)
    return _make(sign, _pow10(context.prec - 1), 1 - context.prec)


def _power_integer(a, b, context, sign):
    times = b._c * _pow10(b._e) if b._e >= 0 else b._c // _pow10(-b._e)
    work = _work(context.prec + _digits(times) + 4)
    base = _make(0, a._c, a._e)
    if b._s:
        work = _work(work.prec + 1)
        base = _divide(_ONE, base, work)
    result = _ONE
    for bit in bin(times)[2:]:
        result = _multiply(result, result, work)
        if bit == "1":
            result = _multiply(result, base, work)
        if abs(result._e) > 10 ** 20:
            break
    status = work._flags & (_INEXACT | _ROUNDED)
    if status & _INEXACT and _digits(result._c) > context.prec and result._c % 5 == 0:
        return _done(context, sign, result._c * 10 + 1, result._e - 1)
    return _done(context, sign, result._c, result._e, status)


def _power_digits(a, b, count):
    """About `count` digits of a**b, and their exponent."""
    more = count + max(b._e + _digits(b._c), 0) + 8
    sign, logarithm, exponent = _ln_digits(a._c, a._e, more)
    return _exp_digits(sign ^ b._s, logarithm * b._c, exponent + b._e, count)


def _power_modulo(a, b, modulo, context):
    nan = _nan_of(context, a, b, modulo) if a._k or b._k or modulo._k else None
    if nan is not None:
        return nan
    if not (_is_integer(a) and _is_integer(b) and _is_integer(modulo)):
        return _invalid(context)
    if b._s and b._c or not modulo._c or _digits(abs(_to_int(modulo))) > context.prec:
        return _invalid(context)
    if not b._c and not a._c:
        return _invalid(context)
    value = pow(abs(_to_int(a)), _to_int(b), abs(_to_int(modulo)))
    return _make(a._s & (1 if _is_odd(b) else 0), value, 0)


def _to_int(d):
    value = d._c * _pow10(d._e) if d._e >= 0 else d._c // _pow10(-d._e)
    return -value if d._s else value


def _adjusted(d):
    return d._e + _digits(d._c) - 1 if d._c else d._e


def _from_float(value):
    """The exact value of a float."""
    if math.isnan(value):
        return _make(1 if math.copysign(1, value) < 0 else 0, 0, 0, _QNAN)
    sign = 1 if math.copysign(1.0, value) < 0 else 0
    if math.isinf(value):
        return _make(sign, 0, 0, _INF)
    top, bottom = float.as_integer_ratio(math.fabs(value))
    k = bottom.bit_length() - 1
    return _make(sign, top * 5 ** k, -k)
