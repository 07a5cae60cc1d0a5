# Loops over tools whose items come from generators and functions in Python, entered again while they run.
from itertools import *

def gen(n, fail=None):
    for i in range(n):
        if i == fail:
            raise KeyError(i)
        yield i

def loop(it, most=8):
    out = []
    try:
        for x in it:
            out.append(x)
            if len(out) == most:
                break
    except Exception as error:
        out.append(repr(error))
    return out

def less(n):
    def test(x):
        if x == 13:
            raise ValueError(x)
        return x < n
    return test

print(loop(chain(gen(2), gen(0), gen(1), "ab", gen(2, 1), gen(1))), loop(chain.from_iterable(gen(i, 3) for i in range(5)), 20))
for tool in (lambda g: chain(g, "z"), lambda g: islice(g, 1, 4), lambda g: islice(g, 3, None, 2), lambda g: islice(g, 0), pairwise,
             accumulate, lambda g: accumulate(g, lambda a, b: a * 2 + b), lambda g: accumulate(g, max, initial=3),
             lambda g: takewhile(less(4), g), lambda g: dropwhile(less(2), g), lambda g: filterfalse(less(3), g),
             lambda g: takewhile(lambda x: [0] * (x < 3), g), lambda g: batched(g, 2), lambda g: compress(g, gen(6))):
    a, b = tool(gen(6)), tool(gen(6, 4))
    print(loop(a, 2), loop(a), loop(a), loop(b), loop(b), loop(tool(gen(0))))
for tool in (takewhile, dropwhile, filterfalse):
    it = tool(less(5), [1, 2, 13, 3, 7, 13, 4, 8])
    print(loop(it), loop(it), loop(it), loop(it))

class Text(str):
    def __add__(self, other):
        return Text(f"{str(self)}+{other}")
print(loop(accumulate(Text(x) for x in gen(3))), loop(accumulate(iter([1, "a"]))), loop(accumulate(x for x in [1, "a", 2])))

# A function that goes on with the tool which has called it.
def again(make):
    def test(x):
        if x == 1:
            seen.append(loop(it, 1))
        return x < 4
    seen = []
    it = make(test)
    print(loop(it), seen, loop(it))
again(lambda f: takewhile(f, iter(range(7))))
again(lambda f: dropwhile(f, iter(range(7))))
again(lambda f: filterfalse(f, iter(range(7))))
again(lambda f: accumulate(range(7), lambda a, b: f(b) * 10 + b))

def groups(g):
    out = []
    try:
        for k, group in g:
            out.append((k, loop(group, 3)))
    except Exception as error:
        out.append(repr(error))
    return out

class Key:
    def __init__(self, n):
        self.n = n
    def __eq__(self, other):
        return self.n == other.n
    def __repr__(self):
        return f"K{self.n}"
print(groups(groupby(range(9), lambda x: x // 4)), groups(groupby(gen(9), lambda x: Key(x // 2))))
it = groupby([1, 1, 2, 13, 2, 2, 5], less(2))
print(groups(it), groups(it), groups(groupby(gen(5, 3), lambda x: x)), groups(groupby([1, 13, 1], less(2))))
outer = groupby(range(8), lambda x: (later.append(next(outer)[0]) if x == 2 else 0, x // 3)[1])
later = []
print(groups(outer), later)

def stops(x):
    if x == 2:
        raise StopIteration
    return True
it = takewhile(stops, range(5))
print(loop(it), loop(it))

def nested():
    for x in chain(g for g in gen(2)):
        for y in islice((x * 10 + z for z in takewhile(lambda z: z < 3, count())), 1, None):
            yield y
for x in pairwise(nested()):
    print(x, end=" ")
print([x for x in chain(nested(), (y for y in islice(nested(), 1)))], {*map(sum, pairwise(gen(4)))})
