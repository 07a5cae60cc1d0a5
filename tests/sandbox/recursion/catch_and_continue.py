# limits: --max-steps 20000000
# expect: status=0|3 kind=steps
# Catching RecursionError at every depth and going down again never breaks the machine.
def f(n):
    try:
        f(n + 1)
    except RecursionError:
        f(n + 1)
    finally:
        g()
def g():
    pass
try:
    f(0)
except RecursionError:
    print('ok')
