import datetime as dt
import humanize
print(humanize.intcomma(1234567.25), humanize.intword(12400000), humanize.naturalsize(300000, binary=True), humanize.ordinal(23), humanize.apnumber(4), humanize.fractional(0.3), humanize.scientific(1500))
print(humanize.naturaldelta(dt.timedelta(days=40)), humanize.precisedelta(dt.timedelta(days=1, seconds=3633)), humanize.naturaltime(dt.timedelta(seconds=3600)))
