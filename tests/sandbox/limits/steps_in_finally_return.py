# limits: --max-steps 1000000
# expect: status=3 kind=steps
# `return` and `break` in finally cannot swallow the limit.
import contextlib
import warnings
warnings.simplefilter('ignore')
exec('''
def f():
    while True:
        try:
            while True:
                pass
        finally:
            break
    return 'swallowed'
def g():
    try:
        while True:
            pass
    finally:
        return 'swallowed'
''')
with contextlib.suppress(BaseException):
    print(f())
print(g())
