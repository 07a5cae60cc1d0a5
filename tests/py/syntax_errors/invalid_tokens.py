# SyntaxErrors: Characters and tokens that do not exist.
sources = [
    'a $ b', 'a ? b', '`a`', 'a ! b', 'a <> b', 'a++', '++', 'a = = b', 'a =! b', 'a => b', 'a -> b', 'a && b',
    'a || b', '!a', 'a::b', 'a ** ** b', 'a \\ b', 'a\\', '\\', 'é€', '€', '“a”', 'a – b', '\xa0a', 'a\u200b',
    'x = 1 # ok\n$', '1 +', '+', '* 2', 'a +* b', 'a . b', 'a..b', 'a.1', '.a', '. 5', '...a', 'a...', '@', '@a',
    '@a\nb', '@a\ndef', 'a @', '~', 'a ~ b', 'a := b := c', 'a not b', 'a is is b', 'a in in b', 'a not in',
    'not in a', 'and a', 'a or', 'a if b', 'a if b else', 'if else', 'x = if a: b', 'a, b +', 'a ;; b', ';', 'a;',
    ':', ',', '\x00',
]
for s in sources:
    try:
        compile(s, 'file.py', 'exec')
    except SyntaxError as e:
        print(repr(s), type(e).__name__, e.msg, (e.lineno, e.offset, e.end_lineno, e.end_offset))
    else:
        print(repr(s), 'compiles')
