# SyntaxErrors: Indentation that does not fit.
sources = [
    ' a', 'a\n b', 'if a:\n  b\n c', 'if a:\n\tb\n        c', 'if a:\n        b\n\tc', '  if a:\n  b',
    'def f():\n  a\n   b', 'if a:\n  b\n    c', 'class C:\n  a\n b', 'if a:\n  if b:\n    c\n   d', 'x = 1\n  y = 2',
    'if a: b\n  c', '\tx\n y', 'if a:\n\n\n  b\n\n c', 'for a in b:\n  pass\n    pass',
]
for s in sources:
    try:
        compile(s, 'file.py', 'exec')
    except SyntaxError as e:
        print(repr(s), type(e).__name__, e.msg, (e.lineno, e.offset, e.end_lineno, e.end_offset))
    else:
        print(repr(s), 'compiles')
