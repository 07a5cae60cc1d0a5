# SyntaxErrors: Messages that guess what was meant.
sources = [
    'if a = 1: pass', 'while a = 1: pass', 'if a == 1 = 2: pass', 'x = a if b else c = d', '[a = 1]', '{a = 1}',
    '(a = 1)', '(a, b = 1)', 'f((a = 1))', 'a b', 'a "b"', '"a" b', '1 a', 'a 1', '[a b]', '[1 2]', '(a b)', '(1 2)',
    '{a b}', '{1: 2 3: 4}', '{1: 2, 3 4}', '[1, 2 3]', '(a, b c, d)', 'x = a b', 'return a b', 'a.b c', 'a() b',
    'a[1] b', 'whille a: pass', 'fro x in y: pass', 'def f() pass', 'if a then b', 'if a { b }',
    'x = [1, 2\nprint(x)', 'x == 1 =', 'True = False', 'a = 5 if b', 'a = 5 if b else', 'a = else',
    'a = b if c else pass', 'x = return', 'x = pass', 'x = break', 'elseif a: b', 'if a:\n b\nelse if c:\n d',
    'try:\n a\ncatch E:\n b', 'for i in range(3) print(i)', 'def f(x):\nreturn x', 'class A(B)\n pass',
    'import a as b from c', 'frm a import b', 'improt a', 'clas A: pass', 'whle True: pass', 'async dfe f(): pass',
    'lamda x: x', 'for x inn y: pass', 'try:\n pass\nexept: pass', 'while True:\n brake', 'nonlcal x',
    'deff f(): pass', 'a = nott b', 'rais ValueError', 'retrun 1', 'wth a: pass', 'pas s',
]
for s in sources:
    try:
        compile(s, 'file.py', 'exec')
    except SyntaxError as e:
        print(repr(s), type(e).__name__, e.msg, (e.lineno, e.offset, e.end_lineno, e.end_offset))
    else:
        print(repr(s), 'compiles')
