# Reading times by a format: every directive, what conflicts, what is left over.
import datetime
import time
import warnings

warnings.simplefilter("ignore")


def show(function, *args):
    try:
        found = function(*args)
        print(args, "->", tuple(found) if isinstance(found, tuple) else repr(found))
    except (ValueError, TypeError, Warning) as e:
        print(args, "!!", type(e).__name__, e)


for args in (
    ("5", "%-d"), ("5", "%05d"), ("+01:30", "%:z"), ("5", "%_e"), (" 5", "%d"), (" 5", "%e"),
    ("Jan  5", "%b %d"), ("a\n b", "a b"), ("a b", "a\nb"), ("ab", "a b"), ("(x)", "(x)"),
    ("12:30 pm", "%I:%M %p"), ("12:30 AM", "%I:%M %p"), ("13", "%I"), ("0", "%H"), ("24", "%H"),
    ("3 PM", "%k %P"), ("03:04:05 PM", "%r"), ("03:04", "%R"), ("03:04:05", "%T"), ("01/02/03", "%x"),
    ("68", "%y"), ("69", "%y"), ("2020 10 3", "%Y %U %w"), ("2020 10 3", "%Y %W %w"),
    ("2020 10 3", "%G %V %u"), ("2020 10", "%G %V"), ("2020 10 3", "%Y %V %u"), ("2020 10", "%Y %V"),
    ("2020 53 1", "%G %V %u"), ("2021 53 1", "%G %V %u"), ("2020", "%G"), ("10", "%V"), ("3", "%u"),
    ("0", "%w"), ("2020 366", "%Y %j"), ("2021 366", "%Y %j"), ("366", "%j"), ("2020 060", "%Y %j"),
    ("2020 0 0", "%Y %U %w"), ("2020 0 1", "%Y %U %w"), ("2020 53 6", "%Y %U %w"),
    ("2020 Mon 10", "%Y %a %W"), ("2020 monday 10", "%Y %A %U"), ("02 29", "%m %d"), ("02 30", "%m %d"),
    ("2021 02 29", "%Y %m %d"), ("2021 02 30", "%Y %m %d"), ("Z", "%z"), ("z", "%z"), ("+01", "%z"),
    ("+0130", "%z"), ("+01:30:15", "%z"), ("+013015.123456", "%z"), ("+01:3015", "%z"), ("-00:30", "%z"),
    ("-01:30:15.5", "%z"), ("+01:30:15.1234567", "%z"), ("+0160", "%z"), (".5", ".%f"), (".123456", ".%f"),
    (".1234567", ".%f"), ("UTC", "%Z"), ("utc", "%Z"), ("GMT", "%Z"), ("EST", "%Z"), ("%", "%%"),
    ("2020-01-02", "%F"), ("JANUARY", "%B"), ("may", "%b"), ("May", "%B"), ("x1", "%dx"), ("20201", "%Y%m"),
    ("2020111", "%Y%m%d"), ("１", "%d"), ("٣", "%d"), ("٢٠٢٠", "%Y"), ("2020 00", "%Y %m"), ("61", "%S"),
    ("62", "%S"), ("60", "%S"), ("12 31 23 59 61", "%m %d %H %M %S"), ("2020-W01", "%Y-W%W"),
    ("2020-W01-1", "%G-W%V-%u"), ("2020 1 1 10", "%Y %m %d %j"), ("", "%Y"), ("", ""), (" ", ""), ("", " "),
    ("am", "%p"), ("", "%p"), ("Sun Jan  5 00:00:00 2020", "%c"), ("2020-06-01 EDT", "%Y-%m-%d %Z"),
    ("  x", "%Yx"), ("1e", "%de"), ("5 Feb", "%d %b"), ("29 Feb", "%d %b"), ("9999 52 7", "%G %V %u"),
    ("1 5", "%j %d"), ("2020 53", "%Y %U"), ("12", "%l"), (" 3", "%l"), (" 3", "%k"),
    ("2020 3 100", "%Y %u %j"),
):
    show(time.strptime, *args)
for letter in "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ%+:0-":
    show(time.strptime, "!", "%" + letter)
for args in ((5, "%Y"), ("2020", 5), (b"2020", "%Y"), ("24:00", "%H:%M"), ("10:20:61", "%H:%M:%S"),
             ("2020-01-01 10:00 UTC", "%Y-%m-%d %H:%M %Z"), ("2020 +0000", "%Y %z"),
             ("2020 +0000 UTC", "%Y %z %Z"), ("2020 -0100 GMT", "%Y %z %Z"), ("10:20 UTC", "%H:%M %Z"),
             ("2020-01-02 03:04:05.678 -01:30:15.25", "%Y-%m-%d %H:%M:%S.%f %z")):
    for cls in (datetime.datetime, datetime.time, datetime.date):
        show(cls.strptime, *args)
warnings.simplefilter("error")
show(time.strptime, "5 1", "%d %m")
