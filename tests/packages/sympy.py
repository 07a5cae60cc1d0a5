from sympy import *
x, y, z = symbols("x y z")
print(expand((x + y) ** 3), factor(x ** 3 - 1), simplify(sin(x) ** 2 + cos(x) ** 2), diff(sin(x) * exp(x), x))
print(integrate(x ** 2 * exp(x), x), solve(x ** 2 - 5 * x + 6, x), limit(sin(x) / x, x, 0), series(cos(x), x, 0, 6))
print(Matrix([[1, 2], [3, 4]]).inv(), Matrix([[2, 0], [0, 3]]).eigenvals(), Rational(1, 3) + Rational(1, 6), pi.evalf(30), sqrt(8), solve([x + y - 3, x - y - 1], [x, y]))
print(latex(x ** 2 / y), factorint(360), prime(100), nsimplify(0.5), Sum(x, (x, 1, 10)).doit(), integrate(exp(-x ** 2), (x, -oo, oo)), dsolve(Function("f")(x).diff(x) - Function("f")(x)))
print(sympify("2*x + 3").subs(x, 4), Poly(x ** 2 + 2 * x + 1).factor_list(), apart(1 / (x * (x + 1)), x), trigsimp(2 * sin(x) * cos(x)), (x > 3) & (x < 5), And(x, y), binomial(10, 3), pretty(x ** 2))
