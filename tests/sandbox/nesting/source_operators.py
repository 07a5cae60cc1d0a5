# limits: --max-steps 500000000
# expect: status=0 last=ok
# Long chains of operators and of prefixes.
def attempt(what, text, mode='eval'):
    try:
        compile(text, what, mode)
    except (SyntaxError, MemoryError, RecursionError) as e:
        print(what, type(e).__name__)
    else:
        print(what, 'compiled')
for n in (100, 5000, 50000):
    attempt('plus', '1' + '+1' * n)
    attempt('names plus', 'a' + '+a' * n)
    attempt('power', 'a' + '**a' * n)
    attempt('minus', '-' * n + 'a')
    attempt('not', 'not ' * n + 'a')
    attempt('invert', '~' * n + 'a')
    attempt('and', 'a' + ' and a' * n)
    attempt('compare', 'a' + '<a' * n)
    attempt('attributes', 'a' + '.a' * n)
    attempt('items', 'a' + '[0]' * n)
    attempt('calls', 'a' + '()' * n)
    attempt('conditional', 'a if a else ' * n + 'a')
    attempt('lambda', 'lambda:' * n + 'a')
    attempt('await', 'await ' * n + 'a')
    attempt('assignments', 'a=' * n + '1', 'exec')
    attempt('strings', '"a" ' * n)
    attempt('walrus', '(a:=' * n + '1' + ')' * n)
    attempt('star', '*' * n + 'a')
print('ok')
