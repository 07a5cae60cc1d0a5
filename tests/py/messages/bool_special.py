# Special methods of bool called by name, with fitting and wrong arguments.
class Odd:
    def __repr__(self): return 'Odd()'
    def m(self): return 'm'
def plain(x=1): return x
def make(): return True
NAMES = """
    __abs__ __add__ __and__ __bool__ __ceil__ __divmod__ __eq__ __float__ __floor__ __floordiv__ __format__
    __ge__ __getnewargs__ __gt__ __hash__ __index__ __init__ __int__ __le__ __lshift__ __lt__ __mod__ __mul__
    __ne__ __neg__ __or__ __pos__ __pow__ __radd__ __rand__ __rdivmod__ __repr__ __rfloordiv__ __rlshift__
    __rmod__ __rmul__ __ror__ __round__ __rpow__ __rrshift__ __rshift__ __rsub__ __rtruediv__ __rxor__
    __str__ __sub__ __truediv__ __trunc__ __xor__
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
