# Constructors of numbers, with objects that convert themselves, and subclasses.
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
int(Idx(5))
int(In(5))
int(Tr())
int(Bad())
int(Flt(2.5))
int(In(2.5))
int(In("a"))
int(Idx("a"))
int(S("12"))
int(S2("12"))
int(S2("x"))
int(I(5))
type(int(I(5)))
int(IS(9))
type(int(IS(9)))
int(True)
type(int(True))
int(F(2.7))
I("12")
type(I("12"))
I("ff",16)+0
I()
I(I(3))+0
type(I(3)|I(4))
int("12",Idx(8))
int("12",Bad())
int("12",2.5)
int("12",I(10))
int("10",base=Idx(2))
CI(5,a=1).extra
CI(5)+0
CI("7").real
FI(1,2)
type(FI(1,2))
FI(1,2)*2
type(FI(1,2)*2)
float(Idx(5))
float(Flt(2.5))
float(Bad())
float(S("1"))
float(S2("1.5"))
float(In(5))
F("2.5")
type(F("2.5"))
F(1)+0
F()
type(F(2.5).conjugate())
F(2.5).real
type(F(2.5).real)
type(I(2).real)
I(2).numerator
complex(MyC())
complex(CC())
complex(Bad())
complex(Idx(3))
complex(Flt(2.5))
complex(Flt(1.0),Idx(2))
complex(1,MyC())
complex(C(1,2))
type(complex(C(1,2)))
C(1,2)
type(C("1+2j"))
bool(Bad())
bool(Idx(0))
bool(I(0))
bool(F(0.0))
bool(C(0))
bool(S2(""))
(5).to_bytes(Idx(2))
int.from_bytes(b"a",S2("big"))
I(5)==5
F(2.5)==2.5
I(5)<F(5.5)
I(2**70)
int(I(2**70))
I(2**70).bit_length()
type(F.fromhex("0x1p3"))
type(F.from_number(3))
type(C.from_number(3))
I(7)%3
I(7)/2
I(3)**2
I(0).__bool__()
int.__new__(I,"7")+0
float.__new__(F,"7")+0
complex.__new__(C,1,2)+0
object.__new__(int)
bool.__new__(bool,[])
I(5).__class__.__mro__
I(5).__reduce_ex__(2)[1:]
I(5).__getnewargs__()
F(2.5).__getnewargs__()
C(1,2).__getnewargs__()
"""
for source in sources.strip().splitlines():
    try:
        print(source, "->", repr(eval(source)))
    except BaseException as e:
        print(source, "->", type(e).__name__, e)
