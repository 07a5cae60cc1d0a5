"""__init__ of exceptions called again, and the words of `*=` of what is no sequence."""
import pickle
def told(f, *a, **k):
    try: return f(*a, **k)
    except BaseException as e: return '%s: %s' % (type(e).__name__, e)
for e in (AttributeError('m', name='n', obj=3), NameError('m', name='n'), ImportError('m', name='n', path='p', name_from='f'), StopIteration(5), SystemExit(3), OSError(2, 'x', 'f'), KeyError(1), SyntaxError('m', ('f', 1, 2, 't')), UnicodeDecodeError('utf-8', b'ab', 0, 1, 'r')):
    names = [n for n in ('name', 'obj', 'path', 'name_from', 'msg', 'value', 'code', 'errno', 'strerror', 'filename', 'filename2', 'lineno', 'offset', 'text', 'end_lineno', 'print_file_and_line', 'encoding', 'object', 'start', 'end', 'reason') if hasattr(e, n)]
    for args, kw in (((255,), {}), ((), {}), ((1, 2), {}), ((1,), {'name': 'k'}), ((1,), {'x': 1})):
        print(type(e).__name__, args, kw, told(e.__init__, *args, **kw), [(n, getattr(e, n)) for n in names], e.args, told(e.__reduce__))
a = []
for t in ("x *= 'a'", "x *= [1]", "x *= 5", "x *= (1,)", "x *= b'a'", "x = x * 'a'", "x = 'a' * x", "x = [1] * x", "x *= bytearray(b'a')", "x *= range(3)", "x += 'a'", "x += [1]", "x = x * None"):
    for v in (TypeError(), {}, 1.5, None, len, object(), {1}):
        x = v
        try: exec(t); print(t, x)
        except TypeError as e: print(t, type(v).__name__, e)
import types
class Text(str): pass
m = types.ModuleType(Text('t'))
print(told(lambda: m.y)); m.__name__ = 5; print(told(lambda: m.y)); del m.__name__; print(told(lambda: m.y))
