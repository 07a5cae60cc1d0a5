# What collections, operator, heapq, bisect and binascii have in C, with and without guest code in between.
from operator import itemgetter
from collections import namedtuple, Counter
import copy, base64, binascii
print(itemgetter(1), itemgetter(1,'a'), repr(itemgetter(0)), itemgetter(1).__reduce__(), itemgetter(2)({2:5}), itemgetter(0,1)('ab'), type(itemgetter(1)), copy.copy(itemgetter(1,2)))
class G:
    def __getitem__(self,k): return k*2
print(itemgetter(3)(G()), itemgetter(3,4)(G()), sorted([G(),G()], key=itemgetter(1))[0][1])
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
P=namedtuple('P','x y', defaults=[5])
p=P(1)
print(P.x, P.x.__doc__, type(P.x), p.x, p.y, P.x.__get__(p), P.x.__get__(None, P) is P.x, P.x.__reduce__())
class Q(P):
    @property
    def x(self): return super().x*10
print(Q(2).x, Q(2).y)
for f in (lambda: setattr(p,'x',1), lambda: delattr(p,'x'), lambda: P.x.__get__(5), lambda: P.x.__get__(()), lambda: P.x.__set__(p,3)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
P.x.__doc__='new'; print(P.x.__doc__, repr(P.x))
class K:
    def __init__(s,v): s.v=v
    def __hash__(s): return hash(s.v)
    def __eq__(s,o): return s.v==getattr(o,'v',o)
    def __repr__(s): return 'K%s'%s.v
print(Counter([1,1.0,True,'a',K(1),K(1),2]), Counter({'a':3},b=2), Counter(a=1)+Counter('abc'))
class MC(Counter):
    def __setitem__(s,k,v): super().__setitem__(k,v*2)
print(MC('aab'))
def g():
    yield 1; yield 1; raise ValueError('x')
c=Counter()
try: c.update(g())
except ValueError as e: print(c,e)
try: Counter([[]])
except TypeError as e: print(e)
class Bad(Counter):
    def get(s,k,d): return 5
print(Bad('ab'))
for d in (b'', b'a', b'ab', b'abc', b'abcd', bytes(range(256))):
    e=base64.b64encode(d); print(e[:20], base64.b64decode(e)==d, binascii.b2a_base64(d)[-3:], binascii.crc32(d), binascii.crc32(d, 7), binascii.crc32(d,-1))
for t in (b'YQ==\n', b'YQ=', b'Y', b'YQ==YQ==', b'Y Q==', 'YWI=', b'====', b'YQ=a', b'YWJj\n\n', b'YR=='):
    for s in (False, True):
        try: print(t, binascii.a2b_base64(t, strict_mode=s))
        except Exception as e: print(t, type(e).__name__, e)
