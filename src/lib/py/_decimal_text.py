"""Decimals as text: reading, writing, and the format mini-language."""

import functools
import re

from _decimal_base import (
    _digits, _drop, _int_of, _pow10, _text_of, ROUND_HALF_EVEN)

__name__ = "decimal"

_NUMBER, _INF, _QNAN, _SNAN = 0, 1, 2, 3

_numeral = re.compile(r"""
    ([-+])?
    (?: (?= \d | \.\d ) (\d*) (?: \. (\d*) )? (?: e ([-+]?\d+) )?
    |   (inf (?:inity)?)
    |   (s)? nan (\d*)
    ) \Z""", re.VERBOSE | re.IGNORECASE)


def _parse(text):
    """Sign, coefficient, exponent, kind; or None."""
    if "_" in text:
        text = text.replace("_", "")
    m = _numeral.match(text.strip())
    if m is None:
        return None
    minus, whole, fraction, exponent, infinity, signaling, payload = m.groups()
    sign = 1 if minus == "-" else 0
    if infinity:
        return sign, 0, 0, _INF
    if whole is None:
        return sign, _int_of(payload or "0"), 0, _SNAN if signaling else _QNAN
    fraction = fraction or ""
    if exponent and len(exponent) > 25:
        low = exponent.startswith("-")
        exponent = "-" + "9" * 25 if low else "9" * 25
    return sign, _int_of(whole + fraction or "0"), int(exponent or 0) - len(fraction), _NUMBER


def _to_text(d, engineering, capitals):
    sign = "-" if d._s else ""
    if d._k:
        if d._k == _INF:
            return sign + "Infinity"
        return sign + ("NaN" if d._k == _QNAN else "sNaN") + (_text_of(d._c) if d._c else "")
    text, exponent = _text_of(d._c), d._e
    left = exponent + len(text)  # digits before the point, if it is written there
    if exponent <= 0 and left > -6:
        point = left
    elif not engineering:
        point = 1
    elif d._c == 0:
        point = (left + 1) % 3 - 1
    else:
        point = (left - 1) % 3 + 1
    if point <= 0:
        whole, fraction = "0", "." + "0" * -point + text
    elif point >= len(text):
        whole, fraction = text + "0" * (point - len(text)), ""
    else:
        whole, fraction = text[:point], "." + text[point:]
    tail = "" if left == point else ("E" if capitals else "e") + f"{left - point:+d}"
    return sign + whole + fraction + tail


_specifier = re.compile(r"""
    (?: (.)? ([<>=^]) )?
    ([-+ ])? (z)? (\#)? (0)?
    (\d+)?
    ([,_])?
    (?: \. (?: (\d+) ([,_])? | ([,_]) ) )?
    ([eEfFgGn%])? \Z""", re.VERBOSE | re.DOTALL)


@functools.lru_cache(64)
def _read_specifier(text):
    m = _specifier.match(text)
    if m is None:
        raise ValueError("invalid format string")
    (fill, align, sign, no_minus_zero, alternate, zero, width, comma, precision, comma_behind,
     comma_alone, kind) = m.groups()
    comma_behind = comma_behind or comma_alone
    if zero and align is not None:
        raise ValueError("invalid format string")
    if kind == "n" and (comma or comma_behind):
        raise ValueError("invalid format string")
    fill = fill or " "
    if zero:
        fill, align = "0", "="
    if precision is not None:
        precision = int(precision)
    return (fill, align, sign, no_minus_zero, alternate, zero, int(width or 0), comma, precision,
            comma_behind, kind)


def _format(d, text, context):
    (fill, align, sign, no_minus_zero, alternate, zero, width, comma, precision, comma_behind,
     kind) = _read_specifier(text)
    negative, body, grouped = d._s, None, False
    if d._k:
        body = _to_text(d, False, 1).lstrip("-")
        if kind == "%":
            body += "%"
        if zero:
            fill, align = " ", ">"
    else:
        negative, body = _format_number(d, kind, precision, context, no_minus_zero)
        grouped = True
        if alternate or comma_behind:
            body = _with_point(body, alternate, comma_behind)
    mark = "-" if negative else sign if sign in ("+", " ") else ""
    if grouped:
        least = width - len(mark) if align == "=" and fill == "0" else 0
        body = _grouped(body, comma, least)
    room = width - len(mark) - len(body)
    if room <= 0:
        return mark + body
    if align == "=":
        return mark + fill * room + body
    if align == "<":
        return mark + body + fill * room
    if align == "^":
        return fill * (room // 2) + mark + body + fill * (room - room // 2)
    return fill * room + mark + body


def _format_number(d, kind, precision, context, no_minus_zero):
    """Whether it is negative, and its digits."""
    coefficient, exponent = d._c, d._e
    mode = context.rounding
    if kind is None and precision is None:
        text = _to_text(d, False, context.capitals).lstrip("-")
        return d._s and not (no_minus_zero and not d._c), text
    letter = kind or ("G" if context.capitals else "g")
    if kind == "n":
        letter = "g"
    if letter == "%":
        exponent += 2
    if not coefficient and letter in "fF%":
        exponent = min(exponent, 0)
    if precision is not None:
        if letter in "fF%":
            coefficient, exponent = _at(coefficient, exponent, -precision, mode, d._s)
        elif letter in "eE":
            coefficient, exponent = _with_digits(coefficient, exponent, precision + 1, mode, d._s,
                                                 True)
        elif coefficient and _digits(coefficient) > max(precision, 1):
            coefficient, exponent = _with_digits(coefficient, exponent, max(precision, 1), mode,
                                                 d._s, False)
    text = _text_of(coefficient)
    left = exponent + len(text)
    if letter in "eE":
        point = 1
    elif letter in "fF%":
        point = left
    elif exponent <= 0 and left > -6:
        point = left
    else:
        point = 1
    if letter in "eE" and not coefficient and precision is not None:
        body = "0" + ("." + "0" * precision if precision else "")
        return d._s and not no_minus_zero, body + f"{letter}{d._e + precision:+d}"
    if point <= 0:
        whole, fraction = "0", "0" * -point + text
    elif point >= len(text):
        whole, fraction = text + "0" * (point - len(text)), ""
    else:
        whole, fraction = text[:point], text[point:]
    body = whole + ("." + fraction if fraction else "")
    if letter == "%":
        body += "%"
    elif letter in "eE" or left != point:
        body += f"{'E' if letter in 'EG' else 'e'}{left - point:+d}"
    return d._s and not (no_minus_zero and not coefficient), body


def _with_point(body, always, separator):
    whole, point, fraction = body.partition(".")
    if not point:
        end = len(whole.rstrip("%"))
        if "e" in whole.lower():
            end = whole.lower().index("e")
        return whole[:end] + "." + whole[end:] if always else body
    end = 0
    while end < len(fraction) and fraction[end].isdigit():
        end += 1
    if separator:
        groups = [fraction[i:min(i + 3, end)] for i in range(0, end, 3)]
        fraction = separator.join(groups) + fraction[end:]
    return whole + point + fraction


def _at(coefficient, exponent, wanted, mode, sign):
    """With exponent `wanted` exactly."""
    if exponent >= wanted:
        return coefficient * _pow10(exponent - wanted), wanted
    drop = wanted - exponent
    if coefficient and drop > _digits(coefficient) + 1:
        coefficient, drop = 1, 2
    return _drop(mode, sign, coefficient, drop)[0] if coefficient else 0, wanted


def _with_digits(coefficient, exponent, count, mode, sign, pad):
    """With so many digits, or at most so many."""
    if not coefficient:
        return 0, exponent
    have = _digits(coefficient)
    if have <= count:
        return (coefficient * _pow10(count - have), exponent - (count - have)) if pad else (
            coefficient, exponent)
    coefficient = _drop(mode, sign, coefficient, have - count)[0]
    exponent += have - count
    if coefficient == _pow10(count):
        coefficient //= 10
        exponent += 1
    return coefficient, exponent


def _grouped(body, separator, least):
    """With zeros in front up to a length, and separators between groups of three digits."""
    end = 0
    while end < len(body) and body[end].isdigit():
        end += 1
    whole, rest = body[:end], body[end:]
    if not separator:
        return whole.zfill(least - len(rest)) + rest
    while True:
        groups, left = [], whole
        while len(left) > 3:
            groups.append(left[-3:])
            left = left[:-3]
        text = separator.join([left] + groups[::-1])
        if len(text) + len(rest) >= least:
            return text + rest
        whole = "0" + whole
