# Ranges, slices and indices made of objects with __index__ or __eq__.
import math


class Idx:
    def __init__(s,v): s.v=v
    def __index__(s): return s.v
    def __repr__(s): return f'Idx({s.v})'


class Flt:
    def __init__(s,v): s.v=v
    def __float__(s): return s.v


class In:
    def __init__(s,v): s.v=v
    def __int__(s): return s.v


class Tr:
    def __trunc__(s): return 7


class Bad:
    def __index__(s): raise KeyError('idx')
    def __float__(s): raise KeyError('flt')
    def __int__(s): raise KeyError('int')
    def __bool__(s): raise KeyError('bool')
    def __eq__(s,o): raise KeyError('eq')
    def __hash__(s): raise KeyError('hash')
    def __repr__(s): raise KeyError('repr')
    def __complex__(s): raise KeyError('cplx')


class I(int):
    def __str__(s): return 'I-str'
    def __repr__(s): return 'I-repr'


class F(float):
    def __str__(s): return 'F-str'


class C(complex):
    def __str__(s): return 'C-str'


class S(str):
    def __int__(s): return 77
    def __float__(s): return 7.5


class S2(str): pass


class IS(int):
    def __index__(s): return 5
    def __int__(s): return 6
    def __float__(s): return 7.5
    def __eq__(s,o): return 'IS'
    __hash__=int.__hash__


class CI(int):
    def __new__(cls,*a,**k): 
        r=super().__new__(cls,*a); r.extra=k; return r
    def __init__(self,*a,**k): pass


class FI(float):
    def __new__(cls,x,y=0): return super().__new__(cls,x+y)


class MyC:
    def __complex__(s): return 3+4j


class CC:
    def __complex__(s): return 5


class Fl2:
    def __float__(s): return 'x'


class FS:
    def __float__(s): return F(2.5)


class IdxI:
    def __index__(s): return I(5)


class Neg:
    def __index__(s): return -3


class Co:
    def __init__(s): s.log=[]
    def __eq__(s,o): return NotImplemented


sources = r"""
range(Idx(3))
range(Idx(1),Idx(9),Idx(2))
range(Bad())
range(3,Bad())
range(10)[Idx(3)]
range(10)[Bad()]
range(10)[Idx(1):Idx(5):Idx(2)]
range(10)[Bad():]
range(10)[1.5:]
range(10)[1.5]
Bad() in range(3)
Co() in range(3)
range(3).count(Co())
range(3).index(Co())
IS(1) in range(3)
range(3).count(IS(9))
slice(Idx(1),Idx(5)).indices(Idx(3))
slice(Bad()).indices(3)
slice(1).indices(Bad())
slice(Bad())==slice(Bad())
slice(Bad(),1)==slice(1,1)
hash(slice(Bad()))
repr(slice(Bad()))
slice(Idx(1),I(2),F(2.5))
slice(1,2)==slice(I(1),2)
slice(1,2)<slice(1,3)
slice(1,None)<slice(1,3)
slice(Idx(1))
[10,20,30][I(1)]
[10,20,30][IS(1)]
"abc"*I(2)
[1]*Idx(2)
{I(1):"a"}[1]
{1:"a"}[I(1)]
{1.0:"a"}[F(1)]
"""
for source in sources.strip().splitlines():
    try:
        print(source, "->", repr(eval(source)))
    except BaseException as e:
        print(source, "->", type(e).__name__, e)
