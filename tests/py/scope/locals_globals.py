# locals(), globals(), vars() and dir() without arguments.
def f(a, b=2, *c, d, **e):
    x = 1
    return locals()
print(f(1, d=4))
def g():
    y = 1
    l = locals()
    l['y'] = 99
    z = 2
    return y, sorted(locals())
print(g())
class C:
    p = 1
    q = sorted(k for k in locals() if not k.startswith('_'))
print(C.q)
v = 'module'
print(globals()['v'], globals() is locals(), vars() is globals(), 'v' in dir())
globals()['dynamic'] = 5
print(dynamic)
def h():
    def inner():
        return x
    x = 3
    return sorted(locals())
print(h(), [sorted(locals()) for k in [1]][0][:0])
print(vars(C)['p'], vars(C()))
try:
    vars(5)
except TypeError as e:
    print(e)
