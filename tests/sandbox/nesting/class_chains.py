# limits: --max-steps 500000000 --max-memory 268435456
# expect: status=0 last=ok
# Long inheritance chains, wide bases, nested class attributes and metaclass towers.
def attempt(what, f):
    try:
        f()
    except (RecursionError, MemoryError, TypeError) as e:
        print(what, type(e).__name__)
    else:
        print(what, 'done')
def deep(n):
    c = object
    for i in range(n):
        c = type('C%d' % i, (c,), {})
    return c
attempt('deep', lambda: deep(500)())
attempt('missing attribute', lambda: getattr(deep(500)(), 'nope', None))
attempt('wide', lambda: type('W', tuple(type('B%d' % i, (), {}) for i in range(300)), {}))
def supers(n):
    class A:
        def f(self): return 0
    c = A
    for i in range(n):
        class B(c):
            def f(self): return super(B, self).f() + 1
        c = B
    return c().f()
attempt('super', lambda: supers(600))
def meta(n):
    m = type
    for i in range(n):
        m = type('M%d' % i, (type,), {'__call__': lambda cls, *a, m=m: m.__call__(cls, *a)})
    return m('X', (), {})()
attempt('meta', lambda: meta(200))
def lattice(n):
    a = b = object
    for i in range(n):
        a, b = type('A', (a,) if a is b else (a, b), {}), type('B', (a,) if a is b else (a, b), {})
    return a
attempt('lattice', lambda: lattice(30))
print('ok')
