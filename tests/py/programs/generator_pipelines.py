# Generators, delegation and itertools.
def gen():
    try:
        x = yield 1
        print("got", x)
        yield 2
    except GeneratorExit: print("closing"); raise
    except ValueError as e: print("caught", e); yield 99
    finally: print("fin")
g = gen(); print(next(g), g.send("a")); g.close()
g = gen(); next(g); print(g.throw(ValueError("v"))); print(next(g, "done"))
def sub():
    r = yield from inner(); print("r", r); return r * 2
def inner():
    a = yield "x"; b = yield "y"; return (a, b)
s = sub(); print(next(s), s.send(1))
try: s.send(2)
except StopIteration as e: print(e.value)
def bad(): 
    yield 1
    raise StopIteration("no")
try: list(bad())
except RuntimeError as e: print(e, repr(e.__cause__))
g = gen(); next(g)
try: g.send()
except TypeError as e: print(e)
h = (i for i in range(2)); print(h.gi_frame.f_lineno, h.gi_running)
try: gen().send(1)
except TypeError as e: print(e)
import itertools as it
def pipeline(*fs):
    def run(src):
        for f in fs: src = f(src)
        return src
    return run
p = pipeline(lambda s: (x * x for x in s), lambda s: (x for x in s if x % 2), lambda s: it.islice(s, 3), lambda s: it.accumulate(s))
print(list(p(it.count())))
print(list(it.batched("abcdefg", 3)), list(it.pairwise("abc")), [(k, list(v)) for k, v in it.groupby("aabbbc")], list(it.zip_longest([1], [2, 3], fillvalue=0)), list(it.permutations("abc", 2))[:3], list(it.combinations_with_replacement("ab", 2)), list(it.product("ab", repeat=2)), list(it.starmap(pow, [(2, 3)])), list(it.takewhile(str.isalpha, "ab1c")), list(it.chain.from_iterable(["ab", "c"])), it.count(1, .5), it.repeat(1, 2), list(it.compress("abc", [1, 0, 1])), [list(x) for x in it.tee("ab")], list(it.filterfalse(None, [0, 1])), list(it.dropwhile(lambda x: x < 2, [1, 2, 1])))
def inf():
    n = 0
    while True: n += 1; yield n
try:
    for a, b in zip(inf(), "ab", strict=True): print(a, b)
except ValueError as e: print(e)
