# * and ** in calls, displays and subscripts.
def f(*a, **k):
    return a, k
print(f(*[1, 2], 3, *(4,), *range(2)), f(**{'a': 1}, b=2, **{'c': 3}), f(1, *'ab', x=1, *[9]), f(*{}, **{}), f(*{'k': 1}))
print([*[1], *(2, 3), *'x'], (*[], 1), {*[1, 2], *[2]}, {**{'a': 1, 'b': 2}, 'b': 3}, [*range(2), *[*range(2)]])
a = *[1, 2], 3
print(a, *a, sep='-')
for x in *[1], *[2]:
    print(x)
def g():
    return *[1, 2], 3
print(g())
class C:
    def __getitem__(self, i):
        return i
print(C()[*[1, 2], 3], C()[*()], C()[*'a'])
def show(fn):
    try:
        print(fn())
    except TypeError as e:
        print(e)
show(lambda: f(*5))
show(lambda: f(**5))
show(lambda: f(**[('a', 1)]))
show(lambda: [*5])
show(lambda: {**[1]})
show(lambda: f(*None))
show(lambda: f(**{1: 2}))
show(lambda: f(x=1, **{'x': 2}))
show(lambda: (*1,))
show(lambda: {*None})
