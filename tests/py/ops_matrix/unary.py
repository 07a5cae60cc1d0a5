# Unary operators and truth of a value of every type.
class Odd:
    def __repr__(self): return 'Odd()'
values = [5, -3, 0, 2 ** 65, 2.5, -0.0, 1j, 'ab', '', b'x', [1], [], (), (1,), {}, {1}, set(), range(3), range(0), None, Odd(), ..., NotImplemented, int]
for v in values:
    for name, f in (('-', lambda: -v), ('+', lambda: +v), ('~', lambda: ~v), ('not', lambda: not v), ('abs', lambda: abs(v)), ('bool', lambda: bool(v))):
        if isinstance(v, bool) and name == '~':
            continue
        try:
            print(name, v, '->', repr(f()))
        except Exception as e:
            print(name, v, type(e).__name__, e)
