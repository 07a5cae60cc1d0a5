# return without value, with tuples, in loops, try, with, and nested functions.
def none(): return
def nothing(): pass
def many(): return 1, 2, *[3, 4]
def one(): return 1,
def nested():
    def inner(): return 'inner'
    return inner
def loop():
    for i in range(10):
        for j in range(10):
            if i * j == 12:
                return i, j
def early(x):
    if not x: return 'falsy'
    return 'truthy'
def in_try():
    try:
        return 'try'
    finally:
        print('finally')
def in_with():
    import contextlib
    with contextlib.nullcontext():
        return 'with'
def conditional(x): return x if x else None
def recursive(n): return n and n + recursive(n - 1)
print(none(), nothing(), many(), one(), nested()(), loop(), early(0), early(1), in_try(), in_with(), conditional(0), recursive(10))
a, (b, *c) = 1, many()
print(a, b, c)
def gen():
    yield 1
    return 'gen value'
def use():
    r = yield from gen()
    print(r)
print(list(use()))
def unreachable():
    return 1
    yield 2
print(list(unreachable()))
print((lambda: (1, 2))(), (lambda x: (x, x))(1))
