# Closures capture variables, not values; nonlocal rebinding.
def counter():
    n = 0
    def inc(by=1):
        nonlocal n
        n += by
        return n
    def get():
        return n
    return inc, get
inc, get = counter()
inc(); inc(5)
print(get(), counter()[1]())
fs = [lambda: i for i in range(3)]
print([f() for f in fs])
fs = [lambda i=i: i for i in range(3)]
print([f() for f in fs])
def late():
    def inner():
        return value
    value = 'set later'
    return inner()
print(late())
def deep():
    a = 1
    def b():
        def c():
            nonlocal a
            a += 1
            return a
        return c
    return b()(), a
print(deep())
def free():
    def inner():
        return x
    try:
        inner()
    except NameError as e:
        print(type(e).__name__, e)
    x = 1
    return inner()
print(free())
print(inc.__closure__[0].cell_contents, inc.__code__.co_freevars, counter.__code__.co_cellvars)
