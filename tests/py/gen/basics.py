# Generators: laziness, state, return values, exhaustion.
def g():
    print('started')
    x = yield 1
    print('got', x)
    y = yield x
    print('got', y)
    return 'result'
it = g()
print(type(it).__name__, next(it), it.send('A'))
try:
    it.send('B')
except StopIteration as e:
    print('stop', e.value, repr(e))
try:
    next(it)
except StopIteration as e:
    print('again', e.value)
print(list(g()), next(iter(()), 'dflt'))
def empty():
    return
    yield
print(list(empty()), [*g()])
def fib(n):
    a, b = 0, 1
    for _ in range(n):
        yield a
        a, b = b, a + b
print(list(fib(10)), sum(fib(20)), max(fib(5)), tuple(zip(fib(3), fib(3))))
fresh = g()
try:
    fresh.send(1)
except TypeError as e:
    print(e)
def inf():
    n = 0
    while True:
        yield n
        n += 1
for v in inf():
    if v > 3:
        break
print(v, iter(it) is it)
