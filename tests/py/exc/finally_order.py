# Order of cleanup when exceptions, returns and loops meet.
log = []
def f(n):
    try:
        log.append('try %d' % n)
        if n == 1:
            raise ValueError('one')
        if n == 2:
            return 'two'
        if n == 3:
            for i in range(3):
                try:
                    if i == 1:
                        return 'three'
                finally:
                    log.append('loop %d' % i)
    except ValueError as e:
        log.append('except %s' % e)
        return 'handled'
    else:
        log.append('else')
    finally:
        log.append('finally')
    return 'end'
for n in range(4):
    print(f(n), log)
    log.clear()
def g():
    try:
        try:
            raise KeyError('a')
        finally:
            try:
                raise IndexError('b')
            except IndexError as e:
                print('inner', repr(e.__context__))
    except KeyError as e:
        print('outer', repr(e), repr(e.__context__))
g()
def gen():
    try:
        yield 1
        yield 2
    finally:
        print('gen closed')
it = gen()
for x in it:
    break
it.close()
print('after break')
for x in list(gen()):
    print(x)
