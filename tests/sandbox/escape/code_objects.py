# limits: --max-steps 50000000
# expect: status=0 last=ok
# Code cannot be made from bytes, and functions cannot be given wrong code.
import types
def f(x): return x
def g():
    y = 1
    return lambda: y
def refused(what, attempt):
    try:
        attempt()
    except (TypeError, ValueError, AttributeError, NotImplementedError, ImportError, EOFError, SyntaxError, SystemError) as e:
        print(what, type(e).__name__)
    else:
        print(what, 'WENT THROUGH')
        bad.append(what)
bad = []
code = f.__code__
refused('new code', lambda: type(code)(1, 0, 0, 1, 2, 3, b'\xff' * 8, (), (), ('x',), 'n', 'n', 'q', 1, b'', b'', (), ()))
refused('replace bytes', lambda: code.replace(co_code=b'\xff' * 20))
refused('closure mismatch', lambda: setattr(f, '__code__', g().__code__))
refused('not code', lambda: setattr(f, '__code__', b'abc'))
refused('function of text', lambda: types.FunctionType('x', {}))
refused('function closure', lambda: types.FunctionType(g().__code__, {}))
refused('function wrong closure', lambda: types.FunctionType(code, {}, closure=(types.CellType(1),)))
refused('frame', lambda: type(g().__code__)())
refused('generator', lambda: types.GeneratorType())
refused('traceback', lambda: types.TracebackType(None, 1, 2, 3))
refused('object of int', lambda: object.__new__(int))
refused('object of function', lambda: object.__new__(types.FunctionType))
refused('module dict', lambda: setattr(types, '__dict__', {}))
refused('builtin attribute', lambda: setattr(int, 'x', 1))
refused('list class', lambda: setattr([], '__class__', dict))
refused('type layout', lambda: setattr(types.SimpleNamespace(), '__class__', int))
refused('marshal', lambda: __import__('marshal').loads(b'c' * 50))
refused('exec bytes', lambda: exec(b'\x00\xff'))
print('ok' if not bad else bad)
