# Interfaces with NotImplementedError, duck typing, __subclasshook__-free checks.
class Shape:
    def area(self): raise NotImplementedError(f'{type(self).__name__} has no area')
    def describe(self): return f'{type(self).__name__} of {self.area():.2f}'
    def __lt__(self, o): return self.area() < o.area()
class Square(Shape):
    def __init__(self, a): self.a = a
    def area(self): return self.a ** 2
class Circle(Shape):
    def __init__(self, r): self.r = r
    def area(self): return 3.14159265 * self.r ** 2
class Blob(Shape): pass
shapes = [Square(3), Circle(1), Square(1)]
print([s.describe() for s in shapes], max(shapes).describe(), [type(s).__name__ for s in sorted(shapes)], sum(s.area() for s in shapes))
try:
    Blob().describe()
except NotImplementedError as e:
    print(type(e).__name__, e, isinstance(e, RuntimeError))
class Duck:
    def quack(self): return 'quack'
class Robot:
    quack = staticmethod(lambda: 'beep')
for o in (Duck(), Robot(), 5):
    print(o.quack() if hasattr(o, 'quack') else f'{type(o).__name__} cannot')
from abc import ABC, abstractmethod
class A(ABC):
    @abstractmethod
    def f(self): 'doc'
    @property
    @abstractmethod
    def p(self): ...
    def g(self): return 'g ' + self.f()
class B(A):
    def f(self): return 'B.f'
class C(B):
    p = 5
for cls in (A, B, C):
    try:
        o = cls()
        print(o.g(), o.p)
    except TypeError as e:
        print(e)
print(sorted(A.__abstractmethods__), B.__abstractmethods__, isinstance(C(), A), issubclass(B, A))
@A.register
class V: pass
print(isinstance(V(), A), issubclass(V, A), A in V.__mro__)
