# Suites on one line, and many statements on it.
if 1: print('a'); print('b')
if 0: print('no'); print('no')
else: print('c')
for i in range(2): print(i); j = i
while j: j -= 1; print('j', j)
try: 1 / 0; print('no')
except ZeroDivisionError as e: print(e); x = 1
else: print('no')
finally: print('f'); y = 2
with open.__class__ and __import__('contextlib').nullcontext() as n: print(n); z = 3
def f(a): a += 1; return a
class C: p = 1; q = 2; r = p + q
print(f(1), C.r, x, y, z)
if x: pass
elif y: print('no')
for k in (): pass
else: print('else'); print('else2')
lam = lambda: 0; print(lam())
assert x; del x; print('x' in globals())
import math; print(math.floor(2.5)); from math import ceil; print(ceil(2.5))
def g(): yield 1; yield 2
print(list(g()))
global_var = 1; global_var += 1; print(global_var);
match 5:
    case 5: print('five'); print('matched')
async def co(): return 1
print(co.__name__); co().close()
