"""Times read from text by a format: strptime() of time and datetime.

A format becomes a regular expression with a group for each directive; what the groups found is put
together to a day, which weeks and days of the year may tell as well, and a time of it.
"""

import re
import time

from _datetime import date, datetime as _datetime_class, time as _time_class, timedelta, timezone

_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september",
           "october", "november", "december")


def _names(group, names, short=False):
    return f"(?P<{group}>{'|'.join([name[:3] if short else name for name in names])})"


_PATTERNS = {
    "a": _names("a", _DAYS, True), "A": _names("A", _DAYS),
    "b": _names("b", _MONTHS, True), "B": _names("B", _MONTHS),
    "d": r"(?P<d>3[0-1]|[1-2]\d|0[1-9]|[1-9]| [1-9])",
    "f": r"(?P<f>[0-9]{1,6})",
    "G": r"(?P<G>\d\d\d\d)",
    "H": r"(?P<H>2[0-3]|[0-1]\d|\d| \d)",
    "I": r"(?P<I>1[0-2]|0[1-9]|[1-9]| [1-9])",
    "j": r"(?P<j>36[0-6]|3[0-5]\d|[1-2]\d\d|0[1-9]\d|00[1-9]|[1-9]\d|0[1-9]|[1-9])",
    "m": r"(?P<m>1[0-2]|0[1-9]|[1-9])",
    "M": r"(?P<M>[0-5]\d|\d)",
    "p": r"(?P<p>am|pm)",
    "S": r"(?P<S>6[0-1]|[0-5]\d|\d)",
    "u": r"(?P<u>[1-7])",
    "U": r"(?P<U>5[0-3]|[0-4]\d|\d)",
    "V": r"(?P<V>5[0-3]|0[1-9]|[1-4]\d|\d)",
    "w": r"(?P<w>[0-6])",
    "W": r"(?P<W>5[0-3]|[0-4]\d|\d)",
    "y": r"(?P<y>\d\d)",
    "Y": r"(?P<Y>\d\d\d\d)",
    "z": r"(?P<z>[+-]\d\d:?[0-5]\d(?::?[0-5]\d(?:\.\d{1,6})?)?|(?-i:Z))",
    "Z": r"(?P<Z>utc|gmt)",
    "%": "%",
}
_SAME = {"e": "d", "k": "H", "l": "I", "P": "p", "Op": "p"}
_COMPOUND = {"c": "%a %b %d %H:%M:%S %Y", "r": "%I:%M:%S %p", "R": "%H:%M", "T": "%H:%M:%S",
             "x": "%m/%d/%y", "X": "%H:%M:%S"}
for _letter in _SAME:
    _PATTERNS[_letter] = _PATTERNS[_SAME[_letter]]

_SPECIAL = re.compile(r"([\\.^$*+?\(\){}\[\]|])")
_BLANKS = re.compile(r"\s+")
_DIRECTIVE = re.compile(r"%[-_0^#]*[0-9]*([OE]?\\?.?)", re.DOTALL)
_regex_cache = {}


def _pattern(format):
    used = set()

    def directive(found):
        letter = found[1]
        if not letter:
            raise ValueError(f"stray % in format '{format}'") from None
        if letter in _COMPOUND:
            return _DIRECTIVE.sub(directive, _BLANKS.sub(r"\\s+", _COMPOUND[letter]))
        if letter not in _PATTERNS:
            letter = letter.removeprefix("\\")
            raise ValueError(f"'{letter}' is a bad directive in format '{format}'") from None
        used.add(_SAME.get(letter, letter))
        return _PATTERNS[letter]

    text = _BLANKS.sub(lambda found: r"\s+", _SPECIAL.sub(r"\\\1", format))
    text = _DIRECTIVE.sub(directive, text)
    if "d" in used and not used & {"Y", "y", "G"}:
        _warn_no_year()
    return re.compile(text, re.IGNORECASE)


def _warn_no_year():
    import warnings
    # The text is CPython's own.
    warnings.warn("""\
Parsing dates involving a day of month without a year specified is ambiguous
and fails to parse leap day. The default behavior will change in Python 3.15
to either always raise an exception or to use a different default year (TBD).
To avoid trouble, add a specific year to the input & format.
See https://github.com/python/cpython/issues/70647.""", DeprecationWarning, skip_file_prefixes=("<frozen ",))


def _groups(string, format):
    for at, argument in enumerate((string, format)):
        if not isinstance(argument, str):
            raise TypeError(f"strptime() argument {at} must be str, not {type(argument)}")
    pattern = _regex_cache.get(format)
    if pattern is None:
        if len(_regex_cache) > 20:
            _regex_cache.clear()
        pattern = _regex_cache[format] = _pattern(format)
    found = pattern.match(string)
    if found is None:
        raise ValueError(f"time data {string!r} does not match format {format!r}")
    if found.end() != len(string):
        raise ValueError(f"unconverted data remains: {string[found.end():]}")
    return found.groupdict()


def _offset(text):
    """Seconds and microseconds east of UTC; the seconds carry the sign, and so do the others."""
    if text == "Z":
        return 0, 0
    sign = -1 if text[0] == "-" else 1
    digits = text[1:]
    if digits[2] == ":":
        digits = digits[:2] + digits[3:]
        if len(digits) > 4:
            if digits[4] != ":":
                raise ValueError(f"Inconsistent use of : in {text}")
            digits = digits[:4] + digits[5:]
    elif ":" in digits:
        raise ValueError(f"Inconsistent use of : in {text}")
    seconds = int(digits[:2]) * 3600 + int(digits[2:4]) * 60 + int(digits[4:6] or 0)
    return sign * seconds, sign * int(digits[7:].ljust(6, "0"))


def _hour(groups):
    if groups.get("H"):
        return int(groups["H"])
    if not groups.get("I"):
        return 0
    hour = int(groups["I"]) % 12
    return hour + 12 if (groups.get("p") or "").lower() == "pm" else hour


def _weekday(groups):
    """From Monday, which is 0; None."""
    if groups.get("a"):
        return [name[:3] for name in _DAYS].index(groups["a"].lower())
    if groups.get("A"):
        return _DAYS.index(groups["A"].lower())
    if groups.get("u"):
        return int(groups["u"]) - 1
    if groups.get("w"):
        return (int(groups["w"]) - 1) % 7
    return None


def _month(groups):
    if groups.get("m"):
        return int(groups["m"])
    if groups.get("b"):
        return [name[:3] for name in _MONTHS].index(groups["b"].lower()) + 1
    if groups.get("B"):
        return _MONTHS.index(groups["B"].lower()) + 1
    return 1


def _year(groups):
    if groups.get("Y"):
        return int(groups["Y"])
    if groups.get("y"):
        year = int(groups["y"])
        return year + (2000 if year < 69 else 1900)
    return None


_ISO_NEEDS = """\
ISO {} directive '%{}' must be used with the ISO {} directive '%{}' and a weekday directive \
('%A', '%a', '%w', or '%u')."""


def _check_iso(groups, year, weekday):
    has_year, has_week = groups.get("G"), groups.get("V")
    if year is None and has_year:
        if groups.get("j"):
            raise ValueError("Day of the year directive '%j' is not compatible with ISO year "
                             "directive '%G'. Use '%Y' instead.")
        if not has_week or weekday is None:
            raise ValueError(_ISO_NEEDS.format("year", "G", "week", "V"))
    elif has_week:
        if year is None or weekday is None:
            raise ValueError(_ISO_NEEDS.format("week", "V", "year", "G"))
        raise ValueError("ISO week directive '%V' is incompatible with the year directive '%Y'. "
                         "Use the ISO year '%G' instead.")


def _yearday(groups, year, weekday):
    """The day of the year that its number, or a week and a day of it, tell; None. It may be below 1."""
    if groups.get("j"):
        return int(groups["j"])
    monday = groups.get("U") is None
    week = groups.get("W" if monday else "U")
    if week is None or weekday is None:
        return None
    # The first week begins with the first Monday, or Sunday; what is before is week 0.
    first = date(year, 1, 1).weekday()
    if not monday:
        first, weekday = (first + 1) % 7, (weekday + 1) % 7
    start = (7 - first) % 7
    return 1 + start + (int(week) - 1) * 7 + weekday


def _strptime(string, format="%a %b %d %H:%M:%S %Y"):
    """(year, month, day, hour, minute, second, weekday, day of the year, isdst, zone name, offset),
    microseconds, microseconds of the offset."""
    groups = _groups(string, format)
    year, month, weekday = _year(groups), _month(groups), _weekday(groups)
    day = int(groups.get("d") or 1)
    _check_iso(groups, year, weekday)
    leap_day = False
    if year is None and not groups.get("G"):
        leap_day = month == 2 and day == 29
        year = 1904 if leap_day else 1900
    if groups.get("G") and groups.get("V") and year is None:
        found = date.fromisocalendar(int(groups["G"]), int(groups["V"]), weekday + 1)
        year, month, day = found.year, found.month, found.day
        yearday = None
    else:
        yearday = _yearday(groups, year, weekday)
    if yearday is None:
        found = date(year, month, day)
        yearday = found.toordinal() - date(year, 1, 1).toordinal() + 1
    else:
        found = date.fromordinal(yearday + date(year, 1, 1).toordinal() - 1)
        year, month, day = found.year, found.month, found.day
        if yearday < 1:
            yearday = found.toordinal() - date(year, 1, 1).toordinal() + 1
    if weekday is None:
        weekday = found.weekday()
    isdst, zone, offset, offset_us = -1, None, None, 0
    if groups.get("z"):
        offset, offset_us = _offset(groups["z"])
    if groups.get("Z"):
        zone, isdst = groups["Z"], 0
    us = int((groups.get("f") or "").ljust(6, "0"))
    fields = (1900 if leap_day else year, month, day, _hour(groups), int(groups.get("M") or 0),
              int(groups.get("S") or 0), weekday, yearday, isdst, zone, offset)
    return fields, us, offset_us


def _strptime_time(data_string, format="%a %b %d %H:%M:%S %Y"):
    return time.struct_time(_strptime(data_string, format)[0])


def _check(string, format):
    for at, argument in enumerate((string, format), 1):
        if not isinstance(argument, str):
            kind = "None" if argument is None else type(argument).__name__
            raise TypeError(f"strptime() argument {at} must be str, not {kind}")


def _zone(fields, offset_us):
    if fields[10] is None:
        return None
    length = timedelta(seconds=fields[10], microseconds=offset_us)
    return timezone(length, fields[9]) if fields[9] else timezone(length)


def _strptime_datetime_datetime(cls, string, format):
    _check(string, format)
    fields, us, offset_us = _strptime(string, format)
    zone = _zone(fields, offset_us)
    return cls(*fields[:6], us) if zone is None else cls(*fields[:6], us, zone)


def _strptime_datetime_date(cls, string, format):
    _check(string, format)
    return cls(*_strptime(string, format)[0][:3])


def _strptime_datetime_time(cls, string, format):
    _check(string, format)
    fields, us, offset_us = _strptime(string, format)
    zone = _zone(fields, offset_us)
    return cls(*fields[3:6], us) if zone is None else cls(*fields[3:6], us, zone)
