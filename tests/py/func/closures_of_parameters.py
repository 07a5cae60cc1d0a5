# Cells of parameters, comprehensions and classes.
def param_cell(a, *b, c=3, **d):
    def g():
        nonlocal a
        a += 1
        return a, b, c, d
    return g
g = param_cell(1, 2, c=4, e=5)
print(g(), g())
def comp_cells():
    fs = [lambda: (x, y) for x in range(2) for y in 'ab']
    gs = [(lambda z: lambda: z)(x) for x in range(3)]
    return [f() for f in fs], [h() for h in gs]
print(comp_cells())
def make_class(v):
    class C:
        attr = v
        def m(self): return v
        def setv(self, n):
            nonlocal v
            v = n
    return C
C = make_class(1)
C().setv(9)
print(C.attr, C().m())
print(len((lambda a: lambda: a)(1).__closure__), (lambda: 0).__closure__)
