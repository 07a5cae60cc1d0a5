# SyntaxErrors: Wrong t-strings and combinations of prefixes.
sources = [
    "t'{'", "t'}'", "t'{}'", "t'{a!x}'", "t'a' 'b'", "'a' t'b'", "t'a' f'b'", "f'a' t'b'", "t'a' b'b'", "t'a' t'b'",
    "bt'a'", "tf'a'", "tr'a'", "rt'a'", "ut'a'", "t'{a b}'", "t'{a:{b!z}}'", "t'{lambda: 1}'", "t'''{\na}'''", "T'a'",
    "TR'{a}'", "t'{a", "t'{a!r:x", "t'{!r}'", "t'{*a}'", "t'{yield}'", "br'a'", "rb'a'", "bb'a'", "fr'a'", "rf'a'",
    "ff'a'", "uu'a'", "ur'a'", "rbf'a'", "x't'",
]
for s in sources:
    try:
        compile(s, 'file.py', 'exec')
    except SyntaxError as e:
        print(repr(s), type(e).__name__, e.msg, (e.lineno, e.offset, e.end_lineno, e.end_offset))
    else:
        print(repr(s), 'compiles')
