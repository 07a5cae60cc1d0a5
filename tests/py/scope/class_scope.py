# Class bodies: their names are not visible in methods; they read enclosing ones.
x = 'global'
class A:
    x = 'class'
    y = x + '!'
    def m(self):
        return x
    z = [x for _ in range(1)]
    w = [v for v in (x,)]
print(A.y, A().m(), A.z, A.w)
def f():
    x = 'local'
    class B:
        a = x
        def m(self):
            return x
    class C:
        print('before', x)
        x = 'own'
        print('after', x)
    return B.a, B().m()
try:
    print(f())
except NameError as e:
    print(type(e).__name__, e)
class D:
    x = x + ' copy'
    del x
print(hasattr(D, 'x'), x)
class E:
    if True:
        cond = 1
    for i in range(3):
        pass
    def i2(self): return 2
print(E.cond, E.i, sorted(k for k in vars(E) if not k.startswith('__')))
class F:
    global g_in_class
    g_in_class = 5
    def __init_subclass__(cls): print('sub', cls.__name__)
    class Inner: pass
print(g_in_class, F.Inner.__qualname__)
