# Zones that a program defines: their methods are called, their answers checked.
import copy
from datetime import datetime, time, timedelta, timezone, tzinfo


class Zone(tzinfo):
    def __init__(self, hours=1, saving=0, name="Z"):
        self.offset, self.saving, self.name = timedelta(hours=hours), timedelta(hours=saving), name

    def utcoffset(self, dt):
        return self.offset + (self.saving if dt and 4 <= dt.month <= 9 else timedelta(0))

    def dst(self, dt):
        return self.saving if dt and 4 <= dt.month <= 9 else timedelta(0)

    def tzname(self, dt):
        return self.name

    def __repr__(self):
        return f"Zone({self.name})"


home = Zone(1, 1, "Home")
summer = datetime(2020, 7, 1, 12, 30, tzinfo=home)
winter = datetime(2020, 1, 1, 12, 30, fold=1, tzinfo=home)
for moment in (summer, winter):
    print(repr(moment), moment, moment.isoformat(" ", "minutes"), moment.utcoffset(), moment.dst(), moment.tzname())
    print(moment.timestamp(), moment.timetuple(), moment.utctimetuple(), moment.strftime("%z %:z %Z %H"))
    print(moment.astimezone(timezone.utc), moment.astimezone(Zone(-3)), moment.astimezone(home) is moment,
          moment.astimezone(), f"{moment:%H}", f"{moment}")
    print(moment == moment.astimezone(timezone.utc), hash(moment) == hash(moment.astimezone(timezone.utc)))
utc = datetime(2020, 7, 1, 10, 30, tzinfo=timezone.utc)
print(utc == summer, utc < summer, utc <= summer, utc > summer, utc >= summer, utc != summer, utc - summer, summer - utc)
print(summer - winter, summer > winter, utc.astimezone(home), datetime.fromtimestamp(0, home), datetime.now(home).tzinfo)
print(summer + timedelta(days=180), copy.copy(summer), copy.deepcopy(winter).tzinfo, home.__reduce__()[1])
alarm = time(7, 15, tzinfo=home)
print(repr(alarm), alarm, alarm.isoformat("hours"), alarm.utcoffset(), alarm.dst(), alarm.tzname(), alarm.strftime("%H %z %Z"))
print(alarm == time(6, 15, tzinfo=timezone.utc), alarm < time(6, 16, tzinfo=timezone.utc), {alarm: 1}[time(6, 15, tzinfo=timezone.utc)])


def attempt(function):
    try:
        print(function())
    except Exception as e:
        print(type(e).__name__, e)


class Odd(tzinfo):
    answer = None

    def utcoffset(self, dt):
        return self.answer

    dst = tzname = utcoffset


odd = datetime(2020, 1, 1, tzinfo=Odd())
for answer in (None, "x", 5, timedelta(1), timedelta(hours=-24), timedelta(hours=23, microseconds=1)):
    Odd.answer = answer
    for function in (odd.utcoffset, odd.dst, odd.tzname, odd.isoformat, odd.timestamp, odd.utctimetuple,
                     lambda: odd < utc, lambda: odd == utc, lambda: odd - utc, lambda: odd == datetime(2020, 1, 1),
                     lambda: odd.astimezone(timezone.utc), lambda: datetime.fromtimestamp(0, Odd()),
                     lambda: odd.strftime("%Z")):
        attempt(function)
del Odd.utcoffset
attempt(odd.utcoffset)
attempt(lambda: odd.strftime("%Y"))
