# Partials of partials, placeholders, keywords that change, subclasses, attributes, copies.
import copy
import weakref
from functools import Placeholder as _, partial


def show(f, /, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as error:
        print(type(error).__name__, error)


def pack(*args, **kw):
    return args, list(kw.items())


p = partial(pack, 1, _, 3, a=1, b=2)
show(p, 2)
show(p, 2, 4, b=3, c=4)
show(p)
q = partial(p, 9, b=5)
print(q.args, q.keywords, q.func is pack, q(7))
many = partial(pack, *range(6), **{c: i for i, c in enumerate("abcdef")})
show(many, 6, 7, 8, f=0, g=1)
many.keywords["z"] = 26
del many.keywords["a"]
show(many, z=0)
show(many)
many.keywords.clear()
show(many, y=1)
many.keywords[1] = 2
show(many)
print([partial(divmod, _, 4)(n) for n in (4, 9)], list(map(partial(pow, 2), range(4))))
print(sorted([3, 1, 2], key=partial(lambda sign, n: sign * n, -1)))


class Sub(partial):
    pass


class Loud(partial):
    def __call__(self, /, *args, **kw):
        return "loud", super().__call__(*args, **kw)


print(partial(Sub(pack, 1), 2)(), Loud(pack, 1)(2), partial(Loud(pack, 1), 2)())
s = Sub(pack, 1)
s.note = "n"
print(partial(s, 2).func is s, s.__dict__, vars(s))
again = copy.copy(s)
print(again.note, again(5), type(again).__name__, again.__reduce__()[2][1:])
print(partial.__call__(p, 5), p.__call__(5, c=1))
print(partial(pack, 1) == partial(pack, 1), hash(p) == hash(p), callable(p))
ref = weakref.ref(p)
print(ref() is p, partial[int], isinstance(s, partial))


class Holder:
    bound = partial(pack, "first")
    plain = partial(pack)


print(Holder.plain(1), Holder().bound is not None, type(Holder.__dict__["bound"].__get__(Holder())))
for state in (None, (), (pack, (), {}), (pack, [], {}, None), (1, (), {}, None), (pack, (_,), {}, {})):
    show(partial(pack).__setstate__, state)
r = partial(pack)
r.__setstate__((pack, (1, _, 2), None, {"x": 1}))
print(r.x, r.args, r.keywords, r(0), repr(r)[:18])
r.args_of = r
show(setattr, r, "func", 1)
show(delattr, r, "args")
loop = partial(pack)
loop.__setstate__((loop, (loop,), {"k": loop}, {}))
print(repr(loop))
show(partial)
show(partial, 5)
show(partial, pack, 1, _)
show(partial, pack, a=_)
print(repr(_), type(_)() is _, copy.copy(_) is _, _.__reduce__())
show(type(_), 1)
deep = partial(pack)
for n in range(3):
    deep.attribute = n
    deep = partial(deep, n)
print(deep("end"))
