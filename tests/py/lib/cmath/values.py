# Functions of complex numbers, to twelve digits.
import cmath
def show(z):
    if isinstance(z, complex): return f'{z.real:.12g} {z.imag:.12g}'
    return f'{z:.12g}' if isinstance(z, float) else str(z)
points = [0j, 1+0j, -1+0j, 1j, -1j, 0.5+0.25j, -2-3j, 3-4j, complex(-0.0, -0.0), 1e-200+1e-200j, 1e200+1e200j, 700+1j, complex('inf'), complex(0, float('inf')), complex('nan'), 1.0000001+1e-9j, 2+0j, complex(-2, -0.0)]
for name in ('sqrt', 'exp', 'log', 'log10', 'sin', 'cos', 'tan', 'sinh', 'cosh', 'tanh', 'asin', 'acos', 'atan', 'asinh', 'acosh', 'atanh', 'phase', 'isnan', 'isinf', 'isfinite'):
    for z in points:
        if abs(z) == float('inf') and name not in ('sqrt', 'phase', 'isnan', 'isinf', 'isfinite'): continue
        if z != z and name not in ('isnan', 'isinf', 'isfinite'): continue
        try:
            print(name, z, show(getattr(cmath, name)(z)))
        except (ValueError, OverflowError) as e:
            print(name, z, type(e).__name__)
print([show(x) for x in cmath.polar(3+4j)], show(cmath.rect(2, 1)), cmath.isclose(1+1j, 1+1.0000000001j), show(cmath.log(8, 2)), cmath.infj, cmath.nanj, show(cmath.sqrt(-1)), cmath.pi == __import__('math').pi)
for bad in (lambda: cmath.sqrt('x'), lambda: cmath.log(0), lambda: cmath.isclose(1, 2, rel_tol=-1)):
    try: print(bad())
    except Exception as e: print(type(e).__name__)
