# many locals, parameters, arguments, constants; deep nesting
def gen(n):
    src = "def f(" + ", ".join("a%d" % i for i in range(n)) + "):\n"
    src += "    def g(): return a%d + a0\n" % (n - 1)
    src += "    b = a0\n    for i in range(3):\n        b += a%d\n" % (n // 2)
    for i in range(n):
        src += "    l%d = a%d + %d\n" % (i, i, i)
    src += "    del l0\n"
    src += "    try:\n        l0\n    except UnboundLocalError as e:\n        b += 1\n"
    src += "    return b, g(), l%d, sum([x + l%d for x in (1, 2)]), locals()['a%d'], locals()['l%d']\n" % (n - 1, n // 2, n - 1, n - 1)
    return src
for n in (3, 60, 99, 100, 101, 120, 160, 200, 250, 255, 256, 257, 260, 300, 411, 412, 600):
    ns = {}
    exec(gen(n), ns)
    print(n, ns['f'](*range(n)))
    if n < 256:
        ns = {}
        exec(gen(n) + "r = f(" + ", ".join(map(str, range(n))) + ")\n", ns)
        print(ns['r'])
# wide cells
def wide(n):
    src = "def f():\n"
    for i in range(n):
        src += "    v%d = %d\n" % (i, i)
    src += "    def g():\n        nonlocal v%d\n        v%d += 1\n        return %s\n" % (n - 1, n - 1, "+".join("v%d" % i for i in range(n)))
    src += "    r = g()\n    v%d += 5\n    return r, g(), v%d\n" % (n - 1, n - 1)
    return src
for n in (10, 99, 100, 101, 150, 300, 400):
    ns = {}
    exec(wide(n), ns)
    print(n, ns['f'](), len(ns['f'].__code__.co_cellvars))
# deep nesting of calls and displays
def ident(*a): return a[0] if len(a) == 1 else a
for depth in (10, 50, 90, 95):
    s = "x"
    for i in range(depth):
        s = "ident(%s)" % s
    print(depth, eval(s, {'ident': ident, 'x': 5}))
    s = "x"
    for i in range(depth):
        s = "(1, y, ident(2), %s)" % s
    v = eval(s, {'ident': ident, 'x': 5, 'y': 7})
    k = 0
    while isinstance(v, tuple):
        k += 1
        assert v[:3] == (1, 7, 2)
        v = v[3]
    print(k, v)
def f(depth):
    s = "x"
    for i in range(depth):
        s = "ident(%d, %s, y)" % (i, s)
    return s
for d in (5, 60, 100, 150, 190):
    src = "def g(x, y, ident):\n    for i in [1, 2]:\n        try:\n            z = " + f(d) + "\n        except ZeroDivisionError:\n            z = None\n    return z\n"
    ns = {}
    exec(src, ns)
    v = ns['g'](1, 2, lambda a, b, c: a + c + (b if isinstance(b, int) else 0))
    print(d, v)
# exception inside a spilled region is handled by the loop's try
src = "def g(ident, items):\n    out = []\n    for it in items:\n        for j in (1, 2):\n            try:\n                out.append(" + f(120).replace('x', 'ident(it, 1, j)', 1) + ")\n            except ValueError as e:\n                out.append(str(e))\n            finally:\n                out.append('f')\n    return out\n"
ns = {'y': 1}
exec(src, ns)
def thrower(a, b, c):
    if a == 'bad': raise ValueError('bad %s' % c)
    return b if isinstance(b, int) else 0
print(ns['g'](thrower, ['ok', 'bad', 'ok']))
# power chains
print(eval("**".join(["a"] * 300), {'a': 1}))
print(eval("-" * 150 + "a", {'a': 1}))
print(eval("not " * 150 + "a", {'a': 1}))
print(eval(" + ".join(["a"] * 900), {'a': 1}))
print(eval("[" + ", ".join(["a"] * 5000) + "]", {'a': 1}) == [1] * 5000)
print(eval("(" + ", ".join(["a"] * 500) + ")", {'a': 1}) == (1,) * 500)
print(len(eval("{" + ", ".join("a + %d" % i for i in range(500)) + "}", {'a': 1})))
print(len(eval("{" + ", ".join("a + %d: a" % i for i in range(500)) + "}", {'a': 1})))
print(eval("f(" + ", ".join(["a"] * 300) + ")", {'a': 1, 'f': lambda *a: len(a)}))
print(eval("f(" + ", ".join("k%d=a" % i for i in range(300)) + ")", {'a': 1, 'f': lambda **k: len(k)}))
print(eval("f'" + "{a}-" * 300 + "'", {'a': 1}) == '1-' * 300)
print(eval("''.join([" + ", ".join("'%d'" % i for i in range(70000)) + "])").__len__())
src = "x = [" + ", ".join("[%d.5]" % i for i in range(70000)) + "]\ny = len(x)\nname_after = y + 1\n"
ns = {}
exec(src, ns)
print(ns['name_after'], ns['x'][69999])
a = list(range(300))
exec(", ".join("t%d" % i for i in range(250)) + " = a[:250]\nprint(t0, t249)")
exec(", ".join("t%d" % i for i in range(40)) + ", *r = a\nprint(t39, len(r))")
exec("x, *r, y, z = a\nprint(x, len(r), y, z)")
def h():
    exec("pass")
    (t0, t1, t2, t3, t4, t5, t6, t7, t8, t9, t10, t11, t12, t13, t14, t15, t16, t17, t18, t19, t20, t21, t22, t23, t24, t25,
     t26, t27, t28, t29, t30, t31, t32, t33, t34, t35, t36, t37, t38, t39) = range(40)
    return t0, t31, t39
print(h())
