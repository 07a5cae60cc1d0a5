# Arguments outside of a function's domain: 3.14 says what was expected, and what came.
import math

inf, nan = float('inf'), float('nan')
values = [0.0, -0.0, 1.0, -1.0, 2.0, -2.0, 0.5, -0.5, 710.0, -3.0, 1e308, -1e308, 5e-324, inf, -inf, nan]
for name in ('acos acosh asin asinh atan atanh cbrt cos cosh degrees erf erfc exp exp2 expm1 fabs gamma isfinite '
             'lgamma log log10 log1p log2 modf radians sin sinh sqrt tan tanh ceil floor trunc').split():
    f = getattr(math, name)
    for x in values:
        try:
            r = f(x)
        except (ValueError, OverflowError) as e:
            print(name, x, type(e).__name__, e)
        else:
            if r in (0, 1, inf, -inf) or r != r:
                print(name, x, r)

for f, *args in [(math.fmod, 1, 0), (math.fmod, inf, 1), (math.fmod, 1, inf), (math.remainder, 1, 0),
                 (math.remainder, inf, 1), (math.pow, 0, -1), (math.pow, -8, 1 / 3), (math.pow, 10, 400),
                 (math.pow, inf, -1), (math.pow, 1, nan), (math.ldexp, 1, 5000), (math.ldexp, 1, -5000),
                 (math.ldexp, 0, 10 ** 40), (math.ldexp, 1, 1.0), (math.log, 0), (math.log, 10, 1), (math.log, -5),
                 (math.log, 10, 0), (math.fma, 1e308, 10, 1), (math.fma, inf, 0, 1), (math.fma, inf, 0, nan),
                 (math.sqrt, 'x'), (math.sin, None), (math.floor, 'x'), (math.trunc, 'x'), (math.sin, 10 ** 400),
                 (math.isqrt, -1), (math.isqrt, 1.0), (math.factorial, -1), (math.factorial, 2.0), (math.comb, 5, -1),
                 (math.comb, -5, 1), (math.perm, -5), (math.perm, 5, -1), (math.comb, 1.0, 2), (math.gcd, 1, 2.0),
                 (math.dist, [1], [1, 2]), (math.dist, [1], ['x']), (math.hypot, 1, 'x'), (math.isclose, 1, 1),
                 (math.nextafter, 1, 2), (math.fsum, [inf, -inf]), (math.fsum, [1e308, 1e308]), (math.fsum, ['x'])]:
    try:
        print(f.__name__, args, f(*args))
    except Exception as e:
        print(f.__name__, args, type(e).__name__, e)

try:
    math.isclose(1, 1, rel_tol=-1)
except ValueError as e:
    print(e)
try:
    math.nextafter(1, 2, steps=-1)
except ValueError as e:
    print(e)
