# Precision, rounding, negative zero, grouping of the fraction and refused specs.
print(format(-0.0, '.1f'), format(-0.0, 'z.1f'), format(-0.04, '.1f'), format(-0.04, 'z.1f'))
print(format(2.5, '.0f'), format(3.5, '.0f'), format(0.125, '.2f'), format(1e22, 'f'), format(1e22, '.0f'), format(0.1, '.30f'))
print(format(123456.789, ',.2f'), format(1234.5, '010,.1f'), format(0.000123456, ',g'), format(1e15, ',.3f'))
print(format(123456.123456, '.6_f'), format(1234567.1234567, ',.7_f'), format(1.5, 'e'), format(100000.0, 'g'), format(1e6, 'g'), format(1234567.0, 'g'))
print(format(0.0001, 'g'), format(0.00001, 'g'), format(100.0, '.3'), format(1000.0, '.3'), format(5.0, '.1'), format(1.0, '#g'))
print('%.50f' % 0.1)
for spec in ('d', 'x', 'c', 's', '.', ',,', '.1,', 'q', '.-1f', '1.2.3'):
    try:
        print(repr(spec), format(1.5, spec))
    except ValueError as e:
        print(repr(spec), e)
