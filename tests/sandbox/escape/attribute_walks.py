# limits: --max-steps 50000000
# expect: status=0 last=ok
# Walking attributes, subclasses and frames reaches nothing of the host.
import sys
seen, found = set(), []
BAD = ('Popen', 'system', 'fork', 'execv', 'ctypes', 'CDLL', '_wrap_close', 'FileLoader', 'socketpair', 'dlopen', 'mmap')
def look(x, path, depth):
    if id(x) in seen or depth == 0:
        return
    seen.add(id(x))
    name = getattr(x, '__name__', '')
    if isinstance(name, str) and name in BAD:
        found.append((path, name))
    for attr in dir(x)[:200]:
        if attr in ('__abstractmethods__',):
            continue
        try:
            look(getattr(x, attr), path + '.' + attr, depth - 1)
        except Exception:
            pass
    if isinstance(x, type):
        try:
            for s in x.__subclasses__():
                look(s, path + '>' + s.__name__, depth - 1)
        except TypeError:
            pass
def gen(): yield
for start in (1, '', [], {}, (), print, len, look, gen(), sys, ValueError(), type, look.__code__, sys.stdout):
    look(start, type(start).__name__, 3)
print(found)
print('ok' if not found else 'FOUND')
