# Keys use __hash__ and __eq__; equal hash alone is not enough.
class K:
    def __init__(self, n):
        self.n = n
    def __hash__(self):
        return self.n % 3
    def __eq__(self, o):
        return isinstance(o, K) and self.n == o.n
    def __repr__(self):
        return 'K%d' % self.n
d = {K(i): i for i in range(10)}
print(d, d[K(4)], K(7) in d, K(11) in d)
del d[K(3)]
d[K(3)] = 'again'
print(d, len(d))
class Bad:
    def __hash__(self):
        raise ValueError('no hash')
class Off:
    __hash__ = None
class Str:
    def __hash__(self):
        return 'x'
class Eq:
    def __eq__(self, o):
        return True
class BigHash:
    def __hash__(self):
        return 10 ** 30
for c in (Bad, Off, Str, Eq):
    try:
        {c(): 1}
    except Exception as e:
        print(type(e).__name__, e)
print(hash(BigHash()) == hash(10 ** 30))
class EqRaises:
    def __hash__(self):
        return 1
    def __eq__(self, o):
        raise RuntimeError('eq in lookup')
e = {EqRaises(): 1}
try:
    e[1]
except RuntimeError as x:
    print(x)
