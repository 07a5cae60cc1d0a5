# limits: --max-steps 200000000 --max-memory 134217728
# expect: status=0 last=ok
# Patterns that are enormous or deeply nested themselves.
import re
def attempt(what, pattern, text='aaa'):
    try:
        re.compile(pattern).search(text)
    except (re.error, RecursionError, OverflowError, MemoryError) as e:
        print(what, type(e).__name__, str(e)[:50])
    else:
        print(what, 'done')
n = 20000
attempt('groups', '(' * n + 'a' + ')' * n)
attempt('non-capturing', '(?:' * n + 'a' + ')' * n)
attempt('lookahead', '(?=' * n + 'a' + ')' * n)
attempt('unclosed', '(' * n)
attempt('class', '[' + 'ab' * n + ']')
attempt('alternatives', '|'.join(['ab%d' % i for i in range(n)]))
attempt('repeat', '(?:' * 50 + 'a' + '{1,2})' * 50)
attempt('counted', '(?:(?:a{1000}){1000}){1000}')
attempt('big count', 'a{4294967295}')
attempt('bigger count', 'a{99999999999999999999}')
attempt('minimum', 'a{2147483647,}')
attempt('long literal', 'a' * 1000000)
attempt('backreferences', '(a)' + r'\1' * n)
attempt('many groups', '(a)' * 5000)
attempt('flags', '(?i:' * 1000 + 'a' + ')' * 1000)
attempt('quantified', 'a' + '*?' * 3)
attempt('lookbehind', '(?<=' + 'a' * n + ')b')
attempt('named', ''.join('(?P<n%d>a)?' % i for i in range(3000)))
print('ok')
