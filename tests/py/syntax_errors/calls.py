# SyntaxErrors: Wrong arguments in calls.
sources = [
    'f(a=1, b)', 'f(**a, b)', 'f(**a, *b)', 'f(a=1, *b)', 'f(a=1, a=2)', 'f(1=2)', 'f(a.b=1)', 'f(a()=1)', 'f("a"=1)',
    'f(a + b=1)', 'f(x for x in y, 1)', 'f(1, x for x in y)', 'f(x for x in y)', 'f(a b)', 'f(a, , b)', 'f(,)',
    'f(*)', 'f(**)', 'f(a=)', 'f(*a b)', 'f(a := 1, b)', 'f(a=b=c)', 'f(lambda: 0=1)', 'f(x=1 for x in y)',
    'f(True=1)', 'f(a[0]=1)', 'f(-a=1)', 'f(a, b=1, c, d)', 'class C(a=1, b): pass', 'f(a for a in b, c=1)',
    'f(**a, **b, c=1, *d)', 'f(not a=1)', 'f(a, b for b in c)', 'print 1', 'print "a"', 'print a.b', 'exec "x"',
    'print(a b)', 'f(a, b c)', 'f(1 2)', 'f("a" b)',
]
for s in sources:
    try:
        compile(s, 'file.py', 'exec')
    except SyntaxError as e:
        print(repr(s), type(e).__name__, e.msg, (e.lineno, e.offset, e.end_lineno, e.end_offset))
    else:
        print(repr(s), 'compiles')
