import operator as op

def show(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as error:
        print(type(error).__name__, error)

for name in "add sub mul truediv floordiv mod pow lshift rshift and_ or_ xor lt le eq ne ge gt".split():
    print(name, getattr(op, name)(7, 2), end="; ")
print()
print(op.neg(3), op.pos(-3), op.inv(5), op.not_(0), op.truth([]), op.is_(None, None), op.is_not(1, None), op.is_none(None), op.is_not_none(3))
print(op.concat([1], [2]), op.contains("abc", "b"), op.countOf([1, 2, 1.0], 1), op.indexOf("abc", "c"), op.getitem({"a": 1}, "a"), op.length_hint([1, 2]), op.index(True))
x = [1]; x = op.iadd(x, [2]); op.setitem(x, 0, 9); op.delitem(x, 1); print(x, op.imul(3, 4), op.iconcat([1], [2]))
print(op.itemgetter(1)("abc"), op.itemgetter(1, 0)("abc"), op.itemgetter(slice(1))("abc"), op.itemgetter("k")({"k": 5}))
print(op.attrgetter("real")(5), op.attrgetter("real", "imag")(5 + 2j), op.attrgetter("__class__.__name__")([]))
print(op.methodcaller("upper")("abc"), op.methodcaller("split", ",", maxsplit=1)("a,b,c"), op.call(max, 3, 9))
print(op.itemgetter(1, 2), op.attrgetter("a.b"), op.methodcaller("f", 1, k=2), op.itemgetter(0))
show(op.concat, 1, 2); show(op.indexOf, [1], 5); show(op.index, 1.5); show(op.attrgetter, 5); show(op.methodcaller, 5)
show(op.itemgetter(5), [1]); show(op.attrgetter("nope"), 1); show(op.length_hint, 5, "x"); show(op.length_hint, 5, 3)
print(sorted([{"n": 3, "s": "a"}, {"n": 1, "s": "b"}], key=op.itemgetter("n")), op.__add__ is op.add, "a + b" in op.add.__doc__)
