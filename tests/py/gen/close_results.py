# What close returns, throw replaces and throw refuses.
def g():
    yield
def ret():
    try:
        yield 1
    except GeneratorExit:
        return 'closed value'
r = ret()
next(r)
print(r.close(), g().close())
def repl():
    try:
        yield
    except ValueError:
        raise KeyError('replaced')
p = repl()
next(p)
try:
    p.throw(ValueError('v'))
except KeyError as e:
    print(e, repr(e.__context__))
for bad in (5, int, 'x'):
    try:
        g().throw(bad)
    except TypeError as e:
        print(e)
