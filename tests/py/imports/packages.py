# options: --mount {dir}:{dir}:ro --cwd {dir}
# Packages, relative imports, submodules as attributes.
import _pkg
print(_pkg.NAME, _pkg.deep_value, _pkg.sub.__name__, _pkg.inner.deep.VALUE)
import _pkg.inner.deep
print(_pkg.inner.deep is _pkg.sub.deep, _pkg.__package__, _pkg.sub.__package__)
from _pkg.inner import deep as d, inner_value
print(d.VALUE, inner_value)
import _pkg.names as names
print(names.TOP, _pkg.sub.other_names is names)
def show(text):
    try:
        exec(text, {'__name__': 'm', '__package__': ''})
    except ImportError as e:
        print(type(e).__name__, str(e).split(' (')[0])
show('import _pkg.missing')
show('from _pkg import missing')
show('import _pkg.names.deeper')
show('import _pkg.lazy')
show('from . import x')
show('from .x import y')
import sys
print(sorted(m for m in sys.modules if m.startswith('_pkg')))
print('__init__' in _pkg.__file__, list(_pkg.__path__) == [_pkg.__file__.rsplit('/', 1)[0]])
