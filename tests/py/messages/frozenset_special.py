# Special methods of frozenset called by name, with fitting and wrong arguments.
class Odd:
    def __repr__(self): return 'Odd()'
    def m(self): return 'm'
def plain(x=1): return x
def make(): return frozenset([1, 2])
NAMES = """
    __and__ __contains__ __eq__ __format__ __ge__ __gt__ __hash__ __init__ __iter__ __le__ __len__ __lt__
    __ne__ __or__ __rand__ __repr__ __ror__ __rsub__ __rxor__ __str__ __sub__ __xor__
""".split()
ARGS = [(), (None,), (1,), ('a',), (Odd(), Odd()), (1, 2, 3, 4)]
def text(x):
    if isinstance(x, (set, frozenset)):    # the order of strings in it is not ours to fix
        return type(x).__name__ + repr(sorted(x, key=repr))
    try:
        r = repr(x)
    except Exception as e:
        r = 'repr: ' + type(e).__name__
    return type(x).__name__ if ' at 0x' in r else r
for name in NAMES:
    for args in ARGS:
        try:
            print(name, args, '->', text(getattr(make(), name)(*args)))
        except Exception as e:
            print(name, args, type(e).__name__, e)
    try:
        print(name, 'x=1', '->', text(getattr(make(), name)(x=1)))
    except Exception as e:
        print(name, 'x=1', type(e).__name__, e)
