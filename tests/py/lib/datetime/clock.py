# Now and today, which ask the clock, and what is deprecated.
import time
import warnings
from datetime import UTC, date, datetime, timedelta, timezone

before = datetime.now()
print(abs(datetime.now(UTC).timestamp() - time.time()) < 60, datetime.now().tzinfo, datetime.now(UTC).tzinfo)
print(date.today() in (before.date(), datetime.now().date()), datetime.today() >= before)
print(datetime.now(timezone(timedelta(hours=3))).utcoffset(), time.gmtime().tm_year == before.year, time.ctime()[-4:] == str(before.year))
print(datetime.now(tz=None) >= before, date.today() == datetime.today().date(), time.localtime().tm_isdst, len(time.asctime()), time.strftime("%Y") == str(before.year))
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    print(datetime.utcnow() >= before, datetime.utcfromtimestamp(1.5))
for warning in caught:
    print(warning.category, warning.message, warning.lineno)
