class D:
    pass
class C:
    x = D()
    def __init__(self): pass
def get(o): return o.x
def put(o, v): o.x = v
c = C()
for i in range(3): print(type(get(c)).__name__)
D.__get__ = lambda self, o, t: 'bound'
print(get(c))
d = C()
for i in range(3): put(d, i)
print(d.x, get(d))
D.__set__ = lambda self, o, v: print('set', v)
put(d, 9); print(get(d))
del D.__set__
put(d, 10); print(get(d), d.__dict__)
class E(Exception):
    k = 1
    def __init__(self, a, b):
        super().__init__(a)
        self.a = a
        self.b = b
    def m(self): return self.a + self.k
    @property
    def p(self): return self.b * 2
for i in range(4):
    e = E(i, i + 1)
    print(e.a, e.b, e.m(), e.p, e.args, e.k)
    if i == 1: E.k = 5
    if i == 2: E.m = lambda self: 'other'
    e.c = i
    e.m2 = i
    print(vars(e))
class L(list):
    n = 0
    def add(self, v):
        self.n += 1
        self.append(v)
        return len(self)
l = L()
print([l.add(i) for i in range(4)], l.n, L.n)
l.add = lambda v: 'own'
print(l.add(1))
class S(str):
    __slots__ = ()
    def up(self): return self.upper()
print([S(x).up() for x in 'abc'])
class Dd(dict):
    def __getattr__(self, n):
        try: return self[n]
        except KeyError: raise AttributeError(n)
    def __setattr__(self, n, v): self[n] = v
x = Dd(a=1)
for i in range(3):
    x.a = i; print(x.a, x)
try: x.zz
except AttributeError as e: print(e)
