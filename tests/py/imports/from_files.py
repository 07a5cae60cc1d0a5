# options: --mount /tmp:/tmp:rw
# Modules and packages found along sys.path: what they know of themselves, errors in them, importlib.
import os
import sys
here = "/tmp/natrix-" + os.urandom(8).hex()
os.mkdir(here)
def put(name, text):
    path = here + '/' + name
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, 'wb') as f:
        f.write(text if isinstance(text, bytes) else text.encode())
def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, str(e).replace(here, 'HERE'), getattr(e, 'name', None), str(getattr(e, 'path', None)).replace(here, 'HERE'))
def imp(name):
    return lambda: __import__(name, fromlist=['x'])
sys.dont_write_bytecode = True
sys.path.insert(0, here)
put('plain.py', '"""Its doc."""\nvalue = 1\ndef f():\n    return __file__\n')
import plain
print(plain.__name__, plain.__doc__, plain.__file__.replace(here, 'HERE'), plain.__package__ == '', plain.f() == plain.__file__)
print(repr(plain).replace(here, 'HERE'), plain.__spec__.name, plain.__spec__.origin.replace(here, 'HERE'), plain.__spec__.has_location, plain.__spec__.parent == '', plain.__loader__ is plain.__spec__.loader, type(plain.__loader__).__name__)
put('pkg/__init__.py', 'from . import a\nfrom .a import value\nprint("pkg", __name__, __package__, [p.rpartition("/")[2] for p in __path__])\n')
put('pkg/a.py', 'from . import __name__ as up\nvalue = "a in " + up\n')
put('pkg/b.py', 'from .a import value\nfrom .. import c\n')
put('pkg/sub/__init__.py', '')
put('pkg/sub/d.py', 'from ..a import value\nfrom ...nope import x\n')
import pkg.a
print(pkg.value, pkg.a.value, repr(pkg).replace(here, 'HERE'), pkg.__spec__.submodule_search_locations == list(pkg.__path__), pkg.__file__.replace(here, 'HERE'))
show(imp('pkg.b'))
show(imp('pkg.sub.d'))
show(imp('pkg.none'))
show(imp('plain.none'))
show(imp('pkg.a.none'))
show(lambda: __import__('pkg', fromlist=['none']).none)
print('pkg.sub' in sys.modules, 'pkg.sub.d' in sys.modules, hasattr(pkg, 'sub'))
put('space/one.py', 'x = 1')
import space.one
print(space.one.x, space.__file__ if hasattr(space, '__file__') else 'no file', [p.replace(here, 'HERE') for p in space.__path__])
for name, text in {'bad_syntax': 'x = 1\nif x\n    pass\n', 'bad_indent': 'def f():\nreturn 1\n', 'bad_utf8': b'x = "\xff"\n', 'bad_cookie': '# coding: nope\n', 'null': 'x = "\0"\n'}.items():
    put(name + '.py', text)
    try:
        __import__(name)
    except (SyntaxError, ValueError) as e:
        print(name, type(e).__name__, getattr(e, 'msg', e), getattr(e, 'lineno', None), str(getattr(e, 'filename', None)).replace(here, 'HERE'), name in sys.modules)
put('latin.py', '# -*- coding: latin-1 -*-\nx = "é"\n'.encode('latin-1'))
put('marked.py', b'\xef\xbb\xbfx = "\xc3\xa9"\r\ny = """a\r\nb"""\r\n')
import latin, marked
print(latin.x, marked.x, repr(marked.y))
put('raises.py', 'def f(n):\n    if n:\n        f(n - 1)\n    raise KeyError("deep")  # marked\nf(1)\n')
import traceback
try:
    import raises
except KeyError:
    print(traceback.format_exc().replace(here, 'HERE'), 'raises' in sys.modules)
import importlib, importlib.util
print(importlib.import_module('pkg.a') is pkg.a, importlib.import_module('.a', 'pkg') is pkg.a)
show(lambda: importlib.import_module('.a'))
show(lambda: importlib.import_module('..a', 'pkg'))
put('plain.py', 'value = 22\n')
print(importlib.reload(plain) is plain, plain.value, hasattr(plain, 'f'))
spec = importlib.util.find_spec('latin')
print(spec.name, spec is latin.__spec__, importlib.util.find_spec('not_there'), importlib.util.find_spec('pkg.sub.d').name)
spec = importlib.util.spec_from_file_location('made', here + '/plain.py')
made = importlib.util.module_from_spec(spec)
print(made.__name__, hasattr(made, 'value'), spec.loader.exec_module(made), made.value, 'made' in sys.modules)
class Finder:
    def find_spec(self, name, path, target=None):
        print('asked for', name, path)
        if name == 'from_finder':
            return importlib.util.spec_from_loader(name, self)
    def create_module(self, spec): return None
    def exec_module(self, module): module.answer = 42
sys.meta_path.insert(0, Finder())
import from_finder
print(from_finder.answer, from_finder.__spec__.loader is sys.meta_path[0])
show(imp('surely_not_there'))
sys.meta_path.pop(0)
put('replaces.py', 'import sys\nsys.modules[__name__] = "something else"\n')
import replaces
print(replaces)
put('star.py', '_hidden = 1\nshown = 2\nimport sys as also\n')
ns = {}
exec('from star import *', ns)
print(sorted(k for k in ns if k != '__builtins__'))
for top, dirs, files in os.walk(here, topdown=False):
    for name in files:
        os.remove(os.path.join(top, name))
    os.rmdir(top)
