"""e.args takes the items of anything that can be iterated."""
def show(t):
    try: print(t, '->', eval(t))
    except BaseException as e: print(t, '!!', type(e).__name__, e)
def gen(*a):
    yield from a
def bad():
    yield 1
    raise KeyError('bad')
class It:
    def __getitem__(self, i): return 'abc'[i]
class No: __iter__ = None
e = ValueError(1)
for v in (gen(1, 2), It(), No(), bad(), 5, None, 'xy', {1: 2}, map(str, [1, 2]), range(3), {5}, iter([1]), memoryview(b'ab')):
    show("setattr(e, 'args', v)"); show("e.args")
    show("BaseException.args.__set__(e, v)"); show("e.args")
show("delattr(e, 'args')")
