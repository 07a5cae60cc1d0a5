# SyntaxErrors: Targets of for, with, as, comprehension and walrus.
sources = [
    'for 1 in x: pass', 'for f() in x: pass', 'for a + b in x: pass', 'for a in: pass', 'for in x: pass',
    'for a x: pass', 'for a in x', 'with a as 1: pass', 'with a as f(): pass', 'with a as: pass', 'with: pass',
    '[x for 1 in y]', '[x for f() in y]', '[x for in y]', '[for x in y]', 'import a as 1', 'import a as b.c',
    'from a import b as c.d', 'except = 1', 'try: pass\nexcept E as 1: pass', 'try: pass\nexcept E as a.b: pass',
    '(1 := 2)', '(a.b := 1)', '(a[0] := 1)', 'a := 1', '((a, b) := 1)', '(None := 1)', 'f(a := 1)', 'f(a=b := 1)',
    '[x := i for i in y]', '[i := i for i in y]', '[(i := 0) for i in y]', '[x for x in (y := z)]',
    'class C:\n [a := i for i in x]', 'with (a as b, c as 1): pass', 'for *a in x: pass', 'for a, *b, *c in x: pass',
]
for s in sources:
    try:
        compile(s, 'file.py', 'exec')
    except SyntaxError as e:
        print(repr(s), type(e).__name__, e.msg, (e.lineno, e.offset, e.end_lineno, e.end_offset))
    else:
        print(repr(s), 'compiles')
