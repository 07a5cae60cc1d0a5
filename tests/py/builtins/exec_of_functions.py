# exec, eval and FunctionType of code that was not compiled for them; cells for free variables.
def show(f, *args, **kw):
    try:
        r = f(*args, **kw)
        print(type(r).__name__, r)
    except BaseException as e:
        print(type(e).__name__, e)

import types
def maker(x):
    def inner(y=0): return x, y
    return inner
def gen(): yield 1
async def co(): return 1
def args(a, b=2): pass
inner = maker(5).__code__
module = compile('q = 1', 'f', 'exec')
cell = types.CellType(7)
for code in (inner, (lambda: 9).__code__, (lambda x, *y, z=1, **k: x).__code__, args.__code__, module, compile('q', 'f', 'eval')):
    show(exec, code)
    show(lambda: eval(code, {'q': 3}))
    for closure in (None, (), (cell,), (1,), [cell], (cell, cell), 5):
        show(exec, code, {'q': 4}, closure=closure)
        show(lambda: types.FunctionType(code, {'q': 6}, closure=closure)())
    show(lambda: types.FunctionType(code, None))
    show(lambda: types.FunctionType(code, {}, 5))
    show(lambda: types.FunctionType(code, {}, 'n', 5))
    show(lambda: types.FunctionType(code, {'q': 6}, closure=(cell,))(1))
print(type(eval(gen.__code__)).__name__, eval(co.__code__).close())
show(exec, 'x = 1', closure=(cell,))
print(module.co_varnames, module.co_nlocals, module.co_argcount, compile('1', 'f', 'eval').co_varnames)
f = types.FunctionType(module, space := {})
print(f(), space['q'])
show(f, 1)
show(f, x=1)
show(types.MethodType(f, 1))
