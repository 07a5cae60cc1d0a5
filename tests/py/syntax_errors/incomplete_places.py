# Where input is incomplete, for those who ask for that (the flag of codeop).
def show(text, flags, mode):
    try:
        compile(text, 'f', mode, flags)
    except SyntaxError as e:
        print(repr(text), flags, mode, type(e).__name__, e.args)


for text in ('(', '[1,', 'if 1:', 'def f():\n  x = (1', '"""abc', 'x = {', 'for', 'f(a,\n', 'class A', 'try:\n  1',
             "f'''{1", '\\', '@a', 'x = "a', 'a b', '(1,\n2,\n', '1 +', 'é = ('):
    show(text, 0x4000, 'exec')
    show(text, 0x4200, 'exec')
    show(text, 0x4000, 'single')
    show(text, 0, 'exec')
