# Carets under binary operations, subscripts and calls that span lines.
import traceback


class A:
    x = None


def show(f):
    try:
        f()
    except Exception:
        traceback.print_exc(file=sys.stdout)


import sys
a = A()
d = {'k': [1, {'z': None}]}
show(lambda: d['k'][1]['z']['w'])
show(lambda: a.x.y.z)
show(lambda: 1 + 2 * (3 / 0) - 5)
show(lambda: (len)(
    5,
))
show(lambda: d['k'] + 1 if a else 2)
show(lambda: 'é' * 3 + a.x[0])
show(lambda: -a.x)
show(lambda: [i / 0 for i in range(2)])
show(lambda: d
     ['missing'])
