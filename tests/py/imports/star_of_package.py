# options: --mount {dir}:{dir}:ro --cwd {dir}
# What a package's __all__ names may be its submodules, and what else a fromlist may be.
from _starred import *
print(first.__name__, second, sorted(n for n in dir() if not n.startswith('__')))

import sys
import _starred
def show(name, fromlist):
    try:
        print(__import__(name, fromlist=fromlist).__name__)
    except Exception as e:
        print(type(e).__name__, e)

show('_starred', ['*'])
print('_starred.third' in sys.modules)
_starred.__all__ = ('third', 4)
show('_starred', ['*'])
print('_starred.third' in sys.modules, '_starred.fourth' in sys.modules)
_starred.__all__ = iter(['missing', '*', 'fourth'])
show('_starred', ('*', 'also_missing'))
print('_starred.fourth' in sys.modules)

# Items, and lists that are none.
for fromlist in [3], (None,), ['*', 3], 'x', 5, 0, '', {'first': 1}, [], b'x':
    show('_starred', fromlist)
    show('_starred.first', fromlist)

class Lazily:
    def __init__(self, names): self.names = names
    def __bool__(self):
        print('asked')
        return bool(self.names)
    def __iter__(self): return iter(self.names)
show('_starred.first', Lazily([]))
show('_starred.first', Lazily(['x']))
show('_starred', Lazily(['x', 5]))
class Own(list):
    def __iter__(self):
        print('own')
        return iter(['first', 6])
show('_starred', Own(['x']))

# The package's own __getattr__ is asked before a submodule is looked for.
from _starred import made, fifth
print(made, fifth)
from _starred import sixth
print(sixth.__name__)
try:
    from _starred import broken
except ValueError as e:
    print('ValueError', e)

# The submodule is that of the name that the package shows; one that is imported is no attribute again.
del _starred.sixth
from _starred import sixth
print(sixth.__name__, 'sixth' in vars(_starred))
sys.modules['other'] = _starred
del sys.modules['_starred.sixth']
from other import sixth
print(sixth.__name__, 'other.sixth' in sys.modules, 'sixth' in vars(_starred))
sys.modules['_starred.sixth'] = None
del _starred.sixth
try:
    from _starred import sixth
except ModuleNotFoundError as e:
    print(e, e.name)
