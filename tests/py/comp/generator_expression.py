# Generator expressions are lazy except for their first iterable.
log = []
def src(n):
    for i in range(n):
        log.append(i)
        yield i
g = (x * 10 for x in src(5))
print(log, next(g), log, next(g), log)
print(list(g), list(g), sum(x for x in range(4)), max((x, 1) for x in range(3)), ','.join(c for c in 'abc'), dict((k, 1) for k in 'ab'))
try:
    bad = (x for x in 5)
except TypeError as e:
    print('at once:', e)
later = (y for x in [1] for y in 5)
try:
    next(later)
except TypeError as e:
    print('later:', e)
n = 1
g = (n for _ in range(2))
n = 2
print(list(g))
def f(*a):
    return a
print(f(*(i for i in range(3))), any(x > 1 for x in range(3)), tuple(i for i in 'ab'), type(g).__name__, [*zip((i for i in 'ab'), (j for j in 'cd'))])
g = (1 / x for x in (1, 0, 2))
try:
    print(next(g), next(g))
except ZeroDivisionError as e:
    print(e)
print(list(g))
