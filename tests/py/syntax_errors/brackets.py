# SyntaxErrors: Brackets that do not match or are never closed.
sources = [
    '(', ')', '[1, 2', '{1: 2', '(1, 2]', '[1, 2)', '{1}]', 'f(1, 2', 'x = (1\ny = 2', 'x = [1,\n2\nz', '((1)',
    'print(1))', '{', '}', 'def f(:\n pass', 'a[1', 'f(a[1)', '"(" + (', 'x = {1: 2\ny = 3', '(1,\n\n\n',
]
for s in sources:
    try:
        compile(s, 'file.py', 'exec')
    except SyntaxError as e:
        print(repr(s), type(e).__name__, e.msg, (e.lineno, e.offset, e.end_lineno, e.end_offset))
    else:
        print(repr(s), 'compiles')
