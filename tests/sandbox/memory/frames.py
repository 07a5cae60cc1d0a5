# limits: --max-memory 16777216 --max-steps 500000000
# expect: status=0 last=ok
# Frames, generators, closures and exceptions that fill the heap.
import sys
def attempt(what, f):
    try:
        f()
    except (MemoryError, RecursionError) as e:
        print(what, type(e).__name__)
    else:
        print(what, 'done')
sys.setrecursionlimit(10**6)
def down(n):
    a, b, c, d = n, n, n, n
    return down(n + 1), a, b, c, d
attempt('frames', lambda: down(0))
def gens():
    keep = []
    while True:
        g = (i for i in range(3))
        next(g)
        keep.append(g)
attempt('generators', gens)
def closures():
    keep = []
    while True:
        x = len(keep)
        keep.append(lambda: x)
attempt('closures', closures)
def instances():
    class C:
        def __init__(self): self.a, self.b = 1, [2]
    keep = []
    while True:
        keep.append(C())
attempt('instances', instances)
def classes():
    keep = []
    while True:
        keep.append(type('C', (), {'x': 1}))
attempt('classes', classes)
def chain():
    e = None
    while True:
        try:
            raise ValueError from e
        except ValueError as new:
            e = new
attempt('tracebacks', chain)
def attributes():
    class C: pass
    c, n = C(), 0
    while True:
        setattr(c, 'a%d' % n, n)
        n += 1
attempt('attributes', attributes)
def code():
    keep = []
    while True:
        keep.append(compile('def f():\n return [%d, "x"]' % len(keep), 'f', 'exec'))
attempt('code', code)
def forget(): # into a global name, one more would be too many
    n = 0
    while 'name%d' % n in globals():
        del globals()['name%d' % n]
        n += 1
def interned():
    n = 0
    while True:
        globals()['name%d' % n] = n
        n += 1
attempt('names', interned)
forget()
attempt('after', lambda: [0] * 100000)
print('ok')
