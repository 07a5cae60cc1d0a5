from functools import partial, partialmethod, Placeholder, reduce, wraps

def show(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as error:
        print(type(error).__name__, error)

def pack(*args, **kw):
    return args, kw

p = partial(pack, 1, a=2)
print(p(3, b=4), p(a=5), p.args, p.keywords, p.func is pack)
print(partial(p, 9, c=1)(10))
print(repr(partial(int, base=2)), partial(int, base=2)("101"))
q = partial(pack, Placeholder, 2, Placeholder, 4)
print(q(1, 3), q(1, 3, 5), partial(q, 7)(8))
show(q, 1)
show(partial, 5)
show(partial, pack, Placeholder)
show(partial, pack, x=Placeholder)

class C:
    def m(self, *args, **kw):
        return args, kw
    n = partialmethod(m, 1, k=2)
    s = partialmethod(m, Placeholder, 5)

print(C().n(3, z=4), C().s(0))
print(reduce(lambda a, b: a * 10 + b, [1, 2, 3]), reduce(pack, [], 7), reduce(max, [3, 9, 2], initial=5))
show(reduce, pack, [])
show(reduce, pack, 5)

def deco(f):
    @wraps(f)
    def inner(*a):
        "inner doc"
        return f(*a)
    return inner

@deco
def named(x: int) -> str:
    "the doc"
    return x

print(named.__name__, named.__doc__, named.__wrapped__(3), named.__annotations__)
