# The TypeError texts of calls that do not fit.
def show(f):
    try:
        print(f())
    except TypeError as e:
        print(e)
def none(): pass
def one(a): pass
def two(a, b): pass
def three(a, b, c): pass
def dflt(a, b=1): pass
def kwonly(*, a, b, c=1): pass
def posonly(a, b, /): pass
def mixed(a, /, b, *, c): pass
def star(a, *args, k): pass
def many(a, b, c, d, *, e, f, g): pass
for call in (lambda: none(1), lambda: none(1, 2), lambda: none(x=1), lambda: one(), lambda: one(1, 2), lambda: one(b=1), lambda: one(1, a=2), lambda: one(1, b=2),
             lambda: two(), lambda: two(1), lambda: two(b=1), lambda: three(), lambda: three(1), lambda: three(1, 2, 3, 4), lambda: dflt(), lambda: dflt(1, 2, 3), lambda: dflt(1, 2, b=3),
             lambda: kwonly(), lambda: kwonly(a=1), lambda: kwonly(1), lambda: kwonly(1, 2, a=1), lambda: posonly(), lambda: posonly(1), lambda: posonly(a=1, b=2), lambda: posonly(1, b=2),
             lambda: mixed(), lambda: mixed(1), lambda: mixed(1, 2), lambda: mixed(1, 2, 3), lambda: mixed(a=1, b=2, c=3), lambda: star(), lambda: star(1), lambda: star(1, 2, 3), lambda: many(), lambda: many(1, 2, 3, 4),
             lambda: dflt(1, 2, 3, 4, x=5), lambda: dflt(1, z=1), lambda: (lambda: 0)(1), lambda: (lambda x: 0)(), lambda: kwonly(1, a=1, b=2), lambda: mixed(1, 2, 3, c=4), lambda: two(1, 2, 3, c=3), lambda: one(1, abc=1, abd=2)):
    show(call)
