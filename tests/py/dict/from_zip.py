# dict(zip(keys, values)): what is made, and what is left of the iterators.
a=[1,2,3]; b=(4,5)
for x,y in ((a,b),(b,a),(a,a),([],a),(a,[]),(['a','b'],'cd'),(['x','x'],[1,2])):
    i,j=iter(x),iter(y)
    z=zip(i,j)
    try: print(dict(z), list(z), list(i), list(j))
    except Exception as e: print(repr(e))
i=iter([1,2,3,4]); print(dict(zip(i,i)))
try: print(dict(zip(a,b,strict=True)))
except Exception as e: print(repr(e))
print(dict(zip([[]],[])), dict(zip(a,b), k=1), {**dict(zip("ab",b))})
try: dict(zip([1,[]],[2,3]))
except Exception as e: print(repr(e))
class K:
    def __hash__(s): return 1
print(len(dict(zip([K(),K()],[1,2]))))
d={}; d.update(zip(['q'],[1])); print(d); z=zip([1,2],[3,4]); next(z); print(dict(z)); d|=zip([5],[6]); print(d)
