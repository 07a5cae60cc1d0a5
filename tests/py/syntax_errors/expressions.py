# SyntaxErrors: Incomplete and wrong expressions.
sources = [
    'a +', 'a.', 'a[', 'a[]', 'a[1:2:3:4]', 'a[:, ::]', 'a[,]', 'a[1,]', 'f(', 'f(a', 'a if b', 'a if b else',
    'lambda x', 'lambda x: ', 'not', 'a and', 'a or', 'a not', 'a < ', 'a <', '< a', 'a ==', 'x = ', 'x +=',
    'x + = 1', 'x: ', 'x: int =', 'x: int = ', '(a, b): int', '[a]: int', 'a, b: int', 'f(): int', 'x.y: int',
    'x[0]: int', '(x): int = 1', 'x: int: str', 'x: yield', 'await', 'yield = 1', 'x = yield = 1', '()', '(,)', '[,]',
    '{,}', '(a,,b)', '[a,,b]', '{a,,b}', 'a ** ', '-', '- -', '(-)', '1 2', 'a.5', 'a. b', 'a.b.', 'a.(b)', 'a->b',
    '"a"."b"', '1.a', '1..a', '1 .a', 'x = *', 'x = **a', 'a @ ', 'a //', 'a <<', 'a >> >> b', 'a[b c]', 'a[b',
    'a{b}', 'a = {', 'type X = int', 'type X', 'type X =', 'type X[T] = T', 'type 1 = int', 'type X[T, T] = int',
    'type = 5',
]
for s in sources:
    try:
        compile(s, 'file.py', 'exec')
    except SyntaxError as e:
        print(repr(s), type(e).__name__, e.msg, (e.lineno, e.offset, e.end_lineno, e.end_offset))
    else:
        print(repr(s), 'compiles')
