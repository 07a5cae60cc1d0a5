# Reading ISO 8601: dates, weeks, times, offsets, and what is none.
from datetime import datetime, time


def show(expression):
    try:
        print(expression, "->", repr(eval(expression)))
    except Exception as e:
        print(expression, "!!", type(e).__name__, e)


for expression in """
datetime.fromisoformat('2020-01-02')
datetime.fromisoformat('2020-01-02T03')
datetime.fromisoformat('2020-01-02 03:04')
datetime.fromisoformat('2020-01-02x03:04:05.678')
datetime.fromisoformat('20200102T030405Z')
datetime.fromisoformat('20200102030405')
datetime.fromisoformat('2020-W01-1T05')
datetime.fromisoformat('2020W011T05')
datetime.fromisoformat('2020W01T05')
datetime.fromisoformat('2020-W01T05')
datetime.fromisoformat('2020W0150505')
datetime.fromisoformat('2020-01-02T')
datetime.fromisoformat('2020-01-02T24:00')
datetime.fromisoformat('2020-12-31T24:00:00.000000')
datetime.fromisoformat('9999-12-31T24:00')
datetime.fromisoformat('2020-01-02T24:00:01')
datetime.fromisoformat('2020-01-02T24:01')
datetime.fromisoformat('2020-01-02T24:00Z')
datetime.fromisoformat('2020-13-02T24:00Z')
datetime.fromisoformat('2020-02-30T24:00Z')
datetime.fromisoformat('2020-01-02é03:04')
datetime.fromisoformat('2020-01-02T03:04:05.67+01:00:00.5')
datetime.fromisoformat('2020-01-02T03:04:05,6+0100')
datetime.fromisoformat('2020-01-02T03:04:05.+0100')
datetime.fromisoformat('2020-01-02T0304:05')
datetime.fromisoformat('20200102')
datetime.fromisoformat('202001')
datetime.fromisoformat('2020-0102')
datetime.fromisoformat('202001-02')
datetime.fromisoformat('2020-01-02T03:04:05 Z')
datetime.fromisoformat('2020-01-02T03:04:05-00:00')
datetime.fromisoformat('2020-01-02T03:04:05+25:00')
datetime.fromisoformat('2020-01-02T03:04:05+23:60')
datetime.fromisoformat('2020-01-02T03:04:05+23:59:60')
datetime.fromisoformat('2020-01-02T03:04:05+12:3')
datetime.fromisoformat('2020-01-02T03:04:05++12')
datetime.fromisoformat(5)
datetime.fromisoformat('2020-01-02T03:04:05.1234567890123')
datetime.fromisoformat('2020-01-02T03:04:05.12345678x')
datetime.fromisoformat('2020-01-02T03:04:05+00:00:60')
datetime.fromisoformat('2020-01-02T03:60')
datetime.fromisoformat('2020-01-02T03:04:05.1234+01')
time.fromisoformat('10')
time.fromisoformat('10:20')
time.fromisoformat('T10:20:30.5')
time.fromisoformat('102030,123456789')
time.fromisoformat('10:20:30+01:00')
time.fromisoformat('10:20:30Z')
time.fromisoformat('10:20:30z')
time.fromisoformat('10:20:30-0130')
time.fromisoformat('10:20:30+01:30:15.000001')
time.fromisoformat('24:00')
time.fromisoformat('25:00')
time.fromisoformat('10:2')
time.fromisoformat('10:20:')
time.fromisoformat('10:20:30+24:00')
time.fromisoformat('10:20:30+')
time.fromisoformat('10:20:30.')
time.fromisoformat('1020:30')
time.fromisoformat('10:2030')
time.fromisoformat('10:20:30+1')
time.fromisoformat('10:60')
time.fromisoformat('')
time.fromisoformat('T')
time.fromisoformat(None)
time.fromisoformat('10:20:30 +01:00')
datetime.fromisoformat('2020-W01-03:04')
datetime.fromisoformat('2020-W01-1 03:04')
""".strip().split("\n"):
    show(expression)

# What CPython takes besides: one character, or anything behind six digits, where an offset follows.
for text in ("10:20:30x+01:00", "10:20:+01:00", "10:20.+01:00", "10:20:30.1234 Z", "10:20:30.123456 Z", "102030123+01",
             "10:20:30.12x", "24:00:01+24:00", "24:00:01+1", "24:20+24:00", "36:20", "2020-01-01T24:00:01+24:00"):
    for cls in (datetime, time):
        try:
            print(text, repr(cls.fromisoformat(text)))
        except ValueError as e:
            print(text, e)
