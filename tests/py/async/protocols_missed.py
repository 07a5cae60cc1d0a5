# What is said of objects that are no context managers; None as what an asynchronous generator yields.
class X: pass
class Y:
    def __enter__(self): pass
    def __exit__(self,*a): pass
class Z:
    async def __aenter__(self): pass
    async def __aexit__(self,*a): pass
def show(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
def a(): 
    with X(): pass
def b():
    with Z(): pass
async def c(o):
    async with o: pass
def run(c):
    try: c.send(None)
    except StopIteration as e: return e.args
show(a); show(b)
for o in X(),Y(),Z(),5: show(lambda: run(c(o)))
def b(o):
    with o: pass
for o in X(),Y(),Z(),5: show(lambda: b(o))
async def g():
    yield None
    x=yield ()
    x=yield (1,)
    yield ValueError(1)
it=g()
for i in range(5):
    try: it.__anext__().send(None)
    except BaseException as e: print(type(e).__name__, e.args, getattr(e,'value','-'))
async def r(): return None
show(lambda: run(r()))
