# Bound and unbound methods, functions stored on instances.
class A:
    def __init__(self, n):
        self.n = n
    def get(self, k=0):
        return self.n + k
    def __repr__(self):
        return f'A({self.n})'
a = A(5)
m = a.get
print(m(), m(k=1), A.get(a), A.get(a, 2), m.__self__, m.__name__, m == a.get, m is a.get, m == A(5).get)
a.get = lambda: 'instance attribute'
print(a.get(), A.get(a))
del a.get
print(a.get())
fs = [a.get, A(1).get, len, [].append, 'x'.join, str.upper, int]
print([callable(f) for f in fs], fs[2]([1]), fs[4](['a', 'b']), fs[5]('u'))
l = []
add = l.append
for i in range(3):
    add(i)
print(l, add.__name__, add.__self__ is l, add.__qualname__, str.join.__qualname__, len.__name__, len.__module__)
A.late = lambda self: ('late', self.n)
print(a.late(), hasattr(A(0), 'late'))
print(list(map(A.get, [A(1), A(2)])), sorted(['b', 'A'], key=str.lower), {m: 1}[a.get])
