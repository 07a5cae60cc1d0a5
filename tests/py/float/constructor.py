# float() of numbers and text.
for text in ('1', '-1.5', '+.5', '5.', '1e5', '1E-5', '  2.5\t\n', '1_000.5', 'inf', '-Infinity', 'NaN', '+nan', 'INF', '1e400',
             '-1e400', '1e-400', '0.1', '٣.٥', '00012', '1e+05', '123456789012345678901234567890', '0x10', '',
             ' ', 'abc', '1..2', '1e', '1_', '_1', '1__0', '1 2', 'in f', '1e5.5', 'infinit', '\x00'):
    try:
        print(repr(text), float(text))
    except ValueError as e:
        print(type(e).__name__, e)
print(float(), float(5), float(True), float(10 ** 20), float(b'2.5'), float(bytearray(b'1')))
class F:
    def __float__(self):
        return 2.5
class I:
    def __index__(self):
        return 3
print(float(F()), float(I()))
for bad in (None, [], 1j, {}):
    try:
        float(bad)
    except TypeError as e:
        print(e)
