# How an uncaught SyntaxError of compiled text is shown.
import traceback
for text in ('x = (1,\n', 'if a = 1: pass', 'a b', 'print "x"', "'abc", 'é = = 2', '\tx = 1\n  y', 'f(a for a in b, 1)', '    indented', 'def f(:\n', 'x = [\n1,\n2\ny = 3\n', 'a' * 60 + ' $ ' + 'b' * 60, 'return 5', 'class C:\nx', '(a, 1) = 2', 'f"{a b}"', "f'{'", '1__0', '0777', 'x = 1 +', 'from a import *, b', '\U0001f600 x', '"é" é 1'):
    try:
        compile(text, '<text>', 'exec')
    except SyntaxError as e:
        print(''.join(traceback.format_exception_only(e)), end='')
    else:
        print('compiles', text)
