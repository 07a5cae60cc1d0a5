# SyntaxErrors: Wrong f-strings.
import warnings
warnings.simplefilter("ignore")
sources = [
    "f'{'", "f'}'", "f'{}'", "f'{ }'", "f'{a'", "f'{a b}'", "f'{a!}'", "f'{a!x}'", "f'{a!rr}'", "f'{a! r}'",
    "f'{a:{'", "f'{a:{b}'", "f'{lambda x: 1}'", "f'{(lambda x: 1)}'", "f'{a:{b:{c}}}'", "f'{*a}'", "f'{**a}'",
    "f'{a=!}'", "f'{a=b}'", "f'{a==b}'", "f'{!r}'", "f'{:5}'", "f'{=}'", "f'{a!r:^{b!r}}'", "f'{1 = }'", "f'{a;b}'",
    "f'{a:=5}'", "f'{(a:=5)}'", "f'{def}'", "f'{import x}'", "f'{'a'}'", 'f\'{"a\'}\'', "f'{a[}'", "f'{a)}'",
    "f'{(a}'", "f'{#}'", "f'{a#}'", "f'{\n}'", "f'''{\na\n}'''", "f'{yield}'", "f'{await x}'", "f'{a!r'", "f'{{}'",
    "f'{{a}}}'", "f'\\N{'", "f'\\N{BULLET}'", "f'{\\}'", "f'{'\\n'}'", "f'{a!r !s}'", "f'{a,}'", "f'{a$b}'",
    "f'{a?}'", "f'{None = 1}'", "f'{1 if 2}'", "f'{for}'", "f'abc{'",
]
for s in sources:
    try:
        compile(s, 'file.py', 'exec')
    except SyntaxError as e:
        print(repr(s), type(e).__name__, e.msg, (e.lineno, e.offset, e.end_lineno, e.end_offset))
    else:
        print(repr(s), 'compiles')
