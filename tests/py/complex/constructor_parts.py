# Which parts complex() takes, what it warns of, and signs of zeros.
import warnings
warnings.simplefilter("always")
print(sum([complex(1, -0.0), 1]), sum([1, complex(1, -0.0)]), sum([complex(1, -0.0), 1.0]), sum([complex(1, -0.0), True]))
class CS(complex): pass
INF=float('inf'); NAN=float('nan')
for x in 0.0, -0.0, INF, -INF, NAN:
    for y in 0.0, -0.0, INF, -INF, NAN:
        z=complex(x,y); print(z, CS(x,y), complex(CS(x,y)), CS(complex(x,y)), complex(complex(x,y)))
        z=complex(CS(x,y)); print(repr(complex(x)), z.real, z.imag)
        for f in (lambda: complex(x, complex(0.0,y)), lambda: complex(complex(x,y), 0), lambda: complex(complex(x,y),-0.0), lambda: complex(imag=complex(x,y))):
            with warnings.catch_warnings(record=True) as w:
                print(f(), [str(i.message) for i in w])
class WC:
    def __init__(s,v): s.v=v
    def __complex__(s): return s.v
class WF:
    def __float__(s): return 2.5
class WI:
    def __index__(s): return 2
for a in [(4.25+0j,0),(CS(4.25),0),(WC(4.25+0j),0),(4.25j,0),(0,4.25+0j),(0,CS(1)),(0,WC(1j)),(WF(),WI()),(1j,1j),(CS(1j),2j),(WC(1j),), ("1",2),(1,"2"),(None,),([],1),(1,[]),(WC(1),WC(2))]:
    with warnings.catch_warnings(record=True) as w:
        try: r=repr(complex(*a))
        except Exception as e: r=repr(e)
        print([type(i).__name__ for i in a], r, [(i.category.__name__,str(i.message)) for i in w])
for s in "nan -nan nan-nanj -nanj infj -infj (nan+infj) 1-0j -0-0j -0j".split():
    print(s, complex(s))
