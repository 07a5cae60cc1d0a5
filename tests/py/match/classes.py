# Class patterns: positional by __match_args__, keywords, builtins.
class P:
    __match_args__ = ('x', 'y')
    def __init__(self, x, y):
        self.x, self.y = x, y
class Q(P):
    pass
def f(v):
    match v:
        case P(0, 0):
            return 'origin'
        case P(x, y=0):
            return 'on x', x
        case P(x=x, y=y) if x == y:
            return 'diagonal', x
        case Q(a, b):
            return 'Q', a, b
        case P():
            return 'P'
        case int(n) | float(n):
            return 'number', n
        case str() as s:
            return 'str', s
        case list([a, b]):
            return 'pair', a, b
        case dict():
            return 'dict'
        case bool():
            return 'never, bool is int'
        case _:
            return 'other'
for v in (P(0, 0), P(3, 0), P(2, 2), Q(1, 2), P(1, 2), 5, True, 2.5, 'x', [1, 2], [1], {}, None, b''):
    print(f(v))
class NoArgs: pass
class BadArgs:
    __match_args__ = ['x']
class BadType:
    __match_args__ = (5,)
def g(v, c):
    match v:
        case c(1):
            return 'yes'
    return 'no'
def dup(v):
    match v:
        case P(1, x=1):
            return 'yes'
for fn in (lambda: g(NoArgs(), NoArgs), lambda: g(BadArgs(), BadArgs), lambda: g(BadType(), BadType), lambda: g(P(1, 2), 5), lambda: dup(P(1, 2)), lambda: g(1, int), lambda: g(1, str)):
    try:
        print(fn())
    except TypeError as e:
        print(e)
