# The first call of a function makes its caches: when there is no memory for them, no row of map gets lost (mode oom).
print([x for x in map(lambda v: v, range(3))], list(map(lambda v, w: v + w, [1, 2], [3, 4])))
rest = map(lambda v: v, "abc")
print(next(rest), next(rest), next(rest), next(rest, None))
print([x for x in filter(lambda v: v > 1, range(4))], list(filter(lambda v: v, [0, 1, 2])))
rest = filter(lambda v: v != "b", "abc")
print(next(rest), next(rest), next(rest, None))


def stops(v):
    if v == 2:
        raise StopIteration
    return v


rest = map(stops, [1, 2, 3, 4])
print([x for x in rest], [x for x in rest], list(rest))


def enters(v):  # asks the same map for another item while it makes one
    return (v, next(rest, None))


rest = map(enters, range(5))
for pair in rest:
    print(pair)
rest = map(lambda *values: values, (v for v in range(3)), "abc", [1, 2, 3], strict=True)
for row in rest:
    print(row)
