from datetime import date, datetime, timedelta
from dateutil import easter, parser, relativedelta, rrule, tz
for text in ("2003-09-25T10:49:41.5-03:00", "Thu Sep 25 10:36:28 2003", "10am 3 Jan 2020", "25/12/99", "May 5, 2021 7:03 PM", "20240229T101500Z"):
    print(parser.parse(text, default=datetime(2000, 1, 1)))
print(parser.isoparse("2024-W05-3"), parser.parse("12/11/10", dayfirst=True), parser.parse("blah 2010 March", fuzzy=True, default=datetime(2000, 1, 1)))
try:
    parser.parse("no date")
except parser.ParserError as e:
    print(e)
d = relativedelta.relativedelta
print(date(2024, 1, 31) + d(months=1), d(date(2024, 3, 1), date(2020, 2, 29)), date(2024, 5, 5) + d(weekday=relativedelta.MO(-1)), d(hours=25).normalized())
print(list(rrule.rrule(rrule.MONTHLY, count=4, byweekday=rrule.FR(-1), dtstart=datetime(2024, 1, 1))))
print(rrule.rrulestr("DTSTART:20240101T090000\nRRULE:FREQ=WEEKLY;COUNT=3;BYDAY=TU,TH").between(datetime(2024, 1, 2), datetime(2024, 1, 20)))
print(easter.easter(2025), tz.tzutc(), datetime(2024, 1, 1, tzinfo=tz.tzoffset("X", 3600)).isoformat(), tz.UTC.utcoffset(None))
z = tz.tzstr("EST5EDT")
print(datetime(2024, 7, 1, tzinfo=z).utcoffset(), datetime(2024, 1, 1, tzinfo=z).tzname())
