# Classes derived from array, arrays with views on them, the iterator, patterns.
import copy
import pickle
import warnings
import weakref
from array import array as A, _array_reconstructor as R


def t(s):
    try:
        r = eval(s)
        print(s, '->', ascii(r)[:150])
    except BaseException as e:
        print(s, '!!', type(e).__name__, e)


with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter('always')
    A('u', 'ab')
    A('u')
    print([(str(x.message), x.category, x.lineno) for x in w])
    w.clear()
    R(A, 'u', 20, b'a\0\0\0')
    print(pickle.loads(pickle.dumps(A('u', 'x'))))
    print(len(w))
with warnings.catch_warnings():
    warnings.simplefilter('error')
    t("A('u')")


class S(A):
    pass


class Named(A):
    def __new__(cls, typecode, items=(), name=None):
        self = super().__new__(cls, typecode, items)
        self.name = name
        return self


class Started(A):
    def __init__(self, typecode, items=(), name=None):
        self.name = name


s = S('i', [1, 2])
s.x = 1
print(s, s[:], type(s[:]), type(s + s), type(s * 2), type(copy.copy(s)), type(copy.deepcopy(s)))
again = pickle.loads(pickle.dumps(s))
print(type(again), again.x, pickle.loads(pickle.dumps(s, 1)))
print(s.__reduce_ex__(4), s.__reduce_ex__(2))
n = Named('d', [1.5], name='n')
print(n, n.name, n == A('d', [1.5]))
z = Started('b', b'ab', name='z')
print(z, z.name)
t("S('i', x=1)")
s += S('i', [3])
s *= 2
print(type(s), s)
print(weakref.ref(s)() is s, weakref.ref(A('i')) is not None)


class Weird(A):
    def __len__(self):
        return 7

    def __getitem__(self, i):
        return 5

    def __iter__(self):
        return iter('no')


w = Weird('i', [1, 2])
print(w, list(w), len(w), w[0], w.tolist(), w == A('i', [1, 2]), bytes(w))
print(A('i', A('i', w)))

a = A('i', [1, 2, 3])
m = memoryview(a)
print(m.format, m.itemsize, m.shape, m.strides, m.nbytes, m.readonly, m.obj is a, m[1], m.tolist())
m[0] = 7
m[1:3] = A('i', [8, 9])
print(a)
t("m.__setitem__(0, 2**40)")
t("m.__setitem__(0, 'x')")
t("m.__setitem__(slice(0, 2), A('I', [8, 9]))")
t("m.__setitem__(slice(0, 2), b'12345678')")
print(m[::-1].tolist(), m.cast('B')[:5].tolist(), m.cast('B').cast('h').tolist())
a[:] = A('i', [1, 2, 3])
for s in ('a.append(1)', 'a.pop()', 'a.clear()', 'a.extend([1])', 'a.extend([])', 'a.extend(A("i"))',
          'a.insert(0,1)', 'a.remove(1)', 'a.__delitem__(0)', 'a.__setitem__(slice(0,1),A("i",[1,2]))',
          'a.__setitem__(slice(0,2),A("i",[7,8]))', 'a.__setitem__(slice(1,1),A("i"))',
          'a.__delitem__(slice(1,1))', 'a.__imul__(2)', 'a.__imul__(1)', 'a.__iadd__(A("i"))',
          'a.frombytes(b"abcd")', 'a.frombytes(b"")', 'a.fromlist([1])', 'a.fromlist([])', 'a.byteswap()',
          'a.reverse()', 'a.__delitem__(slice(0,3,2))', 'A("i").clear()', 'a'):
    t(s)
m.release()
a = A('i', [4, 5, 6])
a.append(7)
match a:
    case [x, *y]:
        print(x, y)
it = iter(a)
next(it)
print(it.__reduce__())
it.__setstate__(-5)
print(next(it))
it.__setstate__(100)
print(list(it), it.__reduce__())
t("it.__setstate__('a')")
a.append(8)
print(list(it))
it = iter(a)
next(it)
for again in copy.copy(it), pickle.loads(pickle.dumps(it)), copy.deepcopy(it):
    print(type(again), list(again))
print(list(reversed(a)), max(a), sum(a), sorted(a, reverse=True))
for code in 'uw':
    warnings.simplefilter('ignore')
    x, y = A(code, 'a\ud800b'), A(code)
    y.frombytes(b'\xff\xff\xff\xff')
    for s in ('x.tounicode()', 'x', 'x[1]', 'y[0]', 'y.tounicode()', 'y == y', 'y < y', 'y < x', 'y > x', 'x == y',
              'y == A("i", [-1])'):
        t(s)
x = A('w', 'a\u1234\U00012345')
print(ascii(x), ascii(x[1]), x.index('\u1234'), ascii(x.tounicode()))
x.frombytes(b'\xff\xff\xff\xff')
for s in 'x[-1]', 'x.tounicode()', 'x', 'x.tolist()', 'list(x)', "'q' in x", "x.count('a')", 'x == x':
    t(s)
