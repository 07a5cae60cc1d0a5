# Source nested too deeply ends in a SyntaxError or MemoryError with CPython's words.
def attempt(what, text, mode='exec'):
    try:
        compile(text, 'f', mode)
        print(what, 'compiles')
    except (SyntaxError, MemoryError, RecursionError) as e:
        print(what, type(e).__name__, getattr(e, 'msg', e))
for n in (50, 199, 201):
    attempt(f'{n} parentheses', '(' * n + '1' + ')' * n)
attempt('1000 open', '(' * 1000)
attempt('mixed', '([{' * 80)
def blocks(n): return ''.join(' ' * i + 'if a:\n' for i in range(n)) + ' ' * n + 'pass\n'
attempt('20 blocks', blocks(20))
attempt('99 blocks', blocks(99))
attempt('101 blocks', blocks(101))
def loops(n): return ''.join(' ' * i + 'for a in b:\n' for i in range(n)) + ' ' * n + 'pass\n'
attempt('20 loops', loops(20))
attempt('21 loops', loops(21))
def withs(n): return ''.join(' ' * i + 'with a:\n' for i in range(n)) + ' ' * n + 'pass\n'
attempt('20 withs', withs(20))
attempt('21 withs', withs(21))
def functions(n): return ''.join(' ' * i + 'def f():\n' for i in range(n)) + ' ' * n + 'pass\n'
attempt('30 functions', functions(30))
attempt('1000 names', '\n'.join('a%d = 1' % i for i in range(1000)))
attempt('300 arguments', 'f(' + ', '.join('a%d' % i for i in range(300)) + ')')
attempt('300 parameters', 'def f(' + ', '.join('a%d' % i for i in range(300)) + '): pass')
attempt('300 keywords', 'f(' + ', '.join('a%d=1' % i for i in range(300)) + ')')
attempt('many targets', ', '.join('a%d' % i for i in range(300)) + ', *rest = x')
attempt('star at 300', ', '.join('a%d' % i for i in range(300)) + ', *b, c = x')
attempt('chain', '1' + ' + 1' * 500)
attempt('and chain', 'a' + ' and a' * 500)
attempt('comparison chain', 'a' + ' < a' * 200)
attempt('f-string nesting', 'f"{' + "f'{" * 1 + '1' + "}'" * 1 + '}"')
attempt('f-string too deep', 'f"{a:{b:{c:{d}}}}"')
