# Carets of operators: the operator is marked, its operands underlined.
import sys
import traceback
x, y, none = 1, 'a', None
def t(f):
    try:
        f()
    except Exception:
        traceback.print_exc(limit=-1, file=sys.stdout)
t(lambda: x + y)
t(lambda: (x + 2) * (y + none))
t(lambda: x   +   y)
t(lambda: x // 0 + 1)
t(lambda: 1 - none ** 2)
t(lambda: -y)
t(lambda: ~y)
t(lambda: x < y)
t(lambda: x < 2 < y)
t(lambda: x in 5)
t(lambda: x not in none)
t(lambda: not (x @ y))
t(lambda: (x
           + y))
t(lambda: x & y | 3)
t(lambda: 'é' + x + 'ü')
t(lambda: '😀' % (x, y))
t(lambda: x and y + 1)
t(lambda: x if x + y else 2)
