# Imports in functions, classes and conditions bind names there.
def f():
    import math
    from os import path as p
    return math.floor(2.5), p.join('a', 'b'), sorted(locals())
print(f(), 'math' in globals())
class C:
    import math
    from math import pi as PI
    def area(self, r): return self.PI * r * r
print(C.math.sqrt(4), round(C().area(1), 3))
if True:
    import json as j
print(j.dumps([1]))
try:
    import nope_not_here as n
except ImportError:
    n = None
print(n)
def g():
    global string
    import string
g()
print(string.digits)
for mod in ('math', 'string'):
    print(__import__(mod).__name__)
import os.path
print(os.path.basename('/a/b.c'), os.sep)
import math, math as m2, string as s3
print(math is m2, s3.ascii_lowercase[:3])
