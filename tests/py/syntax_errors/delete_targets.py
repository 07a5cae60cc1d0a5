# SyntaxErrors: Things that cannot be deleted.
sources = [
    'del 1', 'del f()', 'del a + b', 'del None', 'del (a, 1)', 'del [a, f()]', 'del', 'del *a', 'del (*a,)',
    'del a, *b', 'del x if y else z', 'del {}', 'del -a', 'del a.b()', 'del "a"', 'del ()', 'del a.b, c[1]',
    'del lambda: 0', 'del __debug__', 'del (yield)', 'del a = 1',
]
for s in sources:
    try:
        compile(s, 'file.py', 'exec')
    except SyntaxError as e:
        print(repr(s), type(e).__name__, e.msg, (e.lineno, e.offset, e.end_lineno, e.end_offset))
    else:
        print(repr(s), 'compiles')
