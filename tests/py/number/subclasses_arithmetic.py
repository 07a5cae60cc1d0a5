# Arithmetic and math functions on subclasses and on objects that convert themselves.
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
I(2.5)+1
type(I(3)+1)
type(+I(3))
type(-I(3))
type(abs(I(3)))
type(~I(3))
C(1,2)+1
type(C(1,2)+1)
round(I(5))
type(round(I(5)))
round(F(2.5))
round(2.567,Idx(1))
round(25,Neg())
round(2.5,Bad())
(5).__round__(Idx(-1))
math.floor(Flt(2.5))
math.sqrt(Idx(16))
math.sqrt(Flt(16.0))
math.sqrt(Bad())
math.sqrt(I(16))
math.log(Flt(1.0))
math.log(I(1))
math.log(8,Idx(2))
math.gcd(Idx(12),Bad())
math.factorial(Idx(5))
math.isqrt(I(17))
math.comb(I(5),True)
math.fsum([Flt(1.5),Idx(2),I(3)])
math.fsum([Bad()])
math.hypot(Idx(3),Flt(4.0))
math.dist([Idx(1)],[Flt(4.0)])
math.prod([Idx(2)])
math.prod([I(2),F(2.5)])
type(math.prod([I(2)]))
math.sumprod([I(2)],[F(2.5)])
math.sumprod([Bad()],[1])
math.floor(I(5))
type(math.floor(I(5)))
math.trunc(Tr())
math.ceil(F(2.5))
math.ldexp(1,I(3))
math.ldexp(1,Idx(3))
math.isclose(Flt(1.0),Idx(1))
math.nextafter(Flt(1.0),Idx(2))
math.copysign(I(5),-0.0)
math.pow(I(2),F(3.0))
pow(I(2),I(5),I(7))
type(pow(I(2),I(5)))
pow(2,Idx(3))
divmod(I(7),I(2))
sum([I(1),F(2.5)])
sum([I(1),I(2)])
max(I(1),F(2.5))
hash(I(5))
2**70==I(2**70)
I(2**70)+1
hash(I(2**70))==hash(2**70)
I.from_bytes(b"ab")+0
type(I.from_bytes(b"ab"))
F.fromhex("0x1p3")+0
I.__add__(I(1),2)
int.__add__(I(1),2)
I(7)//I(2)
-I(7)//2
2**I(3)
I(3)<<I(2)
I.__base__
(5).__eq__(5.0)
(5.0).__eq__(5)
(5).__lt__("a")
isinstance(True,int)
issubclass(bool,int)
type(True)
True.__class__
True+True
True/True
True//2
True<<True
-True
True^True
True&False
True
1
True&1
type(True^False)
abs(True)
True==1.0
hash(True)
bool.__and__(True,1)
True.real
True.to_bytes()
"""
for source in sources.strip().splitlines():
    try:
        print(source, "->", repr(eval(source)))
    except BaseException as e:
        print(source, "->", type(e).__name__, e)
