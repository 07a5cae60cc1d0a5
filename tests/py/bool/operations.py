# bool is an int with its own &, |, ^, repr and constructor.
print(bool(), bool(0), bool(1), bool(''), bool('0'), bool([]), bool([0]), bool(None), bool({}), bool(0.0), bool(...))
print(True & True, True | False, True ^ True, True & 3, 2 | True, not True, not 0)
print(True + True, True - 1, True * 'ab', True / 2, True // 1, -True, +True, type(+True))
print(True == 1, True is (1 == 1), True < 2, {True: 'x'}[1], [10, 20][True], int(True), float(False), str(True))
print(f'{True} {True:d} {False:5} {True!r:>6}', '%d %s' % (True, False))
try:
    class B(bool):
        pass
except TypeError as e:
    print(e)
try:
    bool(1, 2)
except TypeError as e:
    print(e)
try:
    bool(x=1)
except TypeError as e:
    print(e)
print(bool.__mro__, True.__class__, True.real, True.bit_length(), bool.from_bytes(b'\0'), isinstance(False, int))
