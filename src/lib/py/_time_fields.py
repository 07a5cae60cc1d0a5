"""What the module time has beside clocks: times as fields. Run once, while the image is made.

The local time zone is UTC.
"""

import time

import _datetime

_FIELDS = ("tm_year", "tm_mon", "tm_mday", "tm_hour", "tm_min", "tm_sec", "tm_wday", "tm_yday",
           "tm_isdst")
_HIDDEN = ("tm_zone", "tm_gmtoff")


class struct_time(tuple):
    """A time as nine numbers that also have names; the zone's name and offset have only those."""

    n_fields = 11
    n_sequence_fields = 9
    n_unnamed_fields = 0
    __match_args__ = _FIELDS

    def __new__(cls, sequence, dict={}):
        try:
            items = tuple(sequence)
        except TypeError:
            raise TypeError("constructor requires a sequence") from None
        if not 9 <= len(items) <= 11:
            bound = "least 9" if len(items) < 9 else "most 11"
            raise TypeError(f"time.struct_time() takes an at {bound}-sequence "
                            f"({len(items)}-sequence given)")
        if not dict.keys() <= set(_HIDDEN[len(items) - 9:]):
            raise TypeError("time.struct_time() got duplicate or unexpected field name(s)")
        self = tuple.__new__(cls, items[:9])
        zone, offset = (items[9:] + (None, None))[:2]
        self.__dict__ = {"tm_zone": dict.get("tm_zone", zone), "tm_gmtoff": dict.get("tm_gmtoff", offset)}
        return self

    def __repr__(self):
        pairs = [f"{name}={item!r}" for name, item in zip(_FIELDS, self)]
        return f"time.struct_time({', '.join(pairs)})"

    def __reduce__(self):
        return struct_time, (tuple(self), dict(self.__dict__))

    def __replace__(self, /, **changes):
        known = dict(zip(_FIELDS, self)) | self.__dict__
        unknown = [name for name in changes if name not in known]
        if unknown:
            raise TypeError(f"Got unexpected field name(s): {unknown!r}")
        known |= changes
        return struct_time(known.values())


for _index, _name in enumerate(_FIELDS):
    setattr(struct_time, _name, property(lambda self, at=_index: self[at]))


def _whole_seconds(secs):
    if isinstance(secs, float):
        if secs != secs:
            raise ValueError("Invalid value NaN (not a number)")
        if not -2.0 ** 63 <= secs < 2.0 ** 63:
            raise OverflowError("timestamp out of range for platform time_t")
        return int(secs // 1)
    secs = secs.__index__() if hasattr(type(secs), "__index__") else _refuse(secs)
    if not -2 ** 63 <= secs < 2 ** 63:
        raise OverflowError("timestamp out of range for platform time_t")
    return secs


def _refuse(value):
    raise TypeError(f"'{type(value).__name__}' object cannot be interpreted as an integer")


# Any year: the calendar repeats itself after 400, which are 146097 days.
def _days_before(year, month):
    cycles, year = divmod(year - 1, 400)
    return cycles * 146097 + _datetime.date(year + 1, month, 1).toordinal() - 719163


def _made(fields, zone, offset):
    self = tuple.__new__(struct_time, fields)
    self.__dict__ = {"tm_zone": zone, "tm_gmtoff": offset}
    return self


def _split(secs, zone):
    fields = _datetime.fields_at(_whole_seconds(secs))
    if fields is None:
        raise OSError(75, "Value too large for defined data type")
    return _made(fields, zone, 0)


def gmtime(seconds=None, /):
    """The time in UTC, now or so many seconds since the Epoch, as a struct_time."""
    return _split(time.time() if seconds is None else seconds, "GMT")


def localtime(seconds=None, /):
    """The local time, now or so many seconds since the Epoch, as a struct_time."""
    return _split(time.time() if seconds is None else seconds, "UTC")


def _c_int(value):
    value = value.__index__() if hasattr(type(value), "__index__") else _refuse(value)
    if not -2 ** 31 <= value < 2 ** 31:
        bound = "greater than maximum" if value > 0 else "less than minimum"
        raise OverflowError(f"signed integer is {bound}")
    return value


def _numbers(t, function):
    if not isinstance(t, tuple):
        raise TypeError("Tuple or struct_time argument required")
    if len(t) != 9:
        raise TypeError(f"{function}(): illegal time tuple argument")
    return [_c_int(item) for item in t]


# (index, name, least, most, the number that stands for the least one)
_RANGES = ((1, "month", 1, 12), (2, "day of month", 1, 31), (3, "hour", 0, 23), (4, "minute", 0, 59),
           (5, "seconds", 0, 61), (7, "day of year", 1, 366))


def _checked(t, function):
    """Numbers in the ranges that formats have names for; 0 stands for 1 where counting starts at 1."""
    found = _numbers(t, function)
    for at, name, least, most in _RANGES:
        if at == 7 and found[6] < -1:
            raise ValueError("day of week out of range")
        if found[at] == 0:
            found[at] = least
        if not least <= found[at] <= most:
            raise ValueError(f"{name} out of range")
    found[6] = (found[6] + 1) % 7  # from Sunday
    return found


def mktime(tuple, /):
    """Seconds since the Epoch of a local time; fields out of range are carried over."""
    year, month, day, hour, minute, second, _, _, isdst = _numbers(tuple, "mktime")
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    days = _days_before(year, month) + day - 1
    return float(((days * 24 + hour - (isdst > 0)) * 60 + minute) * 60 + second)


def _text(format, fields, t):
    zone = getattr(t, "tm_zone", None)
    offset = getattr(t, "tm_gmtoff", None)
    return _datetime.tuple_strftime(format, *fields[:8], "UTC" if zone is None else zone, offset or 0)


_now = object()  # no time tuple given


def strftime(format, tuple=_now, /):
    """The time, now or what a time tuple says, as text by a format."""
    if not isinstance(format, str):
        raise TypeError(f"strftime() argument 1 must be str, not {type(format).__name__}")
    if tuple is _now:
        tuple = localtime()
    return _text(format, _checked(tuple, "strftime"), tuple)


def asctime(tuple=_now, /):
    """The time, now or what a time tuple says, as text like 'Sun Jan  2 03:04:05 2022'."""
    fields = _checked(localtime() if tuple is _now else tuple, "asctime")
    return _text("%a %b %e %H:%M:%S %Y", fields, None)


def ctime(seconds=None, /):
    """The local time, now or so many seconds since the Epoch, as asctime() shows it."""
    return asctime(localtime(seconds))


def strptime(string, format="%a %b %d %H:%M:%S %Y", /):
    """The struct_time that a text means by a format."""
    import _strptime
    return _strptime._strptime_time(string, format)


def tzset():
    """Nothing to do: local time is UTC."""


def get_clock_info(name, /):
    """What is known of a clock: implementation, monotonic, adjustable, resolution."""
    if not isinstance(name, str):
        kind = "None" if name is None else type(name).__name__
        raise TypeError(f"get_clock_info() argument 1 must be str, not {kind}")
    name.encode()
    if name not in ("monotonic", "perf_counter", "process_time", "thread_time", "time"):
        raise ValueError("unknown clock")
    from types import SimpleNamespace
    wall = name == "time"
    kind = "CLOCK_REALTIME" if wall else "CLOCK_MONOTONIC"
    return SimpleNamespace(implementation=f"clock_gettime({kind})", monotonic=not wall,
                           adjustable=wall, resolution=1e-09)


def _fill():
    for made in (struct_time, gmtime, localtime, mktime, strftime, asctime, ctime, strptime, tzset,
                 get_clock_info, _whole_seconds, _made):
        made.__module__ = "time"
        setattr(time, made.__name__, made)
    time.tzname = ("UTC", "UTC")
    time.timezone = time.altzone = time.daylight = 0
    time._STRUCT_TM_ITEMS = 11


_fill()
