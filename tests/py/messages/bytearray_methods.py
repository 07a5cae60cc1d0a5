# Every public method of bytearray with fitting and wrong arguments.
class Odd:
    def __repr__(self): return 'Odd()'
    def m(self): return 'm'
def plain(x=1): return x
def make(): return bytearray(b'hello')
NAMES = """
    append capitalize center clear copy count decode endswith expandtabs extend find fromhex hex index insert
    isalnum isalpha isascii isdigit islower isspace istitle isupper join ljust lower lstrip maketrans
    partition pop remove removeprefix removesuffix replace resize reverse rfind rindex rjust rpartition
    rsplit rstrip split splitlines startswith strip swapcase title translate upper zfill
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
