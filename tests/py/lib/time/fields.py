# struct_time, and times as fields and text. Local time is UTC.
import time

S = time.struct_time


def show(expression):
    try:
        print(expression, "->", repr(eval(expression)))
    except Exception as e:
        print(expression, "!!", type(e).__name__, e)


for expression in """
time.gmtime(0)
time.gmtime(1e9+.5)
time.gmtime('a')
time.gmtime(1e30)
time.gmtime(2**60)
time.gmtime(float('nan'))
time.gmtime(-1.5)
time.gmtime(-10**11)
time.localtime(0)
time.localtime(0).tm_zone, time.localtime(0).tm_gmtoff
time.gmtime(0).tm_zone, time.gmtime(0).tm_gmtoff
time.gmtime(0)[:]
time.gmtime(0).__reduce__()
time.gmtime(0)==(1970, 1, 1, 0, 0, 0, 3, 1, 0)
time.mktime(time.gmtime(10**9))
time.mktime((2020,13,45,30,70,80,0,0,0))
time.mktime((2020,1,1,0,0,0,0,0,1))
time.mktime((1,))
time.mktime(5)
time.mktime((1,1,1,0,0,0,0,0,0))
time.mktime((10**10,1,1,0,0,0,0,0,0))
time.mktime(('a',1,1,0,0,0,0,0,0))
time.asctime((2020,1,2,3,4,5,6,7,8))
time.asctime((2020,1,2,3,4,5,6,7,0))
time.asctime((2020,0,0,0,0,0,0,0,0))
time.asctime((2020,13,0,0,0,0,0,0,0))
time.asctime((2020,1,32,0,0,0,0,0,0))
time.asctime((2020,1,1,24,0,0,0,0,0))
time.asctime((2020,1,1,0,60,0,0,0,0))
time.asctime((2020,1,1,0,0,62,0,0,0))
time.asctime((2020,1,1,0,0,0,-3,0,0))
time.asctime((2020,1,1,0,0,0,13,0,0))
time.asctime((2020,1,1,0,0,0,0,367,0))
time.asctime((5,1,1,0,0,0,0,1,0))
time.asctime((-5,1,1,0,0,0,0,1,0))
time.asctime((2**31,1,1,0,0,0,0,1,0))
time.asctime(5)
time.asctime([2020,1,1,0,0,0,0,1,0])
time.asctime((2020,1,1))
time.ctime(0)
time.ctime('a')
time.strftime('%Y-%m-%d',(2020,1,2,3,4,5,6,7,0))
time.strftime('%Y %y %C %G %F',(5,1,2,3,4,5,6,7,0))
time.strftime('%Y %y %C %G %F|%c',(-5,1,2,3,4,5,6,7,0))
time.strftime('%Y',(12345,1,2,3,4,5,6,7,0))
time.strftime('%Z %z|%f|%:z|%s',(2020,1,2,3,4,5,6,7,0))
time.strftime('%Z %z',time.gmtime(0))
time.strftime('%Z %z',S((2020,1,2,3,4,5,6,7,0,'ABC',3600)))
time.strftime('%Z %z',S((2020,1,2,3,4,5,6,7,0,None,None)))
time.strftime('%d',(2020,0,0,0,0,0,0,0,0))
time.strftime('%j %U %W %w %u %V',(2020,1,1,0,0,0,3,200,0))
time.strftime('%Y',5)
time.strftime(5)
time.strftime('é%Y',(2020,1,2,3,4,5,6,7,0))
time.strptime('2020-01-02','%Y-%m-%d')
time.strptime('Thu Jan  2 03:04:05 2020')
time.strptime('10','%Q')
time.strptime('2020-01-02 +0130','%Y-%m-%d %z').tm_gmtoff
time.strptime('UTC','%Z')
time.strptime('GMT','%Z').tm_zone
time.strptime('x','%Z')
S(5)
S((1,2))
S(range(9))
S(range(11))
S(range(12))
S(range(10))[9:]
S(range(11)).tm_gmtoff
S([1]*9,{'tm_zone':'X'}).tm_zone
S([1]*9,{'foo':'X'})
S('abcdefghi')
S(sequence=range(9))
S.n_fields,S.n_sequence_fields,S.n_unnamed_fields,S.__match_args__
repr(S(range(11)))
S(range(9)).tm_year
S(range(9)).__replace__(tm_year=5)
S(range(9))+(1,)
hash(S(range(9)))==hash(tuple(range(9)))
time.tzname,time.timezone,time.altzone,time.daylight
time.get_clock_info('monotonic')
time.get_clock_info('time')
time.get_clock_info('x')
time.tzset()
""".strip().split("\n"):
    show(expression)
