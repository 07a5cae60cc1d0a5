# Lengths of time: sums of the arguments, arithmetic, text, limits.
from datetime import date, timedelta

d = timedelta
x = timedelta(1, 2, 3)


def show(expression):
    try:
        print(expression, "->", repr(eval(expression)))
    except Exception as e:
        print(expression, "!!", type(e).__name__, e)


for expression in """
timedelta('a')
timedelta(None)
timedelta(1,2,3,4,5,6,7)
timedelta(1,2,3,4,5,6,7,8)
timedelta(foo=1)
timedelta(1j)
timedelta(float('nan'))
timedelta(float('inf'))
timedelta(999999999)
timedelta(10**9)
timedelta(10**30)
timedelta(-999999999)
timedelta(-10**9)
timedelta(-999999999,-1)
timedelta(1e-7*5)
timedelta(microseconds=0.5)
timedelta(microseconds=1.5)
timedelta(days=0.1,seconds=.1)
timedelta(days=1,hours='x')
timedelta(weeks=1.5)
timedelta(1,days=2)
x+1
1+x
x-1
1-x
x*1.5
1.5*x
x*x
x/2
x/2.5
x/x
x//2
x//x
x%x
x%2
divmod(x,x)
divmod(x,2)
2/x
2//x
x/0
x/0.0
x//0
x//d(0)
x/d(0)
x%d(0)
divmod(x,d(0))
x<1
x==1
x!=1
x<x
-x
+x
abs(-x)
bool(x)
x*10**10
d.max+d(0,0,1)
-d.min
x*float('nan')
x*float('inf')
x/float('nan')
x//2.0
x*'a'
repr(d())
str(d())
str(x)
str(-x)
str(d(2))
repr(-x)
repr(d(0,1))
x.total_seconds()
hash(x)
x.__reduce__()
d.min
d.max
d.resolution
x.days
hash(d())
x**2
d.max*2
d.max.total_seconds()
x*True
True*x
x/True
x==None
x*d
x.foo
d.__new__(int)
d.__new__(d)
d.__new__()
x.__add__(1)
x.__radd__(1)
x.__sub__(3)
x.__eq__(1)
x.__lt__(1)
x.__mul__('')
x.__truediv__('')
x.__floordiv__(1.0)
x.__divmod__(1)
x.__mod__(1)
x.__rtruediv__(1)
x.__rmul__(2)
d(seconds=1)/3
d(microseconds=7)/2
d(microseconds=5)/2
d(microseconds=-5)/2
d(microseconds=5)*0.5
d(3)*0.3
x + date.max
""".strip().split("\n"):
    show(expression)
