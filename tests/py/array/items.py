# Every typecode with every kind of value, three ways in.
import array
import warnings

warnings.simplefilter('ignore')
A=array.array
def t(f,*a):
    try: r=f(*a); print(ascii(a)[:90],'->',ascii(r)[:120])
    except BaseException as e: print(ascii(a)[:90],'!!',type(e).__name__,e)
print(array.typecodes, A.__module__, [n for n in dir(array) if not n.startswith('__')])
print([n for n in sorted(dir(A)) if not n.startswith('__') or n in ('__copy__', '__deepcopy__', '__buffer__', '__release_buffer__', '__class_getitem__')])
print(type(iter(A('i'))), sorted(n for n in dir(iter(A('i'))) if n not in dir(object)))
for c in 'bBhHiIlLqQfduw':
    a=A(c)
    print('==',c,a.itemsize,memoryview(a).format,memoryview(a).itemsize)
    for v in (1,-1,127,128,-129,255,256,-32769,32768,65535,65536,2**31,-2**31-1,2**32-1,2**32,-2**63-1,2**63,2**64-1,2**64,10**30,1.5,'a','ab','',b'a',None,True,1j,2.5e300):
        t(lambda v,c:A(c,[v]),v,c)
        try: a=A(c,[v])
        except Exception as e: m=(type(e),str(e))
        else: m=None
        a=A(c)
        try: a.append(v)
        except Exception as e: m2=(type(e),str(e))
        else: m2=None
        b=A(c,[1] if c not in 'uw' else ['x'])
        try: b[0]=v
        except Exception as e: m3=(type(e),str(e))
        else: m3=None
        if not m==m2==m3: print('   DIFF',v,c,m,m2,m3)
