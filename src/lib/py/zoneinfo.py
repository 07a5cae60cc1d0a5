"""Time zones of the IANA database, read from the files under TZPATH.

A zone is a list of moments at which its clocks changed, and a rule for what comes behind the last
one. The rule is kept as the text that the file ends with has it: "EST5EDT,M3.2.0,M11.1.0".
"""

import bisect
import os
import struct
import weakref
from calendar import isleap, monthrange
from datetime import datetime, timedelta, tzinfo

__all__ = ["ZoneInfo", "reset_tzpath", "available_timezones", "TZPATH", "ZoneInfoNotFoundError",
           "InvalidTZPathWarning"]

_EPOCH = 719163  # the ordinal of 1970-01-01
_ZERO = timedelta(0)


class ZoneInfoNotFoundError(KeyError):
    """No file of the database has this key."""


class InvalidTZPathWarning(RuntimeWarning):
    """An entry of the search path is not absolute."""


def _file_error(why):
    return ValueError(f"Invalid TZif file: {why}")


def _seconds(dt):
    return (dt.toordinal() - _EPOCH) * 86400 + dt.hour * 3600 + dt.minute * 60 + dt.second


class _Kind:
    """What clocks show in between two changes."""

    __slots__ = ("seconds", "utcoffset", "dst", "tzname")

    def __init__(self, seconds, dst, tzname):
        self.seconds = seconds
        self.utcoffset = timedelta(seconds=seconds)
        self.dst = timedelta(seconds=dst)
        self.tzname = tzname


# The rule behind the last change.

class _Day:
    """A day of every year: Mm.w.d, Jn without leap days, or n (from 1, as in CPython); and seconds on it."""

    def __init__(self, text):
        day, _, time = text.partition("/")
        self.seconds = _clock(time) if time else 7200
        if day[:1] == "M":
            month, week, weekday = day[1:].split(".")
            self.parts = int(month), int(week), int(weekday)
            if not (1 <= self.parts[0] <= 12 and 1 <= self.parts[1] <= 5 and 0 <= self.parts[2] <= 6):
                raise ValueError(f"Malformed transition rule in TZ string: {text.encode()!r}")
        else:
            self.parts = None
            self.julian = day[:1] == "J"
            self.day = int(day[1:] if self.julian else day)
            if not self.julian <= self.day <= 365:
                raise ValueError(f"Malformed transition rule in TZ string: {text.encode()!r}")

    def of(self, year):
        """Seconds of the local clock since the epoch."""
        if self.parts:
            month, week, weekday = self.parts
            first = datetime(year, month, 1).toordinal()
            day = first + (weekday - first) % 7 + (week - 1) * 7
            while day >= first + monthrange(year, month)[1]:
                day -= 7
        else:
            day = datetime(year, 1, 1).toordinal() + self.day - 1
            day += self.julian and self.day >= 59 and isleap(year)
        return (day - _EPOCH) * 86400 + self.seconds


def _clock(text):
    sign = -1 if text[0] == "-" else 1
    numbers = [int(part) for part in text.lstrip("+-").split(":")] + [0, 0]
    return sign * (numbers[0] * 3600 + numbers[1] * 60 + numbers[2])


class _Rule:
    """A standard time, and perhaps another one for a part of every year."""

    def __init__(self, text):
        parts = text.split(",")
        name, offset, rest = _name_and_offset(parts[0])
        self.standard = self.other = _Kind(-offset, 0, name)
        self.start = self.end = None
        if rest:
            name, other, rest = _name_and_offset(rest, offset - 3600)
            if rest or len(parts) != 3:
                raise ValueError(f"Malformed transition rule in TZ string: {text.encode()!r}")
            self.other = _Kind(-other, offset - other, name)
            self.start, self.end = _Day(parts[1]), _Day(parts[2])
        elif len(parts) > 1:
            raise ValueError(f"Malformed transition rule in TZ string: {text.encode()!r}")

    def changes(self, year):
        """When the other time begins and ends, in UTC."""
        return self.start.of(year) - self.standard.seconds, self.end.of(year) - self.other.seconds

    def at(self, year, seconds, shift):
        """The kind at a time of the clock that is `shift` ahead of UTC."""
        if self.start is None:
            return self.standard
        start, end = self.changes(year)
        start, end = start + shift, end + shift
        inside = start <= seconds < end if start < end else not end <= seconds < start
        return self.other if inside else self.standard


def _name_and_offset(text, default=None):
    """Splits "EST5EDT…" into a name, seconds west of UTC, and the rest."""
    if text[:1] == "<":
        name, _, rest = text[1:].partition(">")
    else:
        size = 0
        while size < len(text) and text[size].isalpha():
            size += 1
        name, rest = text[:size], text[size:]
    size = 0
    while size < len(rest) and rest[size] in "+-:0123456789":
        size += 1
    if not name or (not size and default is None):
        raise ValueError(f"Malformed transition rule in TZ string: {text.encode()!r}")
    return name, _clock(rest[:size]) if size else default, rest[size:]


# Files of the database.

def _counts(data, at):
    if data[at:at + 4] != b"TZif":
        raise _file_error("magic not found")
    version = data[at + 4:at + 5]
    return (int(version) if version.isdigit() else 1), struct.unpack_from(">6l", data, at + 20)


def _saving(kinds, order):
    """How far each kind that is a summer time is ahead of the standard time beside it."""
    found = {}
    for place, number in enumerate(order):
        offset, summer, _ = kinds[number]
        if not summer or number in found:
            continue
        for beside in order[place - 1:place] + order[place + 1:place + 2]:
            if place and not kinds[beside][1] and offset != kinds[beside][0]:
                found[number] = offset - kinds[beside][0]
                break
    return [found.get(number, 3600) if kind[1] else 0 for number, kind in enumerate(kinds)]


def _load(data):
    """Moments of change, the kinds that begin then, the kind before them, and the rule."""
    version, (n_utc, n_std, n_leap, n_times, n_kinds, n_chars) = _counts(data, 0)
    at, size = 44, 4
    if version >= 2:
        at += n_times * 5 + n_kinds * 6 + n_chars + n_leap * 8 + n_std + n_utc
        _, (n_utc, n_std, n_leap, n_times, n_kinds, n_chars) = _counts(data, at)
        at, size = at + 44, 8
    times = list(struct.unpack_from(f">{n_times}{'q' if size == 8 else 'l'}", data, at))
    at += n_times * size
    order = list(data[at:at + n_times])
    at += n_times
    raw = [struct.unpack_from(">lbb", data, at + 6 * number) for number in range(n_kinds)]
    at += 6 * n_kinds
    names = data[at:at + n_chars]
    at += n_chars + n_leap * (size + 4) + n_std + n_utc
    kinds = [(offset, bool(summer), names[place:names.index(b"\0", place)].decode())
             for offset, summer, place in raw]
    made = [_Kind(kind[0], dst, kind[2]) for kind, dst in zip(kinds, _saving(kinds, order))]
    before = next((kind for kind, read in zip(made, kinds) if not read[1]), made[0] if made else None)
    if before is None:
        raise _file_error("no time zone information found")
    text = data[at + 1:data.index(b"\n", at + 1)].decode() if version >= 2 else ""
    return times, [made[number] for number in order], before, text


class ZoneInfo(tzinfo):
    """ZoneInfo(key): the zone of that name. The same key gives the same object while that is in use."""

    _cache = weakref.WeakValueDictionary()
    _recent = {}  # keeps the last few alive

    def __init_subclass__(cls):
        cls._cache = weakref.WeakValueDictionary()
        cls._recent = {}

    def __new__(cls, key):
        self = cls._cache.get(key)
        if self is None:
            self = cls._cache.setdefault(key, cls._new(key, True))
        cls._recent[key] = cls._recent.pop(key, self)
        if len(cls._recent) > 8:
            del cls._recent[next(iter(cls._recent))]
        return self

    @classmethod
    def no_cache(cls, key):
        return cls._new(key, False)

    @classmethod
    def from_file(cls, file_obj, /, key=None):
        self = super().__new__(cls)
        self._fill(file_obj.read(), key)
        self._from = "file"
        self._file = repr(file_obj)
        return self

    @classmethod
    def clear_cache(cls, *, only_keys=None):
        for key in list(cls._cache) if only_keys is None else only_keys:
            cls._cache.pop(key, None)
            cls._recent.pop(key, None)

    @classmethod
    def _new(cls, key, cached):
        self = super().__new__(cls)
        self._fill(_find(key), key)
        self._from = "cache" if cached else "key"
        return self

    def _fill(self, data, key):
        self._key = key
        self._times, self._kinds, self._before, text = _load(data)
        self._rule = _Rule(text) if text else None
        # The clocks' own times of the changes. A time that they skip or show twice is before the change
        # for fold 0 and behind it for fold 1.
        offsets = [kind.seconds for kind in (self._before, *self._kinds)]
        pairs = [sorted(pair) for pair in zip(offsets, offsets[1:])]
        self._local = ([time + later for time, (_, later) in zip(self._times, pairs)],
                       [time + earlier for time, (earlier, _) in zip(self._times, pairs)])

    @property
    def key(self):
        return self._key

    def _kind(self, dt):
        if dt is None:
            rule = self._rule
            if rule is not None and rule.start is None:
                return rule.standard
            return None if rule or self._times else self._before
        seconds = _seconds(dt)
        local = self._local[dt.fold]
        place = bisect.bisect_right(local, seconds)
        if place < len(local) or self._rule is None:
            return self._kinds[place - 1] if place else self._before
        rule = self._rule
        pick = min if dt.fold else max
        return rule.at(dt.year, seconds, pick(rule.standard.seconds, rule.other.seconds))

    def utcoffset(self, dt, /):
        kind = self._kind(dt)
        return kind and kind.utcoffset

    def dst(self, dt, /):
        kind = self._kind(dt)
        return kind and kind.dst

    def tzname(self, dt, /):
        kind = self._kind(dt)
        return kind and kind.tzname

    def fromutc(self, dt, /):
        if not isinstance(dt, datetime):
            raise TypeError("fromutc: argument must be a datetime")
        if dt.tzinfo is not self:
            raise ValueError("fromutc: dt.tzinfo is not self")
        seconds = _seconds(dt)
        place = bisect.bisect_right(self._times, seconds)
        before = self._before
        if place < len(self._times) or self._rule is None:
            kind = self._kinds[place - 1] if place else before
            changed = self._times[place - 1] if place else None
            if place > 1:
                before = self._kinds[place - 2]
        else:
            rule = self._rule
            kind = rule.at(dt.year, seconds, 0)
            changed, before = None, rule.standard if kind is rule.other else rule.other
            if rule.start is not None:
                changed = rule.changes(dt.year)[kind is rule.standard]
                if changed > seconds:
                    changed = None
        found = dt + kind.utcoffset
        again = changed is not None and seconds - changed < before.seconds - kind.seconds
        return found.replace(fold=1) if again else found

    def __str__(self):
        return repr(self) if self._key is None else str(self._key)

    def __repr__(self):
        name = f"{type(self).__module__}.{type(self).__qualname__}"
        if self._from == "file" and self._key is None:
            return f"{name}.from_file({self._file})"
        return f"{name}(key={self._key!r})"

    def __reduce__(self):
        if self._from == "file":
            raise TypeError("a zone that was read from a stream cannot be pickled")
        return type(self)._unpickle, (self._key, self._from == "cache")

    @classmethod
    def _unpickle(cls, key, cached, /):
        return cls(key) if cached else cls.no_cache(key)


# Where the files are.

def _check_key(key):
    wrong = None
    if os.path.isabs(key):
        wrong = "may not be absolute paths"
    elif len(normal := os.path.normpath(key)) != len(key):
        wrong = "must be normalized relative paths"
    elif normal.split("/")[0] == "..":
        wrong = "must refer to subdirectories of TZPATH"
    if wrong is not None:
        raise ValueError(f"ZoneInfo keys {wrong}, got: {key}")


def _find(key):
    _check_key(key)
    for folder in TZPATH:
        path = os.path.join(folder, key)
        try:
            with open(path, "rb") as file:
                return file.read()
        except OSError:
            continue
    raise ZoneInfoNotFoundError(f"No time zone found with key {key}")


def reset_tzpath(to=None):
    """Takes another search path, or the usual one."""
    global TZPATH
    if to is None:
        to = ("/usr/share/zoneinfo", "/usr/lib/zoneinfo", "/usr/share/lib/zoneinfo", "/etc/zoneinfo")
    elif isinstance(to, (str, bytes)):
        raise TypeError(f"tzpaths must be a list or tuple, not {type(to)}: {to!r}")
    elif not all(map(os.path.isabs, to)):
        relative = "\n    ".join([path for path in to if not os.path.isabs(path)])
        raise ValueError(f"Paths should be absolute but found the following relative paths:\n    {relative}")
    TZPATH = tuple(to)


def available_timezones():
    """The keys of all zones under TZPATH."""
    found = set()
    for top in TZPATH:
        for folder, folders, files in os.walk(top):
            if folder == top:
                folders[:] = [name for name in folders if name not in ("posix", "right")]
            for name in files:
                path = os.path.join(folder, name)
                with open(path, "rb") as file:
                    if file.read(4) == b"TZif":
                        found.add(os.path.relpath(path, top))
    return found - {"posixrules", "localtime"}


reset_tzpath()
