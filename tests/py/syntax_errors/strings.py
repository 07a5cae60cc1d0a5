# SyntaxErrors: String literals that do not end, and wrong prefixes.
sources = [
    "'abc", '"abc', "'''abc", '"""abc\ndef', "'a\nb'", "x = 'a", 'b"é"', "b'\\xg'", "'\\x1'", "'\\u123'",
    "'\\U00110000'", "'\\N{NO SUCH NAME}'", "'\\N{'", "'\\N'", 'ub"a"', 'bu"a"', 'rr"a"', 'fu"a"', '"a" b"b"',
    "f'a' b'b'", "b'a' 'b'", '"\\"', "u'a' b'a'",
]
for s in sources:
    try:
        compile(s, 'file.py', 'exec')
    except SyntaxError as e:
        print(repr(s), type(e).__name__, e.msg, (e.lineno, e.offset, e.end_lineno, e.end_offset))
    else:
        print(repr(s), 'compiles')
