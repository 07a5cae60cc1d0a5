"""The operations that contexts have as methods, of which most are methods of Decimal."""

from _decimal_arith import (
    _add, _divide, _divmod, _done, _floor_divide, _invalid, _make, _multiply, _operand, _power,
    _power_modulo, _remainder)
from _decimal_base import (
    _digits, _FLOAT, _SYNTAX, Context, FloatOperation)
from _decimal_text import _to_text
from decimal import Decimal, _subtract

__name__ = "decimal"


def _method(name, function, words):
    function.__name__ = name
    function.__qualname__ = "Context." + name
    function.__doc__ = words
    setattr(Context, name, function)


def _of_decimal(name):
    method = getattr(Decimal, name)
    words = method.__doc__
    count = _PARAMETERS.get(name, 0)
    if count == 0:
        def call(self, x, /):
            return method(_operand(x), context=self)
    elif count == 1:
        def call(self, x, y, /):
            return method(_operand(x), _operand(y), context=self)
    else:
        def call(self, x, y, z, /):
            return method(_operand(x), _operand(y), _operand(z), context=self)
    _method(name, call, words)


def _plain(name):
    method = getattr(Decimal, name)

    def call(self, x, /):
        return method(_operand(x))

    _method(name, call, method.__doc__)


_PARAMETERS = {"fma": 2}
for _name in ("compare", "compare_signal", "compare_total", "compare_total_mag", "copy_sign",
              "logical_and", "logical_or", "logical_xor", "max", "max_mag", "min", "min_mag",
              "next_toward", "quantize", "remainder_near", "rotate", "same_quantum", "scaleb",
              "shift"):
    _PARAMETERS[_name] = 1
for _name in (*_PARAMETERS, "exp", "is_normal", "is_subnormal", "ln", "log10", "logb",
              "logical_invert", "next_minus", "next_plus", "normalize", "number_class", "sqrt",
              "to_integral", "to_integral_exact", "to_integral_value", "to_eng_string"):
    _of_decimal(_name)
for _name in ("copy_abs", "copy_negate", "is_canonical", "is_finite", "is_infinite", "is_nan",
              "is_qnan", "is_signed", "is_snan", "is_zero"):
    _plain(_name)


def _binary(name, function, words):
    def call(self, x, y, /):
        return function(_operand(x), _operand(y), self)

    _method(name, call, words)


_binary("add", _add, "x + y.")
_binary("subtract", _subtract, "x - y.")
_binary("multiply", _multiply, "x * y.")
_binary("divide", _divide, "x / y.")
_binary("divide_int", _floor_divide, "The integer part of x / y.")
_binary("remainder", _remainder, "What x leaves over after division by y.")
_binary("divmod", _divmod, "Integer quotient and rest.")


def _abs(self, x, /):
    return _operand(x)._signed(0, self)


def _minus(self, x, /):
    x = _operand(x)
    return x._signed(x._s ^ 1, self)


def _plus(self, x, /):
    x = _operand(x)
    return x._signed(x._s, self)


def _canonical(self, x, /):
    if not isinstance(x, Decimal):
        raise TypeError("argument must be a Decimal")
    return x


def _copy_decimal(self, x, /):
    return _operand(x)


def _context_power(self, /, a, b, modulo=None):
    if modulo is None:
        return _power(_operand(a), _operand(b), self)
    return _power_modulo(_operand(a), _operand(b), _operand(modulo), self)


def _radix(self, /):
    return _make(0, 10, 0)


def _to_sci_string(self, x, /):
    return _to_text(_operand(x), False, self.capitals)


def _create_decimal(self, num="0", /):
    if isinstance(num, str) and (num != num.strip() or "_" in num):
        return _invalid(self, _SYNTAX)
    if isinstance(num, float) and self.traps[FloatOperation]:
        self._signal(_FLOAT)
    d = Decimal(num, self)
    if d.is_nan():
        if d._c and _digits(d._c) > self.prec - self.clamp:
            return _invalid(self, _SYNTAX)
        return d
    return d if d._k else _done(self, d._s, d._c, d._e)


def _create_decimal_from_float(self, f, /):
    d = Decimal.from_float(f)
    return d if d._k else _done(self, d._s, d._c, d._e)


for _name, _function, _words in (
        ("abs", _abs, "The magnitude, rounded."), ("minus", _minus, "-x, rounded."),
        ("plus", _plus, "x, rounded."), ("canonical", _canonical, "x itself."),
        ("copy_decimal", _copy_decimal, "x as a Decimal."),
        ("power", _context_power, "a ** b, or a ** b % modulo."), ("radix", _radix, "Ten."),
        ("to_sci_string", _to_sci_string, "As text, with an exponent where one is needed."),
        ("create_decimal", _create_decimal, "A Decimal of something, rounded to the context."),
        ("create_decimal_from_float", _create_decimal_from_float,
         "A Decimal of a float, rounded to the context.")):
    _method(_name, _function, _words)
