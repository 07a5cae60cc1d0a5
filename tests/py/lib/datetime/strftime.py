# Text by a format: every directive, flags and widths, zones, subclasses.
import time
from datetime import date, datetime, timedelta, timezone

formats = ["%" + letter for letter in "aAbBcCdDeFgGhHIjklmMnpPrRsStTuUVwWxXyYzZ%f"]
formats += ["%:z", "%4Y", "%-d", "%_d", "%^a", "%#a", "%#p", "%^p", "%5d", "%10Y", "%-j", "%_H", "%0e", "%0k", "%+Y",
            "%010Y", "%10a", "%-a", "%_5d", "%E", "%Ey", "%Od", "%EC", "%EY", "%OH", "%3f", "%-f", "%5n", "%%z", "%%%z",
            "%Q", "%", "%:", "%::z", "x%", "%10c", "%-I:%-M", "%#Z"]
zone = timezone(timedelta(hours=-5, minutes=-30, seconds=-15), "A zone")
moments = (datetime(2024, 2, 29, 13, 5, 9, 42, zone), datetime(987, 1, 1), datetime(2021, 1, 3, 0, 30),
           date(2020, 12, 31))
for f in formats:
    print(repr(f), [moment.strftime(f) for moment in moments])
for year in (5, 1900, 2019, 2020, 2021, 2024, 2026):
    for month, day in ((1, 1), (1, 2), (1, 3), (1, 4), (12, 28), (12, 29), (12, 30), (12, 31)):
        print(date(year, month, day).strftime("%F %a %j %U %W %V %G %g %u %w %C"), end="; ")
    print()
for t in ((5, 1, 2, 3, 4, 5, 6, 7, 0), (-5, 12, 31, 23, 59, 61, 0, 366, 0), (12345, 1, 1, 0, 0, 0, 3, 200, 0)):
    print([time.strftime(f, t) for f in formats])
print(f"{moments[0]:%d/%m}", format(moments[3], ""), f"{moments[0]}", f"{moments[2]:%H:%M}")
print(repr(moments[0].strftime("caf\u00e9 %Y \0 %d")))


class Day(date):
    def strftime(self, format):
        return "own " + format


print(f"{Day(2020, 1, 2):%Y}", f"{Day(2020, 1, 2)}")
