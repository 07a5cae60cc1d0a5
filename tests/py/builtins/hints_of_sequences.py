"""Iterators over objects with __getitem__ ask them for __len__ where list() wants to know how many items there will be."""
import operator


class Seq:
    def __getitem__(self, k):
        print("getitem", k)
        if k > 1:
            raise IndexError
        return k, k

    def __len__(self):
        print("len")
        return True


def attempt(text):
    print(text)
    try:
        exec(text, globals())
    except Exception as e:
        print(type(e).__name__, e)


p = Seq()
for text in ("x = [1]; x += p", "x = [1]; x[0:1] = p", "a, b = p", "a, *b = p; print(a, b)", "*a, = p", "a, *b, c = p; print(a, b, c)",
             "a, b, c, *d = p", "list(p)", "list(iter(p))", "[*iter(p)]", "list(reversed(p))", "tuple(iter(p))", "x = [1, 2]; x[::-1] = p",
             "''.join(p)", "print(operator.length_hint(p))", "a, *b = iter(p)", "(a, *b), c = p"):
    attempt(text)


def gen():
    yield 1
    print("going on")
    yield 2


a, *b = gen()
print(a, b)
try:
    a, b, c, *d = gen()
except ValueError as e:
    print(e)
