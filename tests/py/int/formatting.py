# format() of ints with every option of the mini-language.
n = 1234567
for spec in ('', 'd', ',', '_', '+', ' ', '-', '+,', '12', '<12', '>12', '^12', '=12', '012', '*^15', '+012,',
             'x', 'X', '#x', '#X', '#b', 'o', '#o', '_b', '_x', '#_x', 'e', '.2e', 'f', '.1f', 'g', '.3g', '%', '.0%',
             'n', '=+12', '0=12', '#012x', ',.2f', '_.1f', '020,', 'E', 'G', 'F'):
    print(repr(spec), repr(format(n, spec)), repr(format(-n, spec)))
print(format(65, 'c'), format(0x1F600, 'c'), repr(format(65, '5c')), format(True), format(True, 'd'), format(True, '5'))
print(format(10 ** 25, ','), format(10 ** 25, '_x'), format(0, '#b'), format(0, '05'))
