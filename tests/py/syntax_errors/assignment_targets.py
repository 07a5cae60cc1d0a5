# SyntaxErrors: Things that cannot be assigned to.
sources = [
    '1 = x', '"a" = x', 'None = 1', 'True = 1', 'f() = 1', 'a + b = c', '-a = 1', 'a and b = 1', 'not a = 1',
    'a < b = 1', '[a, 1] = x', '(a, b()) = x', 'lambda: 1 = 2', 'a if b else c = 1', '{1: 2} = x', '{1} = x',
    '... = 1', 'f"a" = 1', '[x for x in y] = 1', '(x for x in y) = 1', 'x = 1 = y', '*a = 1', 'a, *b, *c = x',
    '(a) = 1', '(a, b) += 1', '[a] += 1', 'a() += 1', '1 += 1', 'None += 1', 'a.b() = 1', 'await x = 1', 'yield = 1',
    '(yield) = 1', '__debug__ = 1', 'x.None = 1', 'a = b + c = d', '*a', '*a, b = c = 1', '(*a) = 1',
]
for s in sources:
    try:
        compile(s, 'file.py', 'exec')
    except SyntaxError as e:
        print(repr(s), type(e).__name__, e.msg, (e.lineno, e.offset, e.end_lineno, e.end_offset))
    else:
        print(repr(s), 'compiles')
