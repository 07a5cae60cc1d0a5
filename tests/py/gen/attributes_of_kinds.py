# Attributes of generators, coroutines and async generators before, while and after they run.
def g():
    x=1
    yield x
def c(): pass
async def co(): pass
async def ag(): yield 1
G=g(); C=co(); A=ag()
print([n for n in dir(G) if n not in dir(object)]); print([n for n in dir(C) if n not in dir(object)]); print([n for n in dir(A) if n not in dir(object)])
print(G.gi_frame.f_lineno, G.gi_frame.f_locals, G.gi_frame.f_code.co_name, G.gi_frame.f_back, G.gi_running, G.gi_suspended, G.gi_yieldfrom)
next(G)
print(G.gi_frame.f_lineno, G.gi_frame.f_locals, G.gi_suspended)
for _ in G: pass
print(C.cr_frame.f_lineno, C.cr_running, C.cr_origin, C.cr_await, C.cr_suspended)
print(A.ag_frame.f_lineno, A.ag_running, A.ag_await)
C.close()
print(G.gi_frame, G.gi_code.co_name, G.gi_suspended)
