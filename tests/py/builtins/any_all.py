# any and all stop early.
print(any([]), all([]), any([0, 1]), all([1, 0]), any(''), all('ab'), any({0: 1}), all({1: 0}), any(x > 2 for x in range(5)), all(x < 2 for x in range(5)))
def t(x):
    print('test', x)
    return x
print(any(t(x) for x in (0, 1, 2)), all(t(x) for x in (1, 0, 2)))
it = iter([0, 5, 6])
print(any(it), next(it))
class B:
    def __bool__(self): raise ValueError('bool')
def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
show(lambda: any([B()]))
show(lambda: all(5))
show(lambda: any())
show(lambda: any([1], [2]))
show(lambda: all(iterable=[1]))
print(any(map(str.isdigit, 'ab1')), all(map(str.isdigit, '12')), sum(map(any, [[0], [1], []])))
