# SyntaxWarnings of the compiler, as errors and as texts.
import warnings
sources = ["x is 5", "x is not 'a'", "x is ()", "assert (a, 'b')", "1()", "'a' 'b'()", "[1](2)", "(1, 2)[a, b]['x']", "[1, 2]['a']", "'abc'['x']", "{1: 2}()", "1 if a else 2", "'\\d'", "b'\\d'", "'\\8'", "'\\400'", "1if x else 2", "0x1for x in y", "1or 2", "1in x", "1and 2", "None()", "None[0]", "...(1)", "f'{x}'()", "(x for x in y)[0]", "{1, 2}[0]", "~True",
           "x == 1 is 2", "def f():\n try: pass\n finally: return 1", "for x in y:\n try: pass\n finally: break", "for x in y:\n try: pass\n finally: continue", "def f():\n try: pass\n finally:\n  def g(): return 1", "x is 1.5", "x is -1", "x is f()", "'a' is x", "None is x", "True is x", "lambda: 1 is x", "5 in x", "r'\\d'", "f'\\d{x}'", "[1, 2][1.5]", "(1, 2)[1]"]
for s in sources:
    with warnings.catch_warnings(record=True) as w:
        warnings.simplefilter('always')
        try:
            compile(s, 'f.py', 'exec')
        except SyntaxError as e:
            print(repr(s), 'SyntaxError', e.msg)
        for x in w:
            print(repr(s), x.category.__name__, x.lineno, x.message)
with warnings.catch_warnings():
    warnings.simplefilter('error')
    try:
        compile('x is 5', 'f.py', 'exec')
    except SyntaxError as e:
        print(type(e).__name__, e)
