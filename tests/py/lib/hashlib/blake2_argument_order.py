"""BLAKE2 converts all its arguments before it finds one out of range."""
import hashlib
def show(t):
    try: print(t, '->', eval(t))
    except BaseException as e: print(t, '!!', type(e).__name__, e)
bad = {"digest_size": ("0","'a'","1.5"), "key": ("'a'","b'a'*99"), "salt":("'a'","b'a'*99"), "person":("'a'","b'a'*99"), "fanout":("-1","'a'","999","2**70"),"depth":("-1","'a'","999","0","2**70"),"leaf_size":("-1","'a'","2**40","2**70"),"node_offset":("-1","'a'","2**70","2**50"),"node_depth":("-1","'a'","999"),"inner_size":("-1","'a'","99","None"),"usedforsecurity":("1",)}
names=list(bad)
for k in ("blake2b","blake2s"):
    for i,n in enumerate(names):
        for v in bad[n]:
            show("hashlib.%s(b'', %s=%s).name"%(k,n,v))
            for m in names:
                if m != n:
                    for w in bad[m][:2]:
                        show("hashlib.%s(b'', %s=%s, %s=%s).name"%(k,n,v,m,w))
