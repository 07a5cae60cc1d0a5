# int() of numbers and of text in every base.
print(int(), int(5), int(5.9), int(-5.9), int(True), int('42'), int('-42'), int('+7'), int('  12\n'))
print(int('1_000'), int('ff', 16), int('0xff', 16), int('0XFF', 0), int('0b101', 0), int('0o17', 0), int('077', 8))
print(int('z', 36), int('Zz', base=36), int('-0b11', 2), int('10', 3), int(b'12'), int(bytearray(b'7')))
print(int('١٢٣'), int('9' * 40), int(1e20), int(-2.5e18))
class I:
    def __int__(self):
        return 99
class X:
    def __index__(self):
        return 77
class S(str):
    pass
print(int(I()), int(X()), int(S('5')), int('11', X() - 75 if False else 2))
print(int.__new__(int, '12'), int(x := '8'))
