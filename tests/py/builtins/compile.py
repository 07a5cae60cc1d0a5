# compile: modes, filenames, errors, code attributes.
c = compile('x = 1\ny = x + 1\n', 'name.py', 'exec')
ns = {}
print(exec(c, ns), ns['y'], c.co_filename, c.co_name, c.co_firstlineno, type(c).__name__)
print(eval(compile('2 ** 5', '<e>', 'eval')), eval(compile('x = 1', 'f', 'exec')))
exec(compile('1 + 1; "text"; None; [1, 2]', '<single>', 'single'))
exec(compile('for i in range(2): i\n', '<single>', 'single'))
def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
show(lambda: compile('1', 'f', 'bad'))
show(lambda: compile('x = 1', 'f', 'eval'))
show(lambda: compile('1\n2', 'f', 'single'))
show(lambda: compile(5, 'f', 'exec'))
show(lambda: compile('1', 5, 'exec'))
show(lambda: compile('a\0b', 'f', 'exec'))
show(lambda: compile('return 1', 'f', 'exec'))
show(lambda: compile('1', 'f'))
show(lambda: compile('if 1:\npass', 'f', 'exec'))
def f(a, b=1, *c, d, **e):
    z = a
    def inner(): return z
    return inner
co = f.__code__
print(co.co_varnames, co.co_cellvars, co.co_freevars, co.co_argcount, co.co_kwonlyargcount, co.co_flags, f(1, d=2).__code__.co_freevars, co.co_qualname)
