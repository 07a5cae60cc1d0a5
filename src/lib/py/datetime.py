"""Dates, times, time zones and the lengths of time between them.

The classes are in C; what they do with zones that programs define is in _datetime_slow.
"""

from _datetime import date, datetime, time, timedelta, timezone, tzinfo

__all__ = ("date", "datetime", "time", "timedelta", "timezone", "tzinfo", "MINYEAR", "MAXYEAR", "UTC")

MINYEAR = 1
MAXYEAR = 9999
UTC = timezone.utc
