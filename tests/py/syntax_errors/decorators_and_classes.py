# SyntaxErrors: Wrong decorators and class statements.
sources = [
    '@\ndef f(): pass', '@a b\ndef f(): pass', '@a\n@b', '@a\nx = 1', '@a\nlambda: 0', '@a := b\ndef f(): pass',
    '@(a := b)\ndef f(): pass', '@a, b\ndef f(): pass', '@*a\ndef f(): pass', '@yield\ndef f(): pass',
    '@1\ndef f(): pass', '@a\nasync def f(): pass', '@a\nclass C: pass', 'class C(a, b=c, *d, **e): pass',
    'class C(a b): pass', 'class C(*): pass', 'class 1: pass', 'class C.D: pass', 'class C(): x',
    'class C(a=1, a=2): pass', 'class C(x for x in y): pass', 'class: pass', 'class C:\n def f(self)',
    'class C: def f(self): pass', 'def f(): def g(): pass', 'if a: if b: c', 'while a: for b in c: d', 'a; if b: c',
    'with a: with b: c', 'try: try: a', 'class C: pass; x = 1', 'if a: b; c\nelse: d; e', 'for a in b: c; d;',
    'def f(): a; return b;', 'lambda: a; b', 'class C(metaclass=M, x): pass',
]
for s in sources:
    try:
        compile(s, 'file.py', 'exec')
    except SyntaxError as e:
        print(repr(s), type(e).__name__, e.msg, (e.lineno, e.offset, e.end_lineno, e.end_offset))
    else:
        print(repr(s), 'compiles')
