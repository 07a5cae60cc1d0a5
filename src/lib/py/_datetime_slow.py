"""What the natives of _datetime leave to Python: zones of the guest's own, whose methods are called;
instances of subclasses, whose methods may be other ones; and what needs the clock.

A native calls the function of its name here with all its arguments.
"""

import time as _time

import _datetime
from _datetime import date, datetime, time, timedelta, timezone, tzinfo

_DAY = timedelta(1)
_DAY_US = 86400000000
_EPOCH_DAY = 719163
_EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)


# Asking a zone.

def _ask(moment, method):
    """The zone's answer for a datetime, or for None when there is only a time."""
    zone = moment.tzinfo
    if zone is None:
        return None
    return getattr(zone, method)(moment if isinstance(moment, datetime) else None)


def _kind(value):
    cls = type(value)
    return f"datetime.{cls.__name__}" if cls.__module__ == "datetime" else cls.__name__


def _length(moment, method):
    found = _ask(moment, method)
    if found is None:
        return None
    if not isinstance(found, timedelta):
        raise TypeError(f"tzinfo.{method}() must return None or timedelta, "
                        f"not '{_kind(found)}'")
    if not -_DAY < found < _DAY:
        raise ValueError("offset must be a timedelta strictly between -timedelta(hours=24) and "
                         f"timedelta(hours=24), not {found!r}")
    return found


def utcoffset(self):
    return _length(self, "utcoffset")


def dst(self):
    return _length(self, "dst")


def tzname(self):
    name = _ask(self, "tzname")
    if name is not None and not isinstance(name, str):
        raise TypeError(f"tzinfo.tzname() must return None or a string, not '{_kind(name)}'")
    return name


# Comparison and difference.

def _depends_on_fold(self, offset):
    """Whether the other fold would be another moment: such a time equals none of another zone."""
    if self.tzinfo is None:
        return False
    other = datetime.combine(self, self.timetz()).replace(fold=not self.fold)
    return utcoffset(other) != offset


def _order(self, other, equality):
    """Negative, zero or positive; None: one has an offset and the other has none."""
    mine, others = utcoffset(self), utcoffset(other)
    if (mine is None) != (others is None):
        return None
    order = _datetime.difference(self, other, mine, others)
    if equality and not order and mine is not None and isinstance(self, datetime):
        if _depends_on_fold(self, mine) or _depends_on_fold(other, others):
            return _DAY
    return order


def compare_eq(self, other):
    order = _order(self, other, True)
    return order is not None and not order


def compare_ne(self, other):
    return not compare_eq(self, other)


def _days(order, self):
    if order is None:
        kind = "datetimes" if isinstance(self, datetime) else "times"
        raise TypeError(f"can't compare offset-naive and offset-aware {kind}")
    return order.days if order else 0


def compare_lt(self, other):
    return _days(_order(self, other, False), self) < 0


def compare_le(self, other):
    order = _order(self, other, False)
    return _days(order, self) < 0 or not order


def compare_gt(self, other):
    return not compare_le(self, other)


def compare_ge(self, other):
    return not compare_lt(self, other)


def subtract(self, other):
    order = _order(self, other, False)
    if order is None:
        raise TypeError("can't subtract offset-naive and offset-aware datetimes")
    return order


def subtract_from(self, other):
    return subtract(other, self)


def moment_hash(self):
    first = self.replace(fold=0) if self.fold else self
    return _datetime.hash(self, utcoffset(first))


# Text.

def time_iso(self, timespec):
    return _datetime.iso(self, None, timespec, utcoffset(self))


def datetime_iso(self, sep, timespec):
    return _datetime.iso(self, sep, timespec, utcoffset(self))


def date_str(self):
    return self.isoformat()


def time_str(self):
    return self.isoformat()


def datetime_str(self):
    return self.isoformat(" ")


def date_format(self, format):
    return self.strftime(format) if format else str(self)


def moment_repr(self):
    fold = ", fold=1" * self.fold
    zone = f", tzinfo={self.tzinfo!r}" * (self.tzinfo is not None)
    if isinstance(self, datetime):
        plain, end = datetime.combine(self, self.time()), fold + zone
    else:
        plain, end = time(self.hour, self.minute, self.second, self.microsecond), zone + fold
    shown = repr(plain.replace(fold=0))
    name, bracket, fields = shown.partition("(")
    if type(self) not in (datetime, time):
        name = type(self).__name__
    return name + bracket + fields[:-1] + end + ")"


def zone_repr(self):
    return f"datetime.timezone({self.utcoffset(None)!r}, {self.tzname(None)!r})"


def strftime(self, format):
    aware = getattr(self, "tzinfo", None) is not None
    if isinstance(self, datetime):
        dst(self)  # which timetuple() would ask for
    offset = utcoffset(self) if aware and "z" in format else None
    name = tzname(self) if aware and "Z" in format else None
    return _datetime.strftime(self, format, offset, name)


def strptime(cls, string, format):
    import _strptime
    if issubclass(cls, datetime):
        return _strptime._strptime_datetime_datetime(cls, string, format)
    if issubclass(cls, date):
        return _strptime._strptime_datetime_date(cls, string, format)
    return _strptime._strptime_datetime_time(cls, string, format)


class IsoCalendarDate(tuple):
    """Year, week and day of a week, as ISO 8601 counts them."""

    __slots__ = ()

    def __new__(cls, year, week, weekday):
        return tuple.__new__(cls, (year, week, weekday))

    year = property(lambda self: self[0])
    week = property(lambda self: self[1])
    weekday = property(lambda self: self[2])

    def __reduce__(self):
        return tuple, (tuple(self),)

    def __repr__(self):
        return "datetime.IsoCalendarDate(year={}, week={}, weekday={})".format(*self)


IsoCalendarDate.__module__ = "datetime"


def isocalendar(self):
    return IsoCalendarDate(*_datetime.isocalendar(self))


def _tuple(self, isdst):
    return _time._made(_datetime.fields(self, isdst), None, None)


def timetuple(self):
    saving = dst(self) if isinstance(self, datetime) else None
    return _tuple(self, -1 if saving is None else int(bool(saving)))


def utctimetuple(self):
    offset = utcoffset(self)
    plain = datetime.combine(self, self.time())
    return _tuple(plain - offset if offset else plain, 0)


# The clock and timestamps. Local time is UTC.

def _year_of(us):
    cycles, day = divmod(us // _DAY_US + _EPOCH_DAY - 1, 146097)
    return cycles * 400 + date.fromordinal(day + 1).year


def _at(cls, us, zone):
    found = _datetime.from_us(cls, us, zone)
    if found is None:
        year = _year_of(us)
        if not -2 ** 31 <= year - 1900 < 2 ** 31:
            raise OSError(75, "Value too large for defined data type")
        raise ValueError(f"year must be in 1..9999, not {year}")
    return found


def _check_zone(zone):
    if zone is not None and not isinstance(zone, tzinfo):
        raise TypeError("tzinfo argument must be None or of a tzinfo subclass, "
                        f"not type '{_kind(zone)}'")


def _in_zone(cls, us, zone):
    _check_zone(zone)
    if zone is None:
        if us < (1 - _EPOCH_DAY + 1) * _DAY_US:
            _at(cls, us - _DAY_US, None)  # there must be a day before
        return _at(cls, us, None)
    return zone.fromutc(_at(cls, us, zone))


def datetime_fromtimestamp(cls, timestamp, tz):
    return _in_zone(cls, _datetime.timestamp_us(timestamp), tz)


def date_fromtimestamp(cls, timestamp):
    return _at(cls, _time._whole_seconds(timestamp) * 1000000, None)


def now(cls, tz):
    _check_zone(tz)
    us = _time.time_ns() // 1000
    return _at(cls, us, None) if tz is None else tz.fromutc(_at(cls, us, tz))


def today(cls):
    return cls.fromtimestamp(_time.time())


def _deprecated(what, instead):
    import warnings
    warnings.warn(f"datetime.datetime.{what}() is deprecated and scheduled for removal in a future "
                  "version. Use timezone-aware objects to represent datetimes in UTC: "
                  f"datetime.datetime.{instead}.", DeprecationWarning, stacklevel=3)


def utcnow(cls):
    _deprecated("utcnow", "now(datetime.UTC)")
    return _at(cls, _time.time_ns() // 1000, None)


def utcfromtimestamp(cls, timestamp):
    _deprecated("utcfromtimestamp", "fromtimestamp(timestamp, datetime.UTC)")
    return _at(cls, _datetime.timestamp_us(timestamp), None)


def timestamp(self):
    return (self - _EPOCH).total_seconds()


# Zones.

def astimezone(self, tz):
    _check_zone(tz)
    if tz is self.tzinfo is not None:
        return self
    offset = utcoffset(self)
    if offset is None:
        for fold in (0, 1):  # it may be too early or too late to have a local time
            datetime.combine(self, self.time()).replace(fold=fold).timestamp()
        offset = timedelta(0)
    if tz is None:
        tz = timezone(timedelta(0), "UTC")
    return tz.fromutc((self - offset).replace(tzinfo=tz))


def _known(delta, text):
    if delta is None:
        raise ValueError(text)
    return delta


def fromutc(self, dt):
    if not isinstance(dt, datetime):
        raise TypeError("fromutc: argument must be a datetime")
    if dt.tzinfo is not self:
        raise ValueError("fromutc: dt.tzinfo is not self")
    offset = _known(dt.utcoffset(), "fromutc: non-None utcoffset() result required")
    # What the zone adds all year round gives a local time, for which it says what it adds then.
    standard = dt + (offset - _known(dt.dst(), "fromutc: non-None dst() result required"))
    return standard + _known(
        standard.dst(), "fromutc: tz.dst() gave inconsistent results; cannot convert")


def tzinfo_reduce(self):
    initargs = getattr(self, "__getinitargs__", None)
    return type(self), initargs() if initargs is not None else (), self.__getstate__()
