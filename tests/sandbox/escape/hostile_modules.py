# limits: --max-steps 50000000
# expect: status=0 last=ok
# Objects in sys.modules that are no modules, and modules with hostile attributes.
import sys
def attempt(what, text):
    try:
        exec(text, {})
    except Exception as e:
        print(what, type(e).__name__, str(e)[:60])
    else:
        print(what, 'done')
class Hostile:
    def __getattr__(self, n): raise ValueError('getattr ' + n)
class Loud:
    __path__ = 5
    __spec__ = 'spec'
    __all__ = [1, None, 'x']
sys.modules['m1'] = None
sys.modules['m2'] = 5
sys.modules['m3'] = Hostile()
sys.modules['m4'] = Loud()
sys.modules[5] = 5
for text in ('import m1', 'import m2', 'from m2 import real', 'from m2 import nope', 'from m2 import *', 'import m2.sub', 'import m3', 'from m3 import x', 'from m3 import *', 'import m3.sub', 'from m4 import *', 'import m4.x', 'from . import x', 'from .. import x', 'import m2 as q; assert q == 5'):
    attempt(text, text)
class Finder:
    def find_spec(self, *a): raise RuntimeError('finder')
for value in ([Finder()], 5, None, [None]):
    old, sys.meta_path = getattr(sys, 'meta_path', []), value
    attempt('meta_path', 'import does_not_exist')
    sys.meta_path = old
del sys.modules[5]
print('ok')
