# yield from: values, send, throw, close and return pass through.
def inner():
    try:
        a = yield 1
        print('inner got', a)
        b = yield 2
        print('inner got', b)
    except ValueError as e:
        print('inner caught', e)
        yield 'recovered'
    finally:
        print('inner done')
    return 'inner result'
def outer():
    r = yield from inner()
    print('r', r)
    yield from [10, 20]
    yield from 'ab'
    r = yield from ()
    print(r)
    return 'outer'
o = outer()
print(next(o), o.send('A'), o.throw(ValueError('t')), next(o), list(o))
o = outer()
next(o)
o.close()
def deep(n):
    if n:
        yield from deep(n - 1)
    yield n
print(list(deep(5)))
def chain(*its):
    for i in its:
        yield from i
print(list(chain([1], (2, 3), {4: 0}, range(2))))
def bad():
    yield from 5
try:
    list(bad())
except TypeError as e:
    print(e)
def result():
    x = yield from (i for i in range(2))
    return x
print(list(result()))
class It:
    def __iter__(self): return self
    def __next__(self): return 7
    def send(self, v): return ('sent', v)
    def throw(self, *a): return ('thrown', a[0].__class__.__name__)
    def close(self): print('It closed')
def d():
    yield from It()
x = d()
print(next(x), x.send(1), x.throw(KeyError()))
x.close()
