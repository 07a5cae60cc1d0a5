# options: --mount {dir}:{dir}:ro --cwd {dir}
# import, from, as, attributes of modules, once-only execution.
import _mod_a
import _mod_a as again
from _mod_a import VALUE, func as f, Klass
print(_mod_a is again, VALUE, f(), Klass.__module__, _mod_a.__name__, _mod_a.__doc__, _mod_a.__package__ == '')
_mod_a.change('new')
print(VALUE, _mod_a.VALUE, f())
_mod_a.added = 5
print(again.added, hasattr(_mod_a, '_private'), '_private' in vars(_mod_a))
import sys
print(sys.modules['_mod_a'] is _mod_a, '__file__' in vars(_mod_a), type(_mod_a).__name__)
def show(g):
    try:
        print(g())
    except Exception as e:
        print(type(e).__name__, str(e).split(' (')[0], getattr(e, 'name', None))
def imp(text):
    ns = {}
    exec(text, ns)
    return sorted(k for k in ns if k != '__builtins__')
show(lambda: imp('from _mod_a import nope'))
show(lambda: imp('from _mod_a import *'))
show(lambda: imp('from _mod_all import *'))
show(lambda: imp('import _mod_a.sub'))
show(lambda: imp('import nope_module'))
show(lambda: imp('from nope_module import x'))
show(lambda: imp('import nope.sub'))
show(lambda: _mod_a.nope)
del sys.modules['_mod_a']
import _mod_a as fresh
print(fresh is again, fresh.VALUE)
