# __getattr__, __getattribute__, __setattr__, __delattr__, __dir__.
class A:
    x = 1
    def __getattr__(self, n):
        if n.startswith('dyn'):
            return n.upper()
        raise AttributeError(f'no {n}', name=n, obj=self)
    def __setattr__(self, n, v):
        print('set', n, v)
        object.__setattr__(self, n, v)
    def __delattr__(self, n):
        print('del', n)
        super().__delattr__(n)
    def __dir__(self):
        return ['b', 'a']
a = A()
a.y = 2
print(a.x, a.y, a.dynamic, hasattr(a, 'nope'), getattr(a, 'zip', 'dflt'), dir(a))
del a.y
try:
    a.y
except AttributeError as e:
    print(e)
class B:
    def __init__(self): self.real = 1
    def __getattribute__(self, n):
        print('getattribute', n)
        if n == 'fake':
            return 'fake'
        return super().__getattribute__(n)
    def __getattr__(self, n):
        return 'fallback ' + n
b = B()
print(b.real, b.fake, b.none)
print(b.__class__.__name__)
class C:
    def __len__(self): return 3
c = C()
c.__len__ = lambda: 99
print(len(c), c.__len__())
class D:
    def __getattr__(self, n): return lambda *a: (n, a)
print(D().anything(1, 2))
try:
    len(D())
except TypeError as e:
    print(e)
