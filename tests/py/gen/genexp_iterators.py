# A generator expression asks its first iterable for an iterator when it is made, and nothing again.
import types


class Once:
    def __init__(self):
        self.n = 0

    def __next__(self):
        self.n += 1
        if self.n > 2:
            raise StopIteration
        return self.n


class Source:
    def __iter__(self):
        print("asked")
        return Once()


g = (x for x in Source())
print("made")
print(list(g))
print(list((x, y) for x in Source() for y in Source.__iter__(None) and [x]))

for replacement in range(3), [1, 2], (2,), {1: 2}, None, 42, 3.0:
    g = (x for x in range(10))
    g.gi_frame.f_locals[".0"] = replacement
    try:
        print(list(g))
    except TypeError as e:
        print(e)
    made = types.FunctionType((x for x in ()).gi_code, {})(replacement)
    try:
        print(next(made))
    except TypeError as e:
        print(e)
    try:
        print(list(types.FunctionType((x for x in ()).gi_code, {})(iter(replacement))))
    except TypeError as e:
        print(e)
