# Zones from files that the program makes: changes, rules, both folds; keys and what is not there.
import copy
import io
import struct
import zoneinfo
from datetime import datetime, time, timedelta, timezone
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError


def file(times, order, kinds, rule):
    names, places = b"", []
    for offset, summer, name in kinds:
        places.append((offset, summer, len(names)))
        names += name.encode() + b"\0"

    def block(version, code):
        head = b"TZif" + version + bytes(15) + struct.pack(">6l", 0, 0, 0, len(times), len(kinds), len(names))
        return (head + struct.pack(f">{len(times)}{code}", *times) + bytes(order) +
                b"".join(struct.pack(">lbb", *place) for place in places) + names)

    return block(b"2", "l") + block(b"2", "q") + b"\n" + rule.encode() + b"\n"


def zone(*parts, key=None):
    return ZoneInfo.from_file(io.BytesIO(file(*parts)), key)


kinds = [(-17762, 0, "LMT"), (-14400, 1, "EDT"), (-18000, 0, "EST"), (-18000, 1, "XDT")]
york = zone([-2147480000, 1678604400, 1699164000], [2, 1, 2], kinds, "EST5EDT,M3.2.0,M11.1.0", key="York")
zones = [york,
         zone([], [], [(0, 0, "UTC")], "UTC0"),
         zone([], [], [(10800, 0, "+03")], "<+03>-3"),
         zone([0], [1], [(3600, 0, "IST"), (0, 1, "GMT")], "IST-1GMT0,M10.5.0,M3.5.0/1"),
         zone([10 ** 9], [1], [(3600, 0, "CET"), (7200, 1, "CEST")], "CET-1CEST,J60/-1:30,300/26"),
         zone([10 ** 9], [1], [(3600, 0, "CET"), (7200, 0, "EET")], "")]
print(str(york), york.key, repr(york)[:26])
for z in zones:
    print(z.utcoffset(None), z.dst(None), z.tzname(None), time(1, tzinfo=z).utcoffset())
    for day in ((1850, 1, 1), (1970, 1, 1), (2001, 9, 9), (2023, 3, 12), (2023, 11, 5), (2024, 2, 29), (2024, 3, 1), (2024, 3, 10),
                (2024, 3, 31), (2024, 10, 27), (2024, 11, 3), (2050, 7, 1), (9999, 12, 30)):
        for hour in (0, 1, 2, 3):
            for fold in (0, 1):
                moment = datetime(*day, hour, 30, fold=fold, tzinfo=z)
                print(moment.utcoffset(), moment.dst(), moment.tzname(), end=" ")
            back = datetime(*day, hour + 5, 30, tzinfo=timezone.utc).astimezone(z)
            print(back, back.fold, end="; ")
        print()
before = datetime(2023, 11, 5, 1, 30, tzinfo=york)
print(before + timedelta(hours=1), before == before.replace(fold=1), before.astimezone(timezone.utc), before.timestamp(),
      before.replace(fold=1).timestamp(), before - datetime(2023, 11, 4, tzinfo=timezone.utc))


def attempt(function, *args):
    try:
        print(function(*args))
    except (ValueError, TypeError, KeyError) as e:
        print(type(e).__name__, e)


for key in ("No/Such_Zone", "/etc/passwd", "../x", "a/../b", "", 5):
    attempt(ZoneInfo, key)
print(issubclass(ZoneInfoNotFoundError, KeyError))
attempt(york.fromutc, datetime(2020, 1, 1))
attempt(york.fromutc, 5)
attempt(ZoneInfo.from_file, io.BytesIO(b"not a zone"))
attempt(zoneinfo.reset_tzpath, ["relative"])
attempt(zoneinfo.reset_tzpath, "/text")
zoneinfo.reset_tzpath(to=["/nowhere"])
print(zoneinfo.TZPATH, zoneinfo.available_timezones(), copy.copy(datetime(2020, 1, 1, tzinfo=york)).tzinfo is york)
