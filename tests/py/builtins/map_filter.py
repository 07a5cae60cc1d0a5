# map and filter: several iterables, None, laziness, errors.
print(list(map(str, [1, 2])), list(map(lambda a, b: a + b, [1, 2, 3], [10, 20])), list(map(pow, [2, 3], [3, 2])), list(map(len, ['a', 'bb'])), list(map(lambda *a: a, 'ab', 'cd', 'ef')), list(map(int, '123')))
print(list(filter(None, [0, 1, '', 'a', [], None])), list(filter(lambda x: x > 1, [1, 2, 3])), list(filter(str.isdigit, 'a1b2')), list(filter(bool, [0, 2])), list(filter(lambda x: [], [1])))
log = []
m = map(lambda x: log.append(x) or x * 2, [1, 2, 3])
print(log, next(m), log, list(m), log, type(m).__name__)
f = filter(lambda x: x % 2, iter(range(6)))
print(next(f), next(f), list(f), next(f, 'end'), type(f).__name__)
print(list(map(str, [1, 2], strict=False)))
def show(g):
    try:
        print(g())
    except Exception as e:
        print(type(e).__name__, e)
show(lambda: map(str))
show(lambda: map(str, 5))
show(lambda: list(map(5, [1])))
show(lambda: list(map(str, [1], [2], [3], [4])))
show(lambda: list(map(lambda a: a, [1], [2])))
show(lambda: filter(None))
show(lambda: filter(None, 5))
show(lambda: list(filter(5, [1])))
show(lambda: list(map(lambda x: 1 // x, [1, 0])))
show(lambda: list(map(str, [1, 2], [3], strict=True)))
class T:
    def __bool__(self): raise RuntimeError('truth')
show(lambda: list(filter(None, [T()])))
