# str, repr and format of numbers agree where they should.
values = [0, -1, 10 ** 20, True, 1.0, -0.0, 1e16, 1e-5, 123456.789, float('inf'), 1 / 3, 2j, 1 - 1j]
for v in values:
    print(str(v), repr(v), format(v), f'{v}', '%s' % v, '{}'.format(v), ascii(v), str([v]))
print(str(1e22), str(1e21), str(123456789012345680.0), str(0.1 + 0.7), 1.1 + 2.2, 100 * 1.1, 3 * 0.1, 1e3, 1e-4, 12345678.9, 5e-324)
print(['%.3g' % v for v in (0.0001234, 1234567, 0.5, 1e10)], ['%g' % v for v in (100000, 1000000, 1e-4, 1e-5)], ['%.0e' % v for v in (5, 15, 25)])
print([format(v, ',') for v in (1234567, 1234.5, 10 ** 9, -9999)], [format(v, '_') for v in (1234567, 0.000001)], [format(v, '+') for v in (1, -1, 1.5, 0)])
print([format(v, '.2%') for v in (0.5, 1, 0.12345)], [format(v, '08.3f') for v in (3.14159, -3.14159)], [format(v, 'x') for v in (255, -255)], format(255, '#010x'), format(5, '08b'))
print(int('0b101', 0), int('-0xff', 16), float('1e-3'), int(float('1e3')), int('  42  '), float(' -1.5e2 '), int('1' * 20), complex('1+2j'))
