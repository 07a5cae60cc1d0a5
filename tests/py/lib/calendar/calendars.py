# calendar: months, years, names, HTML, questions.
import calendar

print(calendar.month(2024, 2), calendar.month(2023, 10, 4), sep="")
print(calendar.calendar(2023, m=4)[:600])
print(calendar.isleap(2000), calendar.isleap(1900), calendar.leapdays(1990, 2024), calendar.weekday(2024, 2, 29), calendar.monthrange(2024, 2), calendar.timegm((2024, 1, 2, 3, 4, 5)))
print(calendar.monthcalendar(2024, 9), list(calendar.day_name), list(calendar.month_abbr), calendar.MONDAY, calendar.Month.MAY, repr(calendar.Day(6)))
c = calendar.Calendar(firstweekday=6)
print(list(c.iterweekdays()), list(c.itermonthdays2(2024, 2))[:4], list(c.itermonthdays3(2024, 2))[:2], list(c.itermonthdates(2024, 2))[0], c.monthdayscalendar(2024, 2)[0])
print(calendar.HTMLCalendar().formatmonth(2024, 2)[:200])
for bad in (lambda: calendar.monthrange(2024, 13), lambda: calendar.setfirstweekday(9), lambda: calendar.month(2024, 0)):
    try:
        print(bad())
    except ValueError as e:
        print(type(e).__name__, e)
