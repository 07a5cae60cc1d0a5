# Which part of a statement is marked.
import sys
import traceback
cases = '''x = 1 / 0
x = y = undefined
x: int = 1 / 0
del d['k']
d['k'] += 1
a, b = 1
a, b = 1, 2, 3
a, *b = ()
for i in 5: pass
for a, b in [1]: pass
with 5: pass
with open: pass
raise ValueError
raise ValueError('x') from None
raise 5
assert d, 'message'
assert not None, 1 / 0
import nope_module
from math import nope
class C(5): pass
class C(int, str): pass
def f(x=1 / 0): pass
@undefined
def f(): pass
if undefined: pass
while undefined: pass
return_value = [1 / i for i in (1, 0)]
{**5}
[*5]
print(*5)
print(**5)
f'{1 / 0}'
f'{undefined!r:>{1 / 0}}'
lambda: 0; (lambda: 1 / 0)()
global_name.attr = 1
1 if undefined else 2
x = (yield_ := 1 / 0)
match 1 / 0:
    case _: pass
match 1:
    case undefined.attr: pass
try: 1 / 0
except undefined: pass
type X = undefined; X.__value__
async_ = __import__('nope')
exec('1 / 0')
eval('1 +')'''
import re
for text in re.split(r'\n(?!def|    |except)', cases):
    try:
        exec(compile(text, '<case>', 'exec'), {'d': {}})
    except Exception as e:
        print(text)
        for fs in traceback.extract_tb(e.__traceback__)[1:]:
            print('   ', fs.lineno, fs.end_lineno, fs.colno, fs.end_colno, fs.name)
        print('   ', type(e).__name__, e)
