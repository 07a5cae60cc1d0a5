# StopIteration raised inside a generator becomes RuntimeError.
def g():
    yield 1
    raise StopIteration('x')
it = g()
print(next(it))
try:
    next(it)
except RuntimeError as e:
    print(e, repr(e.__cause__))
def h():
    yield next(iter([]))
try:
    list(h())
except RuntimeError as e:
    print(e)
try:
    list(next(iter([])) for _ in range(2))
except RuntimeError as e:
    print(e)
class It:
    def __iter__(self): return self
    def __next__(self): raise StopIteration('done')
print(list(It()), [*It()])
for x in It():
    print('never')
def thrown():
    try:
        yield
    except ValueError:
        return 'ret'
t = thrown()
next(t)
try:
    t.throw(ValueError)
except StopIteration as e:
    print('value', e.value)
t = thrown()
next(t)
try:
    t.throw(StopIteration(1))
except RuntimeError as e:
    print(e)
