# limits: --max-steps 500000000
# expect: status=0 last=ok
# Nested blocks, and very many of one kind of clause.
def attempt(what, text):
    try:
        compile(text, what, 'exec')
    except (SyntaxError, MemoryError, RecursionError) as e:
        print(what, type(e).__name__, str(e)[:40])
    else:
        print(what, 'compiled')
def nest(head, n, tail=''):
    return ''.join(' ' * i + head + '\n' for i in range(n)) + ' ' * n + 'pass\n' + ''.join(' ' * i + tail + '\n' for i in range(n - 1, -1, -1) if tail)
for n in (15, 90, 500):
    attempt('if', nest('if a:', n))
    attempt('while', nest('while a:', n))
    attempt('for', nest('for a in b:', n))
    attempt('with', nest('with a:', n))
    attempt('try', nest('try:', n, 'finally: pass'))
    attempt('def', nest('def f():', n))
    attempt('class', nest('class C:', n))
    attempt('match', nest('match a:', n))
attempt('elif', 'if a: pass\n' + 'elif a: pass\n' * 5000)
attempt('except', 'try: pass\n' + 'except a: pass\n' * 5000)
attempt('case', 'match a:\n' + ' case 1: pass\n' * 5000)
attempt('decorators', '@a\n' * 5000 + 'def f(): pass')
attempt('with items', 'with ' + ', '.join(['a'] * 2000) + ': pass')
attempt('patterns', 'match a:\n case ' + '[' * 5000 + ']' * 5000 + ': pass')
attempt('or patterns', 'match a:\n case ' + ' | '.join(['1'] * 5000) + ': pass')
attempt('f-strings', 'f"' + '{f"' * 200 + '"}' * 200 + '"')
attempt('format specs', 'f"{a:' + '{a:' * 300 + '}' * 300 + '}"')
attempt('statements', 'a\n' * 50000)
attempt('names', '\n'.join('a%d = %d' % (i, i) for i in range(20000)))
attempt('parameters', 'def f(' + ', '.join('a%d' % i for i in range(5000)) + '): pass')
attempt('arguments', 'f(' + ', '.join('a%d=1' % i for i in range(5000)) + ')')
attempt('one line', 'x = ' + '[' + '1,' * 200000 + ']')
attempt('long name', 'x' * 1000000 + ' = 1')
attempt('long string', 'x = "' + 'y' * 1000000 + '"')
print('ok')
