# % formatting: every conversion, with values that bring their own methods.
def t(s):
    try: print(s, '->', ascii(eval(s)))
    except Exception as e: print(s, '->', type(e).__name__, ascii(str(e)))
class M:
    def __getitem__(self, k): return k
class I:
    def __index__(self): return 7
class N:
    def __int__(self): return 8
class F:
    def __float__(self): return 2.5
class D(dict):
    def __missing__(self, k): return 'm' + str(k)
class G:
    def __str__(self): return 'str!'
    def __repr__(self): return 'rép!'
class BadStr:
    def __str__(self): return 5
class BadInt:
    def __int__(self): raise TypeError('nope')
class BadInt2:
    def __int__(self): raise ValueError('nope')
class By:
    def __bytes__(self): return b'by!'
class TT(tuple): pass
cases = r''''%'%1
'%5'%1
'%(a'%{}
'%(a)'%{}
'%(a)s'%1
'%(a)s'%(1,)
'%(a)s'%{}
'%(a)s'%[1]
'%(a)s %s'%{'a':1}
'%s %(a)s'%{'a':1}
'%(a(b)c)s'%{'a(b)c':1}
'%s'%{}
'%s%s'%'a'
'%s'%(1,2)
'%s'%[1,2]
'a'%{}
'a'%[]
'a'%()
'a'%(1,)
'a'%'b'
'a'%M()
'%(q)s'%M()
'%(q)s %(r)r'%D()
'%*d'%(5,3)
'%-*d|'%(5,3)
'%*d|'%(-5,3)
'%*d'%('a',3)
'%.*f'%(2,3.14159)
'%.*f'%(-2,3.14159)
'%.*f'%('a',1)
'%*d'%(5,)
'%*s|%*s'%(5,'a',-4,'b')
'%99999999999999999999d'%1
'%.99999999999999999999d'%1
'%.99999999999f'%1
'%d'%'a'
'%d'%None
'%i'%1.9
'%u'%-3
'%x'%1.5
'%x'%'a'
'%X'%255
'%#x %#o %#X'%(255,8,255)
'%o'%-8
'%x'%I()
'%d'%I()
'%d'%N()
'%x'%N()
'%d %s %d'%(N(),G(),I())
'%f'%F()
'%f'%I()
'%f'%'a'
'%f'%None
'%f'%N()
'%e'%12345.678
'%E'%0.00012
'%g'%1e10
'%G'%1e-10
'%#g'%1.0
'%.3g'%1234567
'%f'%(10**400)
'%d'%(10**30)
'%d'%1e30
'%d'%float('inf')
'%d'%float('nan')
'%f %F %e'%(float('inf'),float('nan'),float('-inf'))
'%05f|%+f|% f'%(float('inf'),float('inf'),float('nan'))
'%c'%65
'%c'%'x'
'%c'%'xy'
'%c'%''
'%c'%1114112
'%c'%-1
'%c'%1.5
'%c'%b'a'
'%5c|%-5c|'%('a','b')
'%c'%I()
'%05c'%'a'
'%q'%1
'%é'%1
'%\n'%1
'abc %z'%1
'éé %z'%1
'%(a)q'%{'a':1}
'%s'%'é'
'%5s|%-5s|%05s|%.2s|%5.1s|'%('a','b','c','defg','hij')
'%5s|%-5s|%.2s'%('é','😀','éüß')
'%r %a'%('é','é')
'%r %s %a'%(G(),G(),G())
'%5r|%.3r'%('a','abcdef')
'%s'%BadStr()
'%d'%BadInt()
'%d'%BadInt2()
'%%'%()
'%5%|'%()
'%%'%1
'%%'%{}
'%(a)%'%{'a':1}
'%hd %ld %Ld'%(1,2,3)
'%hhd'%1
'%+d % d %05d %-5d| %+05d'%(1,2,3,4,5)
'%.5d %+.5d %8.5d %-8.5d| %08.5d'%(1,2,3,4,5)
'%.5x %#.5x %#010x'%(255,255,255)
'%.0d'%0
'%.d'%5
'%.s|'%'abc'
'%.f'%2.5
'%- 5d|%+ d'%(1,2)
'%s %s'%('a',)
'%s'%((1,2),)
'%d%%'%50
'%s'%None, '%s'%True, '%d'%True, '%s'%1.0
'%08.3f|%-8.3f|%+08.3f'%(3.14159,3.14159,3.14159)
'%-08d|'%5
'%#d %#s'%(5,'a')
'%s'%b'a'
'%.1000f'%1 == '1.'+'0'*1000
'%(a)s'%{'a':(1,2)}
'%(a)*d'%{'a':1}
'%()s'%{'':5}
'%d' % 3.99, '%d'%-3.99
'%x' % True
'%i'%'5'
'%s %s' % TT((1,2))
'%s' % TT((1,))
'%(a)s %(b)5.2f|%(c)-4d|' % {'a':'x','b':1.5,'c':7}
'%s' % [G()]
'%s and %s' % ([G(),1],{'k':G()})
'%r' % (G(),)
'%.10s|' % G()
'%10s|' % G()
b'%(a)s'%{b'a':b'1'}
b'%(a)s'%{'a':b'1'}
b'%s %b %d %x %c %c %r %a'%(b'a',bytearray(b'b'),5,255,65,b'z','é',b'q')
b'%5s|%-5s|%.1s'%(b'a',b'b',b'cd')
b'%f'%'a'
b'%d'%b'a'
b'%x'%1.5
b'%c'%256
b'%c'%'a'
b'%c'%b''
b'%c'%1.5
b'%s'%memoryview(b'x')
b'%s'%By()
b'%s %d %a'%(By(),N(),G())
b'%s'%1
b'%i'%'a'
b'%'%1
b'%q'%1
b'%s%s'%b'a'
b'a'%1
b'a'%{}
b'%(a'%{}
b'%(a)s'%1
b'%*d'%('a',1)
bytearray(b'%s')%b'a'
b'%.3d %05d %#x %e %g'%(5,-3,255,1.5,2.5)
b'%s'%()
b'%s'%(b'a',b'b')
b'%%'%()
b'%.2a'%'abc'
b'%c' % I()
b'%d' % F()'''
for case in cases.splitlines():
    t(case)
