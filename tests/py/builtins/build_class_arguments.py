# __build_class__ called by hand.
def show(f, *args, **kw):
    try:
        r = f(*args, **kw)
        print(type(r).__name__, r)
    except BaseException as e:
        print(type(e).__name__, e)

build = __build_class__
def meta(name, bases, ns, **kw): return name, bases, sorted(ns), kw
for args, kw in (((), {}), ((len,), {}), ((len, 'n'), {}), (('x', 'n'), {}), ((lambda: None, 5), {}), ((lambda: None, 'N'), {}), ((lambda: None, 'N', int), {}),
                 ((lambda: None, 'N', bool), {}), ((lambda: None, 'N', None), {}), ((lambda: None, 'N', 5), {}), ((lambda: None, 'N', (1, 2)), {}),
                 ((lambda: None, 'N'), {'metaclass': meta, 'a': 1}), ((lambda: None, 'N'), {'metaclass': len}), ((lambda: None, 'N'), {'metaclass': -2.5}),
                 ((lambda x: None, 'N'), {}), ((lambda: 1 / 0, 'N'), {}), ((lambda: 5, 'N'), {'metaclass': meta})):
    show(lambda: str(build(*args, **kw)))
