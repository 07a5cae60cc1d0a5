# The methods of float.
print((1.5).is_integer(), (2.0).is_integer(), float('inf').is_integer(), (-0.0).is_integer())
print((0.75).as_integer_ratio(), (-2.5).as_integer_ratio(), (0.1).as_integer_ratio(), (1e20).as_integer_ratio())
print((1.5).hex(), (0.1).hex(), (-0.0).hex(), (1e300).hex(), (5e-324).hex(), float('inf').hex(), float('nan').hex())
for t in ('0x1.8p1', '-0x1p-3', '0x.8', '1.8p0', 'inf', '0x1p1023', '  0x1.fp2 ', '0x1p-1074'):
    print(t, float.fromhex(t))
for t in ('', 'zz', '0x1p1024', '0x1.8p', '1.8q'):
    try:
        print(float.fromhex(t))
    except (ValueError, OverflowError) as e:
        print(type(e).__name__, e)
for f in (lambda: float('inf').as_integer_ratio(), lambda: float('nan').as_integer_ratio()):
    try:
        f()
    except (OverflowError, ValueError) as e:
        print(type(e).__name__, e)
print((2.7).__trunc__(), (2.7).__floor__(), (2.2).__ceil__(), (-2.7).__floor__(), (1.5).real, (1.5).imag, (1.5).conjugate())
print(float.from_number(3), float.from_number(2.5))
