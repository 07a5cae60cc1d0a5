# SyntaxErrors: Number literals that are wrong.
import warnings
warnings.simplefilter("ignore")
sources = [
    '1a', '0x', '0xg', '0b2', '0b', '0o8', '0o', '1_', '1__0', '_1 + 1', '012', '00', '0_7', '1e', '1e+', '1.2.3',
    '1.e', '0x_', '1_.5', '1._5', '1e1_', '5j5', '1if', '1or 2', '0b12', '0o9', '0xfg', '1__', '09', '09.5',
    '1lambda', '123abc', '1.5abc', '1e5x',
]
for s in sources:
    try:
        compile(s, 'file.py', 'exec')
    except SyntaxError as e:
        print(repr(s), type(e).__name__, e.msg, (e.lineno, e.offset, e.end_lineno, e.end_offset))
    else:
        print(repr(s), 'compiles')
