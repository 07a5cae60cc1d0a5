# __dict__: reading, replacing, sharing, and its link with attributes.
class A:
    def __init__(self): self.x, self.y = 1, 2
a = A()
d = a.__dict__
d['z'] = 3
print(a.z, a.__dict__ is d, vars(a) is d)
del d['x']
print(hasattr(a, 'x'), list(d))
a.__dict__ = {'only': 'this'}
print(a.only, hasattr(a, 'y'), d)
b = A()
b.__dict__ = a.__dict__
b.shared = True
print(a.shared)
a.__dict__.clear()
print(vars(b), hasattr(b, 'only'))
b.__dict__['with space'] = 1
b.__dict__[5] = 'non-string key'
print(getattr(b, 'with space'), vars(b))
def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
show(lambda: setattr(a, '__dict__', 5))
show(lambda: delattr(a, '__dict__') or vars(a))
show(lambda: A.__dict__['x'])
def assign(): A.__dict__['new'] = 1
show(assign)
print(type(A.__dict__).__name__, 'x' in A.__dict__, '__init__' in A.__dict__)
for k in ('c', 'a', 'b'):
    setattr(a, k, k)
print(list(vars(a)), a.__dict__)
for k in list(vars(a)):
    delattr(a, k)
print(vars(a))
class Slotted:
    __slots__ = ('__dict__', 's')
s = Slotted()
s.s, s.t = 1, 2
print(vars(s), s.s)
f = lambda: 0
f.attr = 1
print(f.__dict__, vars(f))
