# NameError and UnboundLocalError in every scope.
def show(f):
    try:
        print(f())
    except NameError as e:
        print(type(e).__name__, e, e.name)
show(lambda: nope)
def a():
    return later_local
    later_local = 1
show(a)
def b():
    if False: x = 1
    return x
show(b)
def c():
    for i in (): pass
    return i
show(c)
def d():
    del y
    y = 1
show(d)
def e():
    def inner(): return z
    return inner()
    z = 1
show(e)
def f():
    n = 1
    def inner():
        n += 1
        return n
    return inner()
show(f)
def g():
    try:
        raise ValueError
    except ValueError as err: pass
    return err
show(g)
def h():
    with open.__class__ as q: pass
show(lambda: [w for w in range(2)] and w)
def i():
    class K: attr = missing
show(i)
def j():
    class K:
        attr = 1
        def m(self): return attr
    return K().m()
show(j)
def k(arg=lambda: undefined_in_default): return arg()
show(k)
def l():
    global never_set
    return never_set
show(l)
def m():
    import math
    del math
    return math
show(m)
show(lambda: print(undefined_1, undefined_2))
show(lambda: f'{undefined_in_f}')
show(lambda: [undefined for _ in 'a'])
show(lambda: (yield_undefined for _ in 'a').__next__())
del_me = 1
del del_me
show(lambda: del_me)
