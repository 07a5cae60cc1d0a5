# What selects an item of a memoryview: anything with __index__, or a tuple of them.
def show(f, *args):
    try:
        r = f(*args)
        print(type(r).__name__, repr(r))
    except BaseException as e:
        print(type(e).__name__, e)

class One:
    def __index__(self):
        print('index')
        return 1
class Bad:
    def __index__(self): raise KeyError('bad')
class IndexTuple(tuple):
    def __index__(self): return 2
class IndexBytes(bytes):
    def __index__(self): return 0
flat, grid, point = memoryview(bytearray(b'abcdef')), memoryview(bytearray(b'abcdef')).cast('B', [2, 3]), memoryview(bytearray(b'z')).cast('B', [])
keys = (1, One(), (1,), (One(),), (One(), One()), (1, 'a'), (), ..., (1, ...), slice(1), (slice(1), slice(1)), (slice(1), 1), IndexTuple(), IndexTuple((1, 2)),
        IndexBytes(), Bad(), (Bad(),), (1, Bad()), 'a', None, 1.0, (0, 2), (2, 0), (0, 3), (-1, -1), (10**30,), (0, 10**30), [0])
for view in (flat, grid, point):
    for key in keys:
        if view is grid and isinstance(key, slice): continue
        print(view.ndim, type(key).__name__, len(key) if isinstance(key, tuple) else '')
        show(lambda: view[key] if not isinstance(view[key], memoryview) else bytes(view[key]))
    for key in keys:
        show(view.__setitem__, key, 65)
    print(view.tobytes())
show(grid.__setitem__, (One(), One()), One())
print(grid.tolist())
