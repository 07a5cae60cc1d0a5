# SyntaxErrors: Wrong type parameter lists.
sources = [
    'def f[T, T](): pass', 'class C[T, T]: pass', 'def f[](): pass', 'class C[]: pass', 'def f[1](): pass',
    'def f[T: (yield)](): pass', 'def f[*T: int](): pass', 'def f[**P: int](): pass', 'def f[T = int](): pass',
    'def f[T = int, U](): pass', 'def f[*Ts = int](): pass', 'def f[*Ts = *int](): pass', 'def f[**P = int](): pass',
    'class C[T: int = str]: pass', 'type X[T: await y] = T', 'type X[T] = (yield)', 'class C[T](a := 1): pass',
    'def f[T](x: (y := 1)): pass', 'type X = (y := 1)', 'def f[__debug__](): pass', 'class __debug__: pass',
    'def f(__debug__): pass', 'import __debug__', 'f(__debug__=1)', 'x.__debug__ = 1', 'class C[T]: T = 1',
    'def f[T](T): pass', 'type X[T = ] = T', 'class C[*]: pass', 'def f[T:](): pass', 'lambda[T]: 0', 'class C[T]()',
    'type X[**P, *Ts, T] = int', 'class A[T]:\n class B[T]: pass',
]
for s in sources:
    try:
        compile(s, 'file.py', 'exec')
    except SyntaxError as e:
        print(repr(s), type(e).__name__, e.msg, (e.lineno, e.offset, e.end_lineno, e.end_offset))
    else:
        print(repr(s), 'compiles')
