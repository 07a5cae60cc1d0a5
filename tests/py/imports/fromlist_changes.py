# options: --mount {dir}:{dir}:ro --cwd {dir}
# A fromlist that changes while its submodules are imported; what their failing leaves behind.
import _pkg
_pkg.names_wanted = ['clearing', 'sub']
print(__import__('_pkg', fromlist=_pkg.names_wanted).__name__, _pkg.names_wanted)

# The same under another name goes on its way.
_pkg.names_wanted = ['clearing', 'sub']
try:
    __import__('_pkg.clearing', fromlist=_pkg.names_wanted)
except ModuleNotFoundError as e:
    print(e, e.name, _pkg.names_wanted)

class Names(list):
    pass
_pkg.names_wanted = Names(['clearing', 'lazy'])
print(__import__('_pkg', fromlist=_pkg.names_wanted).__name__, list(_pkg.names_wanted))
