# The first call of a function makes its caches: when there is no memory for them, no item gets lost (mode oom).
from itertools import accumulate, filterfalse, starmap, takewhile

print([x for x in starmap(lambda v, w: v, [(1, 2), (3, 4)])], list(starmap(lambda v: v, [(1,), (3,)])))
print([x for x in takewhile(lambda v: v, [1, 2, 0])], [x for x in filterfalse(lambda v: v > 1, [1, 2, 0])])
print([x for x in accumulate([1, 2, 3], lambda a, b: a + b)])
