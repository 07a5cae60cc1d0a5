# getattr, setattr, delattr, hasattr.
class A:
    x = 1
    def m(self): return 'm'
a = A()
print(getattr(a, 'x'), getattr(a, 'nope', 'd'), getattr(a, 'm')(), hasattr(a, 'x'), hasattr(a, 'y'), getattr(A, 'x'), getattr('abc', 'upper')(), getattr(5, 'real'))
setattr(a, 'y', 2)
setattr(a, 'odd name', 3)
setattr(A, 'cls', 4)
print(a.y, getattr(a, 'odd name'), a.cls, vars(a))
delattr(a, 'y')
print(hasattr(a, 'y'))
class Raises:
    @property
    def p(self): raise ValueError('p')
    @property
    def q(self): raise AttributeError('q')
r = Raises()
print(hasattr(r, 'q'), getattr(r, 'q', 'default'))
def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
show(lambda: getattr(a, 'nope'))
show(lambda: getattr(A, 'nope'))
show(lambda: getattr(a, 5))
show(lambda: getattr(a, 5, 'd'))
show(lambda: hasattr(a, 5))
show(lambda: setattr(a, 5, 1))
show(lambda: delattr(a, 'nope'))
show(lambda: delattr(A, 'nope'))
show(lambda: hasattr(r, 'p'))
show(lambda: setattr(5, 'x', 1))
show(lambda: setattr(int, 'x', 1))
show(lambda: delattr(int, 'real'))
show(lambda: getattr(None, 'x'))
show(lambda: setattr(len, 'x', 1))
show(lambda: setattr(object(), 'x', 1))
show(lambda: setattr((lambda: 0), 'x', 1))
