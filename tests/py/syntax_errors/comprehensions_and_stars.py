# SyntaxErrors: Comprehensions and starred expressions in wrong places.
sources = [
    '[*a for a in b]', '{**a for a in b}', '{a: *b for a in c}', '(*a)', '*a', 'x = *a', '[x for x in *y]', '{*a: 1}',
    '{**a}', '{**a: 1}', '{1: **a}', '{a, b: c}', '{a: b, c}', '{a: b for a, b in c, d}', '[a, b for a in c]',
    '[a for a, b c]', '[x for x in]', '[x if y for x in z]', '[x for x in y if]', '[x for x y]', 'return *a',
    'def f(): return *a', 'def f(): yield *a', 'print(*a for a in b)', 'f(**a for a in b)', 'a[*b]', 'a[**b]',
    'a[b=1]', '*a + b', 'not *a', '(a, *b)', 'x = (*a, b', 'if *a: pass', 'del *a', '*a.b, c = 1',
    'for x in *a: pass', 'for x in *a, b: pass', '{a: }', '{a: b c: d}', '{: b}', '{a:: b}', '{*a, **b}', '{**a, *b}',
    '(x for x in y z)', '[x async for x in]',
]
for s in sources:
    try:
        compile(s, 'file.py', 'exec')
    except SyntaxError as e:
        print(repr(s), type(e).__name__, e.msg, (e.lineno, e.offset, e.end_lineno, e.end_offset))
    else:
        print(repr(s), 'compiles')
