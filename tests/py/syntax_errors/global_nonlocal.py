# SyntaxErrors: global and nonlocal that cannot be.
sources = [
    'nonlocal x', 'def f(): nonlocal x', 'def f(x): global x', 'def f(x): nonlocal x', 'def f():\n x = 1\n global x',
    'def f():\n print(x)\n global x', 'def f():\n global x\n nonlocal x',
    'def f():\n x = 1\n def g():\n  x = 2\n  nonlocal x', 'def f():\n def g():\n  nonlocal y', 'global x',
    'x = 1\nglobal x', 'def f():\n global x\n global x', 'class C:\n nonlocal x',
    'def f():\n x = 1\n class C:\n  nonlocal x', 'def f():\n for x in y: pass\n global x',
    'def f():\n import x\n global x', 'def f():\n x: int = 1\n global x', 'def f():\n global x\n x: int = 1',
    'def f():\n del x\n global x', 'global', 'nonlocal', 'global x, 1', 'global x.y', 'global x = 1',
    'def f():\n def g(): nonlocal x\n x = 1', 'lambda: (global x)', 'def f():\n x = 1\n lambda: (nonlocal x)',
    'def f(x):\n def g():\n  nonlocal x\n  global x', 'def f[T]():\n nonlocal T', 'class C[T]:\n nonlocal T',
]
for s in sources:
    try:
        compile(s, 'file.py', 'exec')
    except SyntaxError as e:
        print(repr(s), type(e).__name__, e.msg, (e.lineno, e.offset, e.end_lineno, e.end_offset))
    else:
        print(repr(s), 'compiles')
