# Attributes of function objects.
def f(a: int, b: str = 'x', *c, d=1, **e) -> bool:
    "The docstring."
    local = 1
    return local
print(f.__name__, f.__qualname__, f.__doc__, f.__module__, f.__defaults__, f.__kwdefaults__, f.__annotations__, f.__dict__, f.__closure__, f.__type_params__)
f.attr = 5
f.__doc__ = 'new doc'
f.__name__ = 'renamed'
print(f.attr, f.__dict__, f.__doc__, f.__name__, callable(f), type(f).__name__)
c = f.__code__
print(c.co_name, c.co_argcount, c.co_kwonlyargcount, c.co_posonlyargcount, c.co_varnames, c.co_nlocals, c.co_firstlineno, c.co_flags & 0x0c)
def outer():
    def inner(): pass
    return inner
class K:
    def m(self): pass
    lam = lambda self: 0
print(outer().__qualname__, K.m.__qualname__, K.lam.__qualname__, (lambda: 0).__name__, K().m.__func__ is K.m, type(K().m).__name__)
def show(g):
    try:
        g()
    except (TypeError, AttributeError) as e:
        print(type(e).__name__, e)
show(lambda: setattr(f, '__name__', 5))
show(lambda: setattr(f, '__defaults__', 5))
show(lambda: setattr(f, '__code__', 5))
show(lambda: f.nope)
show(lambda: setattr(K().m, 'x', 1))
