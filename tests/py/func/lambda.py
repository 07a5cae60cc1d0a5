# Lambda expressions.
print((lambda x: x + 1)(1), (lambda: None)(), (lambda *a, **k: (a, k))(1, b=2), (lambda x, y=2: x * y)(3), (lambda x, /, *, y: (x, y))(1, y=2))
print((lambda x: (lambda y: x + y))(1)(2), sorted([3, 1, 2], key=lambda v: -v), [f(2) for f in [lambda x: x, lambda x: x * x]], (lambda: (yield))().__class__.__name__)
fact = lambda n: 1 if n < 2 else n * fact(n - 1)
print(fact(10), fact.__name__, (lambda a, b: a if a > b else b)(3, 9))
compose = lambda f, g: lambda x: f(g(x))
print(compose(str, abs)(-5), (lambda s: s[::-1])('abc'), (lambda *, k=5: k)(), (lambda x: x and 'truthy' or 'falsy')([]))
d = {'add': lambda a, b: a + b, 'mul': lambda a, b: a * b}
print(d['add'](2, 3), d['mul'](2, 3), (lambda: [1, 2])()[0], (lambda x=1: x)(), (lambda: (1, 2))())
x = lambda: x
print(x() is x, (lambda _: _)(5), list(map(lambda t: t[0], ['ab', 'cd'])))
