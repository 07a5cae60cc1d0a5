import toolz
from toolz import compose, curry, curried, groupby, memoize, merge_with, partition_all, pipe, sliding_window
from operator import add
print(pipe([1, 2, 3, 4], curried.map(lambda x: x * 2), curried.filter(lambda x: x > 2), list))
print(groupby(len, ["cat", "mouse", "dog"]), toolz.countby(lambda x: x % 3, range(10)), toolz.frequencies("mississippi"))
@curry
def f(a, b, c=3):
    return a, b, c
print(f(1)(2), f(1, c=5)(2), compose(str, add)(1, 2), toolz.juxt(min, max)([3, 1, 2]))
print(list(sliding_window(2, range(5))), list(partition_all(3, range(7))), merge_with(sum, {"a": 1}, {"a": 2, "b": 3}))
print(toolz.get_in(["a", 0, "b"], {"a": [{"b": 7}]}), toolz.assoc_in({}, ["x", "y"], 1), toolz.update_in({"k": 1}, ["k"], lambda v: v + 1))
print(list(toolz.join(0, [(1, "a"), (2, "b")], 0, [(1, "x"), (1, "y")])), list(toolz.interleave([[1, 2], "ab"])), toolz.topk(2, [4, 1, 9]))
calls = []
@memoize
def slow(x):
    calls.append(x)
    return x + 1
print(slow(1), slow(1), calls, toolz.reduceby(lambda x: x % 2, add, range(6), 0), toolz.isdistinct("abc"), list(toolz.unique([1, 2, 1])))
print(toolz.thread_last([1, 2], (map, lambda x: x + 1), list), toolz.excepts(ValueError, int, lambda e: -1)("q"), toolz.valmap(len, {"a": "xyz"}))
