from mpmath import mp, mpf, mpc, quad, pi, e, zeta, gamma, matrix, lu_solve, findroot, diff, nsum, inf, polyroots, sin, exp, log, sqrt, iv, besselj, identify, taylor
mp.dps = 50
print(pi, +e, zeta(3), gamma(mpf("0.25")), sqrt(2), exp(mpc(0, pi)), log(10))
mp.dps = 20
print(quad(lambda x: exp(-x ** 2), [-inf, inf]) ** 2, findroot(lambda x: x ** 3 - 2, 1), diff(sin, 1, 3), nsum(lambda n: 1 / n ** 2, [1, inf]), polyroots([1, -6, 11, -6]))
a = matrix([[2, 1], [1, 3]])
print(a ** -1, lu_solve(a, [1, 2]), a.T * a, besselj(0, 1), identify(mpf("0.5") + sqrt(3) / 2), taylor(sin, 0, 5))
print(mpf("1e-400"), mpf(1) / 3, mp.nstr(pi, 8), iv.mpf([1, 2]) + 1, mpf("0.1") + mpf("0.2"), int(mp.factorial(30)), mpc(1, 2) ** mpc(0.5, 1))
