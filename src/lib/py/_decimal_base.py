"""The base of decimal: signals, contexts, rounding to a context, and arithmetic on integers that
stand for decimal digits.

Conditions are bits; an operation collects them and hands them to Context._signal, which sets the
flags and raises what is trapped.  A finite number is sign * coefficient * 10**exponent with a
coefficient of int.
"""

import sys

import _decimal

__name__ = "decimal"

ROUND_UP = "ROUND_UP"
ROUND_DOWN = "ROUND_DOWN"
ROUND_CEILING = "ROUND_CEILING"
ROUND_FLOOR = "ROUND_FLOOR"
ROUND_HALF_UP = "ROUND_HALF_UP"
ROUND_HALF_DOWN = "ROUND_HALF_DOWN"
ROUND_HALF_EVEN = "ROUND_HALF_EVEN"
ROUND_05UP = "ROUND_05UP"
_ROUNDINGS = (ROUND_UP, ROUND_DOWN, ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, ROUND_HALF_DOWN,
              ROUND_HALF_EVEN, ROUND_05UP)

MAX_PREC = MAX_EMAX = 999999999999999999
MIN_EMIN = -MAX_EMAX
MIN_ETINY = MIN_EMIN - (MAX_PREC - 1)


class DecimalException(ArithmeticError):
    """Base of the conditions that arithmetic can meet."""


class Clamped(DecimalException):
    """An exponent was brought into the range of the context."""


class InvalidOperation(DecimalException):
    """There is no useful result."""


class ConversionSyntax(InvalidOperation):
    """A text that is no number."""


class DivisionByZero(DecimalException, ZeroDivisionError):
    """A number other than zero was divided by zero."""


class DivisionImpossible(InvalidOperation):
    """An integer quotient has more digits than the precision."""


class DivisionUndefined(InvalidOperation, ZeroDivisionError):
    """Zero was divided by zero."""


class Inexact(DecimalException):
    """Digits other than zero were rounded away."""


class InvalidContext(InvalidOperation):
    """A context that makes no sense."""


class Rounded(DecimalException):
    """Digits were rounded away, be they zeros."""


class Subnormal(DecimalException):
    """The exponent of a result was below Emin before it was rounded."""


class Overflow(Inexact, Rounded):
    """A result is too large."""


class Underflow(Inexact, Rounded, Subnormal):
    """A result was rounded to a subnormal number or to zero."""


class FloatOperation(DecimalException, TypeError):
    """A float was mixed with decimals."""


_INVALID, _SYNTAX, _IMPOSSIBLE, _UNDEFINED, _BAD_CONTEXT = 1, 2, 4, 8, 16
_ANY_INVALID = 31
_FLOAT, _DIV0, _OVERFLOW, _UNDERFLOW = 32, 64, 128, 256
_SUBNORMAL, _INEXACT, _ROUNDED, _CLAMPED = 512, 1024, 2048, 4096

_SIGNALS = {InvalidOperation: _ANY_INVALID, FloatOperation: _FLOAT, DivisionByZero: _DIV0,
            Overflow: _OVERFLOW, Underflow: _UNDERFLOW, Subnormal: _SUBNORMAL,
            Inexact: _INEXACT, Rounded: _ROUNDED, Clamped: _CLAMPED}
# As contexts show them.
_SHOWN = (Clamped, InvalidOperation, DivisionByZero, Inexact, FloatOperation, Overflow, Rounded,
          Subnormal, Underflow)
_CONDITIONS = [(InvalidOperation, _INVALID), (ConversionSyntax, _SYNTAX),
               (DivisionImpossible, _IMPOSSIBLE), (DivisionUndefined, _UNDEFINED),
               (InvalidContext, _BAD_CONTEXT)] + list(_SIGNALS.items())[1:]


# ---- digits ------------------------------------------------------------------------------------

_POWERS = [10 ** k for k in range(64)]


def _pow10(k):
    return _POWERS[k] if k < 64 else 10 ** k


def _digits(n):
    """How many decimal digits an int above 0 has."""
    k = n.bit_length() * 30103 // 100000
    return k + 1 if n >= _pow10(k) else k


_MOST_TEXT = 600  # digits that int() and str() convert whatever their limit is


def _text_of(n):
    """The digits of an int that may have any number of them."""
    if n.bit_length() < 1990:
        return str(n)
    count = _digits(n)
    low = count // 2
    high, rest = divmod(n, 10 ** low)
    return _text_of(high) + _text_of(rest).zfill(low)


def _int_of(text):
    if len(text) <= _MOST_TEXT:
        return int(text)
    low = len(text) // 2
    return _int_of(text[:-low]) * 10 ** low + _int_of(text[-low:])


def _goes_up(mode, sign, kept, rest, unit):
    """Whether kept + rest/unit is rounded away from zero; rest is not 0."""
    if mode == ROUND_HALF_EVEN:
        twice = 2 * rest
        return twice > unit or (twice == unit and kept & 1 == 1)
    if mode == ROUND_HALF_UP:
        return 2 * rest >= unit
    if mode == ROUND_HALF_DOWN:
        return 2 * rest > unit
    if mode == ROUND_DOWN:
        return False
    if mode == ROUND_UP:
        return True
    if mode == ROUND_CEILING:
        return not sign
    if mode == ROUND_FLOOR:
        return bool(sign)
    return kept % 5 == 0  # ROUND_05UP


def _drop(mode, sign, coefficient, count):
    """Without the last `count` digits, rounded; and whether they were not all 0."""
    unit = _pow10(count)
    kept, rest = divmod(coefficient, unit)
    if rest and _goes_up(mode, sign, kept, rest, unit):
        kept += 1
    return kept, rest != 0


def _fit(context, sign, coefficient, exponent):
    """The number in the range and precision of a context: coefficient, exponent (None: infinite)
    and conditions."""
    prec, emin, emax = context.prec, context.Emin, context.Emax
    etiny, etop = emin - prec + 1, emax - prec + 1
    if coefficient == 0:
        top = etop if context.clamp else emax
        fitting = min(max(exponent, etiny), top)
        return 0, fitting, _CLAMPED if fitting != exponent else 0
    count = _digits(coefficient)
    adjusted = exponent + count - 1
    status = 0
    if adjusted > emax:
        return _overflow(context, sign)
    drop = count - prec
    if adjusted < emin:
        status = _SUBNORMAL
        drop = max(drop, etiny - exponent)
    if drop > 0:
        if drop > count + 1:  # far below the last digit: any rest does
            coefficient, exponent, drop = 1, exponent + drop - 2, 2
        coefficient, inexact = _drop(context.rounding, sign, coefficient, drop)
        exponent += drop
        status |= _ROUNDED
        if inexact:
            status |= _INEXACT
            if status & _SUBNORMAL:
                status |= _UNDERFLOW
        if coefficient == 0:
            status |= _CLAMPED
        elif coefficient == _pow10(prec):
            coefficient //= 10
            exponent += 1
            if exponent + prec - 1 > emax:
                return _overflow(context, sign)
    if context.clamp and exponent > etop:
        status |= _CLAMPED
        coefficient *= _pow10(exponent - etop)
        exponent = etop
    return coefficient, exponent, status


def _overflow(context, sign):
    status = _OVERFLOW | _INEXACT | _ROUNDED
    mode, prec = context.rounding, context.prec
    if (mode in (ROUND_DOWN, ROUND_05UP) or mode == ROUND_CEILING and sign
            or mode == ROUND_FLOOR and not sign):
        return _pow10(prec) - 1, context.Emax - prec + 1, status
    return 0, None, status


# ---- contexts ----------------------------------------------------------------------------------

_WORDS = ("valid values for signals are:\n  [InvalidOperation, FloatOperation, DivisionByZero,\n"
          "   Overflow, Underflow, Subnormal, Inexact, Rounded,\n   Clamped]")


class _SignalDict:
    # What flags and traps are: signal -> bool, kept as bits in the context.

    __slots__ = ("_context", "_which")

    def __init__(self, context, which):
        self._context, self._which = context, which

    def __getitem__(self, signal):
        return bool(getattr(self._context, self._which) & _bit(signal))

    def __setitem__(self, signal, value):
        bit = _bit(signal)
        bits = getattr(self._context, self._which) & ~bit
        if value:
            bits |= bit
        setattr(self._context, self._which, bits)

    def __delitem__(self, signal):
        raise ValueError("signal keys cannot be deleted")

    def __iter__(self):
        return iter(_SIGNALS)

    def __len__(self):
        return len(_SIGNALS)

    def __contains__(self, signal):
        return signal in _SIGNALS

    def keys(self):
        return _SIGNALS.keys()

    def values(self):
        return [self[signal] for signal in _SIGNALS]

    def items(self):
        return [(signal, self[signal]) for signal in _SIGNALS]

    def get(self, signal, default=None):
        return self[signal] if signal in _SIGNALS else default

    def update(self, other=()):
        for signal, value in dict(other).items():
            self[signal] = value

    def copy(self):
        return dict(self.items())

    def __eq__(self, other):
        if isinstance(other, _SignalDict):
            return self.copy() == other.copy()
        if isinstance(other, dict):
            return self.copy() == {signal: bool(value) for signal, value in other.items()}
        return NotImplemented

    __hash__ = None

    def __repr__(self):
        return "{" + ", ".join(f"{signal!r}:{value}" for signal, value in self.items()) + "}"


def _bit(signal):
    bit = _SIGNALS.get(signal) if isinstance(signal, type) else None
    if bit is None:
        raise KeyError(_WORDS)
    return bit


def _bits_of(signals, listed=False):
    # From a mapping of all signals, or a list of them if that may be.
    if isinstance(signals, (_SignalDict, dict)):
        if len(signals) != len(_SIGNALS) or any(signal not in _SIGNALS for signal in signals):
            raise KeyError("invalid error flag")
        signals = [signal for signal, value in signals.items() if value]
    elif not listed or not isinstance(signals, list):
        raise TypeError("argument must be a signal dict")
    bits = 0
    for signal in signals:
        if not isinstance(signal, type) or signal not in _SIGNALS:
            raise KeyError(_WORDS)
        bits |= _SIGNALS[signal]
    return bits


def _names_of(bits):
    return "[" + ", ".join([s.__name__ for s in _SHOWN if bits & _SIGNALS[s]]) + "]"


_RANGES = {"prec": (1, MAX_PREC, f"valid range for prec is [1, MAX_PREC]"),
           "Emin": (MIN_EMIN, 0, "valid range for Emin is [MIN_EMIN, 0]"),
           "Emax": (0, MAX_EMAX, "valid range for Emax is [0, MAX_EMAX]"),
           "capitals": (0, 1, "valid values for capitals are [0, 1]"),
           "clamp": (0, 1, "valid values for clamp are [0, 1]")}
_DEFAULT_TRAPS = _ANY_INVALID | _DIV0 | _OVERFLOW


class Context(_decimal.ContextBase):
    """Precision, rounding, range of exponents, flags and traps that arithmetic follows."""

    def __init__(self, prec=None, rounding=None, Emin=None, Emax=None, capitals=None, clamp=None,
                 flags=None, traps=None):
        model = DefaultContext if DefaultContext is not None else _Model
        put = object.__setattr__
        put(self, "_flags", 0)
        put(self, "_traps", model._traps if traps is None else _bits_of(traps, True))
        if flags is not None:
            put(self, "_flags", _bits_of(flags, True))
        for name, value in (("prec", prec), ("rounding", rounding), ("Emin", Emin),
                            ("Emax", Emax), ("capitals", capitals), ("clamp", clamp)):
            if value is None:
                put(self, name, getattr(model, name))
            else:
                setattr(self, name, value)

    def __setattr__(self, name, value):
        if name in _RANGES:
            low, high, message = _RANGES[name]
            if not isinstance(value, int):
                raise TypeError(f"'{type(value).__name__}' object cannot be interpreted as an "
                                "integer")
            if not -2 ** 63 <= value < 2 ** 63:
                raise OverflowError("Python int too large to convert to C ssize_t")
            if not low <= value <= high:
                raise ValueError(message)
        elif name == "rounding":
            if value not in _ROUNDINGS:
                raise TypeError("valid values for rounding are:\n  [ROUND_CEILING, ROUND_FLOOR, "
                                "ROUND_UP, ROUND_DOWN,\n   ROUND_HALF_UP, ROUND_HALF_DOWN, "
                                "ROUND_HALF_EVEN,\n   ROUND_05UP]")
        elif name in ("flags", "traps"):
            name, value = "_" + name, _bits_of(value)
        elif name not in ("_flags", "_traps"):
            if hasattr(type(self), name):
                raise AttributeError(f"'decimal.Context' object attribute '{name}' is read-only")
            raise AttributeError(f"'decimal.Context' object has no attribute '{name}'")
        object.__setattr__(self, name, value)

    def __delattr__(self, name):
        raise AttributeError("context attributes cannot be deleted")

    @property
    def flags(self):
        return _SignalDict(self, "_flags")

    @property
    def traps(self):
        return _SignalDict(self, "_traps")

    def _signal(self, status):
        """Sets the flags of the conditions and raises what is trapped."""
        for bit in _SIGNALS.values():
            if status & bit:
                object.__setattr__(self, "_flags", self._flags | bit)
        trapped = status & self._traps
        if trapped:
            for signal, bit in _SIGNALS.items():
                if trapped & bit:
                    raise signal([c for c, condition in _CONDITIONS if trapped & condition])

    def clear_flags(self):
        """Forget the flags."""
        object.__setattr__(self, "_flags", 0)

    def clear_traps(self):
        """Trap nothing."""
        object.__setattr__(self, "_traps", 0)

    def copy(self):
        """A context like this one, flags included."""
        return _copied(self, self._flags)

    __copy__ = copy

    def __reduce__(self):
        return type(self), (self.prec, self.rounding, self.Emin, self.Emax, self.capitals,
                            self.clamp, [s for s in _SIGNALS if self._flags & _SIGNALS[s]],
                            [s for s in _SIGNALS if self._traps & _SIGNALS[s]])

    def __repr__(self):
        return (f"Context(prec={self.prec}, rounding={self.rounding}, Emin={self.Emin}, "
                f"Emax={self.Emax}, capitals={self.capitals}, clamp={self.clamp}, "
                f"flags={_names_of(self._flags)}, traps={_names_of(self._traps)})")

    def Etiny(self):
        """The lowest exponent of a subnormal number."""
        return self.Emin - self.prec + 1

    def Etop(self):
        """The highest exponent of a number with all its digits."""
        return self.Emax - self.prec + 1


class _Model:
    prec, rounding, Emin, Emax, capitals, clamp = 28, ROUND_HALF_EVEN, -999999, 999999, 1, 0
    _traps = _DEFAULT_TRAPS


def _copied(context, flags):
    new = Context.__new__(type(context))
    put = object.__setattr__
    for name in ("prec", "rounding", "Emin", "Emax", "capitals", "clamp", "_traps"):
        put(new, name, getattr(context, name))
    put(new, "_flags", flags)
    return new


def _work(prec, rounding=ROUND_HALF_EVEN):
    """A context without limits of its own, for intermediate results."""
    return Context(prec=prec, rounding=rounding, Emin=MIN_EMIN, Emax=MAX_EMAX, capitals=1, clamp=0,
                   flags=[], traps=[])


DefaultContext = None
DefaultContext = Context()
BasicContext = Context(prec=9, rounding=ROUND_HALF_UP,
                       traps=[InvalidOperation, DivisionByZero, Overflow, Underflow, Clamped])
ExtendedContext = Context(prec=9, rounding=ROUND_HALF_EVEN, traps=[])


# ---- transcendental functions, on fixed-point numbers ------------------------------------------

def _exp_fixed(x, bits):
    """2**bits * e**(x / 2**bits), a few units off."""
    halvings = int(bits ** 0.5) + 2
    guard = 2 * halvings + 10
    wide = bits + guard
    x = (x << guard) >> halvings
    one = total = term = 1 << wide
    k = 1
    while term:
        term = (term * x >> wide) // k
        if term == -1:
            break
        total += term
        k += 1
    for _ in range(halvings):
        total = total * total >> wide
    return total >> guard


def _ln_fixed(x, bits):
    """2**bits * ln(x / 2**bits) for an x of about one, a few units off."""
    import math
    good = 40
    wide = bits + 12
    x <<= 12
    y = int(math.log(x / (1 << wide)) * (1 << 60)) << (wide - 60) if wide >= 60 else int(
        math.log(x / (1 << wide)) * (1 << wide))
    while good < wide:
        power = _exp_fixed(y, wide)
        y += ((x - power) << (wide + 1)) // (x + power)
        good *= 3
    return y >> 12


_constants = {}


def _ln10_fixed(bits):
    """2**bits * ln(10)."""
    known, value = _constants.get("ln10", (0, 0))
    if known < bits:
        known = bits + 64
        # 10 = 2**3 * 1.25; ln 2 and ln 1.25 of series in 1/3 and 1/9.
        value = 3 * _atanh_inverse(3, known) * 2 + _atanh_inverse(9, known) * 2
        _constants["ln10"] = known, value
    return value >> (known - bits)


def _atanh_inverse(n, bits):
    wide = bits + 20
    term = (1 << wide) // n
    total, square, k = term, n * n, 1
    while term:
        term //= square
        k += 2
        total += term // k
    return total >> 20


def _rounds_safely(digits, extra):
    """Whether an approximation with `extra` more digits than are wanted, off by less than 10**3,
    decides how it is rounded."""
    unit = 10 ** extra
    rest = digits % unit
    for boundary in (0, unit // 2, unit):
        if abs(rest - boundary) < 1000:
            return False
    return True


def _approximate(function, prec):
    """Digits and exponent of function(count of digits), with so many that rounding to prec is
    right."""
    extra = 6
    while True:
        digits, exponent = function(prec + extra)
        surplus = _digits(digits) - prec
        if surplus > 3 and _rounds_safely(digits, surplus) or extra > 4 * prec + 400:
            return digits, exponent
        extra += extra


def _exp_digits(sign, coefficient, exponent, count):
    """About `count` digits of e**x, as an int, and its exponent."""
    bits = count * 10 // 3 + 20
    size = max(exponent + _digits(coefficient), 1)
    wide = bits + size * 4 + 10
    x = _to_fixed(-coefficient if sign else coefficient, exponent, wide)
    ln10 = _ln10_fixed(wide)
    k, rest = divmod(x, ln10)
    mantissa = _exp_fixed(rest >> (wide - bits), bits)
    return mantissa * 10 ** count >> bits, k - count


def _to_fixed(coefficient, exponent, bits):
    if exponent >= 0:
        return coefficient * 10 ** exponent << bits
    return (coefficient << bits) // 10 ** -exponent


def _ln_digits(coefficient, exponent, count):
    """About `count` digits of ln(x) for a positive x other than 1: sign, int, exponent."""
    size = _digits(coefficient)
    k = exponent + size
    if not coefficient * 2 >= 10 ** size:  # the mantissa lies between 0.5 and 5
        k -= 1
    near = 0  # digits that are lost because x is near 1
    if k in (0, 1) or exponent + size in (0, 1):
        difference = coefficient - 10 ** -exponent if exponent <= 0 else 1
        if difference:
            near = max(0, -exponent - _digits(abs(difference))) if exponent < 0 else 0
    bits = (count + near) * 10 // 3 + 30
    mantissa = _to_fixed(coefficient, exponent - k, bits)
    value = _ln_fixed(mantissa, bits) + k * _ln10_fixed(bits)
    sign = 1 if value < 0 else 0
    scale = count + near
    return sign, abs(value) * 10 ** scale >> bits, -scale
