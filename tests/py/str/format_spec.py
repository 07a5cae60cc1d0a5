# Format specs of strings.
for spec in ('', 's', '10', '<10', '>10', '^10', '*^10', '.2', '10.2', '<<5', '010', '>05s', '😀^7', '.0', '5.10s', '=^6', '3'):
    print(repr(spec), repr(format('abcd', spec)))
for spec in ('d', '=10', '+', ' ', ',', '_', '#', '#s', '.', 'z', 'x', '.2f', '=5s', '-'):
    try:
        print(repr(spec), format('ab', spec))
    except ValueError as e:
        print(repr(spec), e)
print(repr(format('é😀', '^6')), format('', '*<3'), format('a', ''), '{:>{w}}'.format('x', w=4))
