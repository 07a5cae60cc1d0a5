# The order in which lazy pieces run.
def trace(name, it):
    for x in it:
        print(name, 'gives', x)
        yield x
    print(name, 'ends')
print(list(zip(trace('a', [1, 2]), trace('b', [3]))))
print(any(x > 1 for x in trace('any', [1, 2, 3])))
print([x for x in trace('outer', [1, 2]) for _ in trace('inner', 'p')])
m = map(lambda a, b: a + b, trace('m1', [1, 2]), trace('m2', [10, 20]))
print('nothing yet')
print(next(m))
print(next(x for x in trace('first', [5, 6])))
a, *b = trace('unpack', [1, 2, 3])
print(a, b)
print(dict((k, v) for k, v in trace('pairs', ['ab', 'cd'])))
print(sorted(trace('sorted', [2, 1])), max(trace('max', [1, 3])), ','.join(trace('join', ['x', 'y'])))
for x in trace('loop', [1, 2, 3]):
    if x == 2:
        break
def f(*args): return args
print(f(*trace('star', [1]), *trace('star2', [2])))
print(2 in trace('in', [1, 2, 3]), list(filter(None, trace('filter', [0, 1]))))
print([*trace('display', [1])], {*trace('set', [1])}, sum(trace('sum', [1, 2])))
try:
    x, y = trace('too many', [1, 2, 3, 4])
except ValueError as e:
    print(e)
