# Operations on random numbers under random contexts: results, flags and what is trapped.
import random
from fractions import Fraction
from decimal import *
r=random.Random(5)
def num():
    k=r.randrange(14)
    if k==0: return Decimal(r.choice(["0","-0","0.00","-0E+3","1","-1","10","5","0.5","2.5","1E+3","-1E-7"]))
    if k==1: return Decimal(r.choice(["NaN","Infinity","-Infinity","sNaN","NaN12"]))
    if k==2: return Decimal((r.randrange(2),tuple(r.randrange(10) for _ in range(r.randrange(1,45))),r.randrange(-50,50)))
    if k<8: return Decimal(f"{r.randrange(-10**r.randrange(1,12),10**r.randrange(1,12))}.{r.randrange(10**r.randrange(1,6))}")
    return Decimal((r.randrange(2),tuple(r.randrange(10) for _ in range(r.randrange(1,20))),r.randrange(-12,12)))
modes=[ROUND_HALF_EVEN,ROUND_HALF_UP,ROUND_HALF_DOWN,ROUND_DOWN,ROUND_UP,ROUND_CEILING,ROUND_FLOOR,ROUND_05UP]
ops=["a+b","a-b","a*b","a/b","a<b","a<=b","a==b","a!=b","a>b","a>=b","-a","+a","abs(a)","hash(a)","str(a)","repr(a)","bool(a)","a.quantize(b)","a.quantize(Decimal('0.01'))","a.quantize(Decimal(1),rounding=m)","round(a,n)","a+n","n-a","a*n","n/a","a==n","a<n","sum([a,b,a])","f'{a:.2f}'","f'{a:,}'","a%b","a//b","max(a,b)","a.normalize()","int(a)","float(a)","a.sqrt()","Decimal(str(a))","a.compare(b)","hash(a)==hash(b)","a in {a,b}","a.as_tuple()","a.fma(b,n)","a==float(n)","a<1.5","a+1.5","a==F","a.to_integral_value(m)"]
for i in range(120):
    c=Context(prec=r.choice([28,28,28,5,1,9,38,50,16]),rounding=r.choice(modes),Emin=r.choice([-999999,-999999,-20]),Emax=r.choice([999999,999999,20]),clamp=r.choice([0,0,0,1]),capitals=r.choice([1,1,0]),traps=r.choice([[InvalidOperation,DivisionByZero,Overflow],[],[Inexact],[Rounded,InvalidOperation],[Subnormal,Underflow]]))
    setcontext(c)
    try: a,b=num(),num()
    except DecimalException as e: print("num",type(e).__name__); continue
    n=r.randrange(-5,100); m=r.choice(modes); F=Fraction(n,4)
    for o in r.sample(ops,6):
        c.clear_flags()
        try: v=eval(o)
        except Exception as e: v=type(e).__name__+str([x.__name__ if isinstance(x,type) else x for x in e.args])
        if o in("hash(a)",) and a.is_nan(): v=0
        print(i,o,repr(a),repr(b),n,m,c.prec,c.rounding,"->",repr(v) if not isinstance(v,str) else v,[s.__name__ for s,f in c.flags.items() if f])
