# print follows sys.stdout; objects with write are enough.
import io
import sys
old = sys.stdout
sys.stdout = buf = io.StringIO()
print('hidden', 1)
sys.stdout.write('more')
sys.stdout = old
print(repr(buf.getvalue()))
class Tee:
    def __init__(self, *files): self.files = files
    def write(self, s):
        for f in self.files: f.write(s)
    def flush(self): pass
log = io.StringIO()
sys.stdout = Tee(old, log)
print('both', sep='')
sys.stdout = old
print(repr(log.getvalue()))
class Upper(io.StringIO):
    def write(self, s): return super().write(s.upper())
u = Upper()
print('shout', 'it', file=u, end='!')
print(u.getvalue())
class Broken:
    def write(self, s): raise OSError('disk full')
try:
    print('x', file=Broken())
except OSError as e:
    print(e)
class NoWrite: pass
for bad in (NoWrite(), 5, 'name'):
    try:
        print('x', file=bad)
    except AttributeError as e:
        print(e)
sys.stdout = None
print('nowhere')
sys.stdout = old
del sys.stdout
try:
    print('lost')
except RuntimeError as e:
    sys.stdout = old
    print(e)
print('back')
