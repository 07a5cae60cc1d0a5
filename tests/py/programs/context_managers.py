# contextlib, and errors in with statements; ends with a chain of exceptions.
import contextlib, io, sys, os, warnings
from contextlib import *
@contextmanager
def tag(n, swallow=False):
    print(f"<{n}>")
    try: yield n
    except KeyError as e:
        print("caught", e)
        if not swallow: raise
    finally: print(f"</{n}>")
with tag("a"), tag("b") as b: print(b)
with tag("c", True): {}["x"]
try:
    with tag("d"): {}["y"]
except KeyError as e: print("outer", e)
@tag("deco")
def f(x): print("in f", x); return x
print(f(1), f(2))
with ExitStack() as st:
    for n in "xy": st.enter_context(tag(n))
    st.callback(print, "cb", sep="-"); st.push(lambda *a: print("push", a[0]) or True)
    raise ValueError("swallowed")
with suppress(ZeroDivisionError, KeyError): 1 / 0
o = io.StringIO()
with redirect_stdout(o): print("hidden"); help(f)
print(repr(o.getvalue()[:40]))
with redirect_stderr(io.StringIO()) as e: print("x", file=sys.stderr)
print(e.getvalue(), nullcontext(5).__enter__())
class C(ContextDecorator):
    def __enter__(self): print("enter"); return self
    def __exit__(self, *a): print("exit", a[0]); return False
@C()
def g(): raise RuntimeError("g")
try: g()
except RuntimeError as e: print(e)
@contextmanager
def bad(): 
    if False: yield
for cm in (bad, ):
    try:
        with cm(): pass
    except RuntimeError as e: print(e)
@contextmanager
def twice(): yield 1; yield 2
try:
    with twice(): pass
except RuntimeError as e: print(e)
try:
    with twice(): raise ValueError
except RuntimeError as e: print(e, repr(e.__cause__), repr(e.__context__))
for obj in (1, "s", object):
    try:
        with obj: pass
    except TypeError as e: print(e)
class OnlyEnter:
    def __enter__(self): pass
try:
    with OnlyEnter(): pass
except TypeError as e: print(e)
class X:
    def __enter__(self): return self
    def __exit__(self, t, v, tb): raise KeyError("from exit")
try:
    with X(): raise ValueError("body")
except KeyError as e: print(repr(e.__context__), e.__traceback__.tb_lineno)
print(isinstance(X(), AbstractContextManager), isinstance(1, AbstractContextManager))
with ExitStack() as s:
    s2 = s.pop_all()
    s2.callback(print, "moved")
s2.close()
def chain():
    with ExitStack() as s:
        @s.callback
        def _(): raise TypeError("second")
        s.callback(lambda: 1 / 0)
        raise KeyError("first")
chain()
