# Text of instances of number subclasses, and %-formatting of objects that convert themselves.
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
str(I(5))
f"{I(5)}"
f"{I(5):d}"
f"{F(2.5)}"
f"{F(2.5):.2f}"
f"{C(1,2)}"
f"{C(1,2):.1f}"
format(I(5),"")
format(True,"")
format(True,"d")
format(5,5)
format(5,S2("d"))
"%d"%I(5)
"%s"%I(5)
"%d"%2.7
"%d"%Idx(5)
"%x"%Idx(255)
"%x"%2.5
"%f"%Idx(3)
"%f"%Flt(2.5)
"%c"%65
"%c"%"a"
"%c"%Idx(66)
"%d"%"a"
"%f"%"a"
int.__repr__(I(5))
float.__repr__(F(2.5))
complex.__repr__(C(1,2))
int.__format__(I(5),"")
str(True)
repr(False)
f"{True}"
f"{True:5}"
f"{True!r:>6}"
"""
for source in sources.strip().splitlines():
    try:
        print(source, "->", repr(eval(source)))
    except BaseException as e:
        print(source, "->", type(e).__name__, e)
