# Attributes of code objects, and copies with some of them replaced.
def t(f):
    try: print(f())
    except BaseException as e: print(type(e).__name__, e)
def f(a, b=1, *c, d, **e):
    """doc"""
    x = a.attr + len(b)
    for i in c:
        print(i, 'text', 12345678901)
    return lambda: x
c = f.__code__
t(lambda: [n for n in ('attr','len','print') if n in c.co_names]); t(lambda: (c.co_varnames, c.co_cellvars, c.co_freevars, c.co_argcount, c.co_kwonlyargcount, c.co_nlocals>=6))
t(lambda: 'text' in c.co_consts and 12345678901 in c.co_consts and any(type(k) is type(c) for k in c.co_consts))
t(lambda: sorted({l[2] for l in c.co_lines() if l[2]})[0:4]); t(lambda: sorted({p[0] for p in c.co_positions() if p[0]})[0:4])
d = c.replace(co_name='new', co_firstlineno=99, co_filename='x.py', co_qualname='q')
t(lambda: (d.co_name, d.co_firstlineno, d.co_filename, d.co_qualname, c.co_name, d.co_varnames == c.co_varnames))
t(lambda: type(c.co_code).__name__); t(lambda: c.replace(nope=1)); t(lambda: c.replace(co_name=1)); t(lambda: c.replace(co_varnames=c.co_varnames) is not c)
import types
@types.coroutine
def gen():
    return (yield 1)
async def co(): return await gen()
k=co(); t(lambda: k.send(None)); t(lambda: k.send('v'))
g = types.FunctionType(d, globals(), 'name', (5,))
t(lambda: (g.__name__, g.__code__ is d, g.__defaults__))
