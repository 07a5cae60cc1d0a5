# Every public method of float with fitting and wrong arguments.
class Odd:
    def __repr__(self): return 'Odd()'
    def m(self): return 'm'
def plain(x=1): return x
def make(): return 2.5
NAMES = """
    as_integer_ratio conjugate from_number fromhex hex imag is_integer real
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
