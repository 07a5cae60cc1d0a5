# throw and close, at every state of a generator.
def g():
    while True:
        try:
            x = yield 'y'
            print('x', x)
        except ValueError as e:
            print('caught', e)
        finally:
            print('finally')
it = g()
print(next(it), it.send(1), it.throw(ValueError('in')), it.throw(ValueError))
it.close()
it.close()
try:
    next(it)
except StopIteration:
    print('closed')
try:
    it.throw(KeyError('after close'))
except KeyError as e:
    print(e)
new = g()
try:
    new.throw(KeyError('before start'))
except KeyError as e:
    print('not started', e)
print(list(new))
def stubborn():
    try:
        yield 1
    except GeneratorExit:
        yield 2
s = stubborn()
next(s)
try:
    s.close()
except RuntimeError as e:
    print(e)
