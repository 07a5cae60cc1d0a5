# Values that have guest code: numbers of their own, comparisons, iterators, files.
import io
from array import array as A


def t(f, *a):
    try:
        print(f(*a))
    except BaseException as e:
        print(type(e).__name__, e)


class Int:
    def __init__(self, n, act=None):
        self.n, self.act = n, act

    def __index__(self):
        if self.act:
            self.act()
        return self.n


class Float:
    def __init__(self, x):
        self.x = x

    def __float__(self):
        return self.x


class Bad:
    def __index__(self):
        raise ValueError('no number')

    def __float__(self):
        return 'text'

    def __eq__(self, other):
        raise KeyError('no comparison')


class Same:
    def __init__(self, n, act=None):
        self.n, self.act = n, act

    def __eq__(self, other):
        if self.act:
            self.act()
        return other == self.n


a = A('i', [Int(1), 2, Int(3)])
a.append(Int(4))
a.insert(Int(0), Int(0))
a.extend(Int(n) for n in (5, 6))
a.extend([Int(7), 8])
a.fromlist([9, Int(10)])
a[0] = Int(-1)
print(a, A('d', [Float(1.5), Int(2), 3]), A('f', (Float(n) for n in (0.5, 1e300))))
d = A('d', [1])
d[0] = Float(2.5)
d.append(Float(3.5))
print(d, a[Int(1)], a[Int(1):Int(3)], a * Int(2) == a + a)
for code in 'iIlqQfd':
    t(A, code, [1, Bad()])
    t(A(code).append, Bad())
for value in ('x', None, 2 ** 40, 1.5):
    b = A('i', [1])
    t(b.extend, [2, 3, value, 4])
    print(b)
    t(b.extend, iter([2, 3, value, 4]))
    print(b)
    t(b.fromlist, [2, 3, value, 4])
    print(b)
print(a.index(Same(3)), a.count(Same(3)), Same(3) in a, Same(33) in a)
t(a.index, Same(44))
t(a.index, Same(3), Int(2), Int(99))
t(a.index, Same(3), Int(4))
a.remove(Same(3))
print(a)
t(a.remove, Bad())
t(a.count, Bad())

# Guest code that changes what is gone through.
a = A('i', range(10))
t(a.index, Same(9, a.clear))
print(a)
a = A('i', range(10))
t(a.remove, Same(0, lambda: a.__delitem__(slice(0, 9))))
print(a)
a = A('i', range(10))
t(a.count, Same(5, lambda: a.append(5) if len(a) < 13 else None))
items = [1, Int(2, lambda: items.clear()), 3]
t(A, 'i', items)
items = [1, Int(2, lambda: items.append(4) if len(items) < 5 else None), 3]
t(A, 'i', items)
items = [1, Int(2, lambda: items.append(4)), 3]
a = A('i', [0])
t(a.fromlist, items)
print(a)
a = A('i', [0, 1, 2])
a[1] = Int(5, lambda: a.append(6))
print(a)
a = A('i', range(5))
t(a.extend, (a.append(n) or n for n in range(3)))
print(a)
for n in (a_iter := iter(A('b', b'abc'))):
    print(n, end=' ')
print()

# Files.
class File:
    def __init__(self, data):
        self.data = data

    def read(self, n):
        print('read', n)
        return self.data

    def write(self, data):
        print('write', type(data), len(data))
        return None


A('i', [1, 2]).tofile(File(None))
A('d', [0.0] * 20000).tofile(File(None))
A('i').tofile(File(None))
for data in (b'\1\0\0\0\2\0\0\0', b'\1\0\0\0', b'abc', b'', bytearray(8), 'text', b'x' * 12):
    a = A('i', [7])
    t(a.fromfile, File(data), 2)
    print(a)
f = io.BytesIO()
A('h', range(5)).tofile(f)
f.seek(0)
a = A('h')
a.fromfile(f, 3)
print(a)
t(a.fromfile, f, 3)
print(a)

