# Dotted names are compared, plain names are bound; binding survives failure of guards.
class Color:
    RED, GREEN = 'red', 'green'
    class Deep:
        X = 42
def f(v):
    match v:
        case Color.RED:
            return 'red'
        case Color.GREEN | Color.Deep.X:
            return 'green or 42'
        case other:
            return other
print(f('red'), f('green'), f(42), f('blue'))
match [1, 2]:
    case [a, b] if a > b:
        print('no')
    case [a, *_]:
        print(a, b)
def order():
    def check(n, r):
        print('guard', n)
        return r
    match 5:
        case 5 if check(1, False): print('a')
        case x if check(2, False): print('b')
        case 5 | 6 if check(3, True): print('c', x)
order()
class Eq:
    def __eq__(self, o):
        print('eq', o)
        return True
match Eq():
    case 5:
        print('by ==')
match [Eq(), 1]:
    case ['x', 2]:
        print('no')
    case ['y', n]:
        print(n)
match {'a': (1, [2, {'b': 'deep'}])}:
    case {'a': (int() as p, [_, {'b': str(q)}])}:
        print(p, q)
