# Module objects made by hand; __getattr__ and __dir__ of modules.
import sys, types
m = types.ModuleType('handmade', 'its doc')
print(m, m.__name__, m.__doc__, sorted(vars(m)))
m.x = 1
m.__getattr__ = lambda name: 'dynamic ' + name if not name.startswith('__') else (_ for _ in ()).throw(AttributeError(name))
print(m.x, m.anything)
m.__dir__ = lambda: ['only', 'these']
print(dir(m))
sys.modules['handmade'] = m
import handmade
from handmade import x, dynamic_name
print(handmade is m, x, dynamic_name)
class Mod(types.ModuleType):
    @property
    def prop(self): return 'prop of ' + self.__name__
p = Mod('p')
sys.modules['p'] = p
import p as q
print(q.prop)
def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
n = types.ModuleType('n')
show(lambda: n.nope)
show(lambda: types.ModuleType())
show(lambda: types.ModuleType(5))
show(lambda: delattr(n, 'nope'))
show(lambda: setattr(n, '__dict__', {}))
n.y = 2
del n.y
show(lambda: n.y)
del n.__name__
show(lambda: n.z)
