# SyntaxErrors: Wrong parameter lists.
sources = [
    'def f(a, a): pass', 'def f(a=1, b): pass', 'def f(*): pass', 'def f(*, **k): pass', 'def f(**k, a): pass',
    'def f(*a, *b): pass', 'def f(**k, **l): pass', 'def f(a, /, b, /): pass', 'def f(/): pass', 'def f(*a, /): pass',
    'def f(a, *, b, /): pass', 'def f(1): pass', 'def f(a.b): pass', 'def f((a, b)): pass', 'def f(a, , b): pass',
    'def f(a b): pass', 'def f(*a=1): pass', 'def f(**k=1): pass', 'def f(*, a=1, b): pass',
    'def f(a: int = 1, b): pass', 'def f(*a: *b): pass', 'def f(a: *b): pass', 'lambda a, a: 0', 'lambda a=1, b: 0',
    'lambda *: 0', 'lambda (a): 0', 'lambda a, /, b, /: 0', 'def (): pass', 'def f: pass', 'def f() -> : pass',
    'def f(self, *args, self): pass', 'def f(a, *a): pass', 'def f(a, **a): pass', 'def f(*, a, a): pass',
    'lambda **k, a: 0', 'def f("a"): pass', 'def f(a, b=): pass', 'lambda x: (yield) = 1', 'def f(**a, *b): pass',
    'def f(a=1, /, b): pass',
]
for s in sources:
    try:
        compile(s, 'file.py', 'exec')
    except SyntaxError as e:
        print(repr(s), type(e).__name__, e.msg, (e.lineno, e.offset, e.end_lineno, e.end_offset))
    else:
        print(repr(s), 'compiles')
