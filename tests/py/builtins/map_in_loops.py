# Loops of natives over map: the function's results go straight into them.
import itertools


def twice(v):
    return v * 2


def stops(v):
    if v == 3:
        raise StopIteration
    return v


def fails(v):
    if v == 2:
        raise ValueError(v)
    return v


print(list(map(twice, range(5))), tuple(map(twice, [1, 2])), set(map(twice, (4,))))
print(sum(map(twice, range(5))), max(map(twice, [3, 9, 1])), min(map(twice, [3, 9, 1])))
print(any(map(twice, [0, 0])), all(map(twice, [1, 2])), sorted(map(twice, [3, 1, 2])))
print(list(map(stops, range(6))), sum(map(stops, [1, 2, 3, 4])))
for make in (list, sum, max, sorted):
    try:
        make(map(fails, range(4)))
    except ValueError as e:
        print(make.__name__, repr(e))
m = map(fails, range(6))
try:
    list(m)
except ValueError:
    print("goes on", list(m))
print(list(map(lambda a, b: a - b, [5, 6, 7], [1, 2])))
try:
    print(list(map(lambda a, b: a - b, [5, 6, 7], [1, 2], strict=True)))
except ValueError as e:
    print(e)
print(list(map(twice, map(twice, map(twice, range(3))))))
print(list(map(twice, (v for v in range(4)))), list(map(twice, itertools.islice(map(twice, range(9)), 3))))


def inner(v):
    return list(map(twice, range(v)))


print(list(map(inner, range(4))))


def grows(v):
    if len(source) < 6:
        source.append(v + 1)
    return v


source = [1]
print(list(map(grows, source)), source)


class Text:
    def __init__(self, v):
        self.v = v

    def __bool__(self):
        return self.v > 1

    def __repr__(self):
        return "T%d" % self.v


print(list(map(Text, range(3))), any(map(lambda v: Text(v), range(4))), all(map(lambda v: Text(v), range(4))))
print(list(filter(lambda v: Text(v), range(4))), list(filter(twice, range(-1, 3))), list(filter(lambda v: "", "ab")))


def checked(v):
    if v > 2:
        raise IndexError
    return v == 1


try:
    list(filter(checked, range(9)))
except IndexError:
    print("raised in filter")
print("-".join(map(lambda v: str(v), range(5))), bytes(map(twice, range(4))), dict(map(lambda v: (v, v), "ab")))
big = list(map(lambda v: v + 1, range(3000)))
print(len(big), big[-1], sum(map(lambda v: v & 1, big)))
