class CM(BaseException):
    def __new__(*args, **kwargs): return ["v"]
for s in ("raise IndexError from CM", "raise CM", "raise CM from IndexError"):
    try: exec(s)
    except BaseException as e: print(type(e).__name__, e)
import traceback
class B:
    def __init__(self, i=0, n=0, g=0):
        if i: 1/0
        self.n, self.g = n, g
    def __iter__(self):
        if self.g: 1/0
        return self
    def __next__(self): 1/0
def f1(): return [x for x in B(i=1)]
def f2(): return {x for x in B(n=1)}
def f3(): return {x: y for x in [1] for y in B(n=1)}
def f4(): return list(x for x in B(n=1))
def f5(): return [x for x in B(g=1)]
def f6(): return [x for x in [1] if x for y in B(g=1) if y]
def f7(): return [y for x in [1] if x for y in B() if y]
for f in (f1, f2, f3, f4, f5, f6, f7):
    try: f()
    except ZeroDivisionError: traceback.print_exc(limit=3)
