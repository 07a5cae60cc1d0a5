# Special methods that answer oddly, or are None, and who is asked in which order.
import math
import operator


def show(f):
    try:
        print(f())
    except BaseException as e:
        print(type(e).__name__, e)


class F:
    def __init__(self, v): self.v = v
    def __float__(self): return self.v


for v in (2, 'a', None, 1.5):
    for f in (float, math.floor, math.sqrt, complex, lambda x: '%f' % x, lambda x: math.fsum([x]), lambda x: round(x)):
        show(lambda: f(F(v)))


class I:
    def __init__(self, v): self.v = v
    def __index__(self):
        print('index')
        return self.v


class J(I):
    def __iter__(self): return iter([1, 2])


for v in (2, 'a', 10**25, 1.5):
    for f in (lambda x: 'abc'.find('c', x), lambda x: b'abc'.find(x), lambda x: b'abc'.count(99, x), lambda x: [1, 2, 3][x],
              lambda x: [1, 2].insert(x, 1), lambda x: bytearray(x), lambda x: bytes(x), lambda x: 'a' * x, lambda x: operator.index(x),
              lambda x: 'abc'.startswith('c', x), lambda x: memoryview(b'abc').index(99, x), lambda x: int.from_bytes(x)):
        if v != 10**25 or f.__code__.co_consts:
            show(lambda: f(I(v)))
    show(lambda: bytes(J(v)))
    show(lambda: bytearray(J(v)))


class N:
    __bool__ = __lt__ = __eq__ = __add__ = __radd__ = __index__ = __iter__ = __contains__ = __call__ = __len__ = None
    __hash__ = None


n = N()
for f in (lambda: bool(n), lambda: n < 1, lambda: 1 > n, lambda: n == 1, lambda: n + 1, lambda: 1 + n, lambda: [1][n], lambda: iter(n),
          lambda: 1 in n, lambda: n(), lambda: len(n), lambda: hash(n), lambda: [n, 1].index(1), lambda: not n, lambda: sum([n, n])):
    show(f)


class R:
    def __radd__(self, o): return 'radd', type(o).__name__
    def __rmul__(self, o): return NotImplemented


class L(list):
    def __mul__(self, o): return NotImplemented


class M(list):
    def __rmul__(self, o): return NotImplemented


class S(str): pass


def add(a, b):
    a += b
    return a


def mul(a, b):
    a *= b
    return a


for a, b in (([1], R()), ('a', R()), (R(), [1]), (L([1]), 2), (2, L([1])), (M([1]), 2), (2, M([1])), (M([1]), 'a'), (S('x'), S('y')),
             ([1], S('y')), (L([1]), 'a'), ([1], L([2])), (bytearray(b'a'), R())):
    show(lambda: a + b)
    show(lambda: a * b)
    show(lambda: add(a, b))
    show(lambda: mul(a, b))


class G:
    def __getattr__(self, name):
        print('getattr', name)
        return lambda: ['a']

    def __getitem__(self, key): return key


class H:
    def __setitem__(self, k, v): pass


class K:
    def __delitem__(self, k): pass


def set_item(o): o[0] = 1


def del_item(o): del o[0]


show(lambda: {}.update(G()))
show(lambda: dict(G()))
show(lambda: {**G()})
show(lambda: del_item(H()))
show(lambda: set_item(K()))
show(lambda: set_item(R()))
show(lambda: del_item(R()))


class T:
    def __iter__(self): return 5


class B(bytes): pass


show(lambda: ''.join(T()))
show(lambda: b''.join(T()))
show(lambda: float(B(b'x')))
show(lambda: print(B(b'x')))
