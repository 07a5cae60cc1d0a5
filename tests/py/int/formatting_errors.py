# Format specs that ints refuse.
for spec in ('s', '.3', '.3d', ',x', '_,', ',_', '+c', '#c', 'y', '10.', '<<', 'dd', '{', ',,', '__', '.', 'zd', 'z', '.5x', ',c',
             '99999999999999999999'):
    try:
        print(repr(spec), format(5, spec))
    except (ValueError, OverflowError) as e:
        print(repr(spec), type(e).__name__, e)
for n in (-1, 0x110000):
    try:
        format(n, 'c')
    except OverflowError as e:
        print(e)
