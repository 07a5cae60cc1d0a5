# Classes derived from the four, and arguments with __index__.
import copy
from datetime import date, datetime, time, timedelta, timezone


class Moment(datetime):
    def __new__(cls, *args, **kwargs):
        print("new", args, kwargs)
        return super().__new__(cls, *args, **kwargs)


m = Moment(2020, 1, 2, 3, 4, 5, 6)
print(repr(m), m, isinstance(m, date), m == datetime(2020, 1, 2, 3, 4, 5, 6), hash(m) == hash(datetime(2020, 1, 2, 3, 4, 5, 6)))
for found in (m + timedelta(1), timedelta(1) + m, m - timedelta(1), m.replace(year=1), m.replace(fold=1),
              Moment.fromisoformat("2020-01-01T05Z"), Moment.combine(date(1, 1, 1), time(1, fold=1)), Moment.fromordinal(5),
              Moment.fromtimestamp(0), Moment.fromtimestamp(0, timezone.utc), Moment.strptime("2020", "%Y"),
              Moment.fromisocalendar(2020, 1, 1), copy.copy(m)):
    print(type(found).__name__, repr(found))
print(m - datetime(2020, 1, 1), datetime(2020, 1, 1) - m, datetime(2020, 1, 1) < m, m.date(), m.time(), type(m.date()))
print(Moment.min)


class Quiet(datetime):
    pass


print(type(Quiet(2020, 1, 1).astimezone(timezone.utc)), type(Quiet.now()), type(Quiet.today()))


class Day(date):
    def isoformat(self):
        return "iso!"


d = Day(2020, 1, 2)
print(str(d), f"{d}", f"{d:%Y}", repr(d), d + timedelta(1) == date(2020, 1, 3), type(d + timedelta(1)), d - date(2020, 1, 1))
print(type(d.replace(day=5)), type(Day.fromisoformat("2020-01-01")), d < date(2021, 1, 1), {d: 1}[date(2020, 1, 2)])


class Length(timedelta):
    pass


print(type(Length(1) + Length(2)), Length(1) == timedelta(1), repr(Length(1)), date(2020, 1, 1) + Length(1), 2 * Length(1), -Length(1))


class Clock(time):
    extra = 1


print(repr(Clock(1, 2)), type(Clock(1).replace(hour=2)), type(Clock.fromisoformat("01:02")), Clock(1) == time(1), str(Clock(1)))


class Number:
    def __init__(self, n):
        self.n = n

    def __index__(self):
        print("index", self.n)
        return self.n


n = Number
print(date(n(2020), n(1), n(2)), time(n(1), fold=n(1)), datetime(n(1), n(2), n(3), n(4), n(5), n(6), n(7), None, fold=n(0)))
print(date(1, 2, 3).replace(n(5)), datetime(1, 2, 3).replace(day=n(5)), date.fromordinal(n(5)))
for args in ((n(5),), (n(5), "a"), (n(5), 1, "a"), (n(5), n(13), 1)):
    try:
        date(*args)
    except (TypeError, ValueError) as e:
        print(e)
for cls in (date, time, datetime, timedelta):
    for name in ("min", "max", "resolution"):
        print(cls.__name__, name, getattr(cls, name))
    try:
        cls.__new__(int)
    except TypeError as e:
        print(e)
print(copy.replace(d, day=9).day, copy.replace(m, hour=1).hour, copy.replace(time(1), hour=2), copy.deepcopy(timezone.utc) is timezone.utc)
