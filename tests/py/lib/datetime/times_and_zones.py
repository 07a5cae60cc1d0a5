# Times of day, zones of fixed offset, and the abstract zone.
from datetime import datetime, time, timedelta, timezone, tzinfo


def show(expression):
    try:
        print(expression, "->", repr(eval(expression)))
    except Exception as e:
        print(expression, "!!", type(e).__name__, e)


for expression in """
time()
time(1,2,3,4,5)
time(24)
time(0,60)
time(0,0,60)
time(0,0,0,10**6)
time(fold=2)
time(tzinfo=5)
time(1,2,3,4,None,1)
time(1,2,fold=1)
time('a')
time(b'abcdef')
time(b'\\x01\\x02\\x03\\x00\\x00\\x04')
time(b'\\x81\\x02\\x03\\x00\\x00\\x04',timezone.utc)
time(foo=1)
str(time(1,2,3,4))
time(1,2,3,400000).isoformat(timespec='milliseconds')
time(1,2,3,4).isoformat('hours')
time(1,2,3,4).isoformat('x')
time(1,2,3,4,timezone.utc).isoformat('minutes')
time(1,2,tzinfo=timezone(timedelta(hours=-5,seconds=-1)))
str(time(1,2,tzinfo=timezone(timedelta(hours=-5,seconds=-1))))
str(time(1,2,tzinfo=timezone(timedelta(hours=-5,microseconds=-1))))
time(1,2,tzinfo=timezone.utc).utcoffset()
time(1,2,tzinfo=timezone.utc).tzname()
time(1,2,tzinfo=timezone.utc).dst()
time(1,2).utcoffset()
time(1)<time(2)
time(1)<1
time(1)==time(1,tzinfo=timezone.utc)
time(1)<time(1,tzinfo=timezone.utc)
time(1,tzinfo=timezone.utc)==time(2,tzinfo=timezone(timedelta(hours=1)))
bool(time(0))
time(1).replace(hour=2,fold=1)
time(1).replace(1,2,3,4,None)
time(1).replace(1,2,3,4,None,1)
time(1).replace(hour=25)
time(1).replace(tzinfo=1)
time(1).__reduce__()
time(1,fold=1).__reduce__()
time(1,fold=1).__reduce_ex__(4)
time(1,tzinfo=timezone.utc).__reduce_ex__(4)
time.min, time.max, time.resolution
time(1).strftime('%H %Y-%m-%d %z')
time(1).strftime('%c')
repr(time(1,2,3,fold=1,tzinfo=timezone.utc))
format(time(1),'%H')
time(1)+timedelta(1)
timezone()
timezone(1)
timezone(timedelta(1))
timezone(timedelta(hours=24)-timedelta.resolution)
timezone(timedelta(hours=1),5)
timezone(timedelta(hours=1),'x','y')
timezone(timedelta(hours=1),'x')
timezone(timedelta(0)) is timezone.utc
timezone(offset=timedelta(0),name='UTC')
str(timezone.utc), str(timezone(timedelta(hours=1)))
str(timezone(timedelta(hours=-1,seconds=3)))
str(timezone(timedelta(hours=-1,microseconds=3)))
str(timezone(timedelta(0),'A'))
timezone.min, timezone.max
timezone.utc.utcoffset(None)
timezone.utc.utcoffset(1)
timezone.utc.tzname(1)
timezone.utc.dst(1)
timezone.utc.fromutc(1)
timezone.utc.fromutc(datetime(1,1,1))
timezone.utc.fromutc(datetime(1,1,1,tzinfo=timezone.utc))
timezone.utc==timezone(timedelta(0),'x')
timezone.utc<timezone.utc
timezone.utc==1
hash(timezone.utc)==hash(timedelta(0))
timezone.utc.__getinitargs__()
timezone(timedelta(hours=1),'x').__getinitargs__()
timezone.utc.__reduce__()
tzinfo().utcoffset(None)
tzinfo().dst(1)
tzinfo().tzname(1)
tzinfo().fromutc(1)
tzinfo().fromutc(datetime(1,1,1))
tzinfo().__reduce__()
tzinfo(1,2).__class__
type('x',(timezone,),{})
timezone.utc.foo
""".strip().split("\n"):
    show(expression)
