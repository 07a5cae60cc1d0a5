# code.replace: what each field takes.
def show(f, *args, **kw):
    try:
        r = f(*args, **kw)
        print(type(r).__name__, r)
    except BaseException as e:
        print(type(e).__name__, e)

def f(a, b=1, *, c): return a
code = f.__code__
class Index:
    def __index__(self): return 77
for name in ('co_argcount', 'co_posonlyargcount', 'co_kwonlyargcount', 'co_nlocals', 'co_stacksize', 'co_flags', 'co_firstlineno'):
    for v in (1.5, 'a', None, 2**40, -10**30, -5, True if name == 'co_firstlineno' else 'x', getattr(code, name)):
        show(lambda: code.replace(**{name: v}) and 'made')
for name in ('co_code', 'co_linetable', 'co_exceptiontable', 'co_consts', 'co_names', 'co_varnames', 'co_freevars', 'co_cellvars', 'co_filename', 'co_name', 'co_qualname'):
    for v in (1, None, [1], 'text' if name[-4:] != 'name' else b'', getattr(code, name)):
        show(lambda: code.replace(**{name: v}) and 'made')
show(code.replace, 1)
show(code.replace, x=1)
new = code.replace(co_firstlineno=Index(), co_name='n', co_qualname='q', co_filename='file')
print(new.co_firstlineno, new.co_name, new.co_qualname, new.co_filename, new == code, new.replace(co_firstlineno=code.co_firstlineno, co_name='f') == code)
