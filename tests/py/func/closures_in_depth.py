# Cells: shared, rebound, deleted, in loops, classes and default arguments.
def shared():
    n = 0
    def inc():
        nonlocal n
        n += 1
        return n
    def dec():
        nonlocal n
        n -= 1
        return n
    return inc, dec, lambda: n
inc, dec, get = shared()
inc(), inc(), dec()
print(get(), inc.__closure__[0] is dec.__closure__[0], inc.__closure__[0].cell_contents)
inc.__closure__[0].cell_contents = 100
print(get(), dec())
def deleted():
    x = 1
    def g(): return x
    del x
    try:
        g()
    except NameError as e:
        print(type(e).__name__, e)
    x = 2
    return g()
print(deleted())
def empty():
    def g(): return y
    try:
        return g.__closure__[0].cell_contents
    except ValueError as e:
        return str(e)
    y = 1
print(empty())
def adders():
    out = []
    for i in range(3):
        def add(n, i=i): return n + i
        out.append(add)
        out.append(lambda n: n * i)
    return [f(10) for f in out]
print(adders())
def chain(depth):
    if depth == 0:
        return lambda: 'bottom'
    inner = chain(depth - 1)
    return lambda: f'{depth} ' + inner()
print(chain(4)())
