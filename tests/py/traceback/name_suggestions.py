# "Did you mean" for names and attributes, as a traceback prints them.
import sys
import traceback
class Point:
    def __init__(self): self.first_name, self.length = 'f', 1
    def compute(self): return self.frist_name
    def other(self): return compute()
    def third(self): return length
p = Point()
counter, values = 1, [1]
def t(f):
    try:
        f()
    except Exception:
        print(traceback.format_exc().splitlines()[-1])
t(lambda: conter)
t(lambda: prnt(1))
t(lambda: lenn([1]))
t(lambda: Ponit())
t(lambda: p.lenght)
t(lambda: p.compute())
t(lambda: p.other())
t(lambda: p.third())
t(lambda: values.apend(1))
t(lambda: values.push(1))
t(lambda: 'a'.lowercase())
t(lambda: {}.has_key('a'))
t(lambda: {}.itmes())
t(lambda: int.form_bytes(b''))
t(lambda: xyzzy)
t(lambda: a)
t(lambda: sys.stdoot)
t(lambda: sys.nothing_like_it)
t(lambda: ValueErorr('x'))
t(lambda: Ture)
t(lambda: none)
t(lambda: values.sorted())
t(lambda: p.FIRST_NAME)
t(lambda: p._length)
t(lambda: p.length.bit_lenght())
def f(parameter):
    return paramter
t(lambda: f(1))
def g():
    local_value = 1
    return locl_value
t(g)
def h():
    import maths
t(h)
def i():
    from math import sine
t(i)
def j():
    from math import sqr
t(j)
t(lambda: math.floor(1))
t(lambda: json.dumps(1))
t(lambda: (1).foo)
t(lambda: None.foo)
t(lambda: print.foo)
t(lambda: Point.computee)
t(lambda: int(x=1))
t(lambda: 'a'.split(maxsplt=1))
t(lambda: f(paramter=1))
