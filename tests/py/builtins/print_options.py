# print: sep, end, file, flush, and what it refuses.
import io
print()
print(1, 'a', None, 2.5, [1], sep='')
print('a', 'b', sep='-', end='!\n')
print('x', end='')
print('y', sep=None, end=None)
print(*range(5), sep=', ')
print('a', 'b', sep='\n')
print('é', '😀', end='.\n', flush=True)
buf = io.StringIO()
print('to', 'buffer', file=buf, end='|')
print(repr(buf.getvalue()))
class W:
    def __init__(self): self.parts = []
    def write(self, s): self.parts.append(s)
w = W()
print(1, 2, sep=':', file=w)
print(w.parts, print('r') is None)
def show(f):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)
show(lambda: print('a', sep=1))
show(lambda: print('a', end=b'x'))
show(lambda: print('a', file=5))
show(lambda: print('a', nope=1))
class S:
    def __str__(self): raise ValueError('no str')
show(lambda: print('before', S()))
print('', 'lead', '', sep='.')
