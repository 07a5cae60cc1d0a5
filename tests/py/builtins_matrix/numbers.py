# Builtins on a value of every type: int float complex bool abs round.
class Odd:
    def __repr__(self): return 'Odd()'
FUNCTIONS = "int float complex bool abs round".split()
SPECIAL = {'iter_list': lambda v: list(iter(v)), 'reversed': lambda v: list(reversed(v)), 'enumerate': lambda v: list(enumerate(v)), 'zip_list': lambda v: list(zip(v)),
           'map_list': lambda v: list(map(str, v)), 'filter_list': lambda v: list(filter(None, v)), 'memoryview_list': lambda v: memoryview(v).tolist(), 'type_name': lambda v: type(v).__name__,
           'is_int': lambda v: isinstance(v, int), 'hash_type': lambda v: type(hash(v)).__name__, 'fstring': lambda v: f'{v}', 'percent_s': lambda v: '%s' % (v,), 'percent_d': lambda v: '%d' % (v,),
           'percent_r': lambda v: '%r' % (v,), 'percent_c': lambda v: '%c' % (v,), 'format': format}
values = [5, -3, 0, 2 ** 65, 2.5, -0.0, float('inf'), 1j, True, 'ab', '', '12', '1.5', b'x', b'7', bytearray(b'z'), [1], [], [[1, 2]], ['ab'], (1, 2), (), {'a': 1}, {}, {1}, set(), frozenset([2]), range(3), slice(1), None, ..., Odd(), int]
for name in FUNCTIONS:
    f = SPECIAL.get(name) or __builtins__.__dict__[name]
    for v in values:
        try:
            r = f(v)
            print(name, v, '->', sorted(r, key=repr) if isinstance(r, (set, frozenset)) else repr(r))
        except Exception as e:
            print(name, v, type(e).__name__, e)
