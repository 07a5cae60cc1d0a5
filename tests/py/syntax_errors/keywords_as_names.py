# SyntaxErrors: Keywords where names are wanted.
sources = [
    'class = 1', 'def if(): pass', 'import for', 'from while import x', 'x.class', 'f(class=1)', 'def f(None): pass',
    'def f(True=1): pass', 'f(None=1)', 'f(True=1)', 'lambda None: 0', 'global None', 'nonlocal True',
    'import a as None', 'from a import None', 'for None in x: pass', 'with a as True: pass', 'class None: pass',
    'x.False', 'print = 1', 'match = case = type = _ = 1', 'async = 1', 'await = 1', 'async def f(): await = 1',
    'def async(): pass', 'None: int', 'x: None = 1', 'class C(None=1): pass', 'and = 1', 'is', 'not', 'lambda = 1',
    'except', 'del class', 'try = 5',
]
for s in sources:
    try:
        compile(s, 'file.py', 'exec')
    except SyntaxError as e:
        print(repr(s), type(e).__name__, e.msg, (e.lineno, e.offset, e.end_lineno, e.end_offset))
    else:
        print(repr(s), 'compiles')
