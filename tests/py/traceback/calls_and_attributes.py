# Carets of calls, subscripts and attributes.
import sys
import traceback
class A:
    b = {'k': [1, None]}
    def m(self, *a, **k): raise ValueError('m')
a = A()
def t(f):
    try:
        f()
    except Exception:
        traceback.print_exc(limit=-1, file=sys.stdout)
def u(f):
    try:
        f()
    except Exception:
        traceback.print_exc(limit=2, file=sys.stdout)
t(lambda: a.b['k'][1].real)
t(lambda: a.b['k'][5])
t(lambda: a.b['nope']['x'])
t(lambda: a.nope.more)
t(lambda: a.b.c.d)
t(lambda: len(5))
t(lambda: len([1])(2))
t(lambda: int('x') + 1)
t(lambda: a.b['k'][1:'x'])
t(lambda: a.b[[]])
t(lambda: 'abc'.upper(1).lower())
t(lambda: (lambda: 1)(2))
t(lambda: max(1, 'a', key=None))
t(lambda: list('abc')[
    'long index that spans lines'
])
u(lambda: a.m(1, x=2))
u(lambda: a.m(
    1,
    2,
))
u(lambda: print(a.m(), 5))
