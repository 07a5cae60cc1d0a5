# repr, str and format of complex numbers; conjugates and polar parts.
for z in (0j, 1 + 2j, -1.5j, 1e20 - 1e-5j, complex('inf'), complex(0, float('nan')), -0.0 + 0j, 3 - 0j, complex(-0.0, -0.0)):
    print(z, repr(z), str(z), f'{z:.2f}', f'{z:>20}|', '{:e}'.format(z), f'{z:g}', z.conjugate(), z.real, z.imag, -z, bool(z))
print(abs(3 + 4j), abs(-5j), (1 + 2j) == (1 + 2j), (1 + 0j) == 1, 1 == (1 + 0j), (1 + 2j) != 2j, hash(2 + 0j) == hash(2), {1 + 0j: 'x'}[1], 2j in {2j})
print((1 + 2j) * (3 - 1j), (1 + 2j) / (3 - 1j), (1 + 2j) ** 2, (1 + 2j) ** -1, 2 ** 1j == 2 ** (1j), (1j) ** 4, 5 - 2j, 5 / 2j, 2j * 2.5, sum([1j, 2j, 3]), complex(2) ** 0.5)
for spec in ('d', '=10', '010', ',', 'x', '%', 's', '+.1f', '<12', 'z.1f'):
    try:
        print(repr(spec), repr(format(1.5 - 2.25j, spec)))
    except ValueError as e:
        print(repr(spec), e)
for f in (lambda: complex('1+2'), lambda: complex('1 + 2j'), lambda: complex('j1'), lambda: complex([], 1), lambda: complex('1', '2'), lambda: 1j < 2j, lambda: 1j // 2, lambda: int(1j), lambda: float(1j), lambda: round(1j), lambda: 0j ** -1, lambda: 1j / 0, lambda: divmod(1j, 2), lambda: complex(1, 2, 3), lambda: (1j).__int__):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
