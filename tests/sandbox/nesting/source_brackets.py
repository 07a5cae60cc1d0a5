# limits: --max-steps 500000000
# expect: status=0 last=ok
# Deeply nested source ends in a named error, whatever it is nested in.
def attempt(what, text, mode='eval'):
    try:
        compile(text, what, mode)
    except (SyntaxError, MemoryError, RecursionError) as e:
        print(what, type(e).__name__)
    else:
        print(what, 'compiled')
for n in (50, 1000, 100000):
    attempt('parentheses', '(' * n + '1' + ')' * n)
    attempt('lists', '[' * n + ']' * n)
    attempt('dicts', '{1:' * n + '1' + '}' * n)
    attempt('calls', 'f(' * n + ')' * n)
    attempt('subscripts', 'x[' * n + '0' + ']' * n)
    attempt('unclosed', '(' * n)
    attempt('mixed', '([{' * n)
    attempt('starred', '[*' * n + 'x' + ']' * n)
    attempt('generator', '(x for x in ' * n + 'y' + ')' * n)
    attempt('tuple targets', '(' * n + 'a' + ',)' * n + '= 1', 'exec')
print('ok')
