"""Dates: what is looked at first, numbers that are too large, subtraction by hand; partialmethod of partial, compare_digest, linecache."""
import datetime, functools, hmac, linecache, types, time, pickle, io, copy
def told(f, *a, **k):
    try: print(f(*a, **k))
    except BaseException as e: print(type(e).__name__, e)
p = functools.partial(len, 5)
pm = functools.partialmethod(p, 1)
told(lambda: type(pm.__get__(3, int)))
told(lambda: type(functools.partialmethod(functools.partial(int, 2), 1).__get__(3, int)))
told(lambda: functools.partialmethod(functools.partial(max, 2), 1).__get__(3, int)())
class C:
    m = functools.partialmethod(functools.partial(lambda *a: a, 'p'), 1)
    n = functools.partialmethod(lambda *a: a, 2)
    o = functools.partialmethod(len, 2)
told(lambda: C().m(3)[2:]); told(lambda: type(C().m)); told(lambda: type(C().n)); told(lambda: type(C().o)); told(lambda: type(C.m)); told(lambda: C.m(1))
from hmac import compare_digest as cd
for a, b in (([1], b'a'), (b'a', 5), (5, 5), ('a', 'a'), ('a', b'a'), ('é', 'a'), (b'a', None), (None, 'a'), ([], []), (memoryview(b'a'), bytearray(b'a')), (memoryview(b'abc')[::2], b'a')): told(cd, a, b)
linecache.cache['shown.py'] = (3, None, ['a\n', 'b\n'], 'shown.py')
for n in (True, False, 1.0, 'a', None, 1, 0, -1, 3): told(lambda: repr(linecache.getline('shown.py', n)))
class Zone(datetime.tzinfo):
    def utcoffset(self, d): return datetime.timedelta(hours=3, minutes=30)
    def dst(self, d): return datetime.timedelta(hours=1)
    def tzname(self, d): return 'ZZ'
class BadZ(datetime.tzinfo):
    def utcoffset(self, d): return 'bad'
    def dst(self, d): raise KeyError('dst')
import warnings; warnings.simplefilter("ignore")
D, d, t = datetime.datetime(2020, 1, 1), datetime.date(2020, 1, 1), datetime.time(3)
DB, TB = D.replace(tzinfo=BadZ()), t.replace(tzinfo=BadZ())
for o in (D, DB):
    for a in ((5,), (b'b',), ('ab',), ('T', 5), ('T', 'x'), (5, 5), ('ab', 'x'), (), ('T', 'hours'), ('é',)): told(o.isoformat, *a)
    told(o.isoformat, timespec=5); told(o.isoformat, sep=5); told(o.isoformat, timespec='x'); told(o.isoformat, x=1)
for o in (t, TB):
    for a in ((5,), (b'b',), ('x',), ('hours',), (), ('a', 1)): told(o.isoformat, *a)
    told(o.isoformat, timespec=5); told(o.isoformat, timespec='x')
for o in (D, d, t):
    for n in (2**31, 2**53, 10**20, -2**40, 'a', 1.0):
        for k in ('year', 'day', 'hour', 'minute', 'microsecond', 'fold'): told(o.replace, **{k: n})
        told(o.replace, n)
told(datetime.date, 2**40, 1, 1); told(datetime.date, 10**20, 1, 1); told(datetime.time, 2**40); told(datetime.datetime, 1, 1, 2**40); told(datetime.time, fold=2**40)
class Idx:
    def __index__(self): return 2
class Flt:
    def __float__(self): return 2.5
class F(float): pass
for f in (datetime.datetime.fromtimestamp, datetime.datetime.utcfromtimestamp, datetime.date.fromtimestamp):
    for v in (Idx(), Flt(), F(2.5), 'a', None, True, 1e300, 10**30, float('nan'), -1.5): told(f, v)
told(datetime.datetime.fromtimestamp, Idx(), datetime.UTC)
for a in (DB, D, D.replace(tzinfo=Zone()), D.replace(tzinfo=datetime.UTC), datetime.timedelta(1), d, t, 5):
    for b in (D, DB, d): told(b.__rsub__, a); told(b.__sub__, a); told(b.__radd__, a)
