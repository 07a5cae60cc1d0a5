# format() of floats with every presentation type.
for x in (3.14159265, -1234567.891, 0.0, 1e-10, 1e20, float('inf'), float('nan')):
    for spec in ('', 'f', '.2f', '.0f', 'e', '.3e', 'E', 'g', '.3g', 'G', '#.3g', '%', '.1%', ',', ',.2f', '_.1f', '+.1f', ' .1f',
                 '12.2f', '<12.2f', '^12.2f', '=+12.2f', '012.2f', '*>12.1f', 'n', '.10g', '#.0f', '10', '.5', 'F', 'z.0f'):
        print(spec, repr(format(x, spec)), end=' ')
    print()
